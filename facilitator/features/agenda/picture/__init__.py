"""The plan at a glance: a picture true to time, plenary and groups in columns, clocks of several zones."""

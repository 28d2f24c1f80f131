"""The main window around the features: rail, screens, palette, messages, theme."""

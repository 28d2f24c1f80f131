"""What people do with the program: one folder each, none knows another."""

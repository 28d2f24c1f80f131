"""Who spoke for how long: women and men, sections, cities, against the plan."""

"""The map of places: coasts without borders, and a disc for each place, the same in every format."""

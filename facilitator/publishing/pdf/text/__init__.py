"""From characters to positioned glyphs: sanitised text, direction, fonts, shaping and lines."""

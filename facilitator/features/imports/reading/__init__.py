"""Read what files hold: bytes to cells, headings to fields, and the words, dates and names that people write."""

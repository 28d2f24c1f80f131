"""The text of a section, written as in a word processor: each paragraph is a row of the library, tied to its notes."""

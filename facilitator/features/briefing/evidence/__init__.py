"""The notes beside the text: what is not used yet, what a paragraph rests on, and what has changed in it since."""

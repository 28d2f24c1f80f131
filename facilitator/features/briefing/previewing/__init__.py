"""The paper as it would print, beside the text, at the place where one writes."""

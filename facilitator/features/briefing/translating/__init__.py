"""The second language of a paper, beside the first."""

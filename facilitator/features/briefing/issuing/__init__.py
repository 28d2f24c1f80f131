"""The way of a paper to its readers: versions, sign-off, what was issued, and the speakers who clear their words."""

"""Plan: the agenda of a session, its items in order, its groups, and who appears in them."""

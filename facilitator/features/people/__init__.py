"""People: who speaks and takes part, for whom, and what may be published of them."""

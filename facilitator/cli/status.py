"""The exit statuses, which scripts rely on."""

DONE = 0
BUG = 1
WRONG_USAGE = 2
REFUSED = 3

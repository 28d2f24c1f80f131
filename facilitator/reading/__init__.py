"""What several features read of a session and of those who take part in it, and the words for it.

Qt-free. A read that one feature alone needs stands in that feature's own queries.
"""

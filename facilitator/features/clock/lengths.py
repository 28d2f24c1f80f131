"""Lengths to the second, as every face of the clock shows them."""


def seconds(milliseconds: int) -> str:
    """A length as ``4:05`` or ``1:04:05``. What is begun of a second counts while it is left, not once it is over."""
    whole = -(-milliseconds // 1000) if milliseconds > 0 else -milliseconds // 1000
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"

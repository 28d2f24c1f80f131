"""Ids of rows: UUIDs that sort by the time they were made, so that laptops never have to agree on numbers."""

from __future__ import annotations

import os
import time
import uuid


def new_id() -> str:
    """A new row id: a UUID version 7 (RFC 9562) as 32 hexadecimal digits."""
    value = (time.time_ns() // 1_000_000 & (1 << 48) - 1) << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return uuid.UUID(int=value).hex

"""Which addresses a published paper may open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

_WEB = re.compile(r"https?://[^\s/?#\\]+[^\s\\]*\Z", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s@:/\\]+@[^\s@:/\\]+\Z", re.IGNORECASE)
_KEPT = "%/:?#[]@!$&'()*+,;=~-._"


def safe_address(link: str) -> str:
    """The address in ASCII when it is http, https or mailto; empty for every other scheme and for malformed ones."""
    stripped = link.strip()
    if not (_WEB.match(stripped) or _MAIL.match(stripped)):
        return ""
    if any(character < " " or "\x7f" <= character <= "\x9f" for character in stripped):
        return ""
    return quote(stripped.encode("utf-8", "replace"), safe=_KEPT)


def web_addresses(candidates: Iterable[str]) -> list[str]:
    """Those of the web, each once, in their order."""
    return [one for one in dict.fromkeys(candidates) if one.startswith(("http://", "https://"))]


def inner_target(link: str) -> str:
    """The key of the heading in the same paper that a link written as ``#key`` goes to; empty for every other link."""
    stripped = link.strip()
    return stripped[1:] if stripped.startswith("#") else ""

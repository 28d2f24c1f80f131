"""Texts as HTML: the one place where they are escaped."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from facilitator.publishing.addresses import safe_address
from facilitator.publishing.direction import language_level
from facilitator.publishing.document import Run, Runs
from facilitator.publishing.plain_text import printable

_LANGUAGE = re.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


def text(words: str) -> str:
    """Words between tags; line feeds become breaks."""
    return html.escape(printable(words), quote=False).replace("\n", "<br>")


def attribute(words: str) -> str:
    """Words between quotation marks."""
    return html.escape(printable(words).replace("\n", " "))


def inline(runs: Runs, anchors: Mapping[str, str]) -> str:
    """Runs with their looks, languages and links; ``anchors`` gives the id of each heading's key."""
    return "".join(_run(run, anchors) for run in runs)


def told(runs: Runs) -> bool:
    """Whether runs say anything."""
    return any((run.text or run.link).strip() for run in runs)


def passage(language: str) -> str:
    """The attributes of a passage in another language, with a blank before them; none for what is no BCP 47 code."""
    if not _LANGUAGE.fullmatch(language):
        return ""
    direction = "rtl" if language_level(language) else "ltr"
    return f' lang="{language}" dir="{direction}"'


def _run(run: Run, anchors: Mapping[str, str]) -> str:
    made = text(run.text or run.link)
    if not made:
        return ""
    if run.italic:
        made = f"<em>{made}</em>"
    if run.bold:
        made = f"<strong>{made}</strong>"
    if language := passage(run.language):
        made = f"<span{language}>{made}</span>"
    address = safe_address(run.link) or (f"#{anchors[run.target]}" if run.target in anchors else "")
    return f'<a href="{attribute(address)}">{made}</a>' if address else made

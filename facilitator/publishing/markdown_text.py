"""Runs as inline Markdown that CommonMark shows exactly as they are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace

from facilitator.publishing.addresses import safe_address
from facilitator.publishing.document import Run, Runs
from facilitator.publishing.plain_text import printable

# What has a meaning anywhere in a line, in CommonMark or in GitHub's tables, strikethrough and formulas.
_ALWAYS = re.compile(r"[\\`*_\[\]<>&~|$]")
# What has one only where a line begins: headings, lists, rules, underlines of headings.
_AT_LINE_START = re.compile(r"^(\s*)(?:([#+=-])|(\d{1,9})([.)]))")


def escaped(text: str) -> str:
    """The text, which must be printable already, with what Markdown would read as markup escaped."""
    return _ALWAYS.sub(r"\\\g<0>", text)


def guarded(line: str) -> str:
    """A line of escaped text that cannot be taken for the beginning of a list, a heading or a rule."""
    return _AT_LINE_START.sub(lambda found: _guard(*found.groups()), line.strip(" "))


def _guard(space: str, sign: str | None, number: str | None, stop: str | None) -> str:
    return f"{space}\\{sign}" if sign else f"{space}{number}\\{stop}"


def inline(runs: Runs, slugs: Mapping[str, str]) -> str:
    """The runs in one go; line feeds stay line feeds. ``slugs`` gives the anchor of each heading's key."""
    merged = _merged(runs)
    texts: list[str] = []
    for index, run in enumerate(merged):
        before = merged[index - 1].text[-1] if index else ""
        after = merged[index + 1].text[0] if index + 1 < len(merged) else ""
        starred = bool(texts) and texts[-1].endswith("*")
        texts.append(_run(run, before, after, starred, slugs))
    return "".join(texts)


def _merged(runs: Runs) -> list[Run]:
    """Printable runs, neighbours of one style joined, empty ones left out."""
    merged: list[Run] = []
    for run in runs:
        run = replace(run, text=printable(run.text or run.link), language="")
        if merged and replace(merged[-1], text="") == replace(run, text=""):
            merged[-1] = replace(run, text=merged[-1].text + run.text)
        elif run.text:
            merged.append(run)
    return merged


@dataclass(frozen=True)
class _Style:
    """Markers of an emphasis, and the tags to use where markers would not be read as such."""

    marker: str
    opening: str
    closing: str


_STYLES = {
    (True, False): _Style("**", "<strong>", "</strong>"),
    (False, True): _Style("*", "<em>", "</em>"),
    (True, True): _Style("***", "<strong><em>", "</em></strong>"),
}


def _run(run: Run, before: str, after: str, starred: bool, slugs: Mapping[str, str]) -> str:
    core = run.text.strip()
    if not core:
        return run.text
    lead, tail = run.text[: run.text.index(core)], run.text[run.text.index(core) + len(core) :]
    text = escaped(core)
    address = safe_address(run.link)
    anchor = slugs.get(run.target, "")
    linked = bool(address or anchor)
    style = _STYLES.get((run.bold, run.italic))
    if style is not None:
        outside = ("[", "]") if linked else (before if not lead else " ", after if not tail else " ")
        plain = (
            "\n" not in core
            and not starred
            and _flanks(outside[0], core[0])
            and _flanks(outside[1], core[-1])
        )
        opening, closing = (style.marker, style.marker) if plain else (style.opening, style.closing)
        text = f"{opening}{text}{closing}"
    if linked:
        text = f"[{text.replace(chr(10), ' ')}](<{address or '#' + anchor}>)"
    return f"{lead}{text}{tail}"


def _flanks(outside: str, inside: str) -> bool:
    """Whether a marker between these characters begins or ends an emphasis (CommonMark 0.31, section 6.2)."""
    return not _is_punctuation(inside) or not outside or outside.isspace() or _is_punctuation(outside)


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def slug(title: str, taken: dict[str, int]) -> str:
    """The anchor that GitHub, GitLab and editors give a heading; ``taken`` counts those given so far."""
    kept = (
        character
        for character in title.strip().lower()
        if character in " -_" or unicodedata.category(character)[0] in "LMN"
    )
    base = "".join(kept).replace(" ", "-")
    count = taken.get(base, 0)
    taken[base] = count + 1
    return f"{base}-{count}" if count else base


def paragraphs(runs: Runs, slugs: Mapping[str, str]) -> list[str]:
    """Prose as paragraphs; within one, a line feed is a hard line break."""
    lines = [guarded(line) for line in inline(runs, slugs).split("\n")]
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return ["\\\n".join(lines) for lines in paragraphs if lines]


def prose(runs: Runs, slugs: Mapping[str, str]) -> str:
    """Prose as one text, a blank line between its paragraphs."""
    return "\n\n".join(paragraphs(runs, slugs))


def listed(marker: str, runs: Runs, slugs: Mapping[str, str]) -> str:
    """One list item; what follows its first line is indented so that it stays in the item."""
    indent = " " * (len(marker) + 1)
    body = prose(runs, slugs).replace("\n", f"\n{indent}")
    return f"{marker} {body}".rstrip()

"""A template with one thing changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from facilitator.domain.errors import Refused
from facilitator.features.briefing.templates import Content, Group, Part, Template
from facilitator.translation import tr

_MOST = 9999


def with_part(template: Template, key: str, **values: Any) -> Template:
    """With these values in one of its parts. What is made from the records alone holds no paragraphs."""
    return _with_parts(
        template, [replace(one, **values) if one.key == key else one for one in template.parts]
    )


def with_content(template: Template, key: str, content: Content) -> Template:
    """With a part that is made of a content; one that is made of nothing is written."""
    values: dict[str, Any] = {"content": content}
    if content is Content.NONE:
        values["written"] = True
    return with_part(template, key, **values)


def with_new_part(template: Template, heading: str, after: str = "") -> tuple[Template, str]:
    """With a part more, behind another or at the end, and its key."""
    numbers = (int(one.key[5:]) for one in template.parts if re.fullmatch(r"part-\d{1,6}", one.key))
    key = f"part-{max(numbers, default=0) + 1}"
    parts = list(template.parts)
    keys = [one.key for one in parts]
    parts.insert(keys.index(after) + 1 if after in keys else len(parts), Part(key, heading))
    return _with_parts(template, parts), key


def without_part(template: Template, key: str) -> Template:
    """With a part less."""
    return _with_parts(template, [one for one in template.parts if one.key != key])


def with_part_moved(template: Template, key: str, places: int) -> Template:
    """With a part further up (negative) or down; as it is where that leads beyond an end."""
    parts = list(template.parts)
    here = next((at for at, one in enumerate(parts) if one.key == key), -1)
    if here < 0 or not 0 <= here + places < len(parts):
        return template
    parts.insert(here + places, parts.pop(here))
    return _with_parts(template, parts)


def with_group(template: Template, key: str, number: int, **values: Any) -> Template:
    """With these values in a group of notes of a part, the first being 0; one behind the last is added."""
    part = template.part(key)
    groups = list(part.groups) if part else []
    if number >= len(groups):
        groups.append(Group(()))
        number = len(groups) - 1
    groups[number] = replace(groups[number], **values)
    return with_part(template, key, groups=tuple(groups))


def without_group(template: Template, key: str, number: int) -> Template:
    """With a group of notes less."""
    part = template.part(key)
    groups = part.groups if part else ()
    return with_part(template, key, groups=groups[:number] + groups[number + 1 :])


def parse_limit(text: str) -> int:
    """A number of words or paragraphs, in digits of any script; 0 for an empty text. Raises ``Refused`` otherwise."""
    wanted = text.strip()
    if not wanted:
        return 0
    if not wanted.isdecimal() or int(wanted) > _MOST:
        raise Refused(
            tr("“{text}” can't be read as a limit.").format(text=wanted),
            tr("A limit is a whole number up to {most}, or nothing.").format(most=_MOST),
            tr("Nothing was changed."),
        )
    return int(wanted)


def show_limit(limit: Any) -> str:
    """A limit as text; nothing for none."""
    return str(limit) if limit else ""


def _with_parts(template: Template, parts: Sequence[Part]) -> Template:
    return replace(template, parts=tuple(parts))

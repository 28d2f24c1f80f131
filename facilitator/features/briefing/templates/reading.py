"""A template as JSON text, read and written (docs/templates.md has the format)."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import fields
from enum import StrEnum
from typing import Any, TypeVar

from facilitator.domain.errors import Refused
from facilitator.domain.text import storable
from facilitator.domain.vocabulary import NoteKind
from facilitator.features.briefing.templates.model import (
    Content,
    Group,
    Opening,
    Part,
    Template,
    Voice,
)
from facilitator.publishing import typefaces
from facilitator.publishing.document import Front
from facilitator.translation import tr

E = TypeVar("E", bound=StrEnum)

MOST_CHARACTERS = 1_000_000
"""Of one template; the longest that ships has some 4,000."""

_MOST_PARTS, _MOST_GROUPS, _MOST_TEXT, _MOST_NUMBER = 100, 50, 5_000, 100_000
_KEY = re.compile("[a-z0-9_-]{1,60}")
_ACCENT = re.compile("#[0-9A-Fa-f]{6}")
_BY = ("", "theme", "horizon", "speaker")
_SPEAKERS = ("", "partners", "others")


class _Broken(Exception):
    """Its text says where the template is wrong."""


def parse(text: str, name: str, *, own: bool = False) -> Template:
    """The template that a JSON text holds, under this name; ``own`` for one of the library's own.

    Raises ``Refused`` for what is no such text, saying where it is wrong.
    """
    try:
        if len(text) > MOST_CHARACTERS:
            raise _Broken(tr("It is longer than a template can be."))
        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise _Broken(tr("It is not written as JSON.")) from error
        return _template(_Object(data, tr("the template")), name, own)
    except _Broken as broken:
        raise Refused(tr("The template can't be read."), str(broken), tr("Nothing was changed.")) from None


def write(template: Template) -> str:
    """The template as JSON, without what is as usual. Under which name it is kept is not told: a copy
    has another one."""
    return json.dumps(_data(template, ("name", "own")), ensure_ascii=False, indent=2)


def _data(value: Any, without: Sequence[str] = ()) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in fields(value):
        held = getattr(value, field.name)
        if field.name in without or held == field.default:
            continue
        rows = isinstance(held, tuple) and held and not isinstance(held[0], str)
        found[field.name] = [_data(one) for one in held] if rows else held
    return found


def _template(data: _Object, name: str, own: bool) -> Template:
    parts = tuple(_part(one) for one in data.rows("parts", _MOST_PARTS))
    keys = [part.key for part in parts]
    if len(set(keys)) < len(keys):
        raise _Broken(tr("Two parts have the same key."))
    accent = data.text("accent")
    if accent and not _ACCENT.fullmatch(accent):
        raise data.wrong("accent")
    typeface = data.text("typeface")
    if typeface and typeface not in typefaces.NAMES:
        raise data.wrong("typeface")
    return Template(
        name,
        data.text("title"),
        parts,
        data.text("about"),
        data.one_of("front", Front, Front.PAGE),
        data.flag("one_page"),
        data.flag("contents"),
        data.flag("quiet"),
        accent,
        typeface,
        data.flag("logos", usual=True),
        own,
    )


def _part(data: _Object) -> Part:
    key = data.text("key")
    if not _KEY.fullmatch(key):
        raise data.wrong("key")
    return Part(
        key,
        data.text("heading"),
        data.text("guidance"),
        data.one_of("content", Content, Content.NONE),
        data.flag("written", usual=True),
        data.one_of("voice", Voice, Voice.ENTRY),
        data.one_of("opening", Opening, Opening.NONE),
        tuple(_group(one) for one in data.rows("groups", _MOST_GROUPS)),
        *(
            data.number(name)
            for name in ("limit", "most_words", "most_items", "least_items", "most_words_each")
        ),
    )


def _group(data: _Object) -> Group:
    kinds = tuple(data.texts("kinds"))
    if not set(kinds) <= {"", *NoteKind}:
        raise data.wrong("kinds")
    by, speakers = data.text("by"), data.text("speakers")
    if by not in _BY:
        raise data.wrong("by")
    if speakers not in _SPEAKERS:
        raise data.wrong("speakers")
    return Group(kinds, data.text("heading"), by, speakers, data.flag("fallback"))


class _Object:
    """The fields of one object. ``place`` is where it stands, in words."""

    def __init__(self, data: Any, place: str) -> None:
        if not isinstance(data, dict):
            raise _Broken(tr("At {place}, an object in braces was expected.").format(place=place))
        self._data, self._place = data, place

    def rows(self, name: str, most: int) -> list[_Object]:
        values = self._data.get(name, [])
        if not isinstance(values, list) or len(values) > most:
            raise self.wrong(name)
        return [
            _Object(row, tr("{name}, number {number}").format(name=name, number=number))
            for number, row in enumerate(values, start=1)
        ]

    def text(self, name: str) -> str:
        value = self._data.get(name, "")
        if not isinstance(value, str) or len(value) > _MOST_TEXT:
            raise self.wrong(name)
        return storable(value).strip()

    def texts(self, name: str) -> list[str]:
        values = self._data.get(name, [])
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise self.wrong(name)
        return values

    def flag(self, name: str, *, usual: bool = False) -> bool:
        value = self._data.get(name, usual)
        if not isinstance(value, bool):
            raise self.wrong(name)
        return value

    def number(self, name: str) -> int:
        value = self._data.get(name, 0)
        if type(value) is not int or not 0 <= value <= _MOST_NUMBER:
            raise self.wrong(name)
        return value

    def one_of(self, name: str, kind: type[E], usual: E) -> E:
        try:
            return kind(self._data.get(name, usual))
        except ValueError:
            raise self.wrong(name) from None

    def wrong(self, name: str) -> _Broken:
        return _Broken(
            tr("At {place}, “{name}” is not what was expected.").format(place=self._place, name=name)
        )

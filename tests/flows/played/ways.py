"""The ways in which a note is typed: each kind by letter or by sign, with what else can be said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from facilitator.features.notes.keys import KIND_LETTERS
from tests.flows.played.library import Said

_LETTERS = {kind.value: letter for kind, letter in KIND_LETTERS.items()}
_LITERAL = (
    "/etc is no sign: ",
    "1/2 of it, a@b.example: ",
    "#1 is none, # nor @: ",
    "> 50 % say: ",
    "|| bars: ",
)
_OFF_THE_RECORD = range(40, 44)


@dataclass(frozen=True)
class Way:
    """Keys before, the sign, what is typed before the words and stays, what happens midway, what is typed behind, what
    is corrected; and what of it is to be kept."""

    kind: str
    before: tuple[str, ...] = ()
    sign: str = ""
    literal: str = ""
    midway: tuple[tuple[str, ...], ...] = ()
    behind: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    values: Mapping[str, object] | None = None
    speaker: str = ""
    tags: frozenset[str] = frozenset()
    attribution: str = ""


def way_of(
    number: int, said: Said, people: Mapping[str, str], speakers: tuple[str, ...], attribution: str
) -> Way:
    """How the note of that number is typed. ``attribution`` is the restriction that stands from the note before."""
    way = _by_kind(number, said.kind)
    way = _with_record(number, way, attribution)
    if said.speaker and said.speaker not in speakers:
        way = _by_another(way, said.speaker, people)
    elif number % 9 == 4:
        way = _with_tag(number, way)
    if number % 11 == 5:
        way = replace(way, before=(*way.before, "Alt+S"), values={**way.values, "starred": 1})
    if number % 13 == 6:  # two letters too many, and a pause to think
        way = replace(way, midway=(("X", "Y", "Backspace", "Backspace"), *way.midway))
    if number % 29 == 7:
        way = replace(way, kind="lesson", after=("Up", "Alt+L", "Ctrl+Shift+N"))
    if number % 7 == 3 and not way.sign:
        literal = _LITERAL[number // 7 % len(_LITERAL)]
        way = replace(way, literal="" if "|" in literal and way.behind else literal)
    return way


def _by_kind(number: int, kind: str) -> Way:
    if kind == "quote":
        return _quote(number)
    letter = _LETTERS[kind]
    way = [
        Way(kind, before=(f"Alt+{letter}",)),
        Way(kind, sign=f"/{letter.lower()} "),
        Way(kind, midway=((f"Alt+{letter}",),)),
        Way(kind, sign=f"/{kind.replace('_', '-')} "),
    ][number % 4]
    if kind == "data_point":
        slots = {"figure": "97", "unit": "%", "source": "a survey"}
        return replace(way, behind=(" | 97 | % | a survey",), values={**slots, "to_verify": 1})
    if kind == "commitment":
        return replace(
            way, behind=(" | UCLG | 30 June 2027",), values={"responsible": "UCLG", "due": "2027-06-30"}
        )
    if kind == "recommendation" and number % 2:
        return replace(way, behind=(" | Governments",), values={"addressee": "Governments"})
    if kind == "question":
        return replace(way, behind=(" | not yet",), values={"answer": "not yet"})
    return replace(way, values={})


def _quote(number: int) -> Way:
    sign, language, heard = [
        (">en ", "en", "floor"),
        (">>fr ", "fr", "interpretation"),
        ("> ", "", "floor"),
    ][number % 3]
    values = {"heard_from": heard} | ({"language": language} if language else {})
    return Way("quote", sign=sign, values=values)


def _with_record(number: int, way: Way, attribution: str) -> Way:
    """Off the record stays until it is taken back."""
    wanted = "off_the_record" if number in _OFF_THE_RECORD else ""
    keys = ("Alt+O",) if wanted != attribution else ()
    return replace(way, before=(*keys, *way.before), attribution=wanted)


def _by_another(way: Way, person: str, people: Mapping[str, str]) -> Way:
    """Of somebody who is not on the item: they are named by a word that nobody else's name begins with."""
    others = [word for one, name in people.items() if one != person for word in name.split()]
    words = [word for word in people[person].split() if not any(other.startswith(word) for other in others)]
    return replace(way, speaker=person, behind=(f" @{words[0]}", "[Return]", *way.behind))


def _with_tag(number: int, way: Way) -> Way:
    if number % 2:
        return replace(way, tags=frozenset({"sources differ"}), behind=(" #sources", "[Return]", *way.behind))
    # The first time it is added; then it is there, and is highlighted.
    name = "on-the-screen"
    keys = "[Down]" if number == 4 else ""
    return replace(
        way, tags=frozenset({name}), behind=(f" #{name}", *([keys] if keys else []), "[Return]", *way.behind)
    )

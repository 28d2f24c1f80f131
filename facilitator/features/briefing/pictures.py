"""What a briefing shows in pictures: voices by head and minute, themes, the cities heard, the time planned and used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from facilitator.features.briefing.cleared import NOT_STATED, ClearedBriefing, Tally
from facilitator.publishing.document import Bar, Bars, Block, Comparison, Pair, Spot, SpotMap
from facilitator.publishing.wording import Wording
from facilitator.reading.coordinates import coordinates
from facilitator.translation import mark

_MOST_BARS = 10


def voices(paper: ClearedBriefing, wording: Wording) -> Iterator[Block]:
    """Women and men, and sections: by head and by planned minutes side by side, by head alone where no minutes are
    known. Nothing where nothing is stated."""
    minutes = paper.figures.minutes > 0
    for title, tallies in (
        (mark("Women and men"), paper.figures.genders),
        (mark("Sections"), paper.figures.sections),
    ):
        if any(tally.label != NOT_STATED for tally in tallies):
            yield _voices(wording(title), tallies, wording, minutes=minutes)


def _voices(title: str, tallies: tuple[Tally, ...], wording: Wording, *, minutes: bool) -> Block:
    heads = sum(tally.heads for tally in tallies) or 1
    spoken = sum(tally.minutes for tally in tallies) or 1
    count, time = wording(mark("{count} ({share})")), wording(mark("{count} min ({share})"))
    pairs = tuple(
        Pair(
            wording.label(tally.label),
            tally.heads,
            tally.minutes,
            count.format(count=tally.heads, share=wording.marks.share(str(round(100 * tally.heads / heads)))),
            time.format(
                count=tally.minutes, share=wording.marks.share(str(round(100 * tally.minutes / spoken)))
            ),
        )
        for tally in tallies
    )
    if minutes:
        series = (wording(mark("People")), wording(mark("Planned minutes")))
        told = _pairs_told(pairs, wording)
        return Comparison(title, series, pairs, told)
    bars = tuple(Bar(pair.label, pair.first, pair.first_text) for pair in pairs)
    return Bars(title, bars, _bars_told(bars, wording), heads)


def themes(paper: ClearedBriefing, wording: Wording) -> Iterator[Block]:
    """How many notes and cases each theme has, the most frequent first; nothing for fewer than two themes."""
    found = [theme for note in paper.notes for theme in note.themes]
    found += [theme for case in paper.cases for theme in case.themes]
    counted = Counter(wording.label(theme.label) for theme in found)
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0].casefold()))[:_MOST_BARS]
    if len(ordered) > 1:
        bars = tuple(Bar(label, count, str(count)) for label, count in ordered)
        told = _bars_told(bars, wording)
        yield Bars(wording(mark("Themes, by notes and cases")), bars, told)


def city_map(paper: ClearedBriefing, wording: Wording) -> Iterator[Block]:
    """The cities and regions that the paper names anyway, with a disc for each: larger for more voices. Those whose
    place is not known are told below it; without any that is known there is no map."""
    heard: Counter[str] = Counter()
    countries: dict[str, str] = {}
    for person in paper.speakers:
        heard[person.place] += 1
        countries[person.place] = person.country
    for case in paper.cases:
        heard[case.place] += 1
        countries.setdefault(case.place, case.country)
    for note in paper.notes:
        if note.place not in heard:
            heard[note.place] += 1
    spots, beside = [], []
    for place, voices_ in sorted(heard.items(), key=lambda pair: (-pair[1], pair[0].casefold())):
        found = coordinates(place, countries.get(place, "")) if place else None
        if found:
            spots.append(Spot(place, *found, weight=float(voices_)))
        elif place:
            beside.append(place)
    if spots:
        names = wording.marks.listed(spot.label for spot in spots)
        told = wording(mark("Map of the cities heard: {names}"), names=names)
        yield SpotMap(wording(mark("Cities heard")), tuple(spots), told, tuple(beside))


def times(paper: ClearedBriefing, wording: Wording) -> Iterator[Block]:
    """The minutes planned and used for each item of the agenda, where the session's clock was kept."""
    if not any(used for _, _, used in paper.times):
        return
    unit = wording(mark("{minutes} min"))
    pairs = tuple(
        Pair(title, planned, used, unit.format(minutes=planned), unit.format(minutes=used))
        for title, planned, used in paper.times
        if title.strip()
    )
    series = (wording(mark("Minutes planned")), wording(mark("Minutes used")))
    told = _pairs_told(pairs, wording)
    yield Comparison(wording(mark("Time planned and used")), series, pairs, told, shared_scale=True)


def _pairs_told(pairs: Iterable[Pair], wording: Wording) -> str:
    marks = wording.marks
    return marks.series(
        marks.labelled(pair.label, marks.described((pair.first_text, pair.second_text))) for pair in pairs
    )


def _bars_told(bars: Iterable[Bar], wording: Wording) -> str:
    return wording.marks.series(wording.marks.labelled(bar.label, bar.text) for bar in bars)

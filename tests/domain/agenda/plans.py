"""Random plans: pins, groups in several rounds, buffers, lengths and starts that are missing, clocks that change."""

from __future__ import annotations

from hypothesis import strategies as st

from facilitator.domain.agenda import LocalDay, Slot

DAYS = [
    LocalDay(),
    LocalDay("2026-06-01", "Europe/Madrid"),
    LocalDay("2026-03-29", "Europe/Madrid"),
    LocalDay("2026-03-28", "Europe/Madrid"),
    LocalDay("2026-10-25", "Europe/Madrid"),
    LocalDay("2026-10-24", "Europe/Madrid"),
    LocalDay("2026-04-05", "Australia/Lord_Howe"),
    LocalDay("2026-10-04", "Australia/Lord_Howe"),
    LocalDay("2018-11-04", "America/Sao_Paulo"),
]
"""Without a zone; without a change; forward and back by an hour, on the day and the day after; by half an hour; and
forward at midnight, which that day does not have."""

days = st.sampled_from(DAYS)
wall_minutes = st.one_of(st.integers(0, 360), st.integers(0, 3 * 1440))
"""Of three days, and often around the hours in which clocks change."""

_lengths = st.one_of(st.none(), st.integers(0, 40), st.sampled_from([0, 5, 90]))
_pins = st.one_of(st.none(), st.none(), st.none(), wall_minutes)
_kinds = st.sampled_from(["item", "item", "item", "holder", "buffer", "A", "A", "B", "B buffer", "C"])


def _slots(rows: list[tuple[str, int | None, int | None]]) -> list[Slot]:
    return [
        Slot(
            f"{number}",
            kind[0] if kind[0].isupper() else "",
            minutes,
            pin,
            holds_groups=kind == "holder",
            absorbs="buffer" in kind,
        )
        for number, (kind, minutes, pin) in enumerate(rows)
    ]


slots = st.lists(st.tuples(_kinds, _lengths, _pins), max_size=12).map(_slots)

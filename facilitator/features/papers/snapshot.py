"""All that the papers of one session are made of, as the library holds it: for the gate, not for reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.publishing.document import Picture
from facilitator.publishing.gate.subjects import Material
from facilitator.reading.facts import SessionFacts
from facilitator.reading.plan_rows import Plan


@dataclass(frozen=True)
class Snapshot:
    """Everything at one moment. The labels of segments, roles and languages are given by their codes; ``lost_logos``
    is how many logos the series has that can't be read."""

    session: SessionFacts
    plan: Plan
    material: Material
    segments: Mapping[str, str]
    roles: Mapping[str, str]
    languages: Mapping[str, str]
    logos: tuple[Picture, ...] = ()
    lost_logos: int = 0

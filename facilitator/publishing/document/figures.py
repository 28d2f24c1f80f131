"""What is looked at: large numbers, charts, a map, pictures. Each says in words what it shows."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.publishing.document.text import Runs


@dataclass(frozen=True)
class KeyFigure:
    """One large number and what it counts, such as ``("8", "cities heard")``."""

    value: str
    label: str


@dataclass(frozen=True)
class KeyFigures:
    """Two to four large numbers side by side."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True)
class Bar:
    """One bar: its label, its length and the text that tells the length (such as ``"12 (48 %)"``)."""

    label: str
    value: float
    text: str


@dataclass(frozen=True)
class Bars:
    """A horizontal bar chart. ``alternative`` says in words what the picture shows; ``whole`` is the value of a bar of
    full length, such as the total of which the bars are shares (0: the largest of the bars)."""

    title: str
    bars: tuple[Bar, ...]
    alternative: str
    whole: float = 0.0


@dataclass(frozen=True)
class Pair:
    """One row of a comparison: a value of each series, and the text that tells it (such as ``"12 (48 %)"``)."""

    label: str
    first: float
    second: float
    first_text: str
    second_text: str


@dataclass(frozen=True)
class Comparison:
    """Two bars for each row, such as voices by head and by minutes, or minutes planned and used.

    ``series`` names the two. Each series has its own scale where ``shared_scale`` is False (heads and minutes), and one
    for both where it is True (planned and used). ``alternative`` says in words what the picture shows.
    """

    title: str
    series: tuple[str, str]
    pairs: tuple[Pair, ...]
    alternative: str
    shared_scale: bool = False


@dataclass(frozen=True)
class Spot:
    """A place on a map, in degrees (WGS 84); ``weight`` is how much it counts, 1 for one voice."""

    label: str
    latitude: float
    longitude: float
    weight: float = 1.0


@dataclass(frozen=True)
class SpotMap:
    """The world, or the part of it that holds all spots, with a disc for each. ``beside`` are places without known
    coordinates, told below the map. ``alternative`` says in words what the picture shows."""

    title: str
    spots: tuple[Spot, ...]
    alternative: str
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A picture as PNG or JPEG bytes. ``alternative`` says in words what it shows."""

    data: bytes
    alternative: str


@dataclass(frozen=True)
class Illustration:
    """A picture between the paragraphs, as wide as the text allows and no larger than it is, with its caption."""

    picture: Picture
    caption: Runs = ()
    evidence: tuple[str, ...] = ()

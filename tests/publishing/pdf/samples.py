"""A document with a little of everything."""

from __future__ import annotations

from facilitator.publishing.document import (
    Bar,
    Bars,
    Column,
    Contents,
    Cover,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Quotation,
    Run,
    Table,
    plain,
)

MIXED = "Mixed مدينة (2020) 武汉 서울 मुंबई Łódź 👍🏽 → ✓ "


def sample() -> Document:
    blocks = (
        Contents("Contents"),
        Heading(1, plain("First"), "a"),
        Paragraph(plain(MIXED * 20)),
        Quotation(plain(MIXED), plain("Ann")),
        Table((Column("a"), Column("b", numeric=True)), ((plain(MIXED), plain("1")),) * 5),
        KeyFigures((KeyFigure("8", "cities"),)),
        Bars("Bars", (Bar("x", 3, "3"), Bar("y", 1, "1")), "x has most"),
        Paragraph((Run("web", link="https://uclg.org/?a=1&b=2"), Run(" up", target="a"))),
    )
    cover = Cover("Series", "Note", "Title", "Theme", "2020", "Hosts", "a@b.org", "#Tag")
    return Document(
        "A title & <more>",
        "fr",
        cover,
        blocks,
        "An Author",
        "The subject",
        ("one", "two <3>"),
        "Header",
        "Footer",
    )

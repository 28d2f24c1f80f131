"""The last pass over a finished paper, and that there is no way around it."""

from __future__ import annotations

import ast
import dataclasses
from pathlib import Path

import pytest

from facilitator.domain.errors import Refused
from facilitator.publishing import document, export
from facilitator.publishing.document import (
    Bar,
    Bars,
    Cover,
    Document,
    Facts,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Quotation,
    Run,
)
from facilitator.publishing.gate import ClearedDocument, bind, clear, seal, seal_for_all
from facilitator.publishing.gate.subjects import Material, PersonSubject

NAME = "Ada Colau"
GONE = "[name withheld]"
PACKAGE = Path(document.__file__).parents[2]


def sealed(*blocks: document.Block, fixed: tuple[str, ...] = (), **more: object) -> ClearedDocument:
    paper = Document("Title", "en", Cover("", "", ""), blocks, **more)  # type: ignore[arg-type]
    protection = clear(
        Material(people=(PersonSubject("ada", NAME), PersonSubject("key", "John Quaymes")))
    ).protection
    return seal(paper, protection, fixed)


def test_a_name_that_begins_in_bold_and_ends_in_plain_letters_is_found() -> None:
    runs = (Run("so A", bold=True), Run("da "), Run("Col", italic=True), Run("au spoke"))
    found = sealed(Paragraph(runs)).sealed.blocks[0]
    assert isinstance(found, Paragraph)
    assert [(run.text, run.bold) for run in found.runs] == [(f"so {GONE}", True), (" spoke", False)]


def test_an_address_that_holds_a_name_is_no_link_any_more() -> None:
    runs = (Run("here", link="https://x.org/ada-colau"), Run(" there", link="https://x.org/"))
    found = sealed(Paragraph(runs)).sealed.blocks[0]
    assert isinstance(found, Paragraph)
    assert [run.link for run in found.runs] == ["", "https://x.org/"]


def test_every_text_of_every_block_is_cleaned() -> None:
    runs = (Run(NAME),)
    blocks = (
        Quotation(runs, runs, ("evidence",)),
        Facts(((NAME, runs),)),
        KeyFigures((KeyFigure(NAME, NAME),)),
        Bars(NAME, (Bar(NAME, 1, NAME),), NAME),
        Heading(1, runs, "key"),
    )
    found = sealed(*blocks).sealed
    assert "Colau" not in repr(found)
    assert repr(found).count(GONE) == 11
    assert isinstance(found.blocks[0], Quotation)
    assert found.blocks[0].evidence == ("evidence",)


def test_every_text_about_the_document_is_cleaned_and_the_file_name_is_safe() -> None:
    texts = [field.name for field in dataclasses.fields(Document) if field.type == "str"]
    values = dict.fromkeys({*texts} - {"language", "accent", "title", "stem"}, NAME)
    found = sealed(keywords=(NAME,), stem="lle-08-Ada_Colau-näme/../x", **values)
    assert "olau" not in repr(found.sealed)
    assert found.stem == "lle-08-name-x"


def test_a_stem_of_a_name_alone_is_still_a_file_name() -> None:
    assert sealed(stem="ada-colau").stem == "document"


def test_a_fixed_text_is_not_broken_up_by_a_surname_in_it() -> None:
    heading, prose = (
        Heading(1, (Run("Quaymes messages"),), "k"),
        Paragraph((Run("Quaymes spoke. Quaymes messages."),)),
    )
    found = sealed(heading, prose, fixed=("Quaymes messages", "Quaymes")).sealed.blocks
    assert [run.text for block in found for run in block.runs] == [  # type: ignore[union-attr]
        "Quaymes messages",
        f"{GONE} spoke. Quaymes messages.",
    ]


def test_each_replacement_is_told_with_its_part_and_without_the_name() -> None:
    found = sealed(Heading(1, (Run("Lessons"),), "l"), Paragraph((Run(f"{NAME}, {NAME}"),)))
    assert [(one.code, one.table, one.row_id) for one in found.findings] == [
        ("replaced_in_text", "person", "ada")
    ]
    assert "Lessons" in found.findings[0].message
    assert "Colau" not in found.findings[0].message


def test_what_is_not_sealed_is_not_rendered() -> None:
    with pytest.raises(TypeError):
        export.render(Document("t", "en", Cover("", "", ""), ()), "md")  # type: ignore[arg-type]


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(Refused):
        export.render(sealed(), "exe")


def imported_by(path: Path) -> set[str]:
    """The dotted names that a module imports, at its top or inside functions."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def test_only_what_is_sealed_can_be_bound() -> None:
    paper = sealed(Paragraph((Run("x"),)))
    for frame, papers in ((paper, [paper.sealed]), (paper.sealed, [paper]), (paper, [None])):
        with pytest.raises(TypeError):
            bind(frame, papers)  # type: ignore[arg-type,list-item]


def test_keys_and_links_of_bound_papers_stay_with_their_own() -> None:
    blocks = (Heading(1, (Run("A"),), "part"), Paragraph((Run("to A", target="part"),)))
    bound = bind(sealed(*blocks), [sealed(*blocks), sealed(*blocks)]).sealed
    keys = [block.key for block in bound.blocks if isinstance(block, Heading)]
    targets = [block.runs[0].target for block in bound.blocks if isinstance(block, Paragraph)]
    assert keys == targets == ["part", "1-part", "2-part"]


def test_what_stands_before_several_papers_tells_what_none_of_them_hides() -> None:
    hidden = [Material(people=(PersonSubject(name, name),)) for name in ("Ada Colau", "Ann Hidalgo")]
    paper = Document("Ada Colau, Ann Hidalgo, Ed Lee", "en", Cover("", "", ""), ())
    found = seal_for_all(paper, [clear(material).protection for material in hidden])
    assert found.sealed.title == f"{GONE}, {GONE}, Ed Lee"
    with pytest.raises(ValueError, match="nothing says"):
        seal_for_all(paper, [])


def test_only_the_export_calls_a_renderer() -> None:
    drawing = tuple(export.FORMATS.values())
    within = tuple(f"publishing/{name.rpartition('.')[2]}" for name in drawing)
    for path in PACKAGE.rglob("*.py"):
        place = path.relative_to(PACKAGE).as_posix()
        if not place.startswith((*within, "publishing/export.py")):
            assert not any(name.startswith(drawing) for name in imported_by(path)), place


def test_a_cleared_document_is_made_nowhere_but_by_the_seal() -> None:
    makers = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if "ClearedDocument(" in path.read_text(encoding="utf-8")
    }
    assert makers == {"publishing/gate/sealing.py"}


REPORTS = sorted((PACKAGE / "features").rglob("report*.py"))
OF_BRIEFING = [
    *(PACKAGE / "features/briefing" / f"{name}.py" for name in ("parts", "prose", "cleared")),
    PACKAGE / "reading/wording.py",
]


@pytest.mark.parametrize("path", [*REPORTS, *OF_BRIEFING], ids=lambda path: path.stem)
def test_a_report_sees_nothing_that_is_not_cleared(path: Path) -> None:
    raw = ("facilitator.storage", "sqlalchemy", "facilitator.publishing.gate.subjects")
    raw_words = ("snapshot", "subjects", "queries", "Material")
    for name in imported_by(path):
        assert not name.startswith(raw)
        assert not any(word in name for word in raw_words), name

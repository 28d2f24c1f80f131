"""Papers in six more languages: every fixed text is there, with its places for values and its plurals."""

from __future__ import annotations

import gettext
import io
import re
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from facilitator import assets
from facilitator.features.imports.sample import make_sample
from facilitator.features.sessions.queries import list_sessions
from facilitator.kit.feature import making
from facilitator.publishing.export import render
from facilitator.publishing.wording import Wording
from facilitator.shell import catalog
from facilitator.storage.store import Store, open_library
from facilitator.translation import PAPER_LANGUAGES, papers

OTHERS = [language for language in PAPER_LANGUAGES if language != "en"]
_PLACE = re.compile(r"\{[a-z_]*\}")


def source(language: str) -> Catalog:
    with assets.path("translations", language, "LC_MESSAGES", "papers.po").open("rb") as file:
        return read_po(file, locale=language)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("sample") / "sample.lle"
    make_sample(path)
    store = open_library(path, read_only=True)
    yield store
    store.close()


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_is_translated_with_its_places_and_as_many_plurals_as_the_language_has(
    language: str,
) -> None:
    found = source(language)
    assert len(found) > 300
    for message in found:
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        assert len(texts) == (found.num_plurals if len(ids) > 1 else 1), message.id
        assert not message.fuzzy
        for text in texts:
            assert text.strip(), message.id
            places = set(_PLACE.findall(text))
            if len(ids) == 1:
                assert places == set(_PLACE.findall(ids[0])), message.id
            else:  # one and two may be said without the number
                assert places <= set(_PLACE.findall(ids[1])), message.id


def test_all_languages_have_the_same_texts() -> None:
    ids = {language: {message.id for message in source(language)} for language in OTHERS}
    assert all(found == ids["fr"] for found in ids.values())


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_read_is_what_was_written(language: str) -> None:
    made = io.BytesIO()
    write_mo(made, source(language))
    compiled = assets.path("translations", language, "LC_MESSAGES", "papers.mo").read_bytes()
    assert texts(compiled) == texts(made.getvalue())


def texts(compiled: bytes) -> dict[Any, str]:
    """All texts of a catalogue, without what it says of itself."""
    found: Any = gettext.GNUTranslations(io.BytesIO(compiled))
    return {message: text for message, text in found._catalog.items() if message}


def asked(store: Store, language: str, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """All fixed texts that the papers of the sample's sessions ask for."""
    found: set[str] = set()
    call, count = Wording.__call__, Wording.count

    def called(self: Wording, message: str, **values: object) -> str:
        found.add(message)
        return call(self, message, **values)

    def counted(self: Wording, singular: str, plural: str, number: int, **values: object) -> str:
        found.add(singular)
        return count(self, singular, plural, number, **values)

    monkeypatch.setattr(Wording, "__call__", called)
    monkeypatch.setattr(Wording, "count", counted)
    with store.read() as session:
        for row in list_sessions(session):
            for report in catalog.offered():
                if (report.of_session or report.of_library) and (report.id != "calendar" or row.label == "4"):
                    making(report, session, row.id, language, report.formats[0])(lambda *_: None)
    return found - {""}


def test_no_paper_of_any_session_asks_for_a_text_that_is_not_translated(
    sample: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = asked(sample, "fr", monkeypatch)
    assert len(found) > 100
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in source("fr")}
    assert found <= known


@pytest.mark.parametrize(
    ("language", "words", "date"),
    [
        ("fr", "À propos de cette session", "23 avril 2020"),
        ("es", "Sobre esta sesión", "23 de abril de 2020"),
        ("pt", "Sobre esta sessão", "23 de abril de 2020"),
        ("ar", "عن هذه الجلسة", "23 أبريل 2020"),
        ("ru", "Об этой сессии", "23 апреля 2020 г."),
        ("zh", "关于本次会议", "2020年4月23日"),
    ],
)
def test_a_briefing_speaks_the_language(sample: Store, language: str, words: str, date: str) -> None:
    report = next(one for one in catalog.reports() if one.id == "briefing")
    with sample.read() as session:
        row = next(row for row in list_sessions(session) if row.label == "8")
        document = making(report, session, row.id, language, "md")(lambda *_: None)
    text = render(document, "md").data.decode()
    assert words in text
    assert date in text


def test_plurals_follow_the_rules_of_each_language() -> None:
    told = [
        papers("ru").ngettext("{count} minute", "{count} minutes", count).split()[1]
        for count in (1, 3, 5, 11, 21)
    ]
    assert told == ["минута", "минуты", "минут", "минут", "минута"]
    forms = {papers("ar").ngettext("speaker", "speakers", count) for count in (1, 2, 3, 11, 100)}
    assert len(forms) == 4


def test_a_variety_of_a_language_speaks_the_language_and_an_unknown_one_english() -> None:
    assert papers("pt-BR").gettext("Contents") == "Índice"
    assert papers("zh_Hans").gettext("Contents") == "目录"
    assert papers("de").gettext("Contents") == "Contents"


def test_the_folders_hold_these_languages_and_no_others() -> None:
    folders = {
        path.parent.parent.name for path in Path(assets.path("translations")).glob("*/LC_MESSAGES/papers.po")
    }
    assert folders == set(OTHERS)

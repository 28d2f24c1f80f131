"""Words of the library's vocabularies: the program's lists in three languages, and the labels people gave them."""

from __future__ import annotations

from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.imports.planning.building import RowBuilder
from facilitator.features.imports.planning.draft import Draft, DraftRow
from facilitator.features.imports.reading.words import code_of, code_within, listed, word_key
from facilitator.translation import tr


class Terms:
    """Finds codes and terms, and makes the terms that are missing among themes and tags."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._codes: dict[str, dict[str, str]] = {}
        self._rows: dict[tuple[str, str], DraftRow] = {}
        for row in draft.rows("term"):
            self._keep(row)

    def code(self, vocabulary: Vocabulary, text: str) -> str:
        """The code of a word; empty when not known."""
        return code_of(vocabulary.value, text, self._codes.get(vocabulary.value)) or ""

    def code_within(self, vocabulary: Vocabulary, text: str) -> str:
        """The code of a word, or of a piece of the text; empty when none is known."""
        return code_within(vocabulary.value, text, self._codes.get(vocabulary.value)) or ""

    def link(self, at: RowBuilder, owner: DraftRow, vocabulary: Vocabulary, field: str) -> None:
        """Give a session, case or note the terms that a cell of the file lists."""
        kind = {"learning_session": "session", "case_study": "case", "note": "note"}[owner.table]
        for text in listed(at.text(field), commas=vocabulary is not Vocabulary.THEME):
            term = self._term(at, vocabulary, text)
            if term:
                self.attach(at, owner, kind, term)

    def attach(self, at: RowBuilder, owner: DraftRow, kind: str, term: DraftRow) -> None:
        """Give a row a term that it does not carry yet."""
        table, column = f"{kind}_term", f"{kind}_id"
        carried = self._carried(table, column)
        if term.id not in carried.setdefault(owner.id, set()):
            carried[owner.id].add(term.id)
            name = f"{owner.id}/{term.id}"
            self._draft.add(at, table, name, str(term["label"]), **{column: owner.id, "term_id": term.id})

    def tag(self, at: RowBuilder, text: str) -> DraftRow:
        """The tag of that label, made when there is none."""
        return self._found(Vocabulary.TAG, text) or self._make(at, Vocabulary.TAG, text)

    def _carried(self, table: str, column: str) -> dict[str, set[str]]:
        links: dict[str, dict[str, set[str]]] = self.__dict__.setdefault("_links", {})
        if table not in links:
            links[table] = {}
            for row in self._draft.rows(table):
                links[table].setdefault(row[column], set()).add(row["term_id"])
        return links[table]

    def _term(self, at: RowBuilder, vocabulary: Vocabulary, text: str) -> DraftRow | None:
        found = self._found(vocabulary, text)
        if found:
            return found
        if vocabulary in (Vocabulary.THEME, Vocabulary.TAG):
            if vocabulary is Vocabulary.THEME:
                at.say("new_theme", tr("“{text}” is a new theme.").format(text=text))
            return self._make(at, vocabulary, text)
        at.say("unknown_word", tr("“{text}” isn’t known and is left out.").format(text=text))
        return None

    def _found(self, vocabulary: Vocabulary, text: str) -> DraftRow | None:
        codes = self._codes.get(vocabulary.value, {})
        code = code_within(vocabulary.value, text, codes) if vocabulary is Vocabulary.THEME else None
        if code is None:
            digits = text.strip().lstrip("#").partition(" ")[0].rstrip(".:)")
            code = codes.get(word_key(text)) or (digits if digits.isdecimal() else "")
        return self._rows.get((vocabulary.value, code))

    def _make(self, at: RowBuilder, vocabulary: Vocabulary, text: str) -> DraftRow:
        code = word_key(text).replace(" ", "_") or text
        position = sum(1 for kind, _ in self._rows if kind == vocabulary.value)
        values = {"vocabulary": vocabulary.value, "code": code, "label": text, "position": position}
        row = self._draft.add(at, "term", f"{vocabulary}/{code}", text, **values)
        self._keep(row)
        return row

    def _keep(self, row: DraftRow) -> None:
        vocabulary, code = str(row["vocabulary"]), str(row["code"])
        self._rows[vocabulary, code] = row
        for image in row.images():
            self._codes.setdefault(vocabulary, {}).setdefault(word_key(str(image.get("label") or "")), code)

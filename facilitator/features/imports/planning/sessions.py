"""Plan the rows of a table of sessions, and find the session that another table's row refers to."""

from __future__ import annotations

import re
from collections import defaultdict

from facilitator.features.imports.planning.building import Questions, RowBuilder, as_text
from facilitator.features.imports.planning.draft import Draft, DraftRow
from facilitator.features.imports.planning.spellings import in_plan
from facilitator.features.imports.reading.dates import read_date
from facilitator.features.imports.reading.likeness import spelling
from facilitator.features.imports.reading.words import word_key
from facilitator.features.imports.rows import Candidate
from facilitator.translation import tr

_BEFORE_LABELS = re.compile(
    r"^(?:(?:live learning experience|lle|session|sesion|seance|numero|number|no|num|n) )+(?=\S)"
)
_AFTER_LABELS = re.compile(r"\s+[–—-]\s+|[:(]")
_WHOLE = re.compile(r"^(\d+)[.,]0+$")


def label_key(text: str) -> str:
    """What has to be equal for two labels of sessions to be the same: ``Session 4``, ``No. 04`` and ``4.0`` are."""
    bare = _WHOLE.sub(r"\1", text.strip())
    key = _BEFORE_LABELS.sub("", word_key(bare))
    return str(int(key)) if key.isdecimal() and key.isascii() else key


class Sessions:
    """Finds learning sessions by what tables call them."""

    def __init__(self, draft: Draft, questions: Questions) -> None:
        self._draft, self._questions = draft, questions
        self._by_label: dict[str, list[DraftRow]] = defaultdict(list)
        self._by_title: dict[str, list[DraftRow]] = defaultdict(list)
        self._of_this_import: set[str] = set()
        for row in draft.rows("learning_session"):
            self.add(row)

    def add(self, row: DraftRow) -> None:
        """Take up a session under the labels and titles that it has or had."""
        for image in row.images():
            self.call(row, str(image.get("label") or ""))
            if title := spelling(str(image.get("title") or "")):
                _keep(self._by_title[title], row)

    def call(self, row: DraftRow, label: str) -> None:
        """Take up a session under one more label."""
        if key := label_key(label):
            _keep(self._by_label[key], row)

    def in_this_import(self, row: DraftRow) -> None:
        """Where labels are given twice, the files mean the sessions that they bring themselves."""
        self._of_this_import.add(row.id)

    def years(self) -> list[int]:
        """The years of the sessions with a date."""
        dates = [str(row["date"] or "") for row in self._draft.rows("learning_session")]
        return [int(text[:4]) for text in dates if text[:4].isdecimal()]

    def labelled(self, label: str) -> list[DraftRow]:
        """The sessions with that label, now or formerly."""
        return list(self._by_label.get(label_key(label), ())) if label_key(label) else []

    def titled(self, title: str) -> list[DraftRow]:
        """The sessions with that title, now or formerly."""
        return list(self._by_title.get(spelling(title), ())) if title else []

    def referred(self, at: RowBuilder, *, needed: bool = True) -> DraftRow | None:
        """The session that a row names by label, title or date. Where one is needed, the row is left out without it."""
        text = as_text(at.cell("session"))
        if not text:
            return self._of_table(at, needed)
        found = self._meant_by_cell(text)
        one = self._one_of(found)
        if one is None and found:
            return self._asked(at, f"session/{label_key(text)}", text, found)
        if one is None:
            why = tr("Session “{text}” isn’t in the library nor in these files.").format(text=text)
            at.leave_out("unknown_session", why)
        return one

    def named(self, at: RowBuilder) -> DraftRow | None:
        """The session that a row names beyond doubt; None, with nothing asked, where it names none or several."""
        return self._one_of(self._meant_by_cell(as_text(at.cell("session"))))

    def several(self, at: RowBuilder) -> list[DraftRow]:
        """The sessions of a row that names one, several ("1; 5"), or none; the row is left out for an unknown one."""
        text = as_text(at.cell("session"))
        parts = [part for part in re.split(r"[;,&\n]", text) if part.strip()]
        if len(parts) > 1 and not self._meant(text):
            found = [self._one_of(self._meant(part)) for part in parts]
            if all(found):
                return [session for session in found if session]
        one = self.referred(at, needed=False)
        return [one] if one else []

    def _meant(self, text: str) -> list[DraftRow]:
        found = self.labelled(text) or self.titled(text)
        if found:
            return found
        day = read_date(text).certain
        if day:
            return [row for row in self._draft.rows("learning_session") if row["date"] == day.isoformat()]
        return [
            row
            for row in self._draft.rows("learning_session")
            if word_key(text) and word_key(text) == word_key(str(row["theme"] or ""))
        ]

    def _meant_by_cell(self, text: str) -> list[DraftRow]:
        return self._meant(text) or self._meant(_AFTER_LABELS.split(text)[0])

    def _one_of(self, found: list[DraftRow]) -> DraftRow | None:
        if len(found) > 1:
            found = [row for row in found if row.id in self._of_this_import] or found
        return found[0] if len(found) == 1 else None

    def _of_table(self, at: RowBuilder, needed: bool) -> DraftRow | None:
        """For a table without a column of sessions: the session that its title, sheet or file names, or the answer."""
        table = at.table
        if any(column.field == "session" for column in table.columns):
            if needed:
                at.leave_out("no_session", tr("No session is named."))
            return None
        for text in (*table.above, table.sheet):
            if one := self._one_of(self._named_within(text)):
                return one
        if not needed:
            return None
        rows = list(self._draft.rows("learning_session"))
        return self._asked(
            at, f"session/{table.file}/{table.sheet}".rstrip("/"), table.sheet or table.file, rows
        )

    def _named_within(self, text: str) -> list[DraftRow]:
        if found := self.titled(text) or self.labelled(text):
            return found
        number = re.search(r"\b(?:session|sesion|seance|lle)\s+(?:no\s+)?(\w+(?: \d+)?)\b", word_key(text))
        return self.labelled(number.group(1)) if number else []

    def _asked(self, at: RowBuilder, key: str, text: str, rows: list[DraftRow]) -> DraftRow | None:
        candidates = [Candidate(row.id, described(row)) for row in rows]
        answer = self._questions.answer(
            at,
            key,
            "session",
            "session",
            text,
            tr("Which session is meant by “{text}”?").format(text=text),
            candidates,
            tr("Its rows wait: nothing is done with them."),
        )
        named = [
            row
            for row in rows
            if answer and (answer == row.id or label_key(answer) == label_key(str(row["label"])))
        ]
        if len(named) == 1:
            return named[0]
        at.wait()
        at.say("which_session", tr("It isn’t clear which session is meant."), "session")
        return None


def described(row: DraftRow) -> str:
    """A session for people to recognise: label, title and date."""
    parts = [str(row[name]) for name in ("label", "title", "date") if row[name]]
    return f"{' · '.join(parts)} ({in_plan(row)})"


def _keep(rows: list[DraftRow], row: DraftRow) -> None:
    if row not in rows:
        rows.append(row)

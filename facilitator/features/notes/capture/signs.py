"""What signs mean while a note is typed: what is exact, or chosen, leaves the line; all else is text."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from facilitator.features.notes.capture import prefixes, slots
from facilitator.features.notes.capture.completing import Completions, Suggestion
from facilitator.features.notes.capture.suggesting import SuggestionList
from facilitator.features.notes.capture.takings import Takings, Undo

_LONGEST_SIGN, _LONGEST_WORD = 40, 60
_WORD = re.compile(r"(?:^|[\s(\[“„«‘\"'])([@#])([^\s@#]*(?: [^\s@#]+){0,4})$")
"""A sign and what was typed behind it: a word, or several where they name what is known."""
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAGE = 7
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}


class Signs(QObject):
    """Reads along with a line. ``choose`` is called with what a prefix means, ``take`` with a suggestion that was
    chosen; both give what takes it back, None where it could not be done. ``kind`` tells the kind of the note in
    hand."""

    def __init__(
        self,
        line: QPlainTextEdit,
        choose: Callable[[prefixes.Values], Undo | None],
        take: Callable[[Suggestion], Undo | None],
        kind: Callable[[], str],
    ) -> None:
        super().__init__(line)
        self._line, self._choose, self._take, self._kind = line, choose, take, kind
        self.takings = Takings(line)
        self.list = SuggestionList(line)
        self.list.taken.connect(self._take_suggestion)
        self.languages: Collection[str] = ()
        self.questions: Sequence[str] = ()
        self.completions = Completions([], {}, ())
        self.people_first: Callable[[], Sequence[str]] = tuple
        self._closed_at = -1
        """Where the sign stands whose suggestions were closed by Escape."""
        self._is_bare_quote = False
        """Whether the latest prefix was ``>`` or ``>>`` alone."""

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether a key was meant for a sign, and has been dealt with."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if self.list.isVisible() and plain and self._take_key_of_list(key):
            return True
        if self._put_back(event, plain=plain):
            return True
        if self._is_comparison(event.text()):
            self.takings.put_back()
            return False
        return event.text() == " " and plain and self._take_prefix()

    def take_tab(self) -> bool:
        """Whether Tab was meant for what is offered, or for the next bar of a kind that has some."""
        if chosen := self.list.highlighted:
            self._take_suggestion(chosen)
            return True
        text, kind = self._line.toPlainText(), self._kind()
        if not slots.next_slot(text, kind):
            return False
        self.list.hide()
        cursor = self._line.textCursor()
        before = text[: len(text.rstrip())]
        figure = slots.lone_figure(text, kind)
        if cursor.atEnd():
            cursor.setPosition(cursor.position() - (len(text) - len(before)), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(slots.BAR.join(("", *figure, "")))
        self._line.setTextCursor(cursor)
        return True

    @property
    def can_put_back(self) -> bool:
        """Whether the latest that was done took something out of the line."""
        return self.takings.is_latest

    def follow(self) -> None:
        """Offer what the word before the caret can mean, after something was typed."""
        found = self._word()
        start = self._start_of(found) if found else -1
        if found is None or start == self._closed_at:
            self.list.hide()
            self._closed_at = start
            return
        self._closed_at = -1
        suggestions = self.completions.suggest(found[1], found[2], self.people_first())
        self.list.offer(suggestions, self._line.cursorRect())

    def close(self) -> None:
        """Offer nothing any more."""
        self.list.hide()

    def forget(self) -> None:
        """Another note is begun: nothing of the one before can be put back."""
        self.takings.forget()
        self.list.hide()
        self._closed_at = -1

    def _take_key_of_list(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            found = self._word()
            self._closed_at = self._start_of(found) if found else -1
            self.list.hide()
        elif key in _STEPS:
            self.list.step(_STEPS[key])
        elif key in _TAKING and (chosen := self.list.highlighted):
            self._take_suggestion(chosen)
        else:
            return False
        return True

    def _put_back(self, event: QKeyEvent, *, plain: bool) -> bool:
        if self._line.textCursor().hasSelection():
            return False
        backspace = event.key() == Qt.Key.Key_Backspace and plain and self.takings.is_at_caret
        undo = event.matches(QKeySequence.StandardKey.Undo) and self.takings.is_latest
        if backspace or undo:
            self._closed_at = self.takings.put_back()  # nobody wants to choose again
        return backspace or undo

    def _take_suggestion(self, chosen: Suggestion) -> None:
        found = self._word()
        self.list.hide()
        undo = self._take(chosen) if found else None
        if found is None or undo is None:
            return
        start, end = self._start_of(found), self._caret()
        self._is_bare_quote = False
        self.takings.take(start, self._with_space(start, end), undo)

    def _with_space(self, start: int, end: int) -> int:
        """Where to cut, so that one space stays between the words around."""
        document = self._line.document()
        spaced = start == 0 or document.characterAt(start - 1).isspace()
        return end + 1 if spaced and document.characterAt(end) == " " else end

    def _take_prefix(self) -> bool:
        cursor = self._line.textCursor()
        if cursor.position() > _LONGEST_SIGN or cursor.blockNumber() or cursor.hasSelection():
            return False
        sign = cursor.block().text()[: cursor.position()]
        values = prefixes.read(sign, self.languages, self.questions)
        undo = self._choose(values) if values else None
        if undo is None:
            return False
        self._is_bare_quote = prefixes.is_bare_quote(sign)
        self.takings.take(0, cursor.position(), undo, " ")
        return True

    def _is_comparison(self, text: str) -> bool:
        """Whether what is typed behind ``> `` tells that no quote begins."""
        return bool(text) and self._is_bare_quote and self.takings.is_at_caret and prefixes.compares(text[0])

    def _caret(self) -> int:
        return self._line.textCursor().position()

    def _start_of(self, found: re.Match[str]) -> int:
        return self._caret() - len(found[2].encode("utf-16-le")) // 2 - 1  # Qt counts so

    def _word(self) -> re.Match[str] | None:
        """The sign and what was typed behind it, up to the caret."""
        cursor = self._line.textCursor()
        if cursor.hasSelection():
            return None
        begin = max(cursor.block().position(), cursor.position() - _LONGEST_WORD)
        cursor.setPosition(begin, QTextCursor.MoveMode.KeepAnchor)
        return _WORD.search(cursor.selectedText())

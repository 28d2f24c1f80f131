"""Where the session is, and who speaks: what the next note will carry."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from facilitator.domain.consent import ATTRIBUTION_LABELS, CONSENT_LABELS, Attribution, Consent
from facilitator.features.notes.capture.clock_row import ClockRow
from facilitator.features.notes.rows import RunFrame
from facilitator.kit.announcing import announce
from facilitator.kit.fields import ChoiceField
from facilitator.kit.labels import plain_label
from facilitator.kit.reference import ReferenceField
from facilitator.kit.shapes import consent_icon
from facilitator.storage.choices import Choices
from facilitator.translation import mark, tr


class Chooser(QWidget):
    """The agenda item and the speaker, and the track whose clock is followed where a session has groups. An item that
    is chosen brings its first speaker; ``named`` gives a name not known yet."""

    changed = Signal()
    item_chosen = Signal()
    """By a person, as are the others that are chosen."""
    speaker_chosen = Signal()
    done = Signal()
    """A speaker was chosen in the field: go on with the note."""
    named = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame: RunFrame | None = None
        self._names: dict[str, str] = {}
        self._is_tight = False
        self.item = ChoiceField(parent=self)
        self.speaker = ReferenceField(self, adding=mark("Add person “{name}”"))
        self._shape = QLabel(self)
        self._consent = plain_label(self, "quiet")
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setColumnStretch(1, 1)
        layout.setColumnStretch(3, 1)
        self.clock = ClockRow(self)
        first = QHBoxLayout()
        first.addWidget(self.clock.group)
        layout.addLayout(first, 0, 0)
        self._labels: list[QLabel] = []
        for column, words, field in ((0, tr("Item"), self.item), (2, tr("Speaker"), self.speaker)):
            label = QLabel(words, self)
            self._labels.append(label)
            label.setBuddy(field)
            field.setAccessibleName(words)
            if column:
                layout.addWidget(label, 0, column)
            else:
                first.addWidget(label)
            layout.addWidget(field, 0, column + 1)
        layout.addWidget(self._shape, 0, 4)
        layout.addWidget(self._consent, 0, 5)
        self._consent.setWordWrap(False)
        layout.addWidget(self.clock, 1, 0, 1, 6)
        self.item.setToolTip(tr("Alt+Up and Alt+Down go to the item before and after"))
        self.speaker.setToolTip(tr("Ctrl+Up and Ctrl+Down go to the speaker before and after"))
        self.item.committed.connect(lambda _id: self._on_item_chosen())
        self.speaker.committed.connect(lambda _id: self._on_speaker_entered())
        self.speaker.named.connect(self.named)

    def set_tight(self, tight: bool) -> None:
        """Stand in half a row: what the fields are is told inside of them."""
        for label in self._labels:
            label.setVisible(not tight)
        self._consent.setVisible(bool(self._consent.text()) and not tight)
        line = self.speaker.lineEdit()
        if line is not None:
            line.setPlaceholderText(tr("Speaker") if tight else "")
        if tight is not self._is_tight:
            self._is_tight = tight
            self.clock.set_tight(tight)

    def item_id(self) -> str:
        """The agenda item that is under way; empty for none."""
        return str(self.item.currentData() or "")

    def speaker_id(self) -> str:
        """Who speaks; empty where nobody is chosen."""
        return self.speaker.value() or ""

    def show_frame(self, frame: RunFrame, people: Choices) -> None:
        """Offer what the session has; what is chosen stays while it is there."""
        item_id, speaker_id = self.item_id(), self.speaker_id()
        self._frame, self._names = frame, dict(people)
        self.item.set_choices([("", tr("No agenda item")), *frame.items])
        if item_id not in dict(frame.items):
            self.item.show_value("")
        self._offer_speakers()
        self.choose_speaker(speaker_id if speaker_id in self._names else "")

    def choose_speaker(self, person_id: str) -> None:
        """Have a person speak; nobody, where they are not known."""
        self.speaker.show_value(person_id if person_id in self._names else None)
        self._show_consent()

    def enter_speaker(self, person_id: str) -> None:
        """Have a person speak as if they had been chosen in the field."""
        self.choose_speaker(person_id)
        self._on_speaker_chosen()

    def show_place(self, item_id: str, person_id: str) -> None:
        """Go where the clock is."""
        self.item.show_value(item_id if self.item_words(item_id) else "")
        self._offer_speakers()
        self.choose_speaker(person_id)
        self.changed.emit()

    def step_item(self, steps: int) -> None:
        """Go to the item before (-1) or after (1)."""
        number = self.item.currentIndex() + steps
        if 0 <= number < self.item.count():
            self.item.setCurrentIndex(number)
            self._on_item_chosen()
            self._announce()

    def step_speaker(self, steps: int) -> None:
        """Go to the speaker before (-1) or after (1): those of the item first, then the others of the session."""
        ring = ["", *self.people_of_session()]
        here = ring.index(self.speaker_id()) if self.speaker_id() in ring else 0
        self.choose_speaker(ring[(here + steps) % len(ring)])
        self._on_speaker_chosen()
        self._announce()

    def name_of(self, person_id: str) -> str:
        """What a person is called."""
        return self._names.get(person_id, "")

    def consent_words(self) -> str:
        """What is told of the speaker's consent and the session's rule."""
        return self._consent.text()

    def item_words(self, item_id: str) -> str:
        """What an agenda item is called."""
        return dict(self._frame.items).get(item_id, "") if self._frame else ""

    def _announce(self) -> None:
        words = tr("Item: {item}. Speaker: {speaker}.")
        speaker = self.name_of(self.speaker_id()) or tr("no speaker")
        announce(self, words.format(item=self.item.currentText(), speaker=speaker))

    def people_of_session(self) -> Sequence[str]:
        """The ids of those who are on the item, then of the others of the session."""
        if self._frame is None:
            return ()
        of_item = self._frame.speakers_of_items.get(self.item_id(), ())
        known = (person_id for person_id in (*of_item, *self._frame.speakers) if person_id in self._names)
        return tuple(dict.fromkeys(known))

    def _offer_speakers(self) -> None:
        first = self.people_of_session()
        rest = (person_id for person_id in self._names if person_id not in set(first))
        self.speaker.set_choices([(person_id, self._names[person_id]) for person_id in (*first, *rest)])

    def _on_item_chosen(self) -> None:
        self._offer_speakers()
        of_item = self._frame.speakers_of_items.get(self.item_id(), ()) if self._frame else ()
        self.choose_speaker(of_item[0] if of_item else "")
        self.item_chosen.emit()
        self.changed.emit()

    def _on_speaker_entered(self) -> None:
        self._on_speaker_chosen()
        self.done.emit()

    def _on_speaker_chosen(self) -> None:
        self._show_consent()
        self.speaker_chosen.emit()
        self.changed.emit()

    def _show_consent(self) -> None:
        frame, person_id = self._frame, self.speaker_id()
        known = frame is not None and bool(person_id)
        consent = frame.consents.get(person_id, Consent.NOT_ASKED) if frame else Consent.NOT_ASKED
        words = tr(CONSENT_LABELS[consent]) if known else ""
        if frame is not None and (rule := frame.rule_of(self.item_id())) is not Attribution.NAMED:
            told = tr("Session: {rule}") if rule is frame.session_rule else tr("Item: {rule}")
            whole = told.format(rule=tr(ATTRIBUTION_LABELS[rule]))
            words = tr("{consent} · {rule}").format(consent=words, rule=whole) if words else whole
        self._consent.setText(words)
        self._consent.setVisible(bool(words) and not self._is_tight)
        self._consent.setAccessibleName(tr("What may be published: {words}").format(words=words))
        self._shape.setVisible(known)
        self._shape.setPixmap(consent_icon(consent).pixmap(self.fontMetrics().ascent()))
        self._shape.setAlignment(Qt.AlignmentFlag.AlignCenter)

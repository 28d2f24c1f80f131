"""The signs in the agenda's list can be seen on whatever ground they stand."""

import pytest
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from facilitator.features.agenda.listing.painting import ink_of
from facilitator.kit.icons import Tone

_State = QStyle.StateFlag


@pytest.mark.parametrize(
    ("state", "tone"),
    [
        (_State.State_Selected | _State.State_Active, Tone.ON_ACCENT),
        (_State.State_Selected, Tone.TEXT),
        (_State.State_Active, None),
    ],
)
def test_signs_of_selected_rows_are_as_the_text_beside_them(
    qapp: object, state: QStyle.StateFlag, tone: Tone | None
) -> None:
    option = QStyleOptionViewItem()
    option.state = state
    assert ink_of(option).tone is tone

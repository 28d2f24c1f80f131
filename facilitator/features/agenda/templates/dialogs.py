"""The two questions about templates that the Plan stage asks. Imported when one of them is asked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from facilitator.features.agenda.templates.choosing import ChooseTemplateDialog
from facilitator.features.agenda.templates.saving import SaveTemplateDialog
from facilitator.kit.context import Context


def choose_template(context: Context, session_id: str, parent: QWidget) -> None:
    """Let a person choose a template, and add it to a session's agenda."""
    dialog = ChooseTemplateDialog(context, session_id, parent)
    dialog.exec()
    dialog.deleteLater()


def save_as_template(context: Context, session_id: str, item_ids: Sequence[str], parent: QWidget) -> None:
    """Let a person save a session's agenda as a template, or these of its items where there are any."""
    dialog = SaveTemplateDialog(context, session_id, item_ids, parent)
    dialog.exec()
    dialog.deleteLater()

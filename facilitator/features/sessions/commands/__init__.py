"""Writes of sessions, their series, and what belongs to their details."""

from facilitator.features.sessions.commands.copying import CopySession
from facilitator.features.sessions.commands.lists import (
    AddMaterial,
    AddQuestion,
    delete_material,
    delete_question,
    edit_material,
    edit_question,
    order_materials,
    order_questions,
)
from facilitator.features.sessions.commands.organisations import AddOrganisation, SetOrganisations
from facilitator.features.sessions.commands.series import (
    PutInNewSeries,
    delete_logo,
    describe_logo,
    order_logos,
    set_series_field,
)
from facilitator.features.sessions.commands.sessions import (
    AddSession,
    SetStart,
    delete_sessions,
    set_field,
)

__all__ = [
    "AddMaterial",
    "AddOrganisation",
    "AddQuestion",
    "AddSession",
    "CopySession",
    "PutInNewSeries",
    "SetOrganisations",
    "SetStart",
    "delete_logo",
    "delete_material",
    "delete_question",
    "delete_sessions",
    "describe_logo",
    "edit_material",
    "edit_question",
    "order_logos",
    "order_materials",
    "order_questions",
    "set_field",
    "set_series_field",
]

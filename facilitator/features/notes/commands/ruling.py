"""The rule for all that is said, of a whole session or of one item."""

from __future__ import annotations

from facilitator.domain.consent import ATTRIBUTION_LABELS, Attribution
from facilitator.storage.edits import SetFields
from facilitator.storage.records import AgendaItemRecord, LearningSessionRecord
from facilitator.translation import tr


def rule_item(item_id: str, rule: Attribution | None) -> SetFields:
    """Give an agenda item a rule for all that is said on it, or none of its own."""
    return SetFields(AgendaItemRecord, item_id, {"attribution": _code(rule)}, item_rule_words(rule))


def rule_session(session_id: str, rule: Attribution | None) -> SetFields:
    """Give a session a rule for all that is said in it, or none."""
    return SetFields(
        LearningSessionRecord, session_id, {"attribution": _code(rule)}, session_rule_words(rule)
    )


def item_rule_words(rule: Attribution | None) -> str:
    """The rule of an item in words."""
    if rule is None:
        return tr("This item: no rule")
    return tr("This item: {rule}").format(rule=tr(ATTRIBUTION_LABELS[rule]))


def session_rule_words(rule: Attribution | None) -> str:
    """The rule of a session in words."""
    if rule is None:
        return tr("This session: no rule")
    return tr("This session: {rule}").format(rule=tr(ATTRIBUTION_LABELS[rule]))


def _code(rule: Attribution | None) -> str:
    return rule.value if rule else ""

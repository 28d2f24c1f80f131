"""A plan as JSON for scripts. The names are documented in docs/import.md and stay."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from facilitator.features.imports.reading.values import Table
from facilitator.features.imports.rows import Plan, PlanRow, Question


def plan_as_json(plan: Plan) -> dict[str, Any]:
    """The plan as values that ``json.dumps`` takes."""
    return {
        "files": list(plan.files),
        "counts": plan.counts,
        "added": plan.added,
        "updated": plan.updated,
        "tables": [_table(table) for table in plan.tables],
        "rows": [_row(row) for row in plan.rows],
        "questions": [_question(question) for question in plan.questions],
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "file": table.file,
        "sheet": table.sheet,
        "kind": table.kind.value if table.kind else None,
        "why": table.why,
        "heading_row": table.heading_row,
        "rows": len(table.lines),
        "encoding": table.encoding,
        "separator": table.separator,
        "columns": [
            {"number": column.number + 1, "heading": column.heading, "field": column.field}
            for column in table.columns
            if column.field
        ],
        "left_out_columns": [
            {"number": column.number + 1, "heading": column.heading, "why": column.why}
            for column in table.columns
            if not column.field
        ],
        "notices": list(table.notices),
    }


def _row(row: PlanRow) -> dict[str, Any]:
    return {
        "file": row.file,
        "sheet": row.sheet,
        "row": row.row,
        "kind": row.kind.value,
        "title": row.title,
        "action": row.action.value,
        "effects": [
            {
                "table": effect.table,
                "action": effect.action.value,
                "title": effect.title,
                "fields": dict(effect.fields),
            }
            for effect in row.effects
        ],
        "messages": [asdict(message) for message in row.messages],
        "questions": list(row.questions),
    }


def _question(question: Question) -> dict[str, Any]:
    return asdict(question)

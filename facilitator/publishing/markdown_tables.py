"""Tables as GitHub's Markdown has them."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.publishing.document import Runs, Table, plain
from facilitator.publishing.markdown_text import inline


def table(block: Table, slugs: Mapping[str, str]) -> str:
    """The table without its caption; empty when it has no columns."""
    if not block.columns:
        return ""
    count = len(block.columns)
    rows = [
        [cell(plain(column.title), slugs) for column in block.columns],
        ["---:" if column.numeric else "---" for column in block.columns],
    ]
    for cells in block.rows:
        texts = [cell(runs, slugs) for runs in cells]
        last = "<br>".join(texts[count - 1 :])
        rows.append([*texts[: count - 1], *[""] * (count - 1 - len(texts)), last])
    return rows_of(rows)


def rows_of(rows: list[list[str]]) -> str:
    """Rows of finished cells, the second being the rule below the headings."""
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def cell(runs: Runs, slugs: Mapping[str, str]) -> str:
    """The runs on one line."""
    return "<br>".join(line.strip() for line in inline(runs, slugs).strip().split("\n"))

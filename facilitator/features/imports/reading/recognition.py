"""Make tables of sheets: find the heading row, give each column its field, and say what is left out and why."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.features.imports.reading.headings import LOOKED_THROUGH, Match, match
from facilitator.features.imports.reading.values import Cell, Column, Line, Sheet, Table
from facilitator.translation import tr


def recognised(sheet: Sheet) -> Table:
    """The sheet as a table of a known kind, or with the reason why it is none."""
    position, found = _best(sheet)
    if found.kind is None:
        return Table(
            sheet.file,
            sheet.name,
            None,
            encoding=sheet.encoding,
            separator=sheet.separator,
            why=_why_not(sheet),
        )
    heading_row, heading = sheet.rows[position]
    columns = _columns(heading, found.fields, sheet)
    above = tuple(
        str(cell) for _, cells in sheet.rows[:position] for cell in cells if cell is not None and cell != ""
    )
    lines = tuple(
        Line(row, by_field, row in sheet.hidden_rows)
        for row, cells in sheet.rows[position + 1 :]
        if (by_field := _by_field(cells, columns)) and cells != heading
    )
    return Table(
        sheet.file,
        sheet.name,
        found.kind,
        heading_row,
        columns,
        lines,
        above,
        sheet.encoding,
        sheet.separator,
        notices=_notices(sheet, lines),
    )


def _best(sheet: Sheet) -> tuple[int, Match]:
    best = (0, Match(None, 0, {}))
    for position, (_, cells) in enumerate(sheet.rows[:LOOKED_THROUGH]):
        found = match(cells, f"{sheet.file} {sheet.name}")
        if found.score > best[1].score:
            best = (position, found)
    return best


def _columns(heading: tuple[Cell, ...], fields: Mapping[int, str], sheet: Sheet) -> tuple[Column, ...]:
    columns = []
    filled = {
        number for _, cells in sheet.rows for number, cell in enumerate(cells) if cell not in (None, "")
    }
    for number in sorted(filled | set(fields)):
        cell = heading[number] if number < len(heading) else None
        name = "" if cell is None else str(cell)
        if number in fields:
            columns.append(Column(number, name, fields[number]))
        elif name:
            columns.append(
                Column(number, name, "", tr("The heading “{heading}” isn’t known.").format(heading=name))
            )
        elif any(
            number < len(cells) and cells[number] not in (None, "")
            for row, cells in sheet.rows
            if cells is not heading and row > _row_of(sheet, heading)
        ):
            columns.append(
                Column(number, "", "", tr("Column {number} has no heading.").format(number=number + 1))
            )
    return tuple(columns)


def _row_of(sheet: Sheet, heading: tuple[Cell, ...]) -> int:
    return next(row for row, cells in sheet.rows if cells is heading)


def _by_field(cells: tuple[Cell, ...], columns: tuple[Column, ...]) -> dict[str, Cell]:
    found: dict[str, Cell] = {}
    for column in columns:
        cell = cells[column.number] if column.field and column.number < len(cells) else None
        if cell is None or cell == "":
            continue
        if column.field in found:
            found[column.field] = f"{found[column.field]}; {cell}"
        else:
            found[column.field] = cell
    return found


def _why_not(sheet: Sheet) -> str:
    row, cells = next(
        ((row, cells) for row, cells in sheet.rows if len([c for c in cells if c]) > 1), sheet.rows[0]
    )
    found = ", ".join(f"“{str(cell)[:40]}”" for cell in cells[:12] if cell is not None and cell != "")
    where = tr("Sheet “{sheet}”").format(sheet=sheet.name) if sheet.name else tr("The file")
    return tr(
        "{where} has no headings of sessions, an agenda, speakers, cases or notes; row {row} holds {found}."
    ).format(where=where, row=row, found=found)


def _notices(sheet: Sheet, lines: tuple[Line, ...]) -> tuple[str, ...]:
    notices = []
    if sheet.hidden:
        notices.append(tr("The sheet is hidden in the workbook; it is read all the same."))
    if hidden := sum(line.hidden for line in lines):
        notices.append(
            tr("{count} rows are hidden in the workbook; they are read all the same.").format(count=hidden)
        )
    if sheet.formulas_without_value:
        notices.append(
            tr("{count} formulas have no stored result and are read as empty.").format(
                count=sheet.formulas_without_value
            )
        )
    return tuple(notices)

"""Make tables of sheets: find the heading row, give each column its field, and say what is left out and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from facilitator.features.imports.reading.consent_columns import (
    consent_field,
    in_words_of_consent,
    with_consent,
)
from facilitator.features.imports.reading.headings import LOOKED_THROUGH, Match, heading_key, match
from facilitator.features.imports.reading.values import Cell, Column, Line, Sheet, Table, TableKind
from facilitator.translation import tr

Rows = Sequence[tuple[int, tuple[Cell, ...]]]


def recognised(sheet: Sheet) -> list[Table]:
    """The tables of a sheet, one below the other; or one that is of no known kind, with the reason."""
    starts = _headings(sheet)
    if not starts:
        nothing = Table(sheet.file, sheet.name, None, encoding=sheet.encoding, separator=sheet.separator)
        return [replace(nothing, why=_why_not(sheet))]
    ends = [position for position, _ in starts[1:]] + [len(sheet.rows)]
    tables = []
    above = 0
    for (position, found), end in zip(starts, ends, strict=True):
        tables.append(_table(sheet, found, above, position, end))
        above = end
    return tables


def _headings(sheet: Sheet) -> list[tuple[int, Match]]:
    """Where tables begin: the best row near the top, and below it rows of which nearly every cell is a heading."""
    called = f"{sheet.file} {sheet.name}"
    near_top = [
        (number, match(cells, called)) for number, (_, cells) in enumerate(sheet.rows[:LOOKED_THROUGH])
    ]
    best = max((found.score for _, found in near_top), default=0)
    if not best:
        return []
    good = [
        (number, found)
        for number, found in near_top
        if found.score == best or (found.score > 0.4 * best and _nearly_all(found, sheet.rows[number][1]))
    ]
    first = good[0]
    starts = [first]
    for position, (_, cells) in enumerate(sheet.rows[first[0] + 1 :], start=first[0] + 1):
        if not all(isinstance(cell, str) and len(cell) < 60 for cell in cells if cell not in (None, "")):
            continue
        found = match(cells)
        if found.kind and _nearly_all(found, cells) and cells != sheet.rows[starts[-1][0]][1]:
            starts.append((position, found))
    return starts


def _nearly_all(found: Match, cells: tuple[Cell, ...]) -> bool:
    """Whether at least three cells, and nearly all that hold something, are headings."""
    return len(found.fields) >= max(3, 0.8 * sum(cell not in (None, "") for cell in cells))


def _table(sheet: Sheet, found: Match, above: int, position: int, end: int) -> Table:
    heading_row, heading = sheet.rows[position]
    body = sheet.rows[position + 1 : end]
    fields, told = with_consent(found.kind, _with_title(found, heading, body), heading, body)
    columns = _columns(heading, fields, body)
    consent = consent_field(found.kind)
    texts = tuple(
        str(cell)
        for _, cells in sheet.rows[above:position]
        for cell in cells
        if cell is not None and cell != ""
    )
    lines = tuple(
        Line(row, by_field, row in sheet.hidden_rows)
        for row, cells in body
        if cells != heading and (by_field := _by_field(_with_formulas(sheet, row, cells), columns, consent))
    )
    return Table(
        sheet.file,
        sheet.name,
        found.kind,
        heading_row,
        columns,
        lines,
        texts if above == 0 else (),
        sheet.encoding,
        sheet.separator,
        notices=(*told, *_notices(sheet, lines)),
    )


def _columns(heading: tuple[Cell, ...], fields: Mapping[int, str], body: Rows) -> tuple[Column, ...]:
    columns = []
    filled = {number for _, cells in body for number, cell in enumerate(cells) if cell not in (None, "")}
    headed = {number for number, cell in enumerate(heading) if cell not in (None, "")}
    for number in sorted(filled | headed):
        name = str(heading[number]) if number in headed else ""
        if number in fields:
            columns.append(Column(number, name, fields[number]))
        elif name:
            columns.append(
                Column(number, name, "", tr("The heading “{heading}” isn’t known.").format(heading=name))
            )
        else:
            columns.append(
                Column(number, "", "", tr("Column {number} has no heading.").format(number=number + 1))
            )
    return tuple(columns)


def _with_title(found: Match, heading: tuple[Cell, ...], body: Rows) -> Mapping[int, str]:
    """In a list of sessions "Session" is the title where another column numbers them, or where it holds phrases."""
    if found.kind is not TableKind.SESSIONS or "title" in found.fields.values():
        return found.fields
    fields = dict(found.fields)
    for number, cell in enumerate(heading):
        is_session = isinstance(cell, str) and heading_key(cell) in ("session", "seance", "sesion")
        if is_session and fields.get(number) != "label":
            fields[number] = "title"
        elif is_session:
            texts = [
                str(cells[number]) for _, cells in body if number < len(cells) and cells[number] is not None
            ]
            if texts and sum(len(text.split()) > 2 for text in texts) > len(texts) / 2:
                fields[number] = "title"
    return fields


def _with_formulas(sheet: Sheet, row: int, cells: tuple[Cell, ...]) -> dict[int, Cell]:
    """The cells by column number, also those whose formula has no result, as nothing is None."""
    found = {number: cell for number, cell in enumerate(cells) if cell is not None and cell != ""}
    return {**dict.fromkeys(sheet.unsolved.get(row, ())), **found}


def _by_field(cells: Mapping[int, Cell], columns: tuple[Column, ...], consent: str) -> dict[str, Cell]:
    """The cells by field. A formula without a result is empty, but not in a column of consent: there nobody knows what
    it says."""
    found: dict[str, Cell] = {}
    for column in columns:
        cell = cells.get(column.number) if column.field else None
        if column.field == consent and column.number in cells:
            cell = (
                in_words_of_consent(column.heading, cell)
                if cell is not None
                else tr("formula without result")
            )
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

"""How much an import reads. Beyond, a file is refused at once, so that a hostile one ends soon and in little memory."""

from __future__ import annotations

from facilitator.domain.errors import Refused
from facilitator.translation import tr

FILE_BYTES = 20_000_000
UNPACKED_BYTES = 60_000_000
"""All parts of a workbook that are read, unpacked."""
ELEMENTS = 3_000_000
"""XML elements of one part of a workbook."""
PARTS = 2_000
"""Files in a workbook's archive."""
SHEETS = 100
ROWS = 20_000
COLUMNS = 512
CELLS = 600_000
"""Cells that hold something, in one file."""
CELL_CHARACTERS = 100_000


def too_much(file: str, why: str) -> Refused:
    """The refusal of a file that exceeds a limit."""
    return Refused(tr("“{file}” can't be imported.").format(file=file), why, tr("Nothing was changed."))

"""The pages of a PDF as pictures, from the very bytes that are written and printed.

PDFium is not made for several threads: call these in jobs alone, which run one after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QImage

POINTS_TO_INCH = 72.0
_MOST_PIXELS = 40_000_000
"""Of one picture: a page of A0 at any zoom would fill the memory."""


@dataclass(frozen=True)
class Leaf:
    """A page: its size in points, and its text in reading order."""

    width: float
    height: float
    text: str


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    import pypdfium2  # takes long, and only who looks at a paper needs it

    document = pypdfium2.PdfDocument(data)
    try:
        yield document
    finally:
        document.close()


def read_leaves(data: bytes, cancelled: Callable[[], bool]) -> tuple[Leaf, ...]:
    """All pages of a PDF; as far as it came when ``cancelled`` says so."""
    found = []
    with _opened(data) as document:
        for page in document:
            text = page.get_textpage()
            shown = text.get_text_bounded().replace("\r\n", "\n")
            text.close()
            width, height = page.get_size()
            found.append(Leaf(width, height, shown))
            page.close()
            if cancelled():
                break
    return tuple(found)


def draw_page(data: bytes, number: int, scale: float) -> QImage:
    """A page (0 is the first) as a picture; at ``scale`` 1 a point is a pixel."""
    with _opened(data) as document:
        return _picture(document[number], scale)


def draw_pages(data: bytes, numbers: range, scale: float) -> Iterator[QImage]:
    """Several pages, one after the other."""
    with _opened(data) as document:
        for number in numbers:
            yield _picture(document[number], scale)


def _picture(page: Any, scale: float) -> QImage:
    width, height = page.get_size()
    most = (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5
    bitmap = page.render(scale=min(scale, most), rev_byteorder=True)
    kind = {1: QImage.Format.Format_Grayscale8, 3: QImage.Format.Format_RGB888}.get(
        bitmap.n_channels, QImage.Format.Format_RGBX8888
    )
    # A copy: the bitmap's own memory goes with it.
    picture = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, kind).copy()
    bitmap.close()
    page.close()
    return picture

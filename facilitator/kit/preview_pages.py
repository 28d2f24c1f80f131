"""The pages of a PDF as pictures, from the very bytes that are written and printed.

PDFium is not made for several threads: call these in jobs alone, which run one after the other.
"""

from __future__ import annotations

import re
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


Box = tuple[float, float, float, float]
"""Left, top, right and bottom as shares of a page's width and height, from its upper left corner."""

_NEAR = 8.0
"""Points from a letter within which a click means it."""
_AROUND = 60
"""Letters before and behind the place that are told."""


def words_at(data: bytes, number: int, across: float, down: float) -> tuple[str, str]:
    """The words before and behind a place on a page (0 is the first), given as shares of its width and height; empty
    where there are none."""
    with _opened(data) as document:
        page = document[number]
        width, height = page.get_size()
        text = page.get_textpage()
        at = text.get_index(across * width, (1 - down) * height, _NEAR, _NEAR)
        if at is None:
            return "", ""
        first = max(0, at - _AROUND)
        return text.get_text_range(first, at - first), text.get_text_range(at, _AROUND)


def boxes_of(data: bytes, number: int, words: str) -> tuple[Box, ...]:
    """Where words stand on a page, line by line, as far as they stand there. Only letters and digits count, and what
    stands in the place of their beginning is passed over."""
    wanted = bare(words)
    with _opened(data) as document:
        page = document[number]
        width, height = page.get_size()
        text = page.get_textpage()
        letters = [(letter, at) for at, sign in enumerate(text.get_text_range()) for letter in bare(sign)]
        shown = "".join(letter for letter, _ in letters)
        found = (
            (shown.find(wanted[skip : skip + _AROUND]), skip) for skip in range(0, len(wanted), _AROUND // 2)
        )
        begin, skipped = next((one for one in found if one[0] >= 0), (-1, 0))
        if begin < 0:
            return ()
        first, last = letters[begin][1], letters[min(begin + len(wanted) - skipped, len(letters)) - 1][1]
        boxes = []
        for rect in range(text.count_rects(first, last - first + 1)):
            left, bottom, right, top = text.get_rect(rect)
            boxes.append((left / width, 1 - top / height, right / width, 1 - bottom / height))
        return tuple(boxes)


def bare(text: str) -> str:
    """Letters and digits alone: lines are broken elsewhere in print, and words parted."""
    return re.sub(r"[\W_]+", "", text).casefold()


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

"""Pictures that people choose, paste or drop: looked at before they are unpacked, with limits on what that may take."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLoggingCategory, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

MOST_MEGAPIXELS = 50
"""What Qt unpacks within its limit of 256 MB."""
_TYPES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
_MORE_TYPES = {b"GIF87a": "image/gif", b"GIF89a": "image/gif", b"BM": "image/bmp"}

# What the decoders say of a damaged file is told to the person; it is no mistake of the program.
QLoggingCategory.setFilterRules("qt.gui.imageio.*=false")


@dataclass(frozen=True)
class Picture:
    """A picture of a kind that papers can print."""

    name: str
    media_type: str
    data: bytes = field(repr=False)


def media_type(data: bytes) -> str:
    """PNG or JPEG, by how the bytes begin; empty for everything else."""
    return next((kind for begin, kind in _TYPES.items() if data.startswith(begin)), "")


def known_type(data: bytes) -> str:
    """Like ``media_type``, for all kinds that can be read, if not printed."""
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image/webp"
    return media_type(data) or next(
        (kind for begin, kind in _MORE_TYPES.items() if data.startswith(begin)), ""
    )


def pixels(data: bytes, kind: str) -> int:
    """How many it says that it has, without unpacking it; 0 or less where that can't be read."""
    size = _Reader(data, kind).size()
    return size.width() * size.height() if size.isValid() else 0


def thumbnail(data: bytes, kind: str, room: QSize) -> QImage:
    """The picture, made to fit and turned as its camera says; a null image where it can't be read."""
    reader = _Reader(data, kind)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_MEGAPIXELS * 1_000_000:
        return QImage()
    if size.width() > room.width() or size.height() > room.height():
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    return reader.read()


class _Reader(QImageReader):
    """Reads bytes of one format; no other decoder is tried."""

    def __init__(self, data: bytes, kind: str) -> None:
        self._buffer = QBuffer()  # kept as long as it is read from
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        super().__init__(self._buffer, kind.removeprefix("image/").encode())
        self.setAutoTransform(True)

"""Pictures that people choose as logos: looked at before they are taken, with limits on what is unpacked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLoggingCategory, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from facilitator.domain.errors import Refused
from facilitator.translation import tr

MOST_MEGABYTES, MOST_MEGAPIXELS = 5, 50
_TYPES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}

# What the decoders say of a damaged file is told to the person; it is no mistake of the program.
QLoggingCategory.setFilterRules("qt.gui.imageio.*=false")


@dataclass(frozen=True)
class Picture:
    """A file that is a picture of a kind that papers can print."""

    name: str
    media_type: str
    data: bytes


def read_picture(path: Path) -> Picture:
    """A PNG or JPEG file. Raises ``Refused`` for what is none, is too large, or can't be read."""
    try:
        size = path.stat().st_size
        if size > MOST_MEGABYTES * 1024**2:
            raise _refused(path.name, tr("It is larger than {most} MB.").format(most=MOST_MEGABYTES))
        data = path.read_bytes()
    except OSError as error:
        why = tr("The file can't be read: {reason}.").format(reason=error.strerror or str(error))
        raise _refused(path.name, why) from error
    media_type = next((kind for begin, kind in _TYPES.items() if data.startswith(begin)), "")
    if not media_type:
        raise _refused(path.name, tr("It is no PNG or JPEG picture."))
    reader = _Reader(data, media_type)
    pixels = reader.size().width() * reader.size().height()
    if pixels > MOST_MEGAPIXELS * 1_000_000:
        raise _refused(path.name, tr("It has more than {most} megapixels.").format(most=MOST_MEGAPIXELS))
    if pixels <= 0 or thumbnail(data, media_type, QSize(64, 64)).isNull():
        raise _refused(path.name, tr("The picture is damaged."))
    return Picture(path.name, media_type, data)


def thumbnail(data: bytes, media_type: str, room: QSize) -> QImage:
    """The picture, made to fit; a null image where it can't be read."""
    reader = _Reader(data, media_type)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_MEGAPIXELS * 1_000_000:
        return QImage()
    if size.width() > room.width() or size.height() > room.height():
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    return reader.read()


class _Reader(QImageReader):
    """Reads bytes of one format; no other decoder is tried."""

    def __init__(self, data: bytes, media_type: str) -> None:
        self._buffer = QBuffer()  # kept as long as it is read from
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        super().__init__(self._buffer, media_type.removeprefix("image/").encode())
        self.setAutoTransform(True)


def _refused(name: str, why: str) -> Refused:
    return Refused(tr("“{name}” can't be used as a logo.").format(name=name), why, tr("Nothing was changed."))

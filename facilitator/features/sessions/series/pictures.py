"""Pictures that people choose as logos."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize

from facilitator.domain.errors import Refused
from facilitator.kit.pictures import MOST_MEGAPIXELS, Picture, media_type, pixels, thumbnail
from facilitator.translation import tr

MOST_MEGABYTES = 5


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
    kind = media_type(data)
    if not kind:
        raise _refused(path.name, tr("It is no PNG or JPEG picture."))
    count = pixels(data, kind)
    if count > MOST_MEGAPIXELS * 1_000_000:
        raise _refused(path.name, tr("It has more than {most} megapixels.").format(most=MOST_MEGAPIXELS))
    if count <= 0 or thumbnail(data, kind, QSize(64, 64)).isNull():
        raise _refused(path.name, tr("The picture is damaged."))
    return Picture(path.name, kind, data)


def _refused(name: str, why: str) -> Refused:
    return Refused(tr("“{name}” can't be used as a logo.").format(name=name), why, tr("Nothing was changed."))

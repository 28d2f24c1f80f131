"""Pictures that people chose, made anew from their pixels for papers that hold them as files.

What a camera or a program left in a file (places, names, previews) does not get into a paper.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass, field

from PIL import Image, ImageOps

_LARGEST_FILE = 60_000_000
"""Bytes."""
_MOST_PIXELS = 178_000_000
"""Such as 20,000 x 8,900: with more, the pixels alone would take half a gigabyte. Pillow refuses those too."""
_LONG_EDGE = 1600
"""Pixels: some 240 to the inch where a picture is as wide as the text of a page."""
_QUALITY = 88


@dataclass(frozen=True)
class PrintedPicture:
    """A picture as PNG or JPEG, with its size in pixels."""

    data: bytes = field(repr=False)
    media_type: str
    width: int
    height: int


def printed(data: bytes) -> PrintedPicture | None:
    """The picture upright, no larger than a page needs it; None when it is damaged, too large or of another kind."""
    if len(data) > _LARGEST_FILE:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of many pixels; the limit here is our own
            return _made(data)
    except Exception:  # Pillow promises no set of errors for bytes that are no picture
        return None


def _made(data: bytes) -> PrintedPicture | None:
    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
        if image.width * image.height > _MOST_PIXELS:
            return None
        photo = image.format == "JPEG"
        image.draft("RGB", (_LONG_EDGE, _LONG_EDGE))  # a JPEG is read no larger than it is needed
        image.thumbnail((_LONG_EDGE, _LONG_EDGE), Image.Resampling.LANCZOS, reducing_gap=2.0)
        upright = ImageOps.exif_transpose(image)
    clean = upright.convert("RGB" if photo else "RGBA" if _has_alpha(upright) else "RGB")
    target = io.BytesIO()
    if photo:
        clean.save(target, "JPEG", quality=_QUALITY)
    else:
        clean.save(target, "PNG", optimize=True)
    kind = "image/jpeg" if photo else "image/png"
    return PrintedPicture(target.getvalue(), kind, clean.width, clean.height)


def _has_alpha(image: Image.Image) -> bool:
    return "A" in image.getbands() or "transparency" in image.info

"""Pictures that people chose, decoded so that whatever is in their bytes, a page can show them or leave them out.

Only PNG and JPEG are read, from memory alone. What is drawn is made anew from the pixels: descriptions, places and
previews that a camera or a program left in the file do not get into the paper.
"""

from __future__ import annotations

import hashlib
import io
import warnings
import zlib
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageOps
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName

from facilitator.publishing.pdf.structure.streams import ArchivalStream

_LARGEST_FILE = 30_000_000  # bytes
_MOST_PIXELS = 50_000_000
_KEPT = (1600, 480)  # pixels: sharp in print at the sizes that logos are drawn in
_PHOTO_QUALITY = 90
_WHITE = (255, 255, 255)
_BLANK_BELOW = 8  # of 255: so far from white a picture's empty border may be


@dataclass(frozen=True)
class EmbeddedImage:
    """The pixels as they stand in the file, on white. ``natural`` is the picture's own size in pixels, cut to what is
    not blank."""

    name: str
    width: int
    height: int
    natural: tuple[int, int]
    filter: str
    stream: bytes

    def pdf_object(self) -> ArchivalStream:
        """What reportlab writes into the file."""
        entries = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Image"),
            "Width": self.width,
            "Height": self.height,
            "BitsPerComponent": 8,
            "ColorSpace": PDFName("DeviceRGB"),
            "Filter": PDFName(self.filter),
        }
        return ArchivalStream(PDFDictionary(entries), self.stream, [])


def embedded(data: bytes, kept: tuple[int, int] = _KEPT) -> EmbeddedImage | None:
    """The picture upright, on white, without its blank border, of at most ``kept`` pixels; None when it is damaged, too
    large, blank or of another kind."""
    if len(data) > _LARGEST_FILE:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _decoded(data, kept)
    except Exception:  # Pillow promises no set of errors for bytes that are no picture
        return None


def _decoded(data: bytes, kept: tuple[int, int]) -> EmbeddedImage | None:
    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
        if image.width * image.height > _MOST_PIXELS:
            return None
        photo, whole = image.format == "JPEG", max(image.size)
        small, factor = _reduced(image, kept)
        flat = _trimmed(_on_white(ImageOps.exif_transpose(small)))
    if flat is None:
        return None
    natural = (min(flat.width * factor, whole), min(flat.height * factor, whole))
    flat.thumbnail(kept, Image.Resampling.LANCZOS)
    stream = _as_photo(flat) if photo else zlib.compress(flat.tobytes(), 9)
    name = hashlib.sha256(stream + repr(flat.size).encode()).hexdigest()[:32]
    return EmbeddedImage(
        name, flat.width, flat.height, natural, "DCTDecode" if photo else "FlateDecode", stream
    )


def _reduced(image: Image.Image, kept: tuple[int, int]) -> tuple[Image.Image, int]:
    """A picture that is much larger than it can be printed made smaller by a whole factor, and the factor: what comes
    after makes several copies, of which each would be as large as the picture."""
    factor = max(1, image.width // (2 * kept[0]), image.height // (2 * kept[1]))
    if factor == 1:
        return image, 1
    plain = image if image.mode in ("L", "RGB", "RGBA", "CMYK") else _of_eight_bits(image).convert("RGBA")
    small = plain.reduce(factor)
    small.info.update(image.info)
    return small, factor


def _of_eight_bits(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I;16") or image.mode in ("I", "F"):
        # Pillow would cut grey of 16 bits to white.
        return image.convert("I").point(lambda value: value / 256).convert("L")
    return image


def _on_white(image: Image.Image) -> Image.Image:
    """The colours as they look on white paper, whatever the picture's own way to tell them."""
    with_alpha = _of_eight_bits(image).convert("RGBA")
    ground = Image.new("RGBA", with_alpha.size, (*_WHITE, 255))
    return Image.alpha_composite(ground, with_alpha).convert("RGB")


def _trimmed(image: Image.Image) -> Image.Image | None:
    """The picture without its white border, so that logos can be set to one size; None when nothing is left."""
    difference = ImageChops.difference(image, Image.new("RGB", image.size, _WHITE)).convert("L")
    box = difference.point(lambda value: 255 if value > _BLANK_BELOW else 0).getbbox()
    return image.crop(box) if box else None


def _as_photo(image: Image.Image) -> bytes:
    target = io.BytesIO()
    image.save(target, "JPEG", quality=_PHOTO_QUALITY)
    return target.getvalue()

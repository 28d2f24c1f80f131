"""Pictures as people have them."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from facilitator.publishing.document import Picture

RED = (200, 20, 30)


def png(width: int, height: int, colour: tuple[int, ...] = RED, alternative: str = "Logo") -> Picture:
    """A full rectangle of a colour, with its opacity if that is given."""
    return Picture(
        saved(Image.new("RGBA" if len(colour) == 4 else "RGB", (width, height), colour)), alternative
    )


def saved(image: Image.Image, kind: str = "PNG", **more: object) -> bytes:
    """The bytes of a picture file."""
    target = io.BytesIO()
    image.save(target, kind, **more)
    return target.getvalue()


def upper_half(width: int, height: int) -> Image.Image:
    """A white picture whose upper half is red, with a dot in its lowest corners so that none of it is blank border."""
    image = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, width, height // 2), fill=RED)
    pen.rectangle((0, height - 3, 2, height), fill=RED)
    pen.rectangle((width - 3, height - 3, width, height), fill=RED)
    return image

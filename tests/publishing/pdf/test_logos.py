"""Logos of hosts and partners: of one loudness, in reading direction, and never a reason for a paper to fail."""

from __future__ import annotations

import dataclasses
import io
import struct
import subprocess
import sys
import zlib

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from facilitator.publishing.document import Cover, Front, Paragraph, Picture, Rendering, plain
from facilitator.publishing.pdf.page.images import embedded
from tests.publishing.pdf.pictures import RED, png, saved, upper_half
from tests.publishing.pdf.reading import opened, page_texts, rendered
from tests.publishing.pdf.structure import structure

COVER = Cover("Series", "Agenda", "Title", hosts="Hosts", contact="a@b.org")
FRONTS = pytest.mark.parametrize("front", [Front.PAGE, Front.BAND])


def with_logos(*logos: Picture, **fields: object) -> Rendering:
    return rendered(Paragraph(plain("body")), cover=dataclasses.replace(COVER, logos=logos), **fields)


def placed(rendering: Rendering) -> list[tuple[float, float, float, float]]:
    """Left edge, foot, width and height of each picture on the first page, in points."""
    found = []
    matrix: list[float] = []
    with opened(rendering) as file:
        for operands, operator in pikepdf.parse_content_stream(file.pages[0]):
            if str(operator) == "cm":
                matrix = [float(operand) for operand in operands]
            elif str(operator) == "Do":
                found.append((matrix[4], matrix[5], matrix[0], matrix[3]))
    return found


def pixels(rendering: Rendering) -> Image.Image:
    with pypdfium2.PdfDocument(rendering.data) as document:
        return document[0].render(scale=1).to_pil().convert("RGB")


@FRONTS
def test_logos_keep_their_shape_and_cover_about_one_area(front: Front) -> None:
    sizes = ((600, 600), (900, 300), (1200, 400))
    boxes = placed(with_logos(*(png(*size, (*RED, 255 - at)) for at, size in enumerate(sizes)), front=front))
    for (width, height), (_, _, across, down) in zip(sizes, boxes, strict=True):
        assert across / down == pytest.approx(width / height, rel=0.01)
    areas = [across * down for _, _, across, down in boxes]
    assert max(areas) < 1.6 * min(areas)


@FRONTS
def test_logos_of_any_proportion_stay_within_the_margins_and_wrap(front: Front) -> None:
    logos = (
        [png(2000, 20 + at) for at in range(3)] + [png(20 + at, 2000) for at in range(2)] + [png(900, 280)]
    )
    boxes = placed(with_logos(*logos, front=front))
    assert len(boxes) == 6
    assert len({round(foot + height / 2) for _, foot, _, height in boxes}) >= 2
    for left, foot, width, height in boxes:
        assert left > 69
        assert left + width < 527
        assert 0 < foot < 842 - height
        assert height < 50


def test_logos_follow_each_other_from_the_right_in_an_arabic_paper() -> None:
    logos = (png(400, 200), png(400, 210))
    left = [box[0] for box in placed(with_logos(*logos, front=Front.BAND))]
    right = [box[0] for box in placed(with_logos(*logos, front=Front.BAND, language="ar"))]
    assert left == sorted(left)
    assert right == sorted(right, reverse=True)
    assert right[0] > 400


def test_a_small_logo_is_not_blown_up() -> None:
    ((_, _, width, height),) = placed(with_logos(png(40, 20), front=Front.BAND))
    assert (width, height) == (20, 10)


def test_logos_stand_on_white_below_the_band() -> None:
    rendering = with_logos(png(300, 100, (0, 0, 0, 60)), front=Front.BAND, accent="#104060")
    ((left, foot, width, height),) = placed(rendering)
    page = pixels(rendering)
    grey = page.getpixel((int(left + width / 2), int(842 - foot - height / 2)))
    assert isinstance(grey, tuple)
    assert grey[0] == pytest.approx(195, abs=4)
    assert page.getpixel((int(left + width + 5), int(842 - foot - height / 2))) == (255, 255, 255)


def test_a_logo_is_in_the_file_once_and_its_alternative_is_kept() -> None:
    rendering = with_logos(png(300, 100, alternative="Red – أحمر"), png(300, 100), front=Front.BAND)
    with opened(rendering) as file:
        assert len(file.pages[0].Resources.XObject) == 1
    told = [one.alternative for one in structure(rendering).all("Figure")]
    assert told == ["Red – أحمر", "Logo"]
    assert "أحمر" not in page_texts(rendering)[0]


def test_a_photo_is_turned_as_its_camera_held_it_and_tells_nothing_of_the_camera() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn right by a quarter
    exif[0x010F] = "Secret camera"
    lying = upper_half(200, 400).rotate(90, expand=True)
    data = saved(lying, "JPEG", exif=exif, quality=95)
    rendering = with_logos(Picture(data, "Photo"), front=Front.BAND)
    ((left, foot, width, height),) = placed(rendering)
    assert height > width
    page = pixels(rendering)
    upper = page.getpixel((int(left + width / 2), int(842 - foot - height * 0.8)))
    lower = page.getpixel((int(left + width / 2), int(842 - foot - height * 0.25)))
    assert isinstance(upper, tuple)
    assert isinstance(lower, tuple)
    assert upper[0] > 150 > 80 > upper[1]
    assert min(lower) > 240
    assert b"Secret" not in rendering.data


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_way_to_store_colours_is_read(mode: str) -> None:
    image = Image.new("L", (60, 30), 40)
    deep = Image.new("I;16", (60, 30), 40 * 256)
    found = embedded(saved(deep if mode == "I;16" else image.convert(mode, dither=Image.Dither.NONE)))
    assert found is not None
    assert max(zlib.decompress(found.stream)) <= 41


def test_photos_in_printers_colours_are_read() -> None:
    assert embedded(saved(Image.new("CMYK", (60, 30), (0, 255, 255, 0)), "JPEG")) is not None


def bomb() -> bytes:
    """A small PNG file that says it has 40,000 by 40,000 pixels."""
    data = bytearray(saved(Image.new("L", (8, 8))))
    data[16:24] = struct.pack(">II", 40_000, 40_000)
    data[29:33] = struct.pack(">I", zlib.crc32(bytes(data[12:29])))
    return bytes(data)


GOOD = png(400, 200).data
DAMAGED = {
    "nothing": b"",
    "text": b"no picture at all",
    "a path": b"/etc/passwd",
    "only a head": b"\x89PNG\r\n\x1a\n",
    "half": GOOD[: len(GOOD) // 2],
    "bomb": bomb(),
    "blank": saved(Image.new("RGB", (40, 40), "white")),
    "transparent": saved(Image.new("RGBA", (40, 40), (0, 0, 0, 0))),
    "gif": saved(Image.new("P", (40, 40)), "GIF"),
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    "broken photo": saved(Image.new("RGB", (90, 90), RED), "JPEG")[:300],
}


def test_a_picture_of_more_pixels_than_memory_should_hold_is_left_out_though_its_file_is_small() -> None:
    huge = saved(Image.new("1", (8000, 7000)))
    assert len(huge) < 100_000
    assert embedded(huge) is None
    assert embedded(saved(Image.new("1", (800, 700)))) is not None


@FRONTS
@pytest.mark.parametrize("kind", DAMAGED)
def test_a_picture_that_cannot_be_shown_is_left_out_and_told(kind: str, front: Front) -> None:
    rendering = with_logos(Picture(DAMAGED[kind], "City"), png(300, 100), front=front)
    assert len(placed(rendering)) == 1
    (note,) = rendering.notes
    assert "City" in note


_MEMORY = """
import resource, sys
from facilitator.publishing.pdf.page.images import embedded
data = sys.stdin.buffer.read()
embedded(data[:100])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
found = embedded(data)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024, found.natural[0])
"""


def test_a_picture_of_as_many_pixels_as_are_taken_needs_little_more_memory_than_it_has() -> None:
    pytest.importorskip("resource")
    data = png(7000, 7000).data
    done = subprocess.run([sys.executable, "-c", _MEMORY], input=data, capture_output=True, check=True)
    megabytes, width = map(int, done.stdout.split())
    assert width == 7000
    assert megabytes < 320  # 49 million pixels of 4 bytes are 187; in full size, seven of its kind were made


def test_large_pictures_are_made_smaller() -> None:
    noise = Image.effect_noise((3000, 2000), 90).convert("RGB")
    rendering = with_logos(Picture(saved(noise), "Noise"), front=Front.BAND)
    with opened(rendering) as file:
        (image,) = file.pages[0].Resources.XObject.values()
        assert (int(image.Width), int(image.Height)) == (720, 480)
    assert len(rendering.data) < 1_500_000


def test_of_seven_logos_the_last_is_left_out_and_told() -> None:
    rendering = with_logos(*(png(100 + at, 50) for at in range(7)))
    assert len(placed(rendering)) == 6
    assert "6" in rendering.notes[0]


def test_a_bare_paper_shows_no_logos_and_says_nothing() -> None:
    rendering = with_logos(png(10, 10), Picture(b"", ""), front=Front.NONE)
    assert placed(rendering) == []
    assert rendering.notes == ()


def test_the_same_logo_gives_the_same_bytes() -> None:
    photo = Picture(saved(upper_half(300, 200), "JPEG"), "Photo")
    assert with_logos(photo).data == with_logos(photo).data
    assert io.BytesIO(with_logos(photo).data).read(4) == b"%PDF"

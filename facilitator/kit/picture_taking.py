"""Pictures for notes and papers, made of what is pasted or dropped: of bounded size, and without what cameras write."""

from __future__ import annotations

import math
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QSize, Qt, QUrl
from PySide6.QtGui import QColorSpace, QImage, QImageWriter, QPainter

from facilitator.domain.errors import Refused
from facilitator.kit.pasting import cleaned
from facilitator.kit.pictures import MOST_MEGAPIXELS, Picture, known_type, pixels, thumbnail
from facilitator.translation import tr

MOST_MEGABYTES, LONG_EDGE = 40, 2400
"""Of a file that is read; pixels of what is kept, with which a slide can be read when it is printed."""
_MOST_OF_PNG = 1024**2
"""Bytes up to which a picture that came without loss is kept so: screens and drawings are; photographs are not."""
_QUALITY = 88
_OF_WINDOW = frozenset({".lle", ".csv", ".tsv", ".xlsx"})


def has_pictures(mime: QMimeData) -> bool:
    """Whether there are files, or a picture itself. What a web page or a text has beside its words does not count."""
    if any(url.isLocalFile() for url in mime.urls()):
        return True
    return mime.hasImage() and not mime.hasFormat("text/plain")


def is_for_window(mime: QMimeData) -> bool:
    """Whether they are files that the window opens or imports, wherever they are dropped."""
    names = [_path(url) for url in mime.urls() if url.isLocalFile()]
    return bool(names) and all(name.suffix.lower() in _OF_WINDOW for name in names)


def pictures_of(mime: QMimeData) -> tuple[list[Picture], Refused | None]:
    """The pictures, and what is to be said of the first file that is none; addresses of the web are never followed."""
    found: list[Picture] = []
    files = [url for url in mime.urls() if url.isLocalFile()]
    try:
        if not files and mime.hasImage():
            found.append(of_image(mime.imageData()))
        for url in files:
            found.append(of_file(_path(url)))
    except Refused as refusal:
        return found, refusal
    return found, None


def of_file(path: Path) -> Picture:
    """Of a file. Raises ``Refused`` for what is no picture, is too large, or can't be read."""
    name = cleaned(path.name)
    try:
        if path.is_dir():
            raise _refused(name, tr("It is a folder."))
        if path.exists() and not path.is_file():  # a pipe or a device, which never ends
            raise _refused(name, tr("It is no file."))
        if path.stat().st_size > MOST_MEGABYTES * 1024**2:
            raise _refused(name, tr("It is larger than {most} MB.").format(most=MOST_MEGABYTES))
        data = path.read_bytes()
    except OSError as error:
        why = tr("The file can't be read: {reason}.").format(reason=error.strerror or str(error))
        raise _refused(name, why) from error
    kind = known_type(data)
    if not kind:
        raise _refused(name, tr("Pictures are PNG, JPEG, GIF, BMP or WebP; no other files are taken."))
    count = pixels(data, kind)
    if count > MOST_MEGAPIXELS * 1_000_000:
        raise _refused(name, tr("It has more than {most} megapixels.").format(most=MOST_MEGAPIXELS))
    image = thumbnail(data, kind, QSize(LONG_EDGE, LONG_EDGE)) if count > 0 else QImage()
    if image.isNull():
        raise _refused(name, tr("The picture is damaged."))
    return _kept(image, cleaned(path.stem), is_photograph=kind == "image/jpeg")


def of_image(image: object) -> Picture:
    """Of a picture in the clipboard, such as one of the screen. Raises ``Refused`` where there is none."""
    shown = image if isinstance(image, QImage) else QImage()
    name = tr("Picture")
    if shown.isNull():
        raise _refused(name, tr("The picture is damaged."))
    if shown.width() * shown.height() > MOST_MEGAPIXELS * 1_000_000:
        raise _refused(name, tr("It has more than {most} megapixels.").format(most=MOST_MEGAPIXELS))
    if max(shown.width(), shown.height()) > LONG_EDGE:
        smooth = Qt.TransformationMode.SmoothTransformation
        shown = shown.scaled(QSize(LONG_EDGE, LONG_EDGE), Qt.AspectRatioMode.KeepAspectRatio, smooth)
    return _kept(shown, name, is_photograph=False)


def size_words(size: int) -> str:
    """Bytes in words."""
    if size < 1024**2:
        return tr("{size} KB").format(size=max(1, math.ceil(size / 1024)))
    return tr("{size} MB").format(size=f"{size / 1024**2:.1f}")


def _kept(image: QImage, stem: str, *, is_photograph: bool) -> Picture:
    if image.colorSpace().isValid():
        image = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    clean = _without_words(image)
    if not is_photograph:
        data = _written(clean, b"png")
        if len(data) <= _MOST_OF_PNG:
            return Picture(f"{stem}.png", "image/png", data)
    return Picture(f"{stem}.jpg", "image/jpeg", _written(_on_white(clean), b"jpeg", _QUALITY))


def _without_words(image: QImage) -> QImage:
    """Only what is seen: painted anew, as places and names of cameras come with the picture."""
    clear = image.hasAlphaChannel()
    new = QImage(image.size(), QImage.Format.Format_ARGB32 if clear else QImage.Format.Format_RGB32)
    new.fill(Qt.GlobalColor.transparent)
    painter = QPainter(new)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawImage(new.rect(), image)
    painter.end()
    return new


def _on_white(image: QImage) -> QImage:
    flat = QImage(image.size(), QImage.Format.Format_RGB32)
    flat.fill(Qt.GlobalColor.white)
    painter = QPainter(flat)
    painter.drawImage(0, 0, image)
    painter.end()
    return flat


def _written(image: QImage, kind: bytes, quality: int = -1) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, kind)
    writer.setQuality(quality)
    writer.write(image)
    return bytes(buffer.data().data())


def _path(url: QUrl) -> Path:
    return Path(url.toLocalFile())


def _refused(name: str, why: str) -> Refused:
    return Refused(
        tr("“{name}” can't be taken into the notes.").format(name=name), why, tr("Nothing was changed.")
    )

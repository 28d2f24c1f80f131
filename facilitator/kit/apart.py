"""Several papers into a folder, a file for each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from facilitator.domain.errors import Refused
from facilitator.kit.feature import Heed
from facilitator.publishing.document import Rendering
from facilitator.publishing.export import render
from facilitator.publishing.gate import ClearedDocument
from facilitator.storage.files import write_whole
from facilitator.translation import tr


def write_apart(
    papers: Sequence[ClearedDocument], format_: str, folder: Path, heed: Heed
) -> tuple[Rendering, ...]:
    """Write each paper into a file of its own in a folder, which is made where there is none.

    A file of the same name is replaced only where it is an earlier export of the same paper. Raises ``Refused`` where
    something else is there, and where a file can't be written; each file is then whole, or what it was.
    """
    rendered: list[tuple[Path, Rendering]] = []
    for done, paper in enumerate(papers):
        heed(done, len(papers))
        target = folder / f"{paper.stem}.{format_}"
        rendering = render(paper, format_)
        if target.exists() and not _is_earlier(target, rendering.data):
            raise Refused(
                tr("“{name}” could not be written.").format(name=target.name),
                tr("Something else is there, which is no earlier export of this paper."),
                tr("Nothing was written. Choose another folder."),
            )
        rendered.append((target, rendering))
    _make(folder)
    for target, rendering in rendered:
        write_whole(target, rendering.data)
    return tuple(rendering for _, rendering in rendered)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(
            tr("The folder “{name}” could not be made.").format(name=folder.name),
            str(error.strerror or error),
            tr("Nothing was written."),
        ) from error


def _is_earlier(path: Path, data: bytes) -> bool:
    """Whether a file was made by this program as a paper like this one."""
    try:
        found = path.read_bytes()
    except OSError:
        return False
    if data.startswith(b"%PDF-"):
        return _maker(found) == _maker(data) != ""
    return found.split(b"\n", 1)[0] == data.split(b"\n", 1)[0]


def _maker(data: bytes) -> str:
    """The program that made a PDF, without its version."""
    import pypdfium2  # takes long, and is wanted only where a file is there already

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return ""
    try:
        return str(document.get_metadata_value("Creator")).partition(" ")[0]
    finally:
        document.close()

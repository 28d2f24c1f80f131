"""What a library could not take, kept in a file of its own on another disk until the library has it.

One file for each library that has something waiting. It goes as soon as all is in the library: names that are erased
there must not stay here.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy.exc import IntegrityError

from facilitator.domain.errors import Refused
from facilitator.storage import files
from facilitator.storage.written_commands import Unreadable, as_json, from_json

if TYPE_CHECKING:
    from facilitator.storage.store import Store

_SUFFIX = ".unsaved"
_THERE_ALREADY = (sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_UNIQUE)


@dataclass(frozen=True)
class Kept:
    """One change that waits: its command (None where this version can't read it), its text for people, and when it was
    made (milliseconds since 1970-01-01 UTC)."""

    command: Any
    text: str
    at: int


@dataclass(frozen=True)
class Rescued:
    """What was found of a library: changes in their order, and what was being typed, by the keys of drafts."""

    kept: Sequence[Kept] = ()
    drafts: Mapping[str, str] = field(default_factory=dict)
    paths: Sequence[Path] = ()

    def __bool__(self) -> bool:
        return bool(self.kept or self.drafts)


class Rescue:
    """The file in ``folder`` for the library of an id that lies at ``library``."""

    def __init__(self, folder: Path, library_id: str, library: Path) -> None:
        place = hashlib.sha256(str(library).encode(errors="surrogatepass")).hexdigest()[:8]
        self._folder, self._id = folder, library_id
        self.path = folder / f"{library_id}-{place}{_SUFFIX}"
        self.is_durable = False
        """Whether what was kept last is on the disk."""

    def keep(self, kept: Sequence[Kept], drafts: Mapping[str, str]) -> bool:
        """Write down all that waits, in place of what was written before; nothing waits: the file goes.

        False when it can't be written either.
        """
        if not kept and not drafts:
            self.remove([self.path])
            return True
        written = {"changes": [_written(one) for one in kept], "drafts": dict(drafts)}
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with files.replaced_whole(self.path, private=True) as beside:
                beside.write_text(json.dumps(written, ensure_ascii=True), encoding="ascii")
        except (Refused, OSError):
            self.is_durable = False
            return False
        self.is_durable = True
        return True

    def find(self) -> Rescued:
        """What waits for this library, also from when it lay elsewhere; what can't be read is left where it is."""
        kept: list[Kept] = []
        drafts: dict[str, str] = {}
        paths = []
        for path in sorted(self._folder.glob(f"{self._id}-*{_SUFFIX}")):
            try:
                written = json.loads(path.read_text(encoding="ascii"))
                kept += [_read(one) for one in written["changes"]]
                drafts |= {str(key): str(text) for key, text in written["drafts"].items()}
            except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
                continue
            paths.append(path)
        return Rescued(kept, drafts, paths)

    def remove(self, paths: Sequence[Path]) -> None:
        """All of it is in the library: nothing of it stays here."""
        for path in paths:
            try:
                path.unlink(missing_ok=True)
            except OSError:  # it is found again, and does nothing twice
                continue
        self.is_durable = False


def put_back(store: Store, kept: Sequence[Kept]) -> list[Kept]:
    """Apply what waits, in order; what was applied before is not applied twice. Returns what the library does not take.

    Raises ``Refused`` when its file still can't be written.
    """
    left = []
    for one in kept:
        try:
            if one.command is None:
                left.append(one)
            else:
                store.run(one.command)
        except Refused as refusal:
            if refusal.__cause__ is not None:
                raise
            left.append(one)
        except (IntegrityError, sqlite3.IntegrityError) as error:
            cause = error.orig if isinstance(error, IntegrityError) else error
            if getattr(cause, "sqlite_errorcode", 0) not in _THERE_ALREADY:
                left.append(one)
    return left


def _written(one: Kept) -> dict[str, Any]:
    try:
        command = as_json(one.command)
    except TypeError:
        command = None
    return {"command": command, "text": one.text, "at": one.at}


def _read(written: Mapping[str, Any]) -> Kept:
    try:
        command = from_json(written["command"])
    except Unreadable:
        command = None
    return Kept(command if hasattr(command, "apply") else None, str(written["text"]), int(written["at"]))

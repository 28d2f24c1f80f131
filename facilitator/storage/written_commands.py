"""Commands as text, and back: for those that the library could not take, and that have to outlive the program.

Only frozen dataclasses of this program are read back, with values of a few plain kinds: a file runs nothing.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from importlib import import_module
from typing import Any

from facilitator.storage.records import Base

_OURS = "facilitator."


class Unreadable(Exception):
    """A text that is no command of this version."""


def as_json(value: Any) -> Any:
    """What json can write of a command and all that it holds. Raises TypeError for what has no written form."""
    if value is None or (isinstance(value, str | int | float) and not isinstance(value, Enum)):
        return value
    if isinstance(value, bytes):
        return {"bytes": base64.b64encode(value).decode()}
    if isinstance(value, Enum):
        return {"enum": _name(type(value)), "value": value.value}
    if isinstance(value, type) and issubclass(value, Base):
        return {"record": value.__tablename__}
    if isinstance(value, Mapping):
        return {"map": [[as_json(key), as_json(item)] for key, item in value.items()]}
    if isinstance(value, list | tuple):
        return [as_json(item) for item in value]
    if is_dataclass(value) and type(value).__module__.startswith(_OURS):
        return {
            "is": _name(type(value)),
            "has": {f.name: as_json(getattr(value, f.name)) for f in fields(value)},
        }
    raise TypeError(f"no written form of {type(value).__name__}")


def from_json(written: Any) -> Any:
    """What ``as_json`` was given, lists as tuples. Raises ``Unreadable``."""
    try:
        return _read(written)
    except (KeyError, TypeError, ValueError, AttributeError, ImportError, RecursionError) as error:
        raise Unreadable(str(error)) from error


def _read(written: Any) -> Any:
    if isinstance(written, list):
        return tuple(_read(item) for item in written)
    if not isinstance(written, dict):
        return written
    if "bytes" in written:
        return base64.b64decode(written["bytes"], validate=True)
    if "record" in written:
        return {m.class_.__tablename__: m.class_ for m in Base.registry.mappers}[written["record"]]
    if "map" in written:
        return {_read(key): _read(item) for key, item in written["map"]}
    if "enum" in written:
        kind = _class(written["enum"])
        if not issubclass(kind, Enum):
            raise Unreadable(written["enum"])
        return kind(written["value"])
    make = _class(written["is"])
    if not hasattr(make, "__dataclass_fields__"):
        raise Unreadable(written["is"])
    return make(**{name: _read(item) for name, item in written["has"].items()})


def _name(kind: type) -> str:
    return f"{kind.__module__}:{kind.__qualname__}"


def _class(name: str) -> Any:
    module, _, attribute = name.partition(":")
    if not module.startswith(_OURS):
        raise Unreadable(name)
    found = getattr(import_module(module), attribute)
    if not isinstance(found, type):
        raise Unreadable(name)
    return found

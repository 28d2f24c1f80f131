"""Find what ships in resources/: beside the package in a checkout, inside it in a wheel or a frozen build."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The folder that holds fonts/, styles/, translations/, vocabularies/ and the sample."""
    package = Path(__file__).resolve().parent
    bundled = package / "resources"
    return bundled if bundled.is_dir() else package.parent / "resources"


def path(*parts: str) -> Path:
    """The path of one shipped file, such as ``path("fonts", "NotoSans-Regular.ttf")``."""
    return root().joinpath(*parts)


def read_text(*parts: str) -> str:
    """The text (UTF-8) of one shipped file; raises FileNotFoundError when it is not shipped."""
    return path(*parts).read_text(encoding="utf-8")

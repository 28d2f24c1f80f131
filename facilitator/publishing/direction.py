"""From which side a language is read."""

from __future__ import annotations

_RIGHT_TO_LEFT_LANGUAGES = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}
)


def language_level(language: str) -> int:
    """1 for languages written from right to left, such as ``"ar"`` or ``"he"``, else 0."""
    return int(language.lower().replace("_", "-").split("-")[0] in _RIGHT_TO_LEFT_LANGUAGES)

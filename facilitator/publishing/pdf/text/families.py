"""Which shipped font sets which script in which style: data only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.publishing.typefaces import SANS, SERIF


class Face(StrEnum):
    """The styles of the page's own typeface; other scripts come as near as they can."""

    REGULAR = "regular"
    ITALIC = "italic"
    SEMIBOLD = "semibold"
    BOLD = "bold"
    BOLD_ITALIC = "bold italic"

    @property
    def heavy(self) -> bool:
        """Whether the strokes are thicker than in running text."""
        return self not in (Face.REGULAR, Face.ITALIC)

    def with_style(self, bold: bool, italic: bool) -> Face:
        """This style made bold or italic, as a run of text within it asks for."""
        if not bold and not italic:
            return self
        slanted = italic or self in (Face.ITALIC, Face.BOLD_ITALIC)
        if bold or self.heavy:
            return Face.BOLD_ITALIC if slanted else Face.BOLD
        return Face.ITALIC


@dataclass(frozen=True)
class FontFile:
    """One face of a shipped file. ``scale`` evens out its size beside the Latin, ``leading`` its need for height."""

    file: str
    index: int = 0
    scale: float = 1.0
    leading: float = 1.0


LATIN = {
    Face.REGULAR: FontFile("SourceSans3-Regular.ttf"),
    Face.ITALIC: FontFile("SourceSans3-It.ttf"),
    Face.SEMIBOLD: FontFile("SourceSans3-Semibold.ttf"),
    Face.BOLD: FontFile("SourceSans3-Bold.ttf"),
    Face.BOLD_ITALIC: FontFile("SourceSans3-BoldIt.ttf"),
}

SERIFED = {
    Face.REGULAR: FontFile("NotoSerif-Regular.ttf", scale=0.92),
    Face.ITALIC: FontFile("NotoSerif-Italic.ttf", scale=0.92),
    Face.SEMIBOLD: FontFile("NotoSerif-Bold.ttf", scale=0.92),
    Face.BOLD: FontFile("NotoSerif-Bold.ttf", scale=0.92),
    Face.BOLD_ITALIC: FontFile("NotoSerif-BoldItalic.ttf", scale=0.92),
}

FAMILIES = {SANS: LATIN, SERIF: SERIFED}
"""The typefaces that a page can be set in, by name; other names hold as the first."""

# Letters that the page's typeface lacks, in a regular and a bold weight.
MORE_LATIN = (FontFile("NotoSans-Regular.ttf", scale=0.92), FontFile("NotoSans-Bold.ttf", scale=0.92))


def _one_weight(file: str, leading: float = 1.0) -> tuple[FontFile, FontFile]:
    font = FontFile(file, scale=0.92, leading=leading)
    return font, font


# By script: the regular font, and the one for heavy styles.
SCRIPTS = {
    "Arab": (
        FontFile("NotoNaskhArabic-Regular.ttf", scale=1.1, leading=1.2),
        FontFile("NotoNaskhArabic-Bold.ttf", scale=1.1, leading=1.2),
    ),
    "Hebr": (
        FontFile("NotoSansHebrew-Regular.ttf", scale=0.96),
        FontFile("NotoSansHebrew-Bold.ttf", scale=0.96),
    ),
    "Deva": (
        FontFile("NotoSansDevanagari-Regular.ttf", scale=0.96, leading=1.12),
        FontFile("NotoSansDevanagari-Bold.ttf", scale=0.96, leading=1.12),
    ),
    "Armn": _one_weight("NotoSansArmenian-Regular.ttf"),
    "Beng": _one_weight("NotoSansBengali-Regular.ttf", 1.1),
    "Ethi": _one_weight("NotoSansEthiopic-Regular.ttf"),
    "Geor": _one_weight("NotoSansGeorgian-Regular.ttf"),
    "Gujr": _one_weight("NotoSansGujarati-Regular.ttf", 1.1),
    "Guru": _one_weight("NotoSansGurmukhi-Regular.ttf", 1.1),
    "Khmr": _one_weight("NotoSansKhmer-Regular.ttf", 1.2),
    "Knda": _one_weight("NotoSansKannada-Regular.ttf", 1.1),
    "Laoo": _one_weight("NotoSansLao-Regular.ttf", 1.15),
    "Mlym": _one_weight("NotoSansMalayalam-Regular.ttf", 1.1),
    "Mymr": _one_weight("NotoSansMyanmar-Regular.ttf", 1.2),
    "Orya": _one_weight("NotoSansOriya-Regular.ttf", 1.1),
    "Sinh": _one_weight("NotoSansSinhala-Regular.ttf", 1.1),
    "Taml": _one_weight("NotoSansTamil-Regular.ttf", 1.1),
    "Telu": _one_weight("NotoSansTelugu-Regular.ttf", 1.15),
    "Thaa": _one_weight("NotoSansThaana-Regular.ttf", 1.1),
    "Thai": _one_weight("NotoSansThai-Regular.ttf", 1.15),
}

# The collection holds one face for each place, which share most glyphs and differ where usage does.
_CJK = "NotoSansCJK-Regular.ttc"
CJK_INDEX = {"ja": 0, "ko": 1, "zh-hans": 2, "zh-hant": 3, "zh-hk": 4}
CJK = {language: FontFile(_CJK, index=index, leading=1.06) for language, index in CJK_INDEX.items()}

EMOJI = FontFile("NotoEmoji-Regular.ttf", scale=0.86)
SIGNS = (
    FontFile("NotoSansMath-Regular.ttf", scale=0.92),
    FontFile("NotoSansSymbols-Regular.ttf", scale=0.92),
    FontFile("NotoSansSymbols2-Regular.ttf", scale=0.92),
    EMOJI,
)


def cjk_for(language: str) -> FontFile:
    """The face for Chinese characters in a language (BCP 47); the simplified one where the language has none."""
    code = language.lower()
    if code[:2] in ("ja", "ko"):
        return CJK[code[:2]]
    if code.startswith("zh"):
        if "hk" in code or "-mo" in code:
            return CJK["zh-hk"]
        if "hant" in code or "tw" in code:
            return CJK["zh-hant"]
    return CJK["zh-hans"]

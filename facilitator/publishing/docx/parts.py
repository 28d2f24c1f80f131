"""The small parts of a Word document: lists, settings, running texts, and what the file says of itself."""

from __future__ import annotations

from xml.sax.saxutils import escape

import facilitator
from facilitator.publishing.document import Document
from facilitator.publishing.docx.package import SPACES, XML
from facilitator.publishing.docx.text import Shape, Texts, element_text
from facilitator.publishing.plain_text import single_line
from facilitator.translation import papers

BULLETS = 1
"""The list that all bullets belong to; each numbered list is one of its own after it."""

_FONTS = ("Calibri", "Arial", "Microsoft YaHei")


def numbering(ordered: int, accent: str) -> str:
    """Bullets, and so many numbered lists, each of which begins with 1."""
    mark = f'<w:rPr><w:b/><w:color w:val="{accent}"/></w:rPr>'
    hang = '<w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr>'
    kinds = (("bullet", "•"), ("decimal", "%1."))
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f"{hang}{mark}</w:lvl></w:abstractNum>"
        for at, (kind, sign) in enumerate(kinds)
    )
    lists = "".join(
        f'<w:num w:numId="{BULLETS + 1 + at}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for at in range(ordered)
    )
    bullets = f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="0"/></w:num>'
    return f"<w:numbering {SPACES}>{abstract}{bullets}{lists}</w:numbering>"


def settings() -> str:
    """Word's own ways of today, not those of older versions."""
    uri = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings {SPACES}><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/></w:compat></w:settings>'
    )


def font_table(typeface: str) -> str:
    """The fonts that the styles ask for."""
    names = dict.fromkeys((typeface, *_FONTS) if typeface else _FONTS)
    fonts = "".join(f'<w:font w:name="{escape(name)}"><w:family w:val="auto"/></w:font>' for name in names)
    return f"<w:fonts {SPACES}>{fonts}</w:fonts>"


def header(document: Document, texts: Texts) -> str:
    """The line along the head of each page."""
    return f"<w:hdr {SPACES}>{texts.plain(single_line(document.header), Shape('Header'))}</w:hdr>"


def footer(document: Document, texts: Texts) -> str:
    """The line along the foot: what the paper is, and which page of how many this is."""
    counted = papers(document.language).gettext("Page {page} of {pages}")
    start = texts.inline_plain(single_line(document.footer))
    parts = []
    for at, piece in enumerate(_pieces(counted)):
        parts.append(field(piece, "1") if at % 2 else texts.inline_plain(piece))
    inside = f"{start}<w:r><w:tab/></w:r>{''.join(parts)}"
    return f'<w:ftr {SPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{inside}</w:p></w:ftr>'


def _pieces(counted: str) -> list[str]:
    """The words and, at odd places, the fields between them."""
    marked = counted.replace("{pages}", "\x00NUMPAGES\x00").replace("{page}", "\x00PAGE\x00")
    return marked.split("\x00")


def field(code: str, shown: str, *, stale: bool = False) -> str:
    """A field that Word computes, with what it shows until then; a ``stale`` one is computed when it opens."""
    dirty = ' w:dirty="true"' if stale else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"{dirty}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{escape(shown)}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def core(document: Document, title: str) -> str:
    """Title, author, subject, keywords and language. It does not say when or where the file was made."""
    keywords = ", ".join(filter(None, map(single_line, document.keywords)))
    values = (
        ("dc:title", title),
        ("dc:subject", document.subject),
        ("dc:creator", document.author),
        ("cp:keywords", keywords),
        ("dc:language", document.language),
    )
    inside = "".join(f"<{name}>{element_text(value)}</{name}>" for name, value in values if value.strip())
    by = f"<cp:lastModifiedBy>Facilitator {facilitator.__version__}</cp:lastModifiedBy>"
    return (
        f'{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/">{inside}{by}</cp:coreProperties>'
    )

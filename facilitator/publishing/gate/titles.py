"""Words that stand before a surname or name an office, in the languages of the field."""

from __future__ import annotations

import unicodedata


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    """mr mrs ms mx miss dr prof professor sir dame lord lady hon honourable honorable excellency monsieur madame
    mademoiselle mme mlle m me don dona senor senora sr sra srta senhor senhora herr frau signor signora dott doutor
    sheikh shaikh cllr councillor councilor mayor president governor minister ambassador commissioner alcalde
    alcaldesa alcaldessa maire maires ministre presidente presidenta presidenta gouverneur prefeito prefeita sindaco
    sindaca burgermeister baskan bay bayan concejal concejala regidor regidora secretary director directora vice deputy
    мэр господин госпожа г"""
)
"""Folded words after which a single word is a surname."""

HONORIFICS = _words(
    "mr mrs ms mx miss dr prof professor hon honourable mme mlle monsieur madame sr sra srta cllr"
)
"""Folded words that are cut off where a name was written with them."""

TITLES_AFTER = (
    "市长", "市長", "先生", "女士", "主席", "省长", "部长", "局长", "主任", "知事", "氏", "さん", "様",
    *(unicodedata.normalize("NFKD", title) for title in ("시장", "씨")),
)  # fmt: skip
"""What follows a surname in Chinese, Japanese and Korean."""

PARTICLES = _words(
    """de la las los del della di da do dos das du des le les el al van von der den zu zum ter ten y e i bin bint ibn
    ben abu abd san santa saint st ap af av"""
)
"""Words that belong to a surname and are none by themselves."""

SUFFIXES = _words("jr sr ii iii iv phd md mba esq")

GENERIC_OFFICES = _words(
    """office official director directrice directeur head chief ceo cfo cto advisor adviser representative officer
    manager coordinator expert minister secretary general commissioner chair member vice deputy co executive senior
    founder partner speaker moderator and the of for former city town municipality local regional national government
    council municipal department division professor researcher consultant delegate ambassador policy programme project
    international global affairs relations engineer staff lead leader principal assistant associate specialist"""
)
"""Folded words of which a title may consist and tell nothing but that its bearer has an office."""

OFFICE_WORDS: dict[str, tuple[str, ...]] = {
    "mayor": (
        "mayor", "lord mayor", "mayoress", "maire", "mairesse", "alcalde", "alcaldesa", "alcaldessa", "batlle",
        "prefeito", "prefeita", "presidente da câmara", "intendente", "sindaco", "sindaca", "bürgermeister",
        "bürgermeisterin", "belediye başkanı", "мэр", "市长", "市長", "عمدة", "رئيس البلدية", "رئيسة البلدية",
    ),
    "deputy_mayor": (
        "deputy mayor", "vice mayor", "maire adjoint", "maire adjointe", "adjoint au maire", "adjointe au maire",
        "teniente de alcalde", "teniente alcalde", "tinent d'alcaldia", "vicealcalde", "vicealcaldesa",
        "vice-prefeito", "vice-prefeita", "副市长", "вице-мэр", "заместитель мэра",
    ),
    "governor": (
        "governor", "gouverneur", "gouverneure", "gobernador", "gobernadora", "governador", "governadora",
        "vali", "губернатор", "省长", "知事", "محافظ", "والي",
    ),
    "councillor": (
        "councillor", "councilor", "council member", "conseiller", "conseillère", "conseiller municipal",
        "conseillère municipale", "concejal", "concejala", "regidor", "regidora", "vereador", "vereadora",
    ),
    "president": (
        "president", "chair", "chairperson", "chairman", "chairwoman", "président", "présidente", "presidente",
        "presidenta", "президент", "председатель", "主席", "رئيس", "رئيسة",
    ),
    "secretary_general": (
        "secretary general", "secretary-general", "secrétaire général", "secrétaire générale",
        "secretario general", "secretaria general", "secretário-geral", "secretária-geral", "генеральный секретарь",
        "秘书长", "الأمين العام", "الأمينة العامة",
    ),
}  # fmt: skip
"""How an office is called, by its code in the vocabulary."""

LINKS = (
    "", "of", "of the", "of the city of", "of the municipality of", "of the region of", "from", "for", "in", "at",
    "de", "de la", "de la ville de", "de la ciudad de", "del", "du", "des", "d", "da", "do", "di", "von", "der stadt",
)  # fmt: skip
"""What stands between an office and its place."""

"""Whether a text is in a language, where nobody says in which it is: by its letters and its commonest words.

It is meant to say no too often rather than yes: then words are left whole, which is never wrong.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 2
"""Common words that tell a language at least; one alone may stand in another language too."""
_SHARE = 12
"""One word in so many must be a common one: in prose it is about one in three."""

_COMMON = {
    "en": "the of and to in is that for it was with as are be this by at from have has not they which their "
    "will were on or an we our you it who all more can would there been if what when than its these "
    "those into do us but",
    "fr": "le la les des du un une et est dans que qui pour sur avec par pas ne se ce cette ces au aux sont "
    "nous vous leur leurs plus ont être a été il elle ils elles mais ou où comme en de d l s n c qu j",
    "es": "el la los las del un una y en es que por para con se su sus al lo como más pero no son ha han "
    "este esta estos estas fue nos sin sobre entre también muy ya o de cuando",
    "pt": "o a os as do da dos das um uma e em no na nos nas é que por para com se seu sua ao aos à às como "
    "mais mas não são foi pelo pela também ou de sem sobre entre muito já quando",
    "ru": "и в не на что с по это как а к но они мы из у за от то все для его до же вы бы так или при их "
    "был было были есть о ее её чтобы если ещё еще только уже",
    "de": "der die das und ist in den von zu mit sich des auf für nicht ein eine einer eines dem es im auch "
    "als an werden aus er hat dass sie nach bei um am sind noch wie einen über wir oder aber",
    "it": "il lo la i gli le di del della dei delle e è in che per con si un una non sono al alla nel nella "
    "da dal ma come più anche ha hanno questo questa sul sulla tra o",
    "ca": "el la els les del dels un una i en és que per amb se al als com més però no són ha han aquest "
    "aquesta ens sense sobre entre també molt ja o de seu seva pel",
    "nl": "de het een en van in is dat op te voor met zijn niet aan er om ook als bij naar door uit maar "
    "hebben we of",
    "tr": "ve bir bu için ile da de olarak daha çok ne gibi en olan kadar sonra her ama biz değil",
    "uk": "і в не на що з по це як а до але вони ми із у за від то все для його й та або при їх був було "
    "були є про щоб",
    "bg": "и в не на че с по това как а към но те ние от за до все для са е се да ще или при ги беше бяха "
    "има го",
    "sr": "и у не на да је се са за од то као а али они ми из до или при су био било би што који која",
}
_FOREIGN = {
    "ru": "іїєґђјљњћџў",
    "uk": "ыэёъђјљњћџў",
    "bg": "ыэёіїєґђјљњћџў",
    "sr": "ыэёйщъьюяіїєґў",
}
"""Letters that a language does not have: a text with one of them is in another."""
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}


@lru_cache(maxsize=4_000)
def is_in(text: str, language: str) -> bool:
    """Whether a text is in a language (BCP 47), as far as its commonest words say so more than for any other; False
    for languages whose words are not known here, and for texts too short to tell."""
    wanted = language.replace("_", "-").split("-")[0].lower()
    if wanted not in _WORDS:
        return False
    words = [word.lower() for word in _WORD.findall(text)]
    letters = set("".join(words))
    counts = {
        code: 0 if letters.intersection(_FOREIGN.get(code, "")) else sum(word in common for word in words)
        for code, common in _WORDS.items()
    }
    own = counts.pop(wanted)
    return own >= _FEWEST and own * _SHARE >= len(words) and own > max(counts.values())

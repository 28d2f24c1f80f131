"""Whether a text is in a language, by its commonest words: rather no than a wrong yes."""

import pytest

from facilitator.publishing.own_language import is_in

TEXTS = {
    "en": "Cities froze rents and opened funds within days for those who lost their income.",
    "fr": "Les villes ont gelé les loyers et ouvert des fonds en quelques jours.",
    "es": "Las ciudades congelaron los alquileres y abrieron fondos en pocos días.",
    "pt": "As cidades congelaram as rendas e abriram fundos em poucos dias.",
    "ru": "Города заморозили аренду и открыли фонды за несколько дней.",
    "de": "Die Städte haben die Mieten eingefroren und die Fonds geöffnet.",
    "ca": "Les ciutats van congelar els lloguers i van obrir fons en pocs dies.",
    "it": "Le città hanno bloccato gli affitti e aperto fondi in pochi giorni.",
    "uk": "Міста заморозили оренду та відкрили фонди за кілька днів.",
    "bg": "Градовете замразиха наемите и откриха фондове за няколко дни.",
    "ar": "جمدت المدن الإيجارات وفتحت صناديق خلال أيام.",
    "zh": "各城市在几天内冻结了租金。",
}


@pytest.mark.parametrize("text_in", TEXTS)
def test_prose_is_in_its_own_language_and_in_no_other(text_in: str) -> None:
    found = {language for language in ("en", "fr", "es", "pt", "ru") if is_in(TEXTS[text_in], language)}
    assert found == ({text_in} & {"en", "fr", "es", "pt", "ru"})


@pytest.mark.parametrize("text", ["", "Recommendations", "de la", "Quito, Ecuador", "40 % of"])
def test_what_is_too_short_to_tell_is_in_no_language(text: str) -> None:
    assert not any(is_in(text, language) for language in ("en", "fr", "pt", "ru"))


def test_a_variety_is_told_as_its_language() -> None:
    assert is_in(TEXTS["pt"], "pt-BR")
    assert not is_in(TEXTS["pt"], "qps")

"""The language of the screens: the program's own texts, Qt's texts, numbers and dates, and the direction of writing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from facilitator import translation


def speak(chosen: str) -> str:
    """Take a language (BCP 47) for the screens, the system's for an empty one. Returns the one that holds now."""
    language = chosen or QLocale.system().name().replace("_", "-")
    plain = language.split("-")[0]
    known = (*translation.available_languages(), translation.PSEUDO_LANGUAGE)
    holds = next((code for code in (language, plain) if code in known), translation.SOURCE_LANGUAGE)
    translation.set_language(holds)
    if holds != translation.PSEUDO_LANGUAGE:
        system = QLocale.system()
        same = system.name().startswith(holds)
        QLocale.setDefault(system if same else QLocale(holds))  # such as British English, with its dates
    _translate_qt(holds)
    QGuiApplication.setLayoutDirection(QLocale(holds).textDirection())
    return holds


def _translate_qt(language: str) -> None:
    application = QCoreApplication.instance()
    if application is None or language == translation.SOURCE_LANGUAGE:
        return
    texts = QTranslator(application)
    if texts.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(texts)

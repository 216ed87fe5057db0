"""How the countries are called in each language.

It stands on nothing else of the program: the catalogues are compiled with it before there is a program.
"""

LOCALES = {"pt": "pt_PT", "en": "en_GB"}
"""Babel's locale where a language alone would name another one."""

# Codes of groups and of places outside ISO 3166-1 stand in the same table of Babel.
_NO_COUNTRIES = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}


def countries(language: str) -> dict[str, str]:
    """Code (ISO 3166-1 alpha-2) to name of every country, as Babel has it from the CLDR."""
    from babel import Locale

    names = Locale.parse(LOCALES.get(language, language)).territories
    return {code: str(name) for code, name in names.items()
            if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES}  # fmt: skip

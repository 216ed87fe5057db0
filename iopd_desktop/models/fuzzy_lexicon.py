"""The words of dates in five languages, folded (small letters, no marks): what the reader of fuzzy dates knows.

Each language's own meaning of a word comes before the others' ("mar" is Tuesday in French, March in Spanish),
but all five are known at once, for people mix them.
"""

from functools import cache
from typing import NamedTuple

from iopd_desktop.words import LANGUAGES


class Meaning(NamedTuple):
    """What a word is in a date, and which one: ("month", 5), ("or", 0)."""

    kind: str
    value: int = 0


# Twelve months; alternatives of one month stand between slashes.
_MONTHS = {
    "en": "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep"
    " october/oct november/nov december/dec",
    "es": "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago"
    " septiembre/setiembre/sept/sep/set octubre/oct noviembre/nov diciembre/dic",
    "fr": "janvier/janv/jan fevrier/fevr/fev mars avril/avr mai juin juillet/juil/jul aout septembre/sept"
    " octobre/oct novembre/nov decembre/dec",
    "ca": "gener/gen febrer/febr/feb marc abril/abr maig juny/jun juliol/jul agost/ag setembre/set octubre/oct"
    " novembre/nov desembre/des",
    "pt": "janeiro/jan fevereiro/fev marco/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set"
    " outubro/out novembro/nov dezembro/dez",
}

# A day of the week says nothing that the date does not say.
_WEEKDAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun",
    "es": "lunes martes miercoles jueves viernes sabado domingo lun mie jue vie sab dom",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim",
    "ca": "dilluns dimarts dimecres dijous divendres dissabte diumenge dl dt dc dj dv ds dg",
    "pt": "quinta sexta sabado domingo feira seg ter qua qui sex sab dom",
}

# Words without meaning here: articles, prepositions, and the nouns that people write beside a date.
_SKIPPED = {
    "en": "the of in on at during for from date day deadline by either both year",
    "es": "de del el la los las en desde durante fecha dia plazo limite bien ano para previsto prevista",
    "fr": "le la les l du de d des en depuis pendant date jour limite bien soit annee an",
    "ca": "el els la les l del dels de d en des durant data dia termini limit be any",
    "pt": "o os a as do da dos das de em no na desde durante data dia prazo limite ano",
}

_ONE_WORD: dict[str, dict[str, str]] = {
    "en": {
        "to": "to until till through thru", "or": "or", "and": "and", "between": "between",
        "about": "about around circa approximately approx roughly c ca",
        "unsure": "tbc tbd unconfirmed perhaps maybe possibly probably provisional provisionally tentative",
        "loose": "sometime anytime within", "days": "day days",
    },
    "es": {
        "to": "hasta", "or": "o u", "and": "y e", "between": "entre", "to?": "a al",
        "about": "hacia aproximadamente aprox alrededor sobre",
        "unsure": "quiza quizas posiblemente probablemente provisional tentativo tentativa pendiente",
        "loose": "", "days": "dia dias",
    },
    "fr": {
        "to": "jusqu", "or": "ou", "and": "et", "between": "entre", "to?": "a au aux",
        "about": "vers environ approximativement autour",
        "unsure": "probablement provisoire eventuellement", "loose": "courant", "days": "jour jours",
    },
    "ca": {
        "to": "fins", "or": "o", "and": "i", "between": "entre", "to?": "a al",
        "about": "aproximadament aprox vora voltant cap vers",
        "unsure": "potser probablement possiblement provisional", "loose": "", "days": "dia dies",
    },
    "pt": {
        "to": "ate", "or": "ou", "and": "e", "between": "entre", "to?": "a ao aos",
        "about": "aproximadamente cerca",
        "unsure": "talvez provavelmente possivelmente provisorio", "loose": "algures", "days": "dia dias",
    },
}  # fmt: skip

# Spring, summer, autumn, winter; early, mid, late; first to fourth; last; two to twelve.
_SEASONS = {
    "en": "spring summer autumn/fall winter",
    "es": "primavera verano otono invierno",
    "fr": "printemps ete automne hiver",
    "ca": "primavera estiu tardor hivern",
    "pt": "primavera verao outono inverno",
}
_PARTS = {
    "en": "early/beginning/start mid/middle late/end",
    "es": "principios/principio/primeros/inicio/inicios/comienzo/comienzos mediados fines/fin/final/finales/ultimos",
    "fr": "debut mi/milieu fin",
    "ca": "principi/principis/inici/inicis/comencament mitjan/mitjans fi/final/finals",
    "pt": "inicio/inicios/principio/principios/comeco meados/meio fim/final/finais",
}
_ORDINALS = {
    "en": "first second third fourth",
    "es": "primer/primero/primera segundo/segunda tercer/tercero/tercera cuarto/cuarta",
    "fr": "premier/premiere deuxieme/second/seconde troisieme quatrieme",
    "ca": "primer/primera segon/segona tercer/tercera quart/quarta",
    "pt": "primeiro/primeira segundo/segunda terceiro/terceira quarto/quarta",
}
_LAST = "last ultimo ultima dernier derniere darrer darrera ultim"
_COUNTS = {
    "en": "two three four five six seven eight nine ten eleven twelve",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze",
    "ca": "dos/dues tres quatre cinc sis set vuit nou deu onze dotze",
    "pt": "dois/duas tres quatro cinco seis sete oito nove dez onze doze",
}

# What "last" counts as among the ordinals: more than two digits can say.
LAST = 100
QUARTER, HALF, FORTNIGHT, WEEK = range(1, 5)
_PERIODS = {
    "en": "quarter/q half/semester/h fortnight week",
    "es": "trimestre/t semestre/s/mitad quincena semana",
    "fr": "trimestre/t semestre/s/moitie quinzaine semaine",
    "ca": "trimestre/t semestre/s/meitat quinzena setmana",
    "pt": "trimestre/t semestre/s/metade quinzena semana",
}

# Words that mean something together. They are the same whatever the language.
PHRASES: dict[tuple[str, ...], Meaning] = {
    tuple(phrase.split()): Meaning(kind)
    for kind, phrases in {
        "unsure": "to be confirmed/not confirmed/to confirm/to be decided/to be defined/to be set"
        "/por confirmar/a confirmar/sin confirmar/por definir/a definir/por determinar/a determinar/tal vez"
        "/pendiente de confirmar/pendiente de fijar/pendiente de definir"
        "/non confirme/a confirmer/a definir/a preciser/a determiner/peut - etre"
        "/per confirmar/sense confirmar/per definir/per determinar",
        "about": "aux alentours/por volta/a volta/al voltant/cap a/en torno",
        "loose": "some time/at some point/in the course/en algun momento/algun dia/cualquier dia/a lo largo"
        "/dans le courant/a un moment/au cours/en algun moment/al llarg/em algum momento/ao longo",
    }.items()
    for phrase in phrases.split("/")
}
# Seven is spelled like the short September where days are counted.
PHRASES |= {("sept", "jours"): Meaning("count", 7), ("set", "dies"): Meaning("count", 7)}
LONGEST_PHRASE = max(map(len, PHRASES))

# In Portuguese the days of the week are ordinals: "segunda-feira", "segunda".
ORDINAL_WEEKDAYS = frozenset({"segunda", "terca", "quarta"})


def _numbered(kind: str, text: str, start: int = 1) -> dict[str, Meaning]:
    return {
        word: Meaning(kind, number) for number, words in enumerate(text.split(), start) for word in words.split("/")
    }


def _own(language: str) -> dict[str, Meaning]:
    """A language's own words; where a word has several meanings the last one told here holds."""
    words = {word: Meaning("skip") for word in (_SKIPPED[language] + " " + _WEEKDAYS[language]).split()}
    for kind, listed in _ONE_WORD[language].items():
        words |= {word: Meaning(kind) for word in listed.split()}
    words |= _numbered("numeral", _COUNTS[language], 2)
    words |= _numbered("season", _SEASONS[language])
    words |= _numbered("part", _PARTS[language])
    words |= _numbered("period", _PERIODS[language])
    words |= _numbered("ordinal", _ORDINALS[language]) | {word: Meaning("ordinal", LAST) for word in _LAST.split()}
    return words | _numbered("month", _MONTHS[language])


@cache
def lexicon(language: str) -> dict[str, Meaning]:
    """Every folded word of the five languages; where they differ, this language's own meaning."""
    words: dict[str, Meaning] = {}
    for code in (*(code for code in reversed(LANGUAGES) if code != language), language):
        words |= _own(code)
    return words

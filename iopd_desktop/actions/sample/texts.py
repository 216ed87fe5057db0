"""The forty texts of the sample: practices told in four languages, with the translations that somebody made of some."""

from collections import defaultdict
from dataclasses import dataclass, field

from iopd_desktop.actions.sample.scene import Body, Dice, Row, Scene
from iopd_desktop.models.countries import section_of

LANGUAGES = ("en", "es", "fr", "pt")
FIELDS = ("title", "summary", "description")
_TRANSLATED, _WHOLE = 60, 2


@dataclass
class Tale:
    """One text: how it is told in its own language, its translations, and what it speaks of."""

    language: str
    told: Row
    translations: list[Row] = field(default_factory=list)

    def fits(self, body: Body) -> bool:
        """Whether it could have happened there."""
        return section_of(body.values["country"]) in self.told.get("sections", (section_of(body.values["country"]),))

    def texts(self, body: Body, dice: Dice, *, fields: tuple[str, ...] = FIELDS) -> Row:
        """The texts as they are told of a body: in their own language, some of them in others too."""
        city, people = body.values["city"], str(dice.between(36, 420))
        others = self.translations if dice.happens(_TRANSLATED) else []
        made: Row = {}
        for name in fields:
            made[name] = {self.language: {"text": _put(self.told[name], city, people), "by": "person"}}
            for one in others:
                if name in one:
                    made[name][one["language"]] = {"text": _put(one[name], city, people), "by": one["by"]}
        return made


class Tales:
    """The texts in turn, language by language, so that each is told about as often as the others."""

    def __init__(self, scene: Scene) -> None:
        translated: defaultdict[str, list[Row]] = defaultdict(list)
        for one in scene.brought("translations")["translations"]:
            translated[one["key"]].append(one)
        self._told = {
            code: [Tale(code, told, translated[told["key"]]) for told in scene.brought(f"texts-{code}")["texts"]]
            for code in LANGUAGES
        }

    def next(self, body: Body, language: str) -> Tale:
        """The next text in a language that fits a body; it goes to the end of the row."""
        row = self._told[language]
        tale = next(tale for tale in row if tale.fits(body))
        row.remove(tale)
        row.append(tale)
        return tale


def language_of(body: Body) -> str:
    """The language in which a body tells what it did."""
    first = next((code for code in body.values["languages"] if code in (*LANGUAGES, "ca")), "en")
    return "es" if first == "ca" else first


def _put(text: str, city: str, people: str) -> str:
    return text.strip().replace("{city}", city).replace("{people}", people)

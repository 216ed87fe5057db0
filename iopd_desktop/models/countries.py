"""Countries and the section of UCLG that each belongs to unless staff say otherwise."""

from functools import cache

from iopd_desktop import paths
from iopd_desktop.models.kinds import Choice
from iopd_desktop.words import N_

SECTIONS = {
    "africa": N_("Africa"), "asia_pacific": N_("Asia-Pacific"), "eurasia": N_("Eurasia"), "europe": N_("Europe"),
    "mewa": N_("Middle East and West Asia"), "latin_america": N_("Latin America"), "north_america": N_("North America"),
}  # fmt: skip


@cache
def countries_by_section() -> dict[str, tuple[str, ...]]:
    """The countries (ISO 3166-1 alpha-2) of each section."""
    import tomllib

    text = (paths.brought("resources") / "uclg-sections.toml").read_text(encoding="utf-8")
    return {section: tuple(codes) for section, codes in tomllib.loads(text).items() if section in SECTIONS}


@cache
def _section_by_country() -> dict[str, str]:
    return {code: section for section, codes in countries_by_section().items() for code in codes}


class Section(Choice):
    """A section of UCLG; where nobody chose one, that of the country in the field `country`."""

    name = "choice"
    implied_by = "country"

    def __init__(self, label: str, *, help: str = "") -> None:
        super().__init__(label, SECTIONS, help=help)

    def implying(self, code: str) -> tuple[str, ...]:
        return countries_by_section().get(code, ())


def section_of(country: str | None) -> str | None:
    """The code of the section that a country (ISO 3166-1 alpha-2) belongs to, or None where it has none."""
    return _section_by_country().get(country or "")

"""Countries and the section of UCLG that each belongs to unless staff say otherwise."""

from iopd_desktop.words import N_

SECTIONS = {
    "africa": N_("Africa"), "asia_pacific": N_("Asia-Pacific"), "eurasia": N_("Eurasia"), "europe": N_("Europe"),
    "mewa": N_("Middle East and West Asia"), "latin_america": N_("Latin America"), "north_america": N_("North America"),
}  # fmt: skip

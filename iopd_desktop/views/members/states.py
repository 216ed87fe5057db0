"""The states of members as shapes and chips."""

from collections.abc import Mapping, Sequence
from typing import Any

from iopd_desktop.models.countries import section_of
from iopd_desktop.models.members import Organisation

_ON_THE_WAY = ("identified", "contacted", "applied", "needs", "authorised", "contacts")
ADMISSION_MARKS = dict.fromkeys(_ON_THE_WAY, ("ring", "accent")) | {"active": ("disc", "ok")}
CONSENT_MARKS = {"given": ("disc", "ok"), "withdrawn": ("dash", "bad"), "mistake": ("dash", "text3")}
_TONES = {"active": ("ok", "tick"), "inactive": ("warn", "clock"), "left": ("plain", "minus")}


def membership_chips(values: Mapping[str, Any]) -> Sequence[tuple[str, str, str]]:
    """The stage, membership and region of an organisation; the region is its country's unless staff said otherwise."""
    chips = []
    if stage := values.get("stage"):
        tone, icon = _TONES.get(stage, ("plain", "clock"))
        chips.append((Organisation.fields["stage"].kind.format(stage), tone, icon))
    if membership := values.get("membership"):
        icon = "star" if membership == "promoter" else ""
        chips.append((Organisation.fields["membership"].kind.format(membership), "accent", icon))
    if region := values.get("section") or section_of(values.get("country") or ""):
        chips.append((Organisation.fields["section"].kind.format(region), "plain", ""))
    return chips

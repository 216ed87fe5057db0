"""The window's colours by role, one table per scheme; no other file names a colour."""

from dataclasses import dataclass, replace
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from iopd_desktop.words import N_


@dataclass(frozen=True)
class Scheme:
    """A colour for each role. `dark` and `strong` say which of the system's wishes it answers."""

    surface: str
    chrome: str
    sunken: str
    hover: str
    row_hover: str
    line: str
    line2: str
    control: str
    text: str
    text2: str
    text3: str
    accent: str
    on_accent: str
    soft: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    toast_undo: str
    track: str
    scrim: str = "#14181C"
    dark: bool = False
    strong: bool = False

    def colour(self, role: str, alpha: float = 1.0) -> QColor:
        """The colour of a role, made transparent by `alpha` (1 is solid)."""
        colour = QColor(getattr(self, role))
        colour.setAlphaF(alpha)
        return colour

    def edge(self, fill: str, ink: str) -> str:
        """The colour of the line round a soft fill: its ink where more contrast is asked for, else none to be seen."""
        return str(getattr(self, ink if self.strong else fill))


LIGHT = Scheme(
    surface="#FFFFFF", chrome="#F3F2EE", sunken="#F7F6F3", hover="#ECEAE4", row_hover="#F5F4F0",
    line="#E4E2DC", line2="#CFCCC4", control="#868A8E", text="#1C2126", text2="#4A5159", text3="#62696F",
    accent="#14607A", on_accent="#FFFFFF", soft="#DFEDF1", ok="#2D6A43", ok_soft="#E3EFE6",
    warn="#855000", warn_soft="#FAEFD9", bad="#A6302B", bad_soft="#FAE6E4", toast_undo="#8FD0E6",
    track="#CFCCC4",
)  # fmt: skip

DARK = Scheme(
    surface="#1B1F23", chrome="#14171A", sunken="#23282D", hover="#242A2F", row_hover="#20252A",
    line="#2B3137", line2="#3D454C", control="#7B848C", text="#E8EAEC", text2="#B9C0C6", text3="#98A0A7",
    accent="#72BCD6", on_accent="#0B1A20", soft="#203A45", ok="#82C897", ok_soft="#1E3426",
    warn="#E2B25F", warn_soft="#362B17", bad="#F2978F", bad_soft="#3C2322", toast_undo="#0F5369",
    track="#3D454C", dark=True,
)  # fmt: skip


def strong(scheme: Scheme) -> Scheme:
    """The scheme for people whose system asks for more contrast."""
    return replace(scheme, text3=scheme.text2, line=scheme.control, line2=scheme.control, strong=True)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2, from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


CHOICES = {
    "": N_("As the computer has them"), "light": N_("Light"), "dark": N_("Dark"), "strong": N_("High contrast"),
}  # fmt: skip
"""What a person can choose, by the code that their preferences keep."""


def wished(choice: str = "") -> Scheme:
    """The scheme of a choice; where nothing is chosen, what the system asks for: light or dark, with more contrast."""
    hints = QGuiApplication.styleHints()
    dark = choice == "dark" or (choice != "light" and hints.colorScheme() == Qt.ColorScheme.Dark)
    more = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
    scheme = DARK if dark else LIGHT
    return strong(scheme) if more or choice == "strong" else scheme


def scheme() -> Scheme:
    """The scheme that the program wears now: the application's palette names it, so nobody else has to."""
    worn = QGuiApplication.palette()
    return _named(worn.color(QPalette.ColorRole.Window).rgb(), worn.color(QPalette.ColorRole.Mid).rgb())


@cache
def _named(ground: int, line: int) -> Scheme:
    # Asked for every cell that is painted.
    found = DARK if QColor(ground).name().upper() == DARK.chrome else LIGHT
    return strong(found) if QColor(line).name().upper() == found.control else found


def palette(colours: Scheme) -> QPalette:
    """The palette that Fusion paints from, filled from the table."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, name in (
        (role.Window, "chrome"), (role.WindowText, "text"), (role.Base, "surface"), (role.AlternateBase, "sunken"),
        (role.Text, "text"), (role.Button, "chrome"), (role.ButtonText, "text"), (role.BrightText, "bad"),
        (role.ToolTipBase, "text"), (role.ToolTipText, "surface"), (role.PlaceholderText, "text3"),
        (role.Highlight, "accent"), (role.HighlightedText, "on_accent"), (role.Link, "accent"),
        (role.LinkVisited, "accent"), (role.Light, "surface"), (role.Midlight, "hover"), (role.Mid, "line"),
        (role.Dark, "control"), (role.Shadow, "line2"), (role.Accent, "accent"),
    ):  # fmt: skip
        made.setColor(which, colours.colour(name))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, colours.colour("control"))
    return made

"""The names of months and days of the week in the current language, as heads of columns."""

from iopd_desktop.words import locale


def month_name(number: int, *, short: bool = False) -> str:
    """A month by itself, with a capital as for a head: "January", "Jan"."""
    found = str(locale().months["stand-alone"]["abbreviated" if short else "wide"][number]).rstrip(".")
    return found[:1].upper() + found[1:]


def month_letter(number: int) -> str:
    """The month's letter, for the narrowest head."""
    return str(locale().months["stand-alone"]["narrow"][number])


def week_days() -> list[str]:
    """The seven days of the week, short, beginning with Monday."""
    names = locale().days["stand-alone"]["abbreviated"]
    return [str(names[day])[:1].upper() + str(names[day])[1:].rstrip(".") for day in range(7)]


def listed(words: list[str]) -> str:
    """Words in a row as the language joins them: "March, April and May"."""
    from babel.lists import format_list

    return str(format_list(words, locale=locale())) if words else ""

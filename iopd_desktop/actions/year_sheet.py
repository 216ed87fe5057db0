"""How an event is worded in the row of a month: the year's sheet, as part 4 of the work plan prints it."""

MONTHS = ("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12")


def printed(title: str, wording: str, edtf: str) -> list[str]:
    """Word an event for its month's row: its lines, from its title and its date in words and in EDTF.

    A day or a run of days stands before the title, separate days stand in a line of their own, a month that
    is the row's own is left out, and every vaguer date stands in brackets; a doubt ("?") ends the line.
    """
    sure = wording.removesuffix("?").rstrip()
    doubt = " ?" if sure != wording else ""
    shape = edtf.rstrip("?~%")
    if not sure or _is_month(shape):
        return [title + doubt]
    if shape.startswith("{"):
        return [title, sure + doubt]
    if all(len(day.rstrip("?~%")) == len("2024-05-15") for day in shape.split("/")) and "[" not in shape:
        return [f"{sure}: {title}{doubt}"]
    return [f"{title} ({sure}){doubt}"]


def _is_month(shape: str) -> bool:
    return len(shape) == len("2024-05") and shape[5:] in MONTHS

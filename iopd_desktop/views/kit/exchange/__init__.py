"""What goes in and out of the window: imports, exports, mailing lists, documents."""

from collections.abc import Callable
from typing import Any

from iopd_desktop.views.kit.commands import Command
from iopd_desktop.words import N_


def _import(page: Any) -> None:
    from iopd_desktop.views.kit.exchange.importing import ask_import

    ask_import(page)


def _export(page: Any) -> None:
    from iopd_desktop.views.kit.exchange.exporting import ask_export

    ask_export(page)


def _mail(page: Any) -> None:
    from iopd_desktop.views.kit.exchange.mailing import ask_mailing

    ask_mailing(page)


def paper(report: str, label: str, beginning: Callable[[Any], dict[str, Any]] | None = None) -> Command:
    """The command that makes a report of a name; `beginning(page)` gives the options that the page would choose."""

    def ask(page: Any) -> None:
        from iopd_desktop.reports import report_named
        from iopd_desktop.views.kit.exchange.reporting import ask_report

        ask_report(page.window(), report_named(report), beginning(page) if beginning else {})

    return Command(report, label, ask, menu="reports", icon="file")


def _print(page: Any) -> None:
    from iopd_desktop.views.kit.exchange.printing import print_list

    print_list(page)


def _report(window: Any) -> None:
    from iopd_desktop.views.kit.exchange.reporting import ask_report

    ask_report(window)


LIST_EXCHANGE = (
    Command("import", N_("Import…"), _import, "Ctrl+I", menu="file", icon="import", button=True),
    Command("export", N_("Export…"), _export, "Ctrl+E", menu="file", icon="export", button=True),
    Command("print-list", N_("Print this list"), _print, "Ctrl+P", menu="reports", icon="printer"),
)
"""What every list of records can do with files and paper."""

MAILING = Command("mailing", N_("Mailing list…"), _mail, "Ctrl+M", menu="file", icon="envelope")
"""For lists of persons and of organisations."""

REPORT = Command("report", N_("Reports…"), _report, "Ctrl+R", menu="reports", icon="file")
"""For the window: every document that there is."""

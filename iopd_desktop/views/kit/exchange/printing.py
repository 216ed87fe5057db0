"""Printing what is in view, without asking anything."""

from typing import Any

from iopd_desktop.reports import report_named
from iopd_desktop.views.kit.exchange.listed import list_in_view
from iopd_desktop.views.kit.exchange.reporting import make_report
from iopd_desktop.words import language


def print_list(page: Any) -> None:
    """Print the list of a page as it stands, and show its pages."""
    make_report(page.window(), report_named("list"), language(), {"listed": list_in_view(page)})

"""The tabs of the window, in their order; a new one is a package here and a line in TABS."""

from iopd_desktop.views import awards, calendar, members, repository, tasks
from iopd_desktop.views.kit.tab import Tab

TABS: tuple[Tab, ...] = (members.TAB, repository.TAB, awards.TAB, calendar.TAB, tasks.TAB)

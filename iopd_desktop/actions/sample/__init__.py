"""The sample network: invented members, practices, an award with its jury at work, and a year, to try the program."""

from datetime import date
from typing import TYPE_CHECKING

from iopd_desktop.actions.bulk import nothing_to_collect
from iopd_desktop.actions.sample.award import bring_award
from iopd_desktop.actions.sample.halls import bring_halls
from iopd_desktop.actions.sample.members import bring_members
from iopd_desktop.actions.sample.missions import bring_missions
from iopd_desktop.actions.sample.organs import bring_organs
from iopd_desktop.actions.sample.practices import bring_practices
from iopd_desktop.actions.sample.scene import Scene
from iopd_desktop.actions.sample.year import bring_year
from iopd_desktop.models.base import known_id

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

DAY = date(2024, 5, 8)
"""The day on which the sample lives: nominations still come in, the first jury reads, the conference lies ahead."""
NETWORK = known_id("network", "sample")
"""The network of every sample database, so that none is ever taken for anybody's work."""


@nothing_to_collect
def seed_sample(work: "Work") -> None:
    """Bring the sample network into a database that began with the 2024 plan: the same rows every time."""
    scene = Scene(work)
    bodies, persons = bring_members(scene)
    bring_organs(scene, bodies, persons)
    editions = bring_award(scene, bodies, persons)
    bring_practices(scene, bodies, editions)
    bring_halls(scene, bring_year(scene, persons))
    bring_missions(scene, bodies)

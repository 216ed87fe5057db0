"""How much is read from outside at the most. It imports nothing, so that a child which reads starts in no time."""

LARGEST_FILE = 20 * 2**20
LARGEST_INFLATED = 400 * 2**20
LARGEST_RATIO, RATIO_FROM = 100, 10 * 2**20
MOST_MEMBERS = 10_000
MOST_ROWS = 200_000
MOST_COLUMNS = 500

SECONDS = 30
MEMORY = 512 * 2**20
CHILD = "--child"  # the frozen program, told to be a child that reads


class Unreadable(Exception):
    """Raised in a child, where no sentence is at hand: `why` it stops reading, and what a library said of it."""

    def __init__(self, why: str, said: str = "") -> None:
        super().__init__(why)
        self.why, self.said = why, said

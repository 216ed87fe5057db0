"""How often a test tries: the number for every day, or the one for a long run (`make soak`)."""

import os


def often(count: int, soaking: int) -> int:
    """`count` tries, or `soaking` of them where IOPD_SOAK asks for the long run."""
    return soaking if os.environ.get("IOPD_SOAK") else count

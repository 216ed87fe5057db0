"""Made-up organisations in several scripts, the same ones at every run, in a database of ours and in a bare one."""

import random
from pathlib import Path
from typing import Any

from iopd_desktop.models.members import Organisation
from iopd_desktop.store.store import Store

_FIRST = ("Ajuntament de", "City of", "Ville de", "Câmara de", "Municipalidad de", "مدينة", "市", "Город")
_SYLLABLES = ("ri", "ba", "zur", "lo", "men", "tá", "val", "né", "ko", "sin", "ür", "pa")
_COUNTRIES = ("PT", "ES", "FR", "BR", "MA", "SN", "KR", "CA", "CO", "TR")


def organisations(count: int) -> list[dict[str, Any]]:
    """The values of so many organisations."""
    chance = random.Random(2024)
    made = []
    for number in range(count):
        place = "".join(chance.choices(_SYLLABLES, k=3)).capitalize()
        made.append({
            "name": f"{chance.choice(_FIRST)} {place} {number}",
            "city": place,
            "country": chance.choice(_COUNTRIES),
            "type": chance.choice(("local", "regional")),
            "membership": "associate",
            "stage": "active",
        })  # fmt: skip
    return made


def database(folder: Path, count: int) -> Path:
    """A database of ours with so many organisations, made by the door that everything comes through."""
    path = folder / f"made-up-{count}.iopd"
    with Store.create(path, author="Bench") as store, store.work("Made up") as work:
        work.add_many(Organisation, organisations(count))
    return path

"""What the promises' tests do again and again: write a name down, and read the names back."""

from iopd_desktop.models.members import Organisation


def add(store, name):
    """One organisation more, in a step of its own; its id."""
    with store.work(f"Add {name}") as work:
        return work.add(Organisation, {"name": name, "type": "local"})


def names(store):
    """The organisations of a database, in order."""
    with store.read() as reader:
        return sorted(row["name"] for row in reader.all(Organisation))

"""The translators' work: gather the marked texts, bring the catalogues up to date, compile and check them.

`python tools/catalogues.py words` gathers the texts and updates every translations/*.po,
`compile` makes what the program reads of them in translations/<language>/ for the source tree,
`check` names what is not translated, out of date or broken.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

TREE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TREE))

from iopd_desktop.country_names import countries  # noqa: E402 - the tree is no installed package here

FOLDER = TREE / "translations"
COMPLETE = ("ca", "es", "fr", "pt")
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
SAME_AT_MOST = 0.03
PLACE = re.compile(r"\{(\w*)[^}]*\}")
# What keyboards do not give: the narrow space of French punctuation, which no line breaks at, and true apostrophes.
_APOSTROPHE = (re.compile(r"(?<=[^\W\d_])'(?=[\w{%])"), "’")
_TIDY = {
    "fr": (
        (re.compile("«[ \u00a0]?(?!\u202f)"), "«\u202f"), (re.compile("(?<!\u202f)[ \u00a0]?»"), "\u202f»"),
        (re.compile(r"[ \u00a0]([:;!?])(?=$|[\s»])"), "\u202f\\1"), _APOSTROPHE,
    ),
    "ca": (_APOSTROPHE,),
}  # fmt: skip


def gathered() -> Catalog:
    """Every text that the program marks, in the order of the files."""
    catalogue = Catalog(project="iopd-desktop", charset="utf-8")
    found = extract_from_dir(
        TREE / "iopd_desktop", keywords=KEYWORDS, comment_tags=("words:",), strip_comment_tags=True
    )
    for name, _line, message, comments, context in sorted(found, key=lambda f: (f[0], f[1])):
        catalogue.add(message, locations=[(f"iopd_desktop/{Path(name).as_posix()}", 0)],
                      auto_comments=comments, context=context)
    return catalogue


def languages() -> list[str]:
    """The codes of the languages that have a catalogue."""
    return sorted(path.stem for path in FOLDER.glob("*.po"))


def read(language: str) -> Catalog:
    """The catalogue of one language."""
    with (FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def write(language: str, catalogue: Catalog) -> None:
    """Keep a catalogue as text that changes only where a text changed: sorted, without lines or dates."""
    with (FOLDER / f"{language}.po").open("wb") as file:
        write_po(file, catalogue, width=100, sort_output=True, ignore_obsolete=True, no_location=True,
                 omit_header=False)


def update() -> None:
    """Bring every catalogue up to what the program says now; a text that changed waits for its translator."""
    texts = gathered()
    for language in languages():
        catalogue = read(language)
        dates = catalogue.creation_date, catalogue.revision_date
        catalogue.update(texts, no_fuzzy_matching=True)
        catalogue.creation_date, catalogue.revision_date = dates
        for message in messages(catalogue):
            tidy = tuple(tidied(language, form) for form in forms(message))
            message.string = tidy if message.pluralizable else tidy[0]
        write(language, catalogue)
        left = sum(not translated(message) for message in messages(catalogue))
        print(f"{language}: {len(catalogue)} texts, {left} to translate")


def tidied(language: str, text: str) -> str:
    """A translation with the spaces and apostrophes that its language is printed with."""
    for found, put in _TIDY.get(language, ()):
        text = found.sub(put, text)
    return text


def compile_all(target: Path | None = None) -> None:
    """Compile what the program reads of each language, below `target` or beside the catalogues.

    The catalogue to <language>/LC_MESSAGES/iopd.mo, the names of the countries to <language>/countries.json.
    """
    for language in languages():
        place = (target or FOLDER) / language / "LC_MESSAGES" / "iopd.mo"
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("wb") as file:
            write_mo(file, read(language))
    for language in ("en", *languages()):
        place = (target or FOLDER) / language / "countries.json"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps(countries(language), ensure_ascii=False), encoding="utf-8")


def messages(catalogue: Catalog) -> list[Message]:
    """The texts of a catalogue, without its heading."""
    return [message for message in catalogue if message.id]


def forms(message: Message) -> tuple[str, ...]:
    """The translations of a text: one, or one for each plural form."""
    return tuple(message.string) if isinstance(message.string, list | tuple) else (message.string or "",)


def translated(message: Message) -> bool:
    """Whether every form of a text has a translation that nobody doubts."""
    return all(forms(message)) and not message.fuzzy


def faults(language: str, texts: Catalog) -> Iterator[str]:
    """What is wrong with a language's catalogue, one sentence for each fault."""
    catalogue = read(language)
    wanted = {message.id for message in messages(texts)}
    known = {message.id for message in messages(catalogue)}
    for text in sorted(wanted - known, key=str):
        yield f"{language}: not in the catalogue (run `make words`): {text!r}"
    for message in messages(catalogue):
        if message.id not in wanted:
            yield f"{language}: the program no longer says {message.id!r} (run `make words`)"
        elif not translated(message):
            yield f"{language}: not translated: {message.id!r}"
        else:
            yield from _form_faults(language, message, catalogue.num_plurals)
    yield from _too_english(language, catalogue)


def _form_faults(language: str, message: Message, plurals: int) -> Iterator[str]:
    sources = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    if message.pluralizable and len(forms(message)) != plurals:
        yield f"{language}: {len(forms(message))} plural forms instead of {plurals}: {message.id!r}"
    places = {name for source in sources for name in PLACE.findall(source)}
    for form in forms(message):
        got = set(PLACE.findall(form))
        # a plural form may say "one" in words instead of the number, as the English may
        needed = places - {"n", "count"} if message.pluralizable else places
        if not needed <= got <= places:
            yield f"{language}: other placeholders than {sorted(places)}: {form!r}"
    for source, form in zip(sources, forms(message), strict=False):
        if (source[:1] == " ", source[-1:] == " ") != (form[:1] == " ", form[-1:] == " "):
            yield f"{language}: other spaces at its ends: {source!r}"


def _too_english(language: str, catalogue: Catalog) -> Iterator[str]:
    with (FOLDER / "same-as-english.toml").open("rb") as file:
        meant = set(tomllib.load(file)[language])
    same = [m.id for m in messages(catalogue) if m.string == m.id and m.id not in meant and _has_words(str(m.id))]
    if len(same) > SAME_AT_MOST * len(catalogue):
        yield f"{language}: {len(same)} of {len(catalogue)} texts are equal to the English, for instance {same[:12]}"


def _has_words(text: str) -> bool:
    """Whether anything of a text is left to translate besides its placeholders."""
    return any(sign.isalpha() for sign in PLACE.sub("", text))


def check() -> int:
    """Print every fault of the languages that are promised complete; 1 if there is one."""
    texts = gathered()
    found = [fault for language in COMPLETE for fault in faults(language, texts)]
    for fault in found[:60]:
        print(fault)
    print(f"{len(messages(texts))} texts; {', '.join(COMPLETE)}: " + (f"{len(found)} faults" if found else "complete"))
    return 1 if found else 0


def main(arguments: list[str]) -> int:
    """Do the deed that the command line names."""
    match arguments:
        case ["words"]:
            update()
        case ["compile"]:
            compile_all()
        case ["check"]:
            return check()
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

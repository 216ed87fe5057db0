"""Every command does its deed, answers for people and for scripts, and refuses with a reason."""

import json
import subprocess
import sys

import pytest

from iopd_desktop.models import RECORDS
from iopd_desktop.reports import REPORTS
from tests.nasty import SHORT

ORGANISATION = ("add", "organisation", "name=Riba Alta", "country=Spain", "languages=Catalan; Spanish")


def test_a_plan_is_begun_with_and_read(run):
    assert "work.iopd" in run("init", "--plan", "2024").out
    tasks = run("list", "task", "--json").json
    assert sum(task["parent"] is None for task in tasks) == 22
    assert run("init", "--plan", "2024", ok=False).code == 1
    assert run("check").out.strip() == "0 problems"


def test_a_plan_that_there_is_not_is_refused_and_leaves_no_file(run, tmp_path):
    said = run("init", "--plan", "1999", ok=False)
    assert (said.code, "1999" in said.err) == (1, True)
    assert not (tmp_path / "work.iopd").exists()


def test_the_sample_is_begun_with(run):
    run("init", "--sample")
    assert len(run("list", "organisation", "--json").json) > 250
    assert run("check").out.strip() == "0 problems"


def test_a_record_is_added_shown_edited_and_removed(begun):
    id = begun(*ORGANISATION, "--json").json["id"]
    begun("edit", "organisation", id, "city=Riba", "since=about 2010", "acronym=RA")
    begun("edit", "organisation", "riba alta", "acronym=")
    shown = begun("show", "organisation", id, "--json").json
    assert (shown["country"], shown["languages"], shown["city"], shown["acronym"]) == ("ES", ["ca", "es"], "Riba", None)
    assert (shown["since"]["edtf"], shown["since"]["certainty"]) == ("2010~", "approximate")
    assert "Country: Spain" in begun("show", "organisation", id).out
    assert begun("remove", "organisation", id, "--json").json == {"removed": [id]}
    assert begun("list", "organisation", "--json").json == []


def test_texts_in_languages_are_added_and_changed_one_by_one(begun):
    id = begun("add", "practice", "title=Assembly", "title/fr=Assemblée", "--json").json["id"]
    begun("edit", "practice", id, "title=Réunion", "--language", "fr")
    assert begun("show", "practice", id, "--json").json["title"] == {"en": "Assembly", "fr": "Réunion"}
    begun("edit", "practice", id, "title/en=")
    assert begun("show", "practice", id, "--json").json["title"] == {"fr": "Réunion"}


def test_links_are_named_by_title_number_or_id(begun):
    place = begun(*ORGANISATION, "--json").json["id"]
    id = begun("add", "person", "family_name=Example", "organisation=riba alta", "--json").json["id"]
    assert begun("show", "person", id, "--json").json["organisation"] == {"id": place, "title": "Riba Alta"}
    juror = begun("add", "juror", "name=Ada", "edition=18", "--json").json["id"]
    assert begun("show", "juror", juror, "--json").json["edition"]["title"]
    refused = begun("edit", "person", id, "organisation=Nowhere", ok=False)
    assert (refused.code, "nothing is called “Nowhere”" in refused.err) == (1, True)


def test_lists_are_searched_and_filtered(begun):
    begun(*ORGANISATION)
    begun("add", "organisation", "name=Vila Clara", "country=PT", "population=900")

    def names(*words):
        return [one["name"] for one in begun("list", "organisation", "--json", *words).json]

    assert names() == ["Riba Alta", "Vila Clara"]
    assert names("--search", "clár") == ["Vila Clara"]
    assert names("--where", "country=Portugal") == ["Vila Clara"]
    assert names("--where", "country!=PT") == ["Riba Alta"]
    assert names("--where", "population>=500") == ["Vila Clara"]
    assert names("--where", "population=") == ["Riba Alta"]
    assert names("--where", "languages=Catalan", "--where", "country=ES") == ["Riba Alta"]
    events = begun("list", "event", "--where", "date>=2024-09-01", "--json").json
    assert events
    assert min(one["date"]["latest"] for one in events) >= "2024-09-01"


def test_a_saved_view_is_listed_exported_and_mailed(begun, tmp_path):
    begun("add", "person", "family_name=Example", "language=fr")
    begun("add", "person", "family_name=Ejemplo", "language=es")
    kept = {"search": "", "values": {"language": ["fr"]}, "order": [["family_name", False]], "columns": ["family_name"]}
    begun("add", "view", "name=French readers", "of=person", "listing=" + json.dumps(kept))
    listed = begun("list", "person", "--view", "french readers")
    assert listed.out.splitlines()[0] == "id\tFamily name"
    assert len(listed.out.splitlines()) == 2
    out = tmp_path / "p.csv"
    words = ("export", "person", "--as", "csv", "--out", out, "--view", "French readers", "--json")
    assert begun(*words).json["count"] == 1
    assert begun("mailing", "--view", "French readers", "--out", tmp_path / "list", "--json").json["left_out"] == 1
    assert begun("list", "person", "--view", "Nothing", ok=False).code == 1


def test_files_come_in_and_go_out(begun, tmp_path):
    source, refused = tmp_path / "members.csv", tmp_path / "refused.csv"
    source.write_text("Name;Country;Shoe size\nRiba Alta;ES;7\nVila;Atlantis;8\n")
    words = ("import", source, "--as", "csv", "--into", "organisation")
    assert begun(*words, "--dry-run", "--json").json["new"] == 1
    assert begun("list", "organisation", "--json").json == []
    said = begun(*words, "--json", "--refused", refused)
    (line,) = said.json.pop("refused")
    assert said.json["new"] == 1
    assert (line["line"], "is not a country" in line["reason"]) == (3, True)
    assert "Shoe size" in said.err
    assert "Atlantis" in refused.read_text("utf-8")
    assert begun(*words[:2], "--as", "csv", "--into", "organisation", "--json").json["same"] == 1
    source.write_text("Name,Country\nVila,Atlantis\n")
    assert begun(*words, ok=False).code == 1
    for format in ("csv", "xlsx", "json"):
        out = tmp_path / f"out.{format}"
        assert begun("export", "organisation", "--as", format, "--out", out, "--json").json["count"] == 1
        again = begun("import", out, "--as", format, "--into", "organisation", "--dry-run", "--json").json
        assert again == {"new": 0, "changed": 0, "same": 1, "refused": []}
    assert begun("export", "event", "--as", "ics", "--out", tmp_path / "y.ics", "--audience", "internal").code == 0


def test_steps_are_taken_back_and_done_again(begun):
    begun(*ORGANISATION, "--author", "Ada Example")
    (step, *_more) = begun("history", "--json").json
    assert (step["author"], step["title"]) == ("Ada Example", "Add organisation")
    assert (step["undone"], step["rows"]) == (False, 1)
    begun("undo")
    assert begun("list", "organisation", "--json").json == []
    begun("redo")
    (one,) = begun("list", "organisation", "--json").json
    begun("undo", step["id"])
    assert begun("list", "organisation", "--json").json == []
    assert len(begun("history", "organisation", one["id"], "--json").json) == 1
    assert begun("redo").code == 0
    assert "Riba Alta" in begun("history", "organisation", "Riba Alta").out


def test_nothing_to_take_back_is_refused(begun):
    assert begun("undo", ok=False).code == 1
    assert "no step “nothing like it”" in begun("undo", "nothing like it", ok=False).err
    assert begun("redo", ok=False).code == 1


def test_a_backup_is_made_and_put_back(begun, tmp_path):
    begun("backup", tmp_path / "kept" / "copy.iopd")
    begun(*ORGANISATION)
    begun("restore", tmp_path / "kept" / "copy.iopd")
    assert begun("list", "organisation", "--json").json == []
    (tmp_path / "other.iopd").write_bytes(b"no database at all, but long enough to look at")
    assert begun("restore", tmp_path / "other.iopd", ok=False).code == 1
    assert begun("backup", tmp_path / "work.iopd", ok=False).code == 1
    assert len(begun("list", "task", "--json").json) == 49


def test_a_passphrase_is_asked_of_the_environment(run, monkeypatch, tmp_path):
    monkeypatch.setenv("IOPD_DESKTOP_PASSPHRASE", "correct horse")
    assert run("init", "--json").json["encrypted"] is True
    assert run("list", "organ", "--json").json
    assert b"SQLite" not in (tmp_path / "work.iopd").read_bytes()
    for wrong in ("wrong", ""):
        monkeypatch.setenv("IOPD_DESKTOP_PASSPHRASE", wrong)
        said = run("list", "organ", ok=False)
        assert (said.code, said.out) == (1, "")
        assert "passphrase" in said.err


def test_what_there_is_can_be_asked(run):
    found = run("kinds", "--json").json
    assert [one["kind"] for one in found] == [record.kind for record in RECORDS]
    assert {"name", "kind", "label", "required"} <= found[0]["fields"][0].keys()
    assert [one["name"] for one in run("reports", "--json").json] == [report.name for report in REPORTS]
    assert {"csv", "xlsx", "json", "ics"} <= {one["name"] for one in run("formats", "--json").json}
    for words in (("kinds",), ("reports",), ("formats",)):
        assert run(*words).out


def test_reports_are_made_with_options_of_their_own(begun, tmp_path):
    out = tmp_path / "plan.pdf"
    assert begun("report", "work-plan", "--out", out, "--year", "2024", "--json").json["files"] == [str(out)]
    assert out.read_bytes().startswith(b"%PDF")
    assert begun("report", "work-plan", "--out", out, "--colour", "red", ok=False).code == 2
    assert begun("report", "jury-packet", "--out", tmp_path / "j", ok=False).code == 2
    assert begun("report", "novel", "--out", out, ok=False).code == 1


def test_nominations_are_dealt_out(run, tmp_path, sample_database):
    (tmp_path / "work.iopd").write_bytes(sample_database)
    run("assign", "--edition", "18", "--readers", "4")
    assigned = run("list", "assignment", "--json").json
    assert {"nomination", "juror"} <= assigned[0].keys()
    juror = run("list", "juror", "--json", "--search", "Marisol").json[0]["id"]
    words = ("report", "jury-packet", "--edition", "18", "--juror", juror, "--out", tmp_path / "packets", "--json")
    made = run(*words).json
    assert len(made["files"]) == 1
    assert run("assign", "--edition", "99", ok=False).code == 1


@pytest.mark.parametrize(
    "words",
    [(), ("dance",), ("list",), ("list", "task", "--loud"), ("export", "task"), ("list", "task", "--language", "xx")],
)
def test_a_wrong_usage_is_two(run, words):
    assert run(*words, ok=False).code == 2


@pytest.mark.parametrize(
    "words",
    [
        ("list", "unicorn"), ("show", "task", "nothing"), ("add", "organisation", "name="),
        ("add", "organisation", "x"),
        ("add", "organisation", "colour=red"), ("edit", "task", "1", "status=never"), ("remove", "task", "nothing"),
        ("list", "task", "--where", "colour=red"), ("list", "task", "--where", "status"),
        ("export", "task", "--as", "docx", "--out", "x"), ("import", "gone.csv", "--as", "csv", "--into", "task"),
        ("import", "gone.ics", "--as", "ics", "--into", "event"), ("demo", "--out", "x"),
        ("mailing", "--of", "task", "--out", "x"), ("mailing", "--out", "x", "--purpose", "spam"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_what_cannot_be_done_is_refused_with_a_reason_and_changes_nothing(begun, words, tmp_path):
    before = begun("history", "--json").json
    said = begun(*words, ok=False)
    assert (said.code, said.out) == (1, "")
    assert len(said.err.strip()) > 10
    assert "Traceback" not in said.err
    assert begun("history", "--json").json == before


def test_a_database_that_is_not_there_is_refused_and_not_made(run, tmp_path):
    assert run("list", "task", ok=False).code == 1
    assert not (tmp_path / "work.iopd").exists()


@pytest.mark.parametrize("text", SHORT)
def test_no_text_commands_the_terminal(begun, text):
    id = begun("add", "organisation", f"name={text}x", "--json").json["id"]
    assert begun("show", "organisation", id, "--json").json["name"] == f"{text}x"
    said = begun("show", "organisation", id).out + begun("list", "organisation").out
    assert not set(said) & set("\x00\x07\x0b\x0c\r\x1b\x7f\x85\u202e\u2066\u2028")


def test_answers_speak_the_language_that_is_asked_for(begun):
    assert "Tâche" in begun("--language", "fr", "kinds").out
    assert "Tâche" in begun("kinds", "--language", "fr").out
    assert "Task" in begun("kinds").out


def test_a_list_loads_neither_windows_nor_what_only_changes_need(tmp_path, planned_database):
    path = tmp_path / "work.iopd"
    path.write_bytes(planned_database)
    program = (
        "import sys; from iopd_desktop.cli import main; code = main(sys.argv[1:]); "
        "print([n for n in ('PySide6', 'sqlalchemy', 'reportlab', 'xlsxwriter') if n in sys.modules], file=sys.stderr);"
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "--database", path, "list", "task"], capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() == "[]"
    assert len(done.stdout.splitlines()) == 50


@pytest.mark.parametrize(
    "words",
    [
        ("export", "organ", "--as", "csv", "--out"), ("export", "organ", "--as", "xlsx", "--out"),
        ("report", "work-plan", "--out"), ("backup",), ("mailing", "--of", "organisation", "--out"),
        ("--database",),
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_place_that_cannot_be_written_is_refused_in_a_sentence(begun, tmp_path, words):
    file = tmp_path / "a file"
    file.write_text("no folder")
    more = ("init",) if words == ("--database",) else ()
    said = begun(*words, file / "inside", *more, ok=False)
    assert (said.code, said.out, file.read_text()) == (1, "", "no folder")
    assert "Traceback" not in said.err
    assert "a file" in said.err


def test_a_folder_is_no_database(begun, tmp_path):
    said = begun("--database", tmp_path, "list", "task", ok=False)
    assert (said.code, "is not a database" in said.err) == (1, True)

"""JSON is an array of objects, and nothing else is taken for one."""

import json

import pytest

from iopd_desktop.exchange import json_files
from iopd_desktop.exchange.table import Broken, Sheet
from tests.nasty import NASTY


def test_every_text_is_read_back_as_it_was_written(tmp_path):
    path = tmp_path / "nasty.json"
    objects = [{"text": text, "n": n} for n, text in enumerate(NASTY)]
    json_files.write(path, Sheet("", [], objects))
    assert json.loads(path.read_bytes()) == objects
    assert json_files.read(path).rows == [(n, [text, n - 1]) for n, text in enumerate(NASTY, 1)]


def test_objects_need_not_have_the_same_keys(tmp_path):
    path = tmp_path / "a.json"
    path.write_text('[{"a": 1}, {"b": {"en": "x"}}]')
    table = json_files.read(path)
    assert (table.headings, table.rows) == (["a", "b"], [(1, [1, None]), (2, [None, {"en": "x"}])])


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'[{"a": 1},', b"[" * 100_000, b"\xff\xfe\x00", b'"text"'])
def test_anything_else_is_refused(tmp_path, content):
    path = tmp_path / "broken.json"
    path.write_bytes(content)
    with pytest.raises(Broken, match=r"broken\.json"):
        json_files.read(path)

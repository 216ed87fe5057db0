"""Mailing lists as sending programs take them: no address is cut, nothing injected, and what is read back is whole."""

import csv
import email
import email.policy
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iopd_desktop.exchange.mailing import bcc, brevo, drafts, generic, mailchimp
from iopd_desktop.exchange.mailing.addresses import blocks, named
from iopd_desktop.exchange.mailing.entry import Entry, Letter, Sending
from tests.nasty import NASTY, SHORT

ON = date(2024, 6, 1)
SENDING = Sending("newsletter", ON, mailbox="desk@example.org", sender="IOPD")


def entries(texts):
    """A list in Spanish whose names are all that is nasty."""
    return [Entry(f"p{n}@example.org", "es", text, "Example", id=str(n)) for n, text in enumerate(texts)]


def read_draft(content):
    return email.message_from_bytes(content, policy=email.policy.default)


@given(st.lists(st.integers(1, 60), max_size=40), st.integers(1, 9), st.integers(0, 200))
def test_blocks_keep_every_address_whole_in_order_and_within_their_bounds(lengths, size, characters):
    some = [Entry("x" * length + f"{n}@example.org", "es") for n, length in enumerate(lengths)]
    sending = Sending("newsletter", ON, size, characters)
    cut = list(blocks(some, sending))
    assert [one for block in cut for one in block] == some
    for block in cut:
        text = ", ".join(map(named, block))
        assert 1 <= len(block) <= size
        assert not characters or len(block) == 1 or len(text) <= characters


@pytest.mark.parametrize("separator", [",", ";"])
def test_pasted_blocks_are_one_line_of_quoted_names(tmp_path, separator):
    some = entries(SHORT)
    made = bcc.write(tmp_path, some, Sending("newsletter", ON, 10, separator=separator))
    assert [one.count for one in made] == [10] * (len(some) // 10) + [len(some) % 10]
    assert made[0].file == "es-01.txt"
    found = []
    for one in made:
        (line,) = (tmp_path / one.file).read_text("utf-8").splitlines()
        header = email.message_from_string(f"Bcc: {line.replace(separator + ' ', ', ')}", policy=email.policy.default)
        found += [address.addr_spec for address in header["bcc"].addresses]
    assert found == [one.address for one in some]


def test_names_are_quoted_where_they_need_to_be():
    told = {
        ("Ada", "Example"): "Ada Example <a@example.org>",
        ("", ""): "a@example.org",
        ("Ada, Dr.", 'O"Neil'): '"Ada, Dr. O\\"Neil" <a@example.org>',
        ("Zoë", "Çà"): "Zoë Çà <a@example.org>",
        ("a\r\nBcc: evil@example.org", ""): '"a Bcc: evil@example.org" <a@example.org>',
        ("\u202egnp", "x"): "gnp x <a@example.org>",
    }  # fmt: skip
    for (first, last), wanted in told.items():
        assert named(Entry("a@example.org", "en", first, last)) == wanted


def test_a_draft_opens_unsent_with_everybody_in_bcc_and_the_letter_twice(tmp_path):
    letter = Letter("Invitación à l’été", "Hola:\n\nVean <https://example.org/a?b=1&c=2>.\nAdiós\n")
    sending = Sending("newsletter", ON, 2, mailbox="desk@bücher.example", sender="OIDP, Secretaría",
                      letters={"es": letter})  # fmt: skip
    some = [Entry("a@example.org", "es", "Ada", "Example"), Entry("b@例え.example", "es", "Łukasz", "Đorđe"),
            Entry("c@example.org", "fr")]  # fmt: skip
    made = drafts.write(tmp_path, some, sending)
    assert [(one.file, one.count) for one in made] == [("es.eml", 2), ("fr.eml", 1)]
    read = read_draft((tmp_path / "es.eml").read_bytes())
    assert (read["x-unsent"], read["subject"], read["content-language"]) == ("1", "Invitación à l’été", "es")
    assert [str(one) for one in read["to"].addresses] == ['"OIDP, Secretaría" <desk@xn--bcher-kva.example>']
    assert read["date"] is None
    assert [(one.display_name, one.addr_spec) for one in read["bcc"].addresses] == [
        ("Ada Example", "a@example.org"), ("Łukasz Đorđe", "b@xn--r8jz45g.example")
    ]  # fmt: skip
    plain, page = read.get_body(("plain",)).get_content(), read.get_body(("html",)).get_content()
    assert plain.replace("\r\n", "\n") == letter.body
    assert '<html lang="es">' in page
    assert '&lt;<a href="https://example.org/a?b=1&amp;c=2">https://example.org/a?b=1&amp;c=2</a>&gt;' in page
    assert read_draft((tmp_path / "fr.eml").read_bytes()).get_body(("plain",)).get_content().strip() == ""
    assert drafts.draft("es", letter, some[:2], sending) == (tmp_path / "es.eml").read_bytes()


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_no_text_adds_a_header_or_an_address_to_a_draft(text):
    whole = [Entry("a@example.org", "es", text, "Example"), Entry("b@example.org", "es", "Bo", text)]
    sending = Sending("newsletter", ON, mailbox="desk@example.org", sender=text)
    content = drafts.draft("es", Letter(text, text), whole, sending)
    read, calm = read_draft(content), read_draft(drafts.draft("es", Letter(), whole, SENDING))
    assert sorted(read.keys()) == sorted(calm.keys())
    assert [one.addr_spec for one in read["bcc"].addresses] == ["a@example.org", "b@example.org"]
    assert [one.addr_spec for one in read["to"].addresses] == ["desk@example.org"]
    assert {part.get_content_type() for part in read.iter_parts()} == {"text/plain", "text/html"}
    assert all(len(line) < 998 for line in content.partition(b"\r\n\r\n")[0].split(b"\r\n"))
    page = read.get_body(("html",)).get_content()
    assert "<img" not in page
    assert "<script" not in page


@pytest.mark.parametrize("text", [*NASTY, "x" * 5000, "Łukasz " * 300, "Ω" * 3000], ids=range(len(NASTY) + 3))
def test_a_draft_is_well_formed_to_the_strictest_reader(text):
    block = [Entry(f"p{n}@example.org", "es", text[:60], "Đorđe") for n in range(95)]
    content = drafts.draft("es", Letter(text[:300], text), block, SENDING)
    read = email.message_from_bytes(content, policy=email.policy.SMTP.clone(raise_on_defect=True))
    assert (read.get_content_type(), read["mime-version"]) == ("multipart/alternative", "1.0")
    told = [(part.get_content_type(), part.get_content_charset()) for part in read.iter_parts()]
    assert told == [("text/plain", "utf-8"), ("text/html", "utf-8")]
    assert len(read["bcc"].addresses) == 95
    assert all(header.defects == () for header in read.values())
    assert content.isascii()
    assert content.count(b"\r") == content.count(b"\n") == content.count(b"\r\n")
    assert max(map(len, content.split(b"\r\n"))) <= 998


def test_brevo_has_its_own_columns_dates_and_numbers(tmp_path):
    some = [
        Entry("a@example.org", "pt", "Ada", "Example", "Dear Ms Example", "Vila Clara", "promoter", "PT", "1",
              "+351 555 01-02 (03)", "2024-02-03"),
        Entry("b@example.org", "es", "Bo", "Example", id="2", mobile="+351555010203"),
        Entry("c@example.org", "es", "Cy", "Example", id="3", mobile="555 01 02"),
    ]  # fmt: skip
    sending = Sending("newsletter", ON, mobiles=True)
    brevo.write(tmp_path, some, sending)
    with (tmp_path / "brevo.csv").open(newline="", encoding="utf-8") as file:
        first, *others = csv.DictReader(file, delimiter=";")
    assert first == {
        "EMAIL": "a@example.org", "FIRSTNAME": "Ada", "LASTNAME": "Example", "SMS": "+351555010203", "EXT_ID": "1",
        "LANGUAGE": "pt", "SALUTATION": "Dear Ms Example", "ORGANISATION": "Vila Clara", "COUNTRY": "PT",
        "CONSENT_DATE": "03-02-2024",
    }  # fmt: skip
    assert [line["SMS"] for line in others] == ["", ""]
    brevo.write(tmp_path, some, SENDING)
    assert "351" not in (tmp_path / "brevo.csv").read_text("utf-8")


def test_mailchimp_has_its_own_headings_codes_and_lengths(tmp_path):
    some = [
        Entry("a@example.org", "es", "Ada", "語" * 200, organisation="Vila, Clara", membership="promoter",
              mobile="+351 555", consented="2024-02-03"),
        Entry("b@example.org", "pt"),
    ]  # fmt: skip
    mailchimp.write(tmp_path, some, SENDING)
    with (tmp_path / "mailchimp.csv").open(newline="", encoding="utf-8") as file:
        first, second = csv.DictReader(file)
    assert first["Last Name"] == "語" * 85
    assert (first["Email Address"], first["Language"], second["Language"]) == ("a@example.org", "es_ES", "pt_PT")
    assert (first["Tags"], second["Tags"], first["Consent Date"]) == ("newsletter,promoter", "newsletter", "2024-02-03")
    assert (first["Company"], first["Phone Number"], second["Consent Date"]) == ("Vila, Clara", "", "")


def test_what_is_for_machines_is_exact_and_for_services_in_one_line(tmp_path):
    some = entries(SHORT)
    generic.write(tmp_path, some, SENDING)
    with (tmp_path / "es.csv").open(newline="", encoding="utf-8") as file:
        assert [line["given_name"] for line in csv.DictReader(file)] == list(SHORT)
    for module, name, column, delimiter in (
        (brevo, "brevo.csv", "FIRSTNAME", ";"), (mailchimp, "mailchimp.csv", "First Name", ","),
    ):  # fmt: skip
        module.write(tmp_path, some, SENDING)
        content = (tmp_path / name).read_text("utf-8")
        assert len(content.splitlines()) == len(some) + 1
        lines = list(csv.DictReader(content.splitlines(), delimiter=delimiter))
        assert lines[SHORT.index("=1+1")][column] == "=1+1"

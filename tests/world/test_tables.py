"""Data files are read strictly: an error says which file, which entry, and what is wrong."""

import pytest

from kg.errors import WorldError
from kg.world.tables import Entry, entries, read_table, sections

BROKEN = [
    (lambda e: e.text("name"), {}, "needs `name`"),
    (lambda e: e.text("name"), {"name": 3}, "needs `name`"),
    (lambda e: e.texts("names"), {"names": "Burma"}, "must be a list"),
    (lambda e: e.texts("names"), {"names": ["Burma", "Burma"]}, "repeated"),
    (lambda e: e.texts("names"), {"names": [" Burma"]}, "untidy"),
    (lambda e: e.year("since"), {"since": "1922"}, "must be a year"),
    (lambda e: e.flag("state_media"), {"state_media": "yes"}, "must be true or false"),
    (lambda e: e.only("name"), {"nmae": "Burma"}, "unknown fields ['nmae']"),
]


@pytest.mark.parametrize(("read", "fields", "complaint"), BROKEN)
def test_a_slip_is_named_aloud(read, fields, complaint):
    with pytest.raises(WorldError) as error:
        read(Entry("countries.toml", "MMR", fields))
    assert "kg/world/countries.toml: entry 'MMR'" in str(error.value)
    assert complaint in str(error.value)


def test_absent_fields_are_empty():
    entry = Entry("countries.toml", "MMR", {})
    assert (entry.texts("names"), entry.optional_text("parent"), entry.year("since"), entry.flag("x")) == (
        (),
        None,
        None,
        False,
    )


def test_a_file_that_is_missing_is_named():
    with pytest.raises(WorldError, match=r"kg/world/atlantis\.toml cannot be read"):
        read_table("atlantis.toml")


def test_a_section_that_nobody_reads_is_refused():
    with pytest.raises(WorldError, match=r"countries\.toml: \[state\]"):
        list(sections("countries.toml", ["territory"]))


def test_an_entry_must_be_a_table():
    with pytest.raises(WorldError, match="'MMR' must be a table"):
        list(entries("countries.toml", {"MMR": "Myanmar"}))

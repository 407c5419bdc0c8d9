"""Keys of front matter that mean one that is read, and are not read themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.read.misnamed_keys import told_misnamed


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("title: x\npublished: 2006-11-25", None),
        # what blogs and programs write, and what is read but for its capital
        ("date: 2006-11-25", "date, which kg does not read; write published"),
        (
            "Title: x\nDate: y\nSource: z",
            "Title, Date, Source, which kg does not read; write title, published, publisher",
        ),
        ("datePublished : 2006-11-25", "datePublished, which kg does not read; write published"),
        # the key that is meant is there too
        ("date: 2006-11-26\npublished: 2006-11-25", None),
        # keys that mean nothing that is read, and those of an inner list
        ("author: Jane\ntags: [date]\nother:\n  date: 2006-11-25", None),
    ],
)
def test_keys_of_a_file(tmp_path: Path, head: str, told: str | None) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"---\n{head}\n---\nHe came.", encoding="utf-8")
    assert list(told_misnamed([file])) == ([f"{file}: front matter has {told}"] if told else [])


def test_a_line_for_each_set_of_keys(tmp_path: Path) -> None:
    for name, key in (("a", "date"), ("b", "source"), ("c", "date")):
        (tmp_path / name).write_text(f"---\n{key}: x\n---\nHe came.", encoding="utf-8")
    first, second = told_misnamed(sorted(tmp_path.iterdir()))
    assert first.startswith(f"{tmp_path / 'a'}, {tmp_path / 'c'}: front matter has date, ")
    assert second.startswith(f"{tmp_path / 'b'}: front matter has source, ")


@pytest.mark.parametrize("content", [b"", b"date: x\nHe came.", b"---\ndate: x\nHe came.", b"\xff\xfe"])
def test_where_there_is_no_front_matter(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    assert list(told_misnamed([tmp_path / "a.txt", tmp_path / "nowhere.txt", tmp_path])) == []

"""Reading one file: the text to the letter, the front matter, and every way in which a file can be broken."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ArticleError
from kg.read.article import LARGEST, read_article

SEEDS = Path(__file__).parents[2] / "seeds"
FRONT = '---\ntitle: "Cheney meets with King Abdullah in Riyadh"\nurl: "https://example.org/1"\n'
FRONT += 'publisher: "Wikinews"\npublished: "2006-11-25"\n---\n'


def _file(folder: Path, content: str | bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_front_matter_says_what_is_known(tmp_path: Path) -> None:
    article = read_article(_file(tmp_path, FRONT + "He came.\n", "wn02.cheney.txt"))
    assert article.identifier == "wn02.cheney"
    assert article.headline == "Cheney meets with King Abdullah in Riyadh"
    assert article.url == "https://example.org/1"
    assert article.publisher == "Wikinews"
    assert article.published == date(2006, 11, 25)
    assert article.published_inferred is None


@pytest.mark.parametrize(
    ("content", "text"),
    [
        # the file is the text
        ("He came.\n", "He came.\n"),
        # leading blank lines count
        ("\n\nHe came.", "\n\nHe came."),
        ("---\n---\n\n\nHe came.", "\n\nHe came."),
        # a byte order mark is no part of the text, before front matter or without it; a second one is
        ("\ufeffHe came.", "He came."),
        ("\ufeff" + FRONT + "He came.", "He came."),
        ("\ufeff\ufeffHe came.", "\ufeffHe came."),
        # no line break is translated
        ("---\r\ntitle: x\r\n---\r\nHe came.\r\nShe left.\r", "He came.\r\nShe left.\r"),
        ("---\rtitle: x\r---\rHe came.\rShe left.", "He came.\rShe left."),
        # blanks behind the dashes belong to them
        ("--- \ntitle: x\n---\t\nHe came.", "He came."),
        # dashes further down are text
        (FRONT + "He came.\n---\nShe left.", "He came.\n---\nShe left."),
        # brackets that are no tags, and a comment of Markdown
        ("<Photo> He came.", "<Photo> He came."),
        ("<!-- a draft -->\nHe came.", "<!-- a draft -->\nHe came."),
        ("<p or not p> He came.", "<p or not p> He came."),
        ('{"We came", he said.}', '{"We came", he said.}'),
        ("He came.\n---\nShe left.\n---\n", "He came.\n---\nShe left.\n---\n"),
        # more than three dashes, or dashes with words, open nothing
        ("----\nHe came.", "----\nHe came."),
        ("--- He came.", "--- He came."),
    ],
)
def test_text_starts_behind_the_front_matter(tmp_path: Path, content: str, text: str) -> None:
    assert read_article(_file(tmp_path, content)).text == text


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('"2006-11-25"', date(2006, 11, 25)),
        # bare, it is a day for YAML
        ("2006-11-25", date(2006, 11, 25)),
        # a time of day, as written there
        ("2006-11-25T23:30:00-05:00", date(2006, 11, 25)),
        ("2006-11-25 10:00", date(2006, 11, 25)),
        # nothing known
        ("", None),
        ("null", None),
        ("~", None),
        ('""', None),
    ],
)
def test_published(tmp_path: Path, written: str, expected: date | None) -> None:
    assert read_article(_file(tmp_path, f"---\npublished: {written}\n---\nHe came.")).published == expected


def test_other_keys_are_ignored(tmp_path: Path) -> None:
    front = "---\ntags: [a, {b: c}]\n1: 2\nauthor:\n  name: Jane\n---\n"
    assert read_article(_file(tmp_path, front + "He came.")).headline is None


def test_front_matter_wins_and_the_text_fills_the_rest(tmp_path: Path) -> None:
    text = "Xi visits Pyongyang again\n\nPublished: 3 March 2021\n\nWASHINGTON (Reuters) - They met.\n"
    article = read_article(_file(tmp_path, '---\npublished: "2006-11-25"\n---\n' + text))
    assert (article.published, article.headline) == (date(2006, 11, 25), "Xi visits Pyongyang again")
    assert article.publisher == "Reuters"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        # Latin-1: the first byte that is no UTF-8
        ("He said: \xe9".encode("latin-1"), "a.txt: not UTF-8 at byte 9; convert it"),
        # UTF-16 has a mark of its own
        ("He came.".encode("utf-16"), "not UTF-8 at byte 0; convert it, for example with iconv -f UTF-16"),
        # no encoding makes a text of it
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "no text file (a PDF)"),
        (b"\x89PNG\r\n\x00", "no text file (NUL at byte 6)"),
        (b"PK\x03\x04\x00\x00", "no text file (NUL at byte 4)"),
        (b"{\\rtf1\\ansi He came.}", "no text file (RTF)"),
        # tags are no text, whatever the file is called, and below front matter too
        ("<!DOCTYPE html>\n<html><body><p>He came.</p>", "no plain text (HTML, XML or JSON)"),
        ("\n<HTML lang='en'><body>He came.", "no plain text (HTML, XML or JSON)"),
        ("<?xml version='1.0'?><rss>He came.</rss>", "no plain text (HTML, XML or JSON)"),
        ('[\n {"title": "x", "text": "He came."}]', "no plain text (HTML, XML or JSON)"),
        (FRONT + "<p class='lead'>He came.</p>\n<p>She left.</p>", "no plain text (HTML, XML or JSON)"),
        ("", "no text in it"),
        (" \n\t\n", "no text in it"),
        (FRONT, "no text in it"),
        (FRONT.rstrip("\n"), "no text in it"),
        ("---\ntitle: x\nHe came.\n", "a.txt:1: front matter opens and never closes"),
        ("---\ntitle: Cheney: a visit\n---\nHe came.", "a.txt:2: front matter is broken YAML"),
        ("---\nurl: x\ntitle: 'Cheney\n---\nHe came.", "a.txt:4: front matter is broken YAML"),
        ("---\nurl: x\x07\n---\nHe came.", "control character"),
        ("---\nHe came.\n---\nShe left.", "a.txt:2: front matter is no list of 'key: value' lines"),
        ("---\ntitle: [a, b]\n---\nHe came.", "a.txt:2: 'title' is no single value"),
        ("---\ntitle: a\nurl: b\ntitle: c\n---\nHe came.", "a.txt:2: 'title' stands twice"),
        ("---\nx: " + "[" * 5000 + "\n---\nHe came.", "nested too deeply"),
        # the line and the value
        ('---\ntitle: x\npublished: "yesterday"\n---\nHe came.', "a.txt:3: published 'yesterday' is no day"),
        ("---\npublished: 2006-13-45\n---\nHe came.", "a.txt:2: published '2006-13-45' is no day"),
        ("---\npublished: 2006-11\n---\nHe came.", "a.txt:2: published '2006-11' is no day"),
        # what programs write for a day that they do not know
        ("---\npublished: 0001-01-01\n---\nHe came.", "a.txt:2: published '0001-01-01' is no day of news"),
        ("---\npublished: 9999-12-31\n---\nHe came.", "write the day, or leave it out"),
    ],
)
def test_broken_file(tmp_path: Path, content: str | bytes, complaint: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read_article(_file(tmp_path, content))
    message = str(caught.value)
    assert complaint in message
    assert message.startswith(str(tmp_path))
    assert "\n" not in message
    assert ";" in message, "what to do stands behind a semicolon"


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no such file or folder; check the path"):
        read_article(tmp_path / "nowhere.txt")


def test_folder_without_articles(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="a folder without articles"):
        read_article(tmp_path)


def test_path_through_a_file(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="cannot be read"):
        read_article(_file(tmp_path, "He came.") / "b.txt")


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(ArticleError, match=r"20,000,001 bytes, more than 20,000,000"):
        read_article(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no device that never ends")
def test_what_never_ends() -> None:
    with pytest.raises(ArticleError, match=r"more than 20,000,000 bytes"):
        read_article(Path("/dev/zero"))


def test_advice_that_a_shell_understands(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"-t UTF-8 '.*/Dahl'\"'\"'s visit\.txt'$"):
        read_article(_file(tmp_path, b"Caf\xe9", "Dahl's visit.txt"))


def test_name_that_is_no_utf8(tmp_path: Path) -> None:
    path = _file(tmp_path, "He came.", "caf\udce9.txt")
    with pytest.raises(ArticleError, match="name is not UTF-8"):
        read_article(path)


def test_seeds_state_what_they_state() -> None:
    stated = {path.name[:3]: read_article(path) for path in sorted(SEEDS.iterdir())}
    assert {name: article.published for name, article in stated.items() if article.published} == {
        "001": date(2024, 1, 27),
        "002": date(2024, 10, 7),
    }
    assert [name for name, article in stated.items() if not article.headline] == ["004"]
    assert not any(article.publisher or article.url for article in stated.values())


@given(
    st.text().filter(
        lambda text: text.strip() and "\0" not in text and not text.startswith(("---", "\ufeff"))
    )
)
def test_any_text_is_kept_to_the_letter(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.getbasetemp()
    assert read_article(_file(folder, text)).text == text
    assert read_article(_file(folder, FRONT + text)).text == text
    assert read_article(_file(folder, "\ufeff" + text)).text == text


@given(st.binary())
def test_any_bytes_are_an_article_or_an_error(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = _file(tmp_path_factory.getbasetemp(), content)
    with suppress(ArticleError):
        assert content.endswith(read_article(path).text.encode())

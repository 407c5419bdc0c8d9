"""A corpus that grows, changes and shrinks: only what is new is read, and the bytes are those of a build from scratch."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kg.pipeline
from kg.pipeline import build

TEXTS = {
    "a": "LIMA, May 12, 2023 (Andina) - President Luis Quispe met President Grace Wanjiru in Lima on Thursday.\n",
    "b": "Luis Quispe met Grace Wanjiru in Lima on Thursday. Foreign Minister Ana Rojas said Peru would sign.\n",
    "c": "NAIROBI, May 13, 2023 (Kenya Today) - Kenya and Peru signed a trade agreement in Lima on May 11.\n",
    "d": "President Quispe will visit Kenya in June 2023, Andina reported on May 14, 2023.\n",
}
"""The second has no date but what the first tells."""
CHANGED = {"a": TEXTS["a"].replace("Lima on", "Cusco on"), "c": TEXTS["c"].replace("signed", "rejected")}


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that the language pipeline is given."""
    texts: list[str] = []
    parse = kg.pipeline.read_document

    def watched(text: str, language_model: str | None = None) -> object:
        texts.append(text)
        return parse(text, language_model)

    monkeypatch.setattr(kg.pipeline, "read_document", watched)
    return texts


def _build(texts: Mapping[str, str], out: Path, place: Path) -> bytes:
    """The graph of some articles, built into a folder that may hold what earlier builds have kept."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    for name, text in texts.items():
        (place / f"{name}.txt").write_text(text, encoding="utf-8")
    report = build([place], out, ["trig"])
    assert report.notes == ()
    return (out / "graph.trig").read_bytes()


def test_only_what_is_new_is_read(tmp_path: Path, parsed: list[str]) -> None:
    out, place = tmp_path / "out", tmp_path / "articles"
    three = {name: TEXTS[name] for name in "acd"}
    whole = _build(three, out, place)
    assert sorted(parsed) == sorted(three.values())
    parsed.clear()
    assert _build(three, out, place) == whole  # again
    assert parsed == []
    assert b"kg:datePublishedInferred" in _build(TEXTS, out, place)  # one more, which another dates
    assert set(parsed) == {TEXTS["b"]}
    parsed.clear()
    _build(three | {"c": CHANGED["c"]}, out, place)  # one changed, one taken away
    assert parsed == [CHANGED["c"]]
    parsed.clear()
    assert _build(three, out, place) == whole  # all as before
    assert parsed == []


@pytest.fixture(scope="module")
def scratch() -> dict[frozenset[tuple[str, str]], bytes]:
    """What builds from scratch have given."""
    return {}


corpora = st.dictionaries(st.sampled_from("abcd"), st.booleans(), min_size=1)


@settings(max_examples=12)
@given(steps=st.lists(corpora, min_size=2, max_size=4))
def test_in_parts_and_at_once(
    scratch: dict[frozenset[tuple[str, str]], bytes], steps: list[dict[str, bool]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number, step in enumerate(steps):
            texts = {n: CHANGED.get(n, TEXTS[n]) if other else TEXTS[n] for n, other in step.items()}
            grown = _build(texts, Path(folder, "out"), Path(folder, "articles"))
            key = frozenset(texts.items())
            if key not in scratch:
                scratch[key] = _build(texts, Path(folder, f"scratch{number}"), Path(folder, "articles"))
            assert grown == scratch[key]

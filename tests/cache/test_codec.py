"""What is written of a record is read back as the same record, and nothing else is read at all."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.cache.codec import codec_of
from kg.model import AgreementStatus, Article, Claim, Event, Interval, Reading, Status, World


@pytest.mark.parametrize("kind", [Article, Reading, Event, Claim])
@given(data=st.data())
def test_a_record_comes_back(kind: type, data: st.DataObject) -> None:
    record, codec = data.draw(st.from_type(kind)), codec_of(kind)
    back = codec.decode(json.loads(json.dumps(codec.encode(record))))
    assert back == record
    assert repr(back) == repr(record)  # an enumeration is not its string, True is not 1


def test_a_status_says_whose_it_is() -> None:
    codec = codec_of(Status | AgreementStatus | None)
    for status in (Status.HELD, AgreementStatus.PROPOSED, None):
        assert codec.decode(codec.encode(status)) is status


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (str, 1),
        (int, True),
        (int, "1"),
        (bool, 0),
        (date, "yesterday"),
        (date, 20240101),
        (Status, "Done"),
        (Status | AgreementStatus, ["Place", "Held"]),
        (Status | AgreementStatus, ["Status"]),
        (Status | AgreementStatus, "Held"),
        (str | None, 1),
        (tuple[str, ...], "ab"),
        (tuple[str, ...], ["a", None]),
        (Interval, ["2024-01-01", "2024-01-02"]),
        (Interval, ["2024-01-01", "2024-01-02", "2024", "2025"]),
        (Article, {"identifier": "a"}),
    ],
)
def test_what_is_of_another_type_is_refused(kind: Any, value: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (of a date or an enumeration it is Python's own)
        codec_of(kind).decode(value)


@pytest.mark.parametrize("kind", [World, object, dict[str, str], tuple[int, str], float])
def test_what_has_no_form_in_json_is_named(kind: Any) -> None:
    with pytest.raises(TypeError, match="cannot be written"):
        codec_of(kind)

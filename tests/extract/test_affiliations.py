"""The body that an expert works for."""

from __future__ import annotations

import pytest
from texts import read

from kg.model import EntityKind


@pytest.mark.parametrize(
    ("text", "body"),
    [
        # behind the name
        (
            "Omar Said, a senior fellow at the Chatham House think tank, praised the deal.",
            "organization/chatham-house",
        ),
        # the first of two
        (
            "Omar Said, a professor at the School of Public Policy at the University of Lima, praised the deal.",
            "organization:school of public policy",
        ),
        # before it
        ("University of Oslo professor Omar Said left.", "organization:university of oslo"),
        # right behind it
        ("Omar Said of Human Rights Watch left.", "organization/human-rights-watch"),
        # where somebody was is not whose he is
        ("Omar Said spoke at the United Nations.", None),
        # an official is his state's
        ("Kenyan President Omar Said of Human Rights Watch left.", "country/KEN"),
    ],
)
def test_who_works_for_whom(text: str, body: str | None) -> None:
    (person,) = (t for t in read(text).referents.things.values() if t.kind is EntityKind.PERSON)
    assert person.country == body

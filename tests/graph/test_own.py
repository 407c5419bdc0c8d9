"""What an article itself tells, and the names that its text uses."""

from __future__ import annotations

import pytest
from worlds import LIMA, OSLO, small_world

from kg.graph.own import name_forms, own_statements
from kg.model import Entity, EntityKind


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Anna Dahl left.", ["Anna Dahl", "Dahl"]),
        ("Mr Dahlberg left.", []),  # a longer word is another name
        ("Dahl's plane left.", ["Dahl"]),
        ("", []),
    ],
)
def test_names_are_words_of_their_own(text, forms):
    assert list(name_forms(Entity("person/d", EntityKind.PERSON, "Anna Dahl", ("Dahl",)), text)) == forms


def test_an_article_tells_its_own_events():
    own = own_statements(small_world())
    assert [event.kind for event, _ in own[OSLO].accounts] == ["MessageExchange", "Talks"]
    assert all(account.article == LIMA for _, account in own[LIMA].accounts)


def test_an_article_brings_the_countries_of_whom_it_names():
    named = {entity.identifier for entity in own_statements(small_world())[OSLO].entities}
    assert {"country/NOR", "country/PER", "place/cusco", "person/ole-berg"} <= named
    assert "person/grace-wanjiru" not in named

"""Which form of an answer suits an Accept header."""

from __future__ import annotations

import pytest

from kg.serve.formats import Wanted, wanted_of, with_charset
from kg.serve.refusals import NoSuchForm

JSON, XML, TURTLE = "application/sparql-results+json", "application/sparql-results+xml", "text/turtle"


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("*/*", Wanted(JSON, TURTLE)),  # whoever does not say
        (XML, Wanted(XML, "")),
        ("text/csv;q=0.4, application/json;q=0.6", Wanted("application/json", "")),
        (
            "application/ld+json, text/tab-separated-values",
            Wanted("text/tab-separated-values", "application/ld+json"),
        ),
        ("text/turtle;q=0.5, */*;q=0.1", Wanted(JSON, TURTLE)),
        (f"{JSON};q=0, */*;q=0.2", Wanted("application/json", TURTLE)),  # what is refused is not sent
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Wanted("text/html", "text/html")),
        ("no media type", Wanted(JSON, TURTLE)),  # in no form: counts for none
    ],
)
def test_the_form_that_suits_best(accept, wanted):
    assert wanted_of(accept) == wanted


def test_nothing_suits():
    with pytest.raises(NoSuchForm, match="nothing here is image/png; ask for one of: application/sparql"):
        wanted_of("image/png")


def test_text_says_how_it_is_encoded():
    assert with_charset("text/csv") == "text/csv; charset=utf-8"
    assert with_charset(JSON) == JSON

"""How states and bodies stand to each other, since when, and on whose word."""

from datetime import date

import pytest

from kg.extract.context import build_context
from kg.extract.relations import LINKS, extract_relations
from kg.extract.rules import load_rules
from kg.graph.ontology import load_ontology, relation_types
from kg.graph.terms import KG
from kg.language.lexicon import load_lexicon
from kg.language.pipeline import read_document
from kg.model import Article, EventMention, Status
from kg.read.article import read_article


def read(text: str) -> list[EventMention]:
    article = Article("a", text, published=date(2024, 6, 3))
    context = build_context(article, read_document(text), load_lexicon())
    return list(extract_relations(context))


def told(text: str) -> list[tuple[str, str, str]]:
    """Source, type and target of each relation."""
    found = []
    for mention in read(text):
        ends = {a.role: a.entity.partition("/")[2] for a in mention.arguments}
        found.append((ends["source"], mention.relation_type or "", ends["target"]))
    return sorted(found)


COUNCIL = "united-nations-security-council"

RELATIONS = [
    # a list has as many relations as members
    ("France and Britain are permanent members of the UN Security Council.",
     [("FRA", "permanent-member-of", COUNCIL), ("GBR", "permanent-member-of", COUNCIL)]),
    # what reads both ways is written once, its ends in order
    ("Peru's long tensions with Chile go on.", [("CHL", "tension-with", "PER")]),
    ("Tensions between Chile and Peru go on.", [("CHL", "tension-with", "PER")]),
    # a person stands for the state …
    ("Kenyan President William Ruto deepened ties with Norway.", [("KEN", "strengthens-ties-with", "NOR")]),
    # a capital stands for its government
    ("Lima depends on Santiago for fuel.", [("PER", "depends-on", "CHL")]),
    # what is sought is an aim of the one who seeks
    ("Kenya is seeking to strengthen ties with Norway.", [("KEN", "seeks-closer-ties-with", "NOR")]),
    # what was agreed is an agreement
    ("Kenya agreed to strengthen ties with Norway.", []),
    # what is over is told no more
    ("Peru ended its alliance with Chile in 1883.", []),
    ("Peru settled its dispute with Chile in 1929.", []),
    # what is still to be settled is there
    ("Peru wants to settle its dispute with Chile.", [("CHL", "clashes-with", "PER")]),
    # cut is not kept
    ("Kenya has cut diplomatic ties with Peru in response to a raid on rebels inside Chad.", []),
    # what is to be stopped is no view to report
    ("Kenya asked Chad to stop treating Peru as a partner.", []),
    # denied is not told
    ("Kenya does not depend on Norway.", []),
    # one end is not named
    ("Kenya depends on imports.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RELATIONS)
def test_relations(text, expected):
    assert told(text) == expected


BASES = [
    ("Bolivia depends on Peru.", "asserted", Status.HELD),
    ("Bolivia depends on Peru, the minister said.", "reported", Status.HELD),
    ("The minister said that Bolivia depends on Peru.", "reported", Status.HELD),
    ("According to analysts, Bolivia depends on Peru.", "reported", Status.HELD),
    ("Bolivia reportedly depends on Peru.", "reported", Status.HELD),
    ("Bolivia allegedly depends on Peru.", "alleged", Status.POSSIBLE),
    ("Bolivia has been accused of providing Peru with weapons.", "alleged", Status.POSSIBLE),
    ("Bolivia may depend on Peru.", "asserted", Status.POSSIBLE),
]


@pytest.mark.parametrize(("text", "basis", "status"), BASES)
def test_basis_and_status(text, basis, status):
    assert [(m.basis, m.status) for m in read(text)] == [(basis, status)]


TIMES = [
    # an open stretch
    ("Since 2017 Kenya has depended on Norway.", "2017/.."),
    # a year told
    ("Kenya and Peru established diplomatic relations in 1975.", "1975"),
    # a year counted back from the day of writing, or from a date that the sentence gives
    ("Kenya and Peru are celebrating 50 years of diplomatic relations.", "1974"),
    ("In 2020 Kenya and Peru marked the 45th anniversary of diplomatic relations.", "1975"),
    # the day of a meeting is not that of the tensions behind it
    ("The envoy arrived on Monday amid tensions between Kenya and Peru.", None),
]


@pytest.mark.parametrize(("text", "edtf"), TIMES)
def test_times(text, edtf):
    assert [m.interval.edtf if m.interval else None for m in read(text)] == [edtf]


def test_laws_of_every_relation_in_the_seeds(root):
    for path in sorted((root / "seeds").glob("*.txt")):
        article = read_article(path)
        context = build_context(article, read_document(article.text), load_lexicon())
        symmetric = {r.relation for r in load_rules("relations") if r.symmetric}
        for mention in extract_relations(context):
            ends = {a.role: a.entity for a in mention.arguments}
            assert mention.sentence.covers(mention.trigger)
            assert ends["source"] != ends["target"]
            assert mention.relation_type not in symmetric or ends["source"] < ends["target"]
            assert mention.basis in {"asserted", "reported", "alleged"}
            assert mention.basis != "alleged" or mention.status is not Status.HELD


def test_types_are_those_of_the_ontology_and_symmetric_where_it_says_so():
    types = relation_types()
    for rule in load_rules("relations"):
        assert rule.relation in types, rule.name
        assert rule.sought is None or rule.sought in types, rule.name
        if not rule.relation.startswith("seeks-"):
            symmetric = load_ontology().value(KG[rule.relation], KG.symmetric).toPython()
            assert rule.symmetric == symmetric, rule.name
    assert set(LINKS) <= types

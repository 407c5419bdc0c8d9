"""The shipped pipeline on sentences with names that nobody knows, each name as one token and as several.

The sentences are made up in the manner of agency reports; so are the names.
"""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.language.pipeline import load_pipeline

# A sentence with its names in [brackets]; then, for each name, its relation and its head.
SENTENCES = [
    # subject of a plain verb
    ("[Thongphet Sihavong] arrived in [Muang Sing] on Tuesday.", [("nsubj", "arrived"), ("obl", "arrived")]),
    ("[Ngo Duc Trinh] met the delegation in [Ninh Khanh].", [("nsubj", "met"), ("obl", "met")]),
    ("[Zo Kyaw Lwin] and [Daw Nwe Zin] signed the accord.", [("nsubj", "signed"), ("conj", "*")]),
    ("[Ochirbal Batmunkhbayar] thanked the hosts for their hospitality.", [("nsubj", "thanked")]),
    # after a title
    ("Foreign Minister [Pae Thak Ryol] left for [Qashabad] on Friday.", [("nsubj", "left"), ("obl", "left")]),
    (
        "President [Kwadwo Asamoayeh] received Ambassador [Liu Qe].",
        [("nsubj", "received"), ("obj", "received")],
    ),
    ("Talks between Premier [Xun Jiabo] and King [Tupoulahi] began.", [("nmod", "Talks"), ("conj", "*")]),
    # object and recipient
    ("The minister congratulated [Yevhen Drabatko] on his election.", [("obj", "congratulated")]),
    ("The envoy handed [Sabelo Mthunzana] a letter from the president.", [("iobj", "handed")]),
    ("A car bomb killed [Farhod Nazirmatov] near [Kulsoy].", [("obj", "killed"), ("obl", "killed")]),
    # passive and agent
    (
        "[Qalandar Wazirzai] was received by [Bo Zhuoran].",
        [("nsubj:pass", "received"), ("obl:agent", "received")],
    ),
    (
        "The treaty was signed by [Ilyas Tokmakbay] in [Zerqand].",
        [("obl:agent", "signed"), ("obl", "signed")],
    ),
    # possessor
    ("[Marwa Al Zuhairi]'s visit ended on Sunday.", [("nmod:poss", "visit")]),
    ("Diplomats welcomed [Hlaing Phyo]'s offer.", [("nmod:poss", "offer")]),
    # speech
    ('"We will come back," [Tomislav Grabovac] said.', [("nsubj", "said")]),
    ('"The road is long," said [Nomvula Dlaminika].', [("nsubj", "said")]),
    # apposition
    ("[Ri Mu Yop], the deputy chairman, chaired the session.", [("nsubj", "chaired")]),
    ("The chairman, [Evaristo Quimbaya], resigned.", [("appos", "chairman")]),
    # headlines
    ("[Dzhumabek Orozaliyev] visits [Tarqan]", [("nsubj", "visits"), ("obj", "visits")]),
    ("[Souk Vilayphet] to meet [Abebech Gudeta] next week", [("nsubj", "meet"), ("obj", "meet")]),
    # organisations and places
    ("The [Central Fisheries Agency] reported a rise.", [("nsubj", "reported")]),
    ("Troops entered [Upper Dzhalka] from [East Morvany].", [("obj", "entered"), ("obl", "entered")]),
    ("He flew from [Phon Savath] to [New Halverton].", [("obl", "flew"), ("obl", "flew")]),
    ("Villagers near [Bang Khamnoi] fled to [Wat Sirichan].", [("nmod", "Villagers"), ("obl", "fled")]),
    # names that are words of English too
    ("[So Win] met [May Win Thein] on Monday.", [("nsubj", "met"), ("obj", "met")]),
    ("[Song Il Man] welcomed [Ban So Young].", [("nsubj", "welcomed"), ("obj", "welcomed")]),
    ("Talks with [An Long] stalled.", [("nmod", "Talks")]),
    ("[Do Van Long] and [Son Mai] left.", [("nsubj", "left"), ("conj", "*")]),
    ("He called [Rich Young] on Friday.", [("obj", "called")]),
    ("[Ho Man Win] said [Chance Bright] had resigned.", [("nsubj", "said"), ("nsubj", "resigned")]),
    ("[Can Rich] kept silent.", [("nsubj", "kept")]),
    ("[Will Price] will answer [Mark Chance].", [("nsubj", "answer"), ("obj", "answer")]),
    # organisations with "and" and "of" inside
    ("The [Committee for Peace and Progress of the Isles] opened talks.", [("nsubj", "opened")]),
    ("The [Agency for Ports, Rivers and Lakes] denied the report.", [("nsubj", "denied")]),
    (
        "The [Union of Miners and Farmers] thanked the [Bank of Ports and Roads].",
        [("nsubj", "thanked"), ("obj", "thanked")],
    ),
    ("The [Front for Bread and Freedom] and the army signed a truce.", [("nsubj", "signed")]),
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline()


def _read(nlp: Language, marked: str, *, merged: bool) -> tuple[Doc, list[tuple[int, int]]]:
    """Parse a marked sentence; give the tokens of each name, one or several."""
    pieces = marked.replace("]", "[").split("[")
    text, spans = "", []
    for number, piece in enumerate(pieces):
        if number % 2:
            spans.append((len(text), len(text) + len(piece)))
        text += piece
    doc = nlp.make_doc(text)
    names = [doc.char_span(*span, alignment_mode="expand") for span in spans]
    if merged:
        with doc.retokenize() as retokenizer:
            for name in names:
                retokenizer.merge(name)
    for _, component in nlp.pipeline:
        doc = component(doc)
    places = [doc.char_span(*span, alignment_mode="expand") for span in spans]
    return doc, [(place.start, place.end) for place in places]


def _right(doc: Doc, place: tuple[int, int], relation: str, head: str) -> bool:
    """Whether a name hangs together and its outward word has the relation to the head ("*": to any)."""
    outward = [token for token in doc[place[0] : place[1]] if not place[0] <= token.head.i < place[1]]
    if len(outward) != 1 or outward[0].dep_ != relation:
        return False
    return head in ("*", outward[0].head.text)


def _count(nlp: Language, *, merged: bool) -> int:
    count = 0
    for marked, expected in SENTENCES:
        doc, places = _read(nlp, marked, merged=merged)
        count += sum(_right(doc, place, *want) for place, want in zip(places, expected, strict=True))
    return count


TOTAL = sum(len(expected) for _, expected in SENTENCES)


def test_unfamiliar_names_as_one_token_parse_right(nlp: Language) -> None:
    assert _count(nlp, merged=True) >= 0.9 * TOTAL


def test_one_token_a_name_helps(nlp: Language) -> None:
    assert _count(nlp, merged=True) > _count(nlp, merged=False)


def test_unfamiliar_names_as_several_tokens_mostly_parse_right(nlp: Language) -> None:
    assert _count(nlp, merged=False) >= 0.75 * TOTAL


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("The rivals denuclearised quickly.", ["rival", "denuclearise"]),  # a verb that no treebank has
        ("He was meeting ministers.", ["be", "meet", "minister"]),
        ("They had held talks.", ["have", "hold", "talk"]),
        ("The accords were signed.", ["accord", "be", "sign"]),
    ],
)
def test_lemmas(nlp: Language, text: str, lemmas: list[str]) -> None:
    found = [token.lemma_ for token in nlp(text)]
    assert [lemma for lemma in lemmas if lemma not in found] == []


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("SEOUL: North Korea and the South agreed on Monday to resume talks.", "agreed"),
        ("Ministers agree on new sanctions", "agree"),  # a headline without full stop
        ("The two sides will hold a third round of talks in Vienna next month.", "hold"),
        ("She is the ambassador to Laos.", "ambassador"),
    ],
)
def test_roots(nlp: Language, text: str, root: str) -> None:
    assert root in [token.text for token in nlp(text) if token.head == token]


def test_nothing_and_spaces_are_read(nlp: Language) -> None:
    assert [len(doc) for doc in nlp.pipe(["", "Yes.", " "])] == [0, 2, 1]

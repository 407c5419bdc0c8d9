"""The ways through the page: search, focus, path, back and forward, links that open the same, and the keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from browser import PHONE, Visit

DAHL, QUISPE, NORWAY, BOLIVIA = "person/anna-dahl", "person/luis-quispe", "country/NOR", "country/BOL"
TALKS = "event/meeting-anna-dahl-luis-quispe-2023-05-11"
Opening = Callable[..., Visit]


FINDS = {
    "wanjiru": "Grace Wanjiru",
    "Foreign Minister Anna": "Anna Dahl",  # an alias
    "president of kenya": "Grace Wanjiru",  # an office
    "former prime minister": "Ole Berg",
    "kingdom of NORWAY": "Norway",
    "dahl anna": "Anna Dahl",  # in any order
    "peru accuses": "Peru accuses Bolivia",  # an act, which is a line
}


def test_search_finds_by_name_alias_and_office(opened: Opening) -> None:
    visit = opened()
    for typed, found in FINDS.items():
        visit.press("/")
        visit.page.fill("#query", "")
        visit.page.keyboard.type(typed)
        assert visit.page.inner_text("#found li:first-child a").startswith(found)
        visit.press("Enter")
        visit.opens(found)
        assert visit.page.is_hidden("#found")


def test_search_tells_when_there_is_nothing(opened: Opening) -> None:
    visit = opened()
    visit.page.fill("#query", "zanzibar")
    assert visit.page.inner_text("#found") == "Nothing of that name"


def test_search_works_on_a_phone(opened: Opening) -> None:
    visit = opened(size=PHONE, has_touch=True)
    visit.page.locator("#query").tap()
    visit.page.keyboard.type("wanj")
    visit.page.locator("#found a").first.tap()
    visit.opens("Grace Wanjiru")


@pytest.mark.parametrize(
    ("steps", "within", "beyond"),
    [
        ("1", {NORWAY, TALKS}, {QUISPE, BOLIVIA}),
        ("2", {QUISPE}, {BOLIVIA}),
        ("3", {"country/PER"}, {"person/rosa-mamani-x"}),
    ],
)
def test_a_figure_shows_so_many_steps_around(
    opened: Opening, steps: str, within: set[str], beyond: set[str]
) -> None:
    visit = opened(state=f"#node={DAHL}")
    everything = visit.drawn()
    visit.press(steps)
    assert within < visit.drawn()
    assert not beyond & visit.drawn()
    assert visit.state() == {"node": DAHL, "focus": steps}
    assert (
        visit.page.get_attribute(f"#panel .tools button[aria-label^='{steps} step']", "aria-pressed")
        == "true"
    )
    visit.press("Escape")
    assert visit.drawn() == everything


def test_a_path_is_told_in_its_sentences(opened: Opening) -> None:
    visit = opened(state=f"#node={DAHL}")
    visit.page.click("text=Path from here")
    visit.opens("Path from Anna Dahl to …")
    visit.page.fill("#query", "bolivia")
    visit.press("Enter")
    visit.opens("From Anna Dahl to Bolivia")
    assert visit.state() == {"path": f"{DAHL},{BOLIVIA}"}
    stops = visit.page.locator("#panel .path .stop").all_inner_texts()
    assert stops[0] == "Anna Dahl"
    assert stops[-1] == "Bolivia"
    assert "Peru accused Bolivia of closing the border." in visit.panel()
    visit.page.click("text=Turn round")
    visit.opens("From Bolivia to Anna Dahl")
    visit.page.click("text=Leave the path")
    visit.opens("Bolivia")


def test_shift_and_click_seek_a_path_too(opened: Opening) -> None:
    visit = opened(state=f"#node={DAHL}")
    visit.click("person/grace-wanjiru", modifiers=["Shift"])
    visit.opens("From Anna Dahl to Grace Wanjiru")
    assert "Dahl telephoned Kenyan President Grace Wanjiru on May 12." in visit.panel()


def test_no_path_is_said(opened: Opening) -> None:
    visit = opened(state=f"#path={DAHL},{BOLIVIA}&types=person")
    assert "No path" in visit.panel()


@pytest.mark.parametrize(
    ("other", "warned"),
    [
        ("person/rosa-mamani", True),  # nothing but a meeting that she denies
        ("person/grace-wanjiru", False),  # a call; the planned meeting lies on no path that is needed
    ],
)
def test_a_path_over_what_is_no_fact_says_so(opened: Opening, other: str, warned: bool) -> None:
    told = opened(state=f"#path={DAHL},{other}").panel()
    assert ("No facts alone tie the two" in told) is warned


def test_a_path_over_facts_is_preferred_to_a_shorter_one(opened: Opening) -> None:
    told = opened(state=f"#path={QUISPE},person/grace-wanjiru").panel()
    assert "4 steps" in told  # not the two over their planned meeting
    assert "planned" not in told


def test_keys_alone_lead_through_panel_and_table(opened: Opening) -> None:
    visit = opened(state=f"#node={DAHL}")
    focused = "document.activeElement.getAttribute('aria-label') || document.activeElement.textContent"
    visit.page.focus("#panel .tools [aria-label='2 steps around']")
    visit.press("Enter")
    assert visit.state()["focus"] == "2"
    assert visit.run(focused) == "2 steps around"  # where one was
    visit.page.locator("#panel dd a", has_text="Norway").focus()
    visit.press("Enter")
    visit.opens("Norway")
    assert visit.run("document.activeElement.id") == "panel"
    visit.page.click("#view-events")
    visit.page.locator("#table td a", has_text="Treaty of Fisheries").focus()
    visit.press("Enter")
    visit.opens("Treaty of Fisheries")
    assert visit.run("document.activeElement.id") == "panel"


def test_the_articles_are_listed_with_what_each_tells(opened: Opening) -> None:
    visit = opened()
    visit.page.locator("#panel summary", has_text="2 articles").click()
    rows = visit.page.locator("#panel details.more li")
    rows.first.wait_for()  # a fold says that it was opened in its own time
    assert [row.split("·")[0].strip() for row in rows.all_inner_texts()] == ["oslo_2023", "Dahl in Lima"]
    rows.first.locator("a[data-thing]").click()
    told = visit.page.locator("#panel h2").all_inner_texts()
    assert "Letter of Ole Berg to Luis Quispe" in told
    assert "Treaty of Fisheries" not in told


def test_a_table_has_the_whole_phone_until_something_is_open(opened: Opening) -> None:
    visit = opened(state="#view=events", size=PHONE, has_touch=True)
    assert visit.page.is_hidden("#panel")
    assert visit.page.locator("#table").bounding_box()["height"] > 500
    visit.page.locator("#table td a", has_text="Treaty of Fisheries").tap()
    visit.opens("Treaty of Fisheries")
    assert visit.page.is_visible("#panel")


def test_back_and_forward(opened: Opening) -> None:
    visit = opened(state=f"#node={DAHL}")
    visit.page.locator("#panel dd a", has_text="Norway").click()
    visit.opens("Norway")
    visit.page.click("#back")
    visit.opens("Anna Dahl")
    assert visit.run("graph.getSelectedNodes()") == [visit.numbers[DAHL]]
    visit.page.click("#forward")
    visit.opens("Norway")


def test_a_link_opens_the_same_view(opened: Opening) -> None:
    visit = opened()
    visit.page.uncheck("#legend input[data-type=call]")
    visit.page.uncheck("#legend input[data-status=denied]")
    visit.page.uncheck("#undated")
    visit.click(TALKS)
    visit.press("2")
    address = visit.run("location.hash")
    again = opened(state=address)
    assert again.panel() == visit.panel()
    assert again.drawn() == visit.drawn()
    assert again.run("location.hash") == address
    for box in ("[data-type=call]", "[data-status=denied]"):
        assert not again.page.is_checked(f"#legend input{box}")
    assert not again.page.is_checked("#undated")


FROM_OTHERS = (
    "person/anna-dahl",
    "node=person%2Fanna-dahl",
    "node=https://w3id.org/kg-diplomacy/id/person/anna-dahl",
    "node=person/anna-dahl&focus=9&from=never&types=&colour=red",
)
TO_NOTHING = (
    "person/nobody",
    "__proto__",
    "node=__proto__",
    "%E0%A4%A",
    ",,",
    "</script>",
    "path=a,b&view=x",
)


def test_links_that_others_wrote(opened: Opening) -> None:
    visit = opened(state="#" + TO_NOTHING[0])
    for wrong, right in zip(TO_NOTHING, FROM_OTHERS * 2, strict=False):
        visit.run(f"location.hash = '{wrong}'")
        visit.opens("Select a node or a line")
        visit.run(f"location.hash = '{right}'")
        visit.opens("Anna Dahl")


def test_all_goes_without_a_pointer(opened: Opening) -> None:
    visit = opened()
    visit.page.focus("#graph")
    visit.press("ArrowRight")  # the most important node
    first = visit.state()["node"]
    visit.press("ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft")
    assert visit.state()["node"] != first or visit.drawn()
    visit.press("Enter")
    assert visit.run("document.activeElement.id") == "panel"
    visit.press("p")
    assert "path" in visit.state()
    visit.press("Escape", "Escape")
    visit.opens("Select a node or a line")
    scale = visit.run("graph.getScale()")
    visit.press("+")
    assert visit.run("graph.getScale()") > scale
    visit.press("f")
    assert visit.run("graph.getScale()") == pytest.approx(scale, rel=0.01)
    visit.press("t")
    assert visit.page.is_visible("#table")
    visit.press("t", "?")
    assert visit.page.is_visible("#help")
    visit.press("Escape")
    assert visit.page.is_hidden("#help")


def test_every_control_can_be_reached_with_tab(opened: Opening) -> None:
    visit = opened()
    reached = set()
    for _ in range(60):
        visit.press("Tab")
        reached.add(
            visit.run(
                "document.activeElement.id || document.activeElement.dataset.type || document.activeElement.dataset.status"
            )
        )
    wanted = {
        "query",
        "view-events",
        "graph",
        "from",
        "to",
        "undated",
        "panel",
        "person",
        "meeting",
        "held",
        "fit",
        "show-help",
    }
    assert wanted <= reached


def test_letters_typed_in_the_search_are_no_commands(opened: Opening) -> None:
    visit = opened(state=f"#node={DAHL}")
    visit.press("/")
    visit.page.keyboard.type("tp123?")
    assert visit.state() == {"node": DAHL}
    assert visit.page.is_hidden("#table")
    assert visit.page.is_hidden("#help")


def test_several_are_open_at_once(opened: Opening) -> None:
    visit = opened(state=f"#node={DAHL}")
    visit.click(BOLIVIA, modifiers=["Control"])
    assert visit.page.locator("#panel h2").all_inner_texts() == ["Anna Dahl", "Bolivia"]
    visit.click(DAHL, modifiers=["Control"])
    assert visit.state() == {"node": BOLIVIA}

"""What a person does on the page: search, filter, choose, come back, with the mouse and without."""

import re

import pytest
from made_up import clause, extraction

from relgraph.errors import UsageError
from relgraph.graph import RelationGraph

RELATION = "[data-relation]"


def rows(page):
    return [" ".join(text.split()) for text in page.locator("#list .row .names").all_inner_texts()]


def told(page):
    return page.locator("#summary").inner_text()


def eventually(page, holds):
    """Wait until something holds; the page's policy forbids what Playwright has for it."""
    for _ in range(1000):
        if holds():
            return
        page.wait_for_timeout(20)
    raise AssertionError("it never came to that")


def fragment(page):
    return page.evaluate("location.hash")


def show_filters(page):
    page.locator("#filters-button").click()


def place(page, selector):
    """Return where something of the drawing is on the screen."""
    box = page.locator("#network").bounding_box()
    x, y = page.evaluate(
        """(selector) => {
            const cy = document.getElementById("network")._cyreg.cy;
            const each = cy.elements(selector).not(".off")[0];
            const at = each.isNode() ? each.renderedPosition() : each.renderedMidpoint();
            return [at.x, at.y];
        }""",
        selector,
    )
    return box["x"] + x, box["y"] + y


def drawn(page):
    return page.evaluate("document.getElementById('network')._cyreg.cy.edges().not('.off').map((edge) => edge.id())")


def test_it_shows_what_there_is_and_what_is_set_aside(open_page, graph):
    page = open_page(graph)
    assert told(page) == "7 of 8 relations, 4 ties, 6 actors; set aside: 1 negated"
    assert page.title() == "Relations in 2 documents"
    assert rows(page)[0] == "Russia ↔ Iran"
    assert len(drawn(page)) == 4


def test_words_are_searched_in_names_and_sentences(open_page, graph):
    page = open_page(graph)
    page.locator("#search").fill("BOMBED")
    eventually(page, lambda: rows(page) == ["Israel → Hezbollah"])
    assert len(drawn(page)) == 1
    page.locator("#tab-relations").click()
    assert page.locator("mark.hit").all_inner_texts() == ["bombed"]
    page.locator("#tab-ties").click()
    page.locator("#search").fill("moscow accused")  # a name of Russia, though the text has another one
    eventually(page, lambda: rows(page) == ["Russia → France"])
    page.locator("#search").fill("nobody at all")
    page.wait_for_selector("#nothing", state="visible")


FILTERS = {
    "family": (lambda page: page.locator("[data-family=cooperates]").uncheck(), 3),
    "type": (lambda page: page.locator("[data-type='cooperates.supports']").uncheck(), 5),
    "polarity": (lambda page: page.locator("[data-polarity=negated]").check(), 8),
    "modality": (lambda page: page.locator("[data-modality=possible]").uncheck(), 6),
    "others": (lambda page: page.locator("#said").select_option("others"), 1),
    "the text": (lambda page: page.locator("#said").select_option("text"), 6),
    "a speaker": (lambda page: page.locator("#said").select_option("by:Iran"), 1),
    "from": (lambda page: page.locator("#date-from").fill("25"), 4),
    "until": (lambda page: page.locator("#date-until").fill("24"), 3),
    "document": (lambda page: page.locator("#document").select_option("cable"), 3),
    "kind": (lambda page: page.locator("[data-kind=armed_group]").uncheck(), 6),
    "confidence": (lambda page: page.locator("#confidence").fill("0.6"), 6),
    "evidence": (lambda page: page.locator("#evidence").fill("2") or page.locator("#evidence").blur(), 5),
}


def test_each_filter(open_page, graph):
    page = open_page(graph)
    show_filters(page)
    page.locator("summary[aria-label='Types of cooperates']").click()
    for name, (act, left) in FILTERS.items():
        act(page)
        assert told(page).startswith(f"{left} of 8 relations" if left < 8 else "8 relations"), name
        assert page.locator("#filters-button").inner_text() == "Filters (1)", name
        page.locator("#reset").click()
        assert told(page).startswith("7 of 8 relations"), name


def test_a_tie_tells_its_relations_in_their_words(open_page, graph):
    page = open_page(graph)
    page.mouse.click(*place(page, "[family = 'fights']"))
    page.wait_for_selector("#detail h2")
    assert page.locator("#detail h2").inner_text() == "Israel → Hezbollah"
    (card,) = page.locator(RELATION).all()
    assert card.locator("mark.source").inner_text() == "Israel"
    assert card.locator("mark.trigger").inner_text() == "bombed"
    assert card.locator("mark.target").inner_text() == "Hezbollah"
    assert card.locator(".sentence").inner_text() == "Israel bombed Hezbollah."
    assert "Russia meets Iran." in card.locator(".around").first.inner_text()
    assert "in spring 2021-03-01 – 2021-05-31" in card.inner_text()
    assert card.locator("a").get_attribute("href") == "https://example.org/dispatch"
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_who_says_so_and_what_is_no_link(open_page, graph):
    page = open_page(graph, "#pair=country/RUS&pair=country/FRA&family=disputes")
    cards = page.locator(RELATION)
    assert cards.count() == 2
    card = cards.filter(has_text="Russia as Russian Foreign Ministry")
    assert "Russia as Russian Foreign Ministry accuses" in " ".join(card.locator(".told").inner_text().split())
    assert re.search(r"says\s+Iran", card.inner_text())
    assert page.locator("#detail a").count() == 0  # its address is javascript:


def test_an_actor_has_a_profile(open_page, graph):
    page = open_page(graph)
    page.mouse.click(*place(page, "[actor = 'country/RUS']"))
    page.wait_for_selector("#detail h2")
    assert page.locator("#detail h2").inner_text() == "Russia"
    text = page.locator("#detail").inner_text()
    assert "country · RUS · 5 relations in 2 ties" in text
    assert "Russian Federation" in text
    assert page.locator("#detail h3").all_inner_texts() == ["cooperates", "disputes", "Relations"]
    assert "2019-02" in page.locator(".timeline").inner_text()
    page.locator("#detail .row", has_text="Iran").click()
    assert page.locator("#detail h2").inner_text() == "Russia ↔ Iran"
    page.locator("#detail .back").click()
    assert page.locator("#detail").is_hidden()


def test_the_address_brings_back_what_was_selected_and_filtered(open_page, graph):
    page = open_page(graph)
    show_filters(page)
    page.locator("[data-polarity=negated]").check()
    page.locator("[data-family=fights]").uncheck()
    page.locator("#search").fill("russia")
    page.locator("#tab-actors").click()
    page.locator("#list .row", has_text="Iran").first.click()
    eventually(page, lambda: "actor" in fragment(page) and "words" in fragment(page))
    before = told(page), page.locator("#detail h2").inner_text()
    page.reload()
    page.wait_for_selector("#detail h2")
    assert (told(page), page.locator("#detail h2").inner_text()) == before
    assert page.locator("#search").input_value() == "russia"
    page.go_back()
    page.wait_for_selector("#detail", state="hidden")
    assert page.locator("#tab-actors").get_attribute("aria-selected") == "true"


def test_an_address_from_elsewhere_is_taken_as_far_as_it_goes(open_page, graph):
    page = open_page(graph, "#actor=country/XXX&list=nonsense&confidence=much&types=no.such&__proto__=1&sort=x")
    assert told(page).startswith("7 of 8 relations")
    assert page.locator("#tab-ties").get_attribute("aria-selected") == "true"


def test_all_can_be_done_with_the_keys(open_page, graph):
    page = open_page(graph)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("russia")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "row"
    page.keyboard.press("ArrowDown")
    second = page.evaluate("document.activeElement.innerText")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("End")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.innerText") == second
    page.keyboard.press("Enter")
    assert page.locator("#detail h2").inner_text() == "Russia ↔ France"
    page.keyboard.press("Escape")
    assert page.locator("#detail").is_hidden()
    assert page.evaluate("document.activeElement.innerText") == second
    page.keyboard.press("f")
    assert page.locator("#filters").is_visible()
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    assert page.locator("#search").input_value() == ""
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()


def test_relations_are_gone_through_with_the_keys_too(open_page, graph):
    page = open_page(graph)
    page.locator("#tab-ties").focus()
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.id") == "tab-relations"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.evaluate("document.activeElement.dataset.relation")
    assert second == page.locator(RELATION).nth(1).get_attribute("data-relation")
    page.keyboard.press("Tab")  # the link of its document
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.dataset.relation") == second


def test_the_order_of_the_tab_key_is_that_of_the_page(open_page, graph):
    page = open_page(graph)
    seen = []
    for _ in range(11):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                "document.activeElement.id || document.activeElement.className || document.activeElement.tagName"
            )
        )
    assert seen[:5] == ["search", "filters-button", "SUMMARY", "theme", "help-button"]
    assert seen[5:] == ["network", "zoom-in", "zoom-out", "zoom-fit", "tab-ties", "row"]


def test_the_drawing_moves_with_the_keys(open_page, graph):
    page = open_page(graph)
    view = "(({x, y}) => [x, y])(document.getElementById('network')._cyreg.cy.pan())"
    page.locator("#network").focus()
    start = page.evaluate(view)
    page.keyboard.press("ArrowRight")
    assert page.evaluate(view) == [start[0] - 60, start[1]]
    page.keyboard.press("+")
    assert page.evaluate(view) != start
    page.keyboard.press("0")
    assert page.evaluate(view) == pytest.approx(start)


def test_light_and_dark_can_be_chosen(open_page, graph):
    page = open_page(graph, color_scheme="dark")
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(background)
    page.locator("#theme").click()
    assert page.evaluate(background) == "rgb(255, 255, 255)" != dark
    eventually(page, lambda: fragment(page) == "#theme=light")


def test_what_is_left_out_is_told(open_page, graph):
    page = open_page(graph, save={"limit": 2})
    assert told(page) == "2 relations, 1 tie, 2 actors"
    assert page.locator("#left-out").inner_text() == (
        "Left out: the 4 weakest ties and the less sure relations of 1 tie, 6 relations in all. "
        "This page has at most 2."
    )
    (row,) = page.locator("#list .row").all()
    assert row.locator(".number").inner_text() == "×2 of 3"
    row.click()
    assert (
        "Of 3 relations of the family cooperates, this page has 2, the surest." in page.locator("#detail").inner_text()
    )
    assert open_page(graph).locator("#left-out").is_hidden()


def test_on_a_phone_nothing_sticks_out(open_page, graph):
    page = open_page(graph, "#actor=country/RUS", size=(390, 844))
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    show_filters(page)
    assert page.locator("#filters").bounding_box()["width"] == 390


def test_further_evidence_is_told_with_its_document(open_page):
    first = extraction(clause("Russia", "fights.attacks", "Iran", words="attacked"), id="first", title="The first")
    second = extraction(clause("Russia", "fights.attacks", "Iran", words="struck"), id="second", title="The second")
    both = first.relations[0].model_copy(
        update={"evidence": (*first.relations[0].evidence, *second.relations[0].evidence), "id": "both"}
    )
    graph = RelationGraph(
        [first.model_copy(update={"relations": (both,)}), second.model_copy(update={"relations": ()})]
    )
    page = open_page(graph, "#document=second")
    assert told(page) == "1 relation, 1 tie, 2 actors"
    page.locator("#list .row").click()
    page.locator("#detail .card summary").click()
    assert page.locator("#detail .card details").inner_text().split() == [
        *("1", "more", "place", "that", "say", "so", "Russia", "struck", "Iran.", "The", "second"),
    ]


def test_an_actor_with_itself_is_a_loop(open_page, tmp_path):
    graph = RelationGraph([extraction(clause("Russian Navy", "cooperates.aids", "Russian Foreign Ministry"))])
    page = open_page(graph)
    assert rows(page) == ["Russia → Russia"]
    page.mouse.click(*place(page, "edge"))
    assert "Russia as Russian Navy aids → Russia as Russian Foreign Ministry" in " ".join(
        page.locator(".told").inner_text().split()
    )


def test_what_one_looks_at_stays_when_the_window_changes(open_page, graph):
    page = open_page(graph)
    zoom = "document.getElementById('network')._cyreg.cy.zoom()"
    start = page.evaluate(zoom)
    page.set_viewport_size({"width": 900, "height": 500})
    eventually(page, lambda: page.evaluate(zoom) < start)
    page.locator("#zoom-in").click()
    chosen = page.evaluate(zoom)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.wait_for_timeout(300)
    assert page.evaluate(zoom) == chosen


def test_what_an_actor_says_is_a_click_away(open_page, graph):
    page = open_page(graph, "#actor=country/IRN")
    page.get_by_role("button", name="1 relation", exact=True).click()
    assert told(page).startswith("1 of 8 relations")
    assert page.locator(RELATION).count() == 1
    page.go_back()
    eventually(page, lambda: page.locator("#detail h2").inner_text() == "Iran")


def test_many_rows_come_in_parts(open_page):
    names = ("Russia", "Iran", "Israel", "Syria", "France")
    clauses = [
        clause(one, "disputes.accuses", other, words=f"accuses {number} times")
        for number in range(7)
        for one in names
        for other in names
        if one < other
    ]
    page = open_page(RelationGraph([extraction(*clauses)]), "#list=relations")
    assert page.locator(RELATION).count() == 60
    page.locator(".more").click()
    assert page.locator(RELATION).count() == 70
    assert page.evaluate("document.activeElement.dataset.relation") == page.locator(RELATION).nth(60).get_attribute(
        "data-relation"
    )
    assert page.locator(".more").is_hidden()


def test_an_empty_graph_has_a_page(open_page):
    page = open_page(RelationGraph())
    assert page.locator("#summary").inner_text() == "0 relations, 0 ties, 0 actors"


def test_relations_stand_in_the_order_that_is_chosen(open_page, graph):
    page = open_page(graph, "#pair=country/RUS&pair=country/IRN")
    assert "intended" in page.locator("#detail .told").last.inner_text()  # what is plainly stated comes first
    page.locator("#detail .order select").select_option("time")
    assert "intended" in page.locator("#detail .told").nth(1).inner_text()
    assert page.evaluate("document.activeElement.tagName") == "SELECT"
    eventually(page, lambda: "sort=time" in fragment(page))


def test_a_notebook_shows_the_page_in_a_frame_of_its_own(graph, open_page, tmp_path):
    shown = graph.show_page(height=500)
    cell = tmp_path / "cell.html"
    cell.write_text(
        f"<!doctype html><title>cell</title><div id=list><p class=empty>-</div>{shown._repr_html_()}", encoding="utf-8"
    )
    page = open_page(cell)
    inside = page.frames[1]
    inside.locator("#list .row").first.click()
    eventually(page, lambda: inside.locator(RELATION).count() > 0)
    assert page.locator("iframe").bounding_box()["height"] == 500
    assert inside.evaluate("origin") == "null"  # it cannot reach the notebook


def test_a_shown_page_is_saved_as_it_is(graph, tmp_path):
    graph.show_page("Russia", title="One & all").save(tmp_path / "shown.html")
    graph.save_page(tmp_path / "saved.html", "Russia", title="One & all")
    assert (tmp_path / "shown.html").read_bytes() == (tmp_path / "saved.html").read_bytes()
    assert graph.show_page(title="One & all").title == "One & all"
    with pytest.raises(UsageError, match="high"):
        graph.show_page(height=0)

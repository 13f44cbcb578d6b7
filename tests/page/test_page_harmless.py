"""Texts, names and addresses that mean harm: they are shown as what they are, nothing of them runs."""

import re
from html.parser import HTMLParser

import pytest

from relgraph.graph import RelationGraph
from relgraph.model import Actor, Attribution, Document, Evidence, Extraction, Mention, Relation, TimeRef

BAD = (
    "</script><script>window.ran = 1</script>",
    "<img src=x onerror='window.ran = 1'>",
    "<!--<script>",
    "\u202eredrum\u202c",
    "\u2066a\u2069 b\x1b[31m\x00",
    "javascript:window.ran=1",
    '" onmouseover="window.ran = 1',
    "{{script}} ${window.ran = 1} \\u003cscript>",
    "\U0001f54a\ufe0f \u05e9\u05dc\u05d5\u05dd \ufffe",
    "]]>\u2028\u2029&amp;&#60;",
)
PLAIN_ACTORS = ("country/one", "country/two")


def hostile(bad: str, number: int) -> Extraction:
    document = Document(
        id=f"{number} {bad}",
        text=f"Before it. {bad} hits {bad} hard. After {bad}.",
        title=bad,
        authors=(bad,),
        issuer=bad,
        source=bad if number % 2 else "javascript:window.ran=1",
        language="en",
    )
    start = len("Before it. ")
    source = document.span(start, start + len(bad))
    trigger = document.span(source.end + 1, source.end + 5)
    target = document.span(trigger.end + 1, trigger.end + 1 + len(bad))
    actors = tuple(
        Actor(id=f"person/{number} {side} {bad}", name=bad, kind="person", aliases=(bad,), code=bad)
        for side in ("one", "two")
    )
    relation = Relation(
        source=Mention(actor=actors[0].id, span=source, via="name"),
        target=Mention(actor=actors[1].id, span=target, via="name"),
        type="fights.attacks" if number % 2 else "home<b>.made",
        attribution=Attribution(name=bad),
        when=TimeRef(text=bad),
        where=bad,
        evidence=(
            Evidence(
                document=document.id,
                sentence=document.span(start, target.end + 6),
                source=source,
                target=target,
                trigger=trigger,
                frame=bad,
            ),
        ),
    )
    return Extraction(document=document, actors=actors, relations=(relation,))


@pytest.fixture(scope="module")
def bad_graph():
    return RelationGraph(hostile(bad, number) for number, bad in enumerate(BAD))


def test_nothing_runs_and_all_is_seen(open_page, bad_graph):
    page = open_page(bad_graph, "#list=relations")
    assert page.locator("[data-relation]").count() == len(BAD)
    text = page.locator("#list").text_content()
    for seen in (
        "</script><script>",
        "<img src=x",
        "<!--<script>",
        "⟦RLO⟧redrum⟦PDF⟧",
        "⟦LRI⟧a⟦PDI⟧",
        "␛[31m␀",
        "שלום",
    ):
        assert seen in text
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x1b]", page.content())
    for selector in ("#list img", "#list script", "[onmouseover]", "[onerror]", "a[href^=javascript]"):
        assert page.locator(selector).count() == 0
    assert page.evaluate("window.ran") is None


def test_nothing_runs_wherever_one_goes(open_page, bad_graph):
    page = open_page(bad_graph)
    page.locator("#filters-button").click()
    page.locator("#search").fill("redrum")
    page.locator("#search").fill("")
    for number in range(len(BAD)):
        page.locator("#list .row").nth(number).click()
        page.locator("#detail .link").first.click()
        assert page.evaluate("window.ran") is None
        page.locator("#detail .back").click()
    for kind in ("svg", "csv", "png"):
        page.locator("#export summary").click()
        with page.expect_download():
            page.locator(f"[data-export={kind}]").click()
    assert page.locator("#detail a").count() == 0
    assert page.evaluate("window.ran") is None


def test_an_address_that_means_harm_does_none(open_page, bad_graph):
    harm = "<img src=x onerror=window.ran=1>"
    page = open_page(
        bad_graph, f"#actor={harm}&words={harm}&said=by:{harm}&from={harm}&types={harm}&list={harm}&sort={harm}"
    )
    assert page.locator("#search").input_value() == harm
    assert page.locator("main img").count() == 0
    assert page.evaluate("window.ran") is None


def test_the_words_of_evidence_stand_where_they_are(open_page, bad_graph):
    page = open_page(bad_graph, "#list=relations")
    for card in page.locator("[data-relation]").all():
        assert card.locator("mark.trigger").inner_text() == "hits"
        assert card.locator("mark.source").text_content() == card.locator("mark.target").text_content()
        assert card.locator(".around").first.inner_text().strip() == "Before it."


def test_a_script_that_got_in_would_not_run(open_page, graph, tmp_path):
    """The policy by itself: what else could be put into the page is refused."""
    path = tmp_path / "with.html"
    graph.save_page(path)
    text = path.read_text(encoding="utf-8")
    harm = "<script>window.ran = 1</script><img src='https://example.org/x' onerror='window.ran = 1'><p style='top: 0'>"
    path.write_text(text.replace("<main", f"{harm}<main"), encoding="utf-8")
    page = open_page(path, checked=False)
    assert page.evaluate("window.ran") is None
    refused = page.evaluate("window.violations")
    assert {"script-src-elem", "script-src-attr", "style-src-attr", "img-src"} <= set(refused)
    with pytest.raises(Exception, match="TrustedHTML"):
        page.evaluate("document.body.innerHTML = '<b>x</b>'")


class Elements(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def test_the_file_has_three_scripts_and_a_policy(bad_graph, tmp_path):
    path = tmp_path / "page.html"
    bad_graph.save_page(path)
    text = path.read_bytes().decode("utf-8")
    parsed = Elements()
    parsed.feed(text)
    assert [attributes for tag, attributes in parsed.found if tag == "script"] == [
        {"type": "application/json", "id": "data"},
        {},
        {},
    ]
    (policy,) = (each["content"] for tag, each in parsed.found if each.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy
    assert "connect-src 'none'" in policy
    assert "unsafe" not in policy
    assert not [each for _, each in parsed.found if {"src", "style", "onclick", "srcdoc"} & set(each)]
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x1b\u2028\u2029\ufffe]", text)

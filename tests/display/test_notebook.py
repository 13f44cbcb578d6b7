"""What notebooks show: complete, and harmless whatever the texts hold."""

import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from itertools import pairwise

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import clause, extraction
from sample_graphs import NASTY, any_words, graphs, sample

from relgraph.display.html import graphs as graph_views
from relgraph.display.html import html_of, text
from relgraph.display.html.markup import ATTRIBUTES, ELEMENTS, Html, element, is_web_address, joined, link, words
from relgraph.display.html.quotes import Role, excerpt, marked
from relgraph.display.html.relations import ROWS
from relgraph.display.html.style import family_look, style_sheet
from relgraph.errors import UsageError
from relgraph.graph import RelationGraph
from relgraph.graph.visible import UNSEEN, visible
from relgraph.model import Actor, Document, Evidence, Extraction, Mention, Relation, Span
from relgraph.store import Store

HOSTILE = (
    "</script><script>document.title='run'</script>",
    '<img src=x onerror="alert(1)">',
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)",
    "</style></title></textarea><!-- -->",
    "&lt;b&gt; &amp; &#60;",
    "\u202eredrum\u202c \u2066a\u2069",
    "a\x00b\x1b[31mc\x9bd\x7f",
    "lone \ud800 surrogate",
    "noncharacter \ufffe \U0001ffff",
    "\r\n\tcarriage\r",
    "]]> {{7*7}} ${7*7} <%= 7 %>",
)


def parsed(page: str):
    """Parse HTML as browsers do, and refuse whatever they would have to mend."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(page)


def text_of(tree) -> str:
    return "".join(tree.itertext())


def check_harmless(page: str):
    page.encode("utf-8")
    tree = parsed(page)
    for each in tree.iter():
        if each is tree:
            continue
        assert each.tag in ELEMENTS
        assert set(each.attrib) <= ATTRIBUTES
        assert all(re.fullmatch(r"relgraph(-[a-z0-9]+)*", name) for name in each.get("class", "").split())
        assert each.get("href") is None or each.get("href").startswith(("http://", "https://"))
    (style,) = tree.iter("style")
    assert style.text == style_sheet()
    assert not UNSEEN.search(page.replace(style.text, ""))
    return tree


def views(graph: RelationGraph):
    relations = graph.relations(polarity=None)
    yield from (graph, relations, relations.ties(), *relations[:3], *relations.ties()[:2])
    yield from map(graph.show_text, graph.documents)


def hostile(bad: str) -> RelationGraph:
    """A graph in which every string that can come from elsewhere is hostile."""
    document = Document(
        id=bad,
        text=f"{bad} {bad} backs {bad}.",
        title=bad,
        authors=(bad,),
        issuer=bad,
        source=f"javascript:{bad}",
        language=bad,
    )
    size = len(bad)
    source, target = document.span(0, size), document.span(len(document.text) - size - 1, len(document.text) - 1)
    trigger = document.span(size, len(document.text) - size - 2)
    ids = [name + bad.encode("utf-8", "ignore").decode("utf-8") for name in "ab"]  # ids are always Unicode
    actors = (Actor(id=ids[0], name=bad, kind="country"), Actor(id=ids[1], name=bad, kind="person"))
    ends = (
        Mention(actor=actors[0].id, span=source, via="pronoun"),
        Mention(actor=actors[1].id, span=target, via="description"),
    )
    relation = Relation(
        source=ends[0],
        target=ends[1],
        type=f"{bad}.{bad}",
        where=bad,
        when={"text": bad},
        attribution={"name": bad},
        evidence=(
            Evidence(
                document=bad,
                sentence=document.span(0, len(document.text)),
                source=source,
                target=target,
                trigger=trigger,
                frame=bad,
            ),
        ),
    )
    return RelationGraph([Extraction(document=document, actors=actors, mentions=ends, relations=(relation,))])


# Nothing that a text says is markup


@pytest.mark.parametrize("bad", [*HOSTILE, *(each for each in NASTY if each)])
def test_hostile_words_are_shown_and_never_run(bad, tmp_path):
    graph = hostile(bad)
    for view in views(graph):
        told = text_of(check_harmless(view._repr_html_()))
        if bad.strip() and len(bad) < 30:
            assert visible(" ".join(bad.split()))[:20] in " ".join(told.split())
        assert not UNSEEN.search(repr(view))
        repr(view).encode("utf-8")
    path = tmp_path / "text.html"
    graph.show_text().save(path)
    page = path.read_text(encoding="utf-8")
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    assert {each.tag for each in tree.iter()} <= ELEMENTS | {"html", "head", "meta", "title", "body", "main"}
    assert not [name for each in tree.iter() for name in each.attrib if name.startswith("on")]


@settings(max_examples=25)
@given(graphs(any_words))
def test_any_graph_is_shown(graph):
    for view in views(graph):
        check_harmless(view._repr_html_())
        assert not UNSEEN.search(repr(view))


@given(st.text(max_size=40), st.text(max_size=10))
def test_text_is_escaped_wherever_it_stands(content, title):
    tree = parsed(element("p", content, element("bdi", title), title=title, of_text=True))
    (paragraph,) = tree
    assert [each.tag for each in tree.iter()][1:] == ["p", *["span"] * len(UNSEEN.findall(plain(content))), "bdi"] + [
        "span"
    ] * len(UNSEEN.findall(plain(title)))
    assert text_of(paragraph) == visible(plain(content) + plain(title))
    assert paragraph.get("title", "") == plain(visible(title))
    assert paragraph.get("dir") == "auto"


def plain(words: str) -> str:
    """What HTML makes of the ends of lines."""
    return words.replace("\r\n", "\n").replace("\r", "\n")


def test_only_whole_pieces_count_as_html():
    piece = element("strong", "<x>")
    assert joined(piece) == piece == "<strong>&lt;x&gt;</strong>"
    assert joined("…" + piece).startswith("…&lt;strong&gt;")
    assert joined(piece[:8]) == "&lt;strong&gt;"
    assert isinstance(words("<"), Html)
    for look in ("x y<", 'a"b', "X", "-"):
        with pytest.raises(ValueError, match="look"):
            element("p", look=look)
    with pytest.raises(TypeError, match="no view of int"):
        html_of(3)


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("https://example.org/a?b=1&c=%22#d", True),
        ("HTTP://example.org", True),
        ("https://example.org/ä", True),
        ("javascript:alert(1)", False),
        ("JavaScript://example.org/%0aalert(1)", False),
        (" javascript:alert(1)", False),
        ("java\tscript:alert(1)", False),
        ("data:text/html,<script>", False),
        ("file:///etc/passwd", False),
        ("//example.org", False),
        ("seeds/iran_russia.txt", False),
        ("https:example.org", False),
        ("https://", False),
        ("https://[", False),
        ("https://example.org/\u202egpj", False),
        ("https://example.org/a b", False),
        ("https://exa\ud800mple.org", False),
        ("https:\\\\example.org", False),
        ("https://example.org/" + "a" * 3000, False),
    ],
)
def test_only_addresses_of_the_web_become_links(address, good):
    assert is_web_address(address) is good
    (made,) = parsed(link(address, "here"))
    assert (made.tag, made.get("href")) == (("a", address) if good else ("span", None))
    assert text_of(made) == "here"
    assert made.get("rel") == ("noopener noreferrer" if good else None)


# The style


def rules(css: str):
    """The selectors and declarations of a style sheet, media queries unfolded."""
    inner = re.sub(r"@media[^{]*\{((?:[^{}]*\{[^{}]*\})*)\}", r"\1", css)
    return [(selectors.split(","), body) for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", inner)]


def test_no_style_reaches_the_notebook():
    css = style_sheet()
    assert len(rules(css)) > 60
    for selectors, body in rules(css):
        for selector in selectors:
            assert re.search(r"(?:^| )\.relgraph(?:[. ]|$)|^\.relgraph-page$", selector.strip()), selector
        assert all(name.startswith("--relgraph-") for name in re.findall(r"(?:^|;)\s*(--[\w-]+):", body))
    assert not re.search(r"url\(|@import|expression|</|position|z-index|!important", css)
    used = set(re.findall(r"\.(relgraph[\w-]*)", css))
    assert {f"relgraph-family{number}" for number in range(1, 10)} <= used


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(share: float, one: str, other: str) -> str:
    channels = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(share * a + (1 - share) * b):02x}" for a, b in channels)


def test_every_pair_of_colours_can_be_read():
    palettes = [
        dict(re.findall(r"--relgraph-([\w-]+):[^;]*?(#[0-9a-f]{6})\)*(?:;|$)", body))
        for _, body in rules(style_sheet())
        if "--relgraph-family1-fg:" in body
    ]
    assert len(palettes) == 4  # light and dark as the system prefers, and as the notebook says
    assert palettes[0] == palettes[3]
    assert palettes[1] == palettes[2] != palettes[0]
    for palette in palettes:
        assert len(palette) == 23
        grounds = [(name, "bg" if name in ("fg", "link") else name.replace("-fg", "-bg")) for name in palette]
        for name, ground in grounds:
            if not name.endswith("bg"):
                assert contrast(palette[name], palette[ground]) >= 4.5, name
        assert contrast(mixed(0.76, palette["fg"], palette["bg"]), palette["bg"]) >= 4.5


def test_families_have_their_own_colours():
    known = [family_look(f"{family}.x") for family in ("cooperates", "affiliated", "disputes", "restrains", "fights")]
    assert len(set(known)) == 5
    own = {family_look(f"{family}.x") for family in ("acquires", "sues", "partners", "owns", "invests", "\ud800")}
    assert not own & set(known)
    assert len(own) > 1


# What is shown


@pytest.fixture(scope="module")
def graph():
    return sample()


def test_a_graph_shows_size_families_ties_and_what_is_set_aside(graph):
    told = text_of(parsed(graph._repr_html_()))
    documents, actors = len(graph.documents), len(graph.actors())
    assert f"{documents} document" in told
    assert f"{actors} actors, {len(graph)} relations" in told
    relations = graph.relations()
    assert {tie.source.name for tie in relations.ties()[:8]} <= set(re.findall(r"Iran|Russia|Orlov|Acme & Söhne", told))
    for counts in (relations.included, relations.set_aside):
        assert counts
        assert all(f"{number} {word}" in told for word, number in counts.items())
    families = {view.family for view in relations}
    assert all(f"{family}×" in told for family in families)
    assert "RelationGraph · 0 documents" in text_of(parsed(RelationGraph()._repr_html_()))


def looks(tree, look: str):
    return [each for each in tree.iter() if f"relgraph-{look}" in each.get("class", "").split()]


def test_relations_are_a_table_with_all_that_is_known(graph):
    relations = graph.relations(polarity=None)
    tree = parsed(relations._repr_html_())
    rows = tree.findall(".//tbody/tr")
    assert len(rows) == len(relations)
    for row, view in zip(rows, relations, strict=True):
        told = text_of(row)
        assert view.source.name in told
        assert view.type in told
        assert view.target.name in told
        assert f"{view.confidence:.2f}" in told
        assert all(word in told for word in view.qualifiers)
        assert view.attribution is None or view.attribution.name in told
        assert view.when is None or view.when.text in told
        for look, span in (("source", view.source_span), ("trigger", view.trigger), ("target", view.target_span)):
            assert "".join(map(text_of, looks(row, look))) == span.text


def test_long_lists_are_cut_with_a_note():
    sentences = [clause("Russia", "cooperates.supports", "Syria", words=f"backs {'x' * n}") for n in range(1, ROWS + 4)]
    found = RelationGraph([extraction(*sentences, id="d", published=date(2021, 6, 1))]).relations()
    tree = parsed(found._repr_html_())
    assert len(tree.findall(".//tbody/tr")) == ROWS
    assert f"… and 3 more relations: relations[{ROWS}:] shows more" in text_of(tree)
    assert len(parsed(found[ROWS:]._repr_html_()).findall(".//tbody/tr")) == 3
    assert "more" not in text_of(parsed(found[:ROWS]._repr_html_()).find("div/p"))


def test_a_document_on_the_web_is_a_link():
    one = extraction(
        clause("Russia", "cooperates.supports", "Syria"), id="1", source="https://example.org/a?b&c", title="A"
    )
    two = extraction(clause("Iran", "fights.attacks", "Israel"), id="2", source="javascript:alert(1)", title="B")
    for view in (RelationGraph([one, two]).relations(), RelationGraph([one]).relations().first):
        (anchor,) = parsed(view._repr_html_()).iter("a")
        assert (anchor.get("href"), text_of(anchor)) == ("https://example.org/a?b&c", "A")


def test_a_card_says_who_is_named_and_who_counts(graph):
    found = RelationGraph([extraction(clause("Sergey Lavrov", "cooperates.consults", "Iran", symmetric=True), id="d")])
    told = text_of(parsed(found.relations().first._repr_html_()))
    assert "Russia as Sergey Lavrov cooperates.consults ↔ Iran" in told
    assert "“Sergey Lavrov deals with Iran.”" in told
    flipped = found.relations("Iran").first
    tree = parsed(flipped._repr_html_())
    assert [text_of(each) for each in looks(tree, "source")] == ["Iran"]


def test_stores_show_what_graphs_show(graph, tmp_path, monkeypatch):
    with Store(tmp_path / "a.db", write=True) as store:
        store.add(graph.extractions())
        tree = check_harmless(store._repr_html_())
        for look in ("families", "table", "tag"):
            shown = [text_of(each) for each in looks(tree, look)]
            assert shown == [text_of(each) for each in looks(parsed(graph._repr_html_()), look)]
        assert store.relations()._repr_html_() == graph.relations()._repr_html_()
        assert store.ties()._repr_html_() == graph.ties()._repr_html_()
        document = next(iter(graph.documents))
        assert store.show_text(document)._repr_html_() == graph.show_text(document)._repr_html_()
        monkeypatch.setattr(graph_views, "_SUMMED_UP", 1)
        large = check_harmless(store._repr_html_())
        assert not looks(large, "table")
        assert "store.ties()" in text_of(large)
    assert "closed" in text_of(check_harmless(store._repr_html_()))


# Words and their marks


@given(
    st.text(st.characters(codec=None), max_size=30),
    st.lists(st.tuples(st.integers(0, 35), st.integers(0, 35), st.booleans())),
)
def test_marks_change_no_word(sentence, places):
    roles = [Role(5 + start, 5 + end, "mention", "t", strong) for start, end, strong in places]
    tree = parsed(marked(sentence, 5, (5, 5 + len(sentence)), roles))
    assert text_of(tree).replace("\n", "") == visible(sentence.replace("\r", "").replace("\n", ""))
    inside = {at for start, end, _ in places for at in range(start, min(end, len(sentence)))}
    if len(sentence) == len(visible(sentence)) and "\r" not in sentence:
        shown = sum(len(text_of(each)) for each in tree if each.tag in ("mark", "strong"))
        assert shown == len(inside)


@given(st.lists(st.sampled_from(["a", "bb ", " ", "c" * 40, "d d d "]), min_size=1, max_size=60), st.data())
def test_an_excerpt_has_the_ends_of_what_it_is_for(pieces, data):
    text = "".join(pieces)
    sentence = Span(start=7, end=7 + len(text), text=text)
    places = st.integers(0, len(text))
    spans = []
    for _ in range(3):
        start, end = sorted((data.draw(places), data.draw(places)))
        spans.append(Span(start=7 + start, end=7 + end, text=text[start:end]))
    found = excerpt(sentence, spans, 100)
    shown = {at for start, end in found for at in range(start, end)}
    assert all(before[1] < after[0] for before, after in pairwise(found))
    assert shown <= set(range(7, 7 + len(text)))
    for span in spans:
        assert span.start == span.end or {span.start, span.end - 1} <= shown
    assert len(shown) <= 100 + 3 * 2 * (24 + 20) + 3 * 2 * 24


# A text


def without_notes(tree) -> str:
    """The text of all paragraphs but for numbers and names that were put into it."""
    for parent in list(tree.iter()):
        before = None
        for each in list(parent):
            if each.tag == "sup" or "relgraph-who" in each.get("class", ""):
                if before is None:
                    parent.text = (parent.text or "") + (each.tail or "")
                else:
                    before.tail = (before.tail or "") + (each.tail or "")
                parent.remove(each)
            else:
                before = each
    return " ".join(" ".join(map(text_of, looks(tree, "prose"))).split())


def test_a_text_is_all_there_with_its_relations(graph):
    for document in graph.documents.values():
        shown = graph.show_text(document)
        tree = check_harmless(shown._repr_html_())
        notes = [text_of(each) for each in looks(tree, "margin")]
        for statement in shown.statements:
            assert document.text[statement.trigger.start : statement.trigger.end] == statement.trigger.text
            for view in statement.relations:
                assert any(
                    view.type in note and view.source.name in note and view.target.name in note for note in notes
                )
        assert sorted(view.id for each in shown.statements for view in each.relations) == sorted(
            view.id for view in graph.relations(document=document, polarity=None)
        )
        assert without_notes(tree) == visible(" ".join(document.text.split()))


@settings(max_examples=40, deadline=None)
@given(graphs(any_words))
def test_no_word_of_a_text_is_lost(graph):
    for document in graph.documents.values():
        tree = parsed(graph.show_text(document.id)._repr_html_())
        assert without_notes(tree) == " ".join(visible(plain(document.text)).split())


def test_a_long_text_is_cut_between_paragraphs_but_saved_whole(monkeypatch, tmp_path):
    monkeypatch.setattr(text, "_LONGEST", 100)
    one = extraction(clause("Russia", "cooperates.supports", "Syria", words="backs"), id="d")
    document = Document(id="d", text="\n\n".join((one.document.text, *["Nothing to see here."] * 20, "The end.")))
    shown = RelationGraph([one.model_copy(update={"document": document})]).show_text()
    told = text_of(parsed(shown._repr_html_()))
    assert "Russia backs" in told
    assert "21 paragraphs left out here" in told
    assert "The end." not in told
    shown.save(tmp_path / "all.html")
    assert "The end." in (tmp_path / "all.html").read_text(encoding="utf-8")


def test_a_saved_text_loads_and_runs_nothing(graph, tmp_path):
    path = tmp_path / "text.html"
    graph.show_text(next(iter(graph.documents))).save(path)
    page = path.read_text(encoding="utf-8")
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(UsageError, match="no folder"):
        graph.show_text(next(iter(graph.documents))).save(tmp_path / "none" / "text.html")


def test_which_text_is_shown():
    one = extraction(clause("Russia", "cooperates.supports", "Syria", polarity="negated"), id="1", title="Same")
    two = extraction(
        clause("Iran", "fights.attacks", "Israel"),
        clause("Sergey Lavrov", "disputes.demands", "Iran"),
        id="2",
        title="Same",
    )
    both = RelationGraph([one, two])
    assert both.show_text("2").document == two.document
    assert RelationGraph([one]).show_text().document == one.document
    assert [view.polarity for view in both.show_text("1").relations] == ["negated"]
    assert len(both.show_text("1", polarity="affirmed").relations) == 0
    assert [view.type for view in both.show_text("2", "Iran").relations] == ["fights.attacks"]
    assert [view.source.name for view in both.show_text("2", type="disputes").relations] == ["Sergey Lavrov"]
    for asked in (None, "Same", "nowhere"):
        with pytest.raises(UsageError, match="document"):
            both.show_text(asked)
    told = repr(both.show_text("1"))
    assert told.splitlines()[2:] == [
        "   1  Russia [deals with] Syria.",
        "        Russia —cooperates.supports→ Syria (negated)",
    ]


def test_pronouns_say_whom_they_stand_for():
    made = extraction(clause("Russia", "cooperates.supports", "Syria"), id="d")
    mentions = tuple(each.model_copy(update={"via": "pronoun"}) for each in made.mentions)
    named = made.document.model_copy(update={"text": "It____ deals with Syria."})
    words_ = mentions[0].span.model_copy(update={"text": "It____"})
    first = mentions[0].model_copy(update={"span": words_})
    shown = text.ShownText(
        named, RelationGraph([made]).relations(), (first, mentions[1]), {a.id: a for a in made.actors}
    )
    assert [text_of(each) for each in looks(parsed(shown._repr_html_()), "who")] == ["Russia"]


def test_what_stands_behind_a_mark_comes_once():
    sign = element("sup", "1")
    roles = [
        Role(2, 9, "mention", "t", behind=sign),
        Role(4, 6, "trigger", "t", strong=True, behind=element("sup", "2")),
    ]
    parts = [marked("abcdefghij"[start:end], start, (start, end), roles) for start, end in ((0, 5), (5, 10))]
    assert [text_of(parsed(part)) for part in parts] == ["abcde12", "fghij"]
    assert text_of(parsed(marked("abcdefghij", 0, (0, 10), roles))) == "abcdef2ghi1j"

"""Graphs for the tests of formats: one that a person can read, and a strategy for those that nobody would want to."""

from datetime import UTC, date, datetime
from typing import get_args

from hypothesis import strategies as st

from relgraph.graph import RelationGraph
from relgraph.model import (
    Actor,
    Attribution,
    Document,
    Evidence,
    Extraction,
    Granularity,
    Kind,
    Mention,
    Modality,
    Polarity,
    Provenance,
    Relation,
    Span,
    TimeRef,
    Via,
)
from relgraph.ontology import Ontology

TEXT = (
    "Foreign Minister Orlov met his Iranian counterpart in Vienna last week.\r\n"
    "According to Le Monde, Tehran did not sanction “Acme & Söhne”. <It> may attack Russia; Moscow may attack Iran."
)
ACTORS = (
    Actor(id="country/IRN", name="Iran", kind="country", code="IRN", aliases=("Islamic Republic of Iran", "Persia")),
    Actor(
        id="country/RUS",
        name="Russia",
        kind="country",
        code="RUS",
        sector="GOV",
        demonyms=("Russian",),
        metonyms=("the Kremlin",),
        capitals=("Moscow",),
        same_as=("http://www.wikidata.org/entity/Q159", "not an IRI <>"),
    ),
    Actor(id="organization/acme-söhne", name="Acme & Söhne", kind="organization"),
    Actor(id="person/orlov", name="Orlov", kind="person", parent="country/RUS"),
)


def span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start=start, end=start + len(words), text=words)


def sample(published: date | None = date(2021, 6, 1)) -> RelationGraph:
    """A document with relations that are symmetric, negated, possible, attributed, dated and parallel."""
    document = Document(
        id="news/2021 no.1",
        text=TEXT,
        title="Talks in Vienna",
        published=published,
        authors=("B. Writer", "A. Reporter"),
        source="https://example.org/news?id=1&page=2",
        copies=("archive/the paper/1.html", "https://example.org/copy", "wire.zip!/a/../1.txt"),
    )
    met, denied, attack = (
        TEXT[: TEXT.index("\r")],
        "According to Le Monde, Tehran did not sanction “Acme & Söhne”.",
        "<It>",
    )
    last = TEXT[TEXT.index(attack) :]

    def mention(actor: str, words: str, via: str, after: int = 0) -> Mention:
        return Mention(actor=actor, span=span(words, after), via=via)

    def evidence(sentence: str, source: Mention, trigger: str, target: Mention) -> tuple[Evidence, ...]:
        place = span(sentence)
        return (
            Evidence(
                document=document.id,
                sentence=place,
                source=source.span,
                target=target.span,
                trigger=span(trigger, place.start),
                frame="cooperates.consults/meet",
            ),
        )

    orlov, iranian = mention("person/orlov", "Orlov", "name"), mention("country/IRN", "Iranian", "demonym")
    tehran, acme = (
        mention("country/IRN", "Tehran", "metonym"),
        mention("organization/acme-söhne", "Acme & Söhne", "name"),
    )
    it, russia = mention("country/IRN", "It", "pronoun"), mention("country/RUS", "Russia", "name")
    moscow, iran = (
        mention("country/RUS", "Moscow", "metonym"),
        mention("country/IRN", "Iran", "name", TEXT.index("Moscow")),
    )
    monde = Attribution(name="Le Monde", span=span("Le Monde"))
    week = TimeRef(
        text="last week", start=date(2021, 5, 24), end=date(2021, 5, 30), granularity="week", span=span("last week")
    )
    relations = (
        Relation(
            source=orlov,
            target=iranian,
            type="cooperates.consults",
            symmetric=True,
            when=week,
            where="Vienna",
            confidence=0.9,
            evidence=evidence(met, orlov, "met", iranian),
        ),
        Relation(
            source=tehran,
            target=acme,
            type="restrains.sanctions",
            polarity="negated",
            attribution=monde,
            evidence=evidence(denied, tehran, "sanction", acme),
        ),
        Relation(
            source=it,
            target=russia,
            type="fights.attacks",
            modality="possible",
            evidence=evidence(last, it, "attack", russia),
        ),
        Relation(source=moscow, target=iran, type="fights.attacks", evidence=evidence(last, moscow, "attack", iran)),
        Relation(
            source=moscow, target=iran, type="disputes.threatens", evidence=evidence(last, moscow, "may attack", iran)
        ),
    )
    mentions = (orlov, iranian, tehran, acme, it, russia, moscow, iran)
    unread = Document(id="empty", text="Nothing here.")
    run = Provenance(version="1.0", model="en_core_web_md 3.7.1", time=datetime(2021, 6, 2, 12, 30, tzinfo=UTC))
    return RelationGraph(
        [
            Extraction(document=document, actors=ACTORS, mentions=mentions, relations=relations, provenance=(run,)),
            Extraction(document=unread),
        ]
    )


NASTY = (
    "",
    " ",
    "a'b\"c`d",
    "line\nfeed\r\nand\rreturn\ttab",
    "\x00\x01\x08\x0b\x0c\x1b\x7f\x85",
    "\u202eمرحبا بالعالم\u202c שלום",
    "🕊\ufe0f👩\u200d👧🇮🇷",
    "a/b//c/../d/./e",
    "%2F%00%zz100%",
    "<b>&amp;]]></b><!-- -->",
    "\\u0041\\n\\",
    "\u2028\u2029\ufeff\ufffe\uffff",
    "lone \ud800 surrogate",
    '=HYPERLINK("http://x")',
    "#?[]@!$&()*+,;=:{}|^`",
    ".",
    "..",
    "null",
    "NaN",
    "http://a.b/c/../d?e#f",
    "é" * 10_000,
)
TYPES = (*Ontology.default().types, "home.made")
# By number, as hypothesis would print the longest of them again and again. Not every field takes lone surrogates.
_nasty = [words for words in NASTY if "\ud800" not in words]
words = st.one_of(st.integers(0, len(_nasty) - 1).map(lambda number: _nasty[number]), st.text(max_size=8))
ids = words.filter(bool)
any_words = st.sampled_from(["lone \ud800 surrogate", "\udfff\\u0041"]) | words
"""Words with what Python's strings can hold and no encoding can; not every format takes these."""
days = st.dates()


@st.composite
def spans(draw, text):
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    return Span(start=start, end=end, text=text[start:end])


@st.composite
def graphs(draw, words=words):
    """Any graph that the model allows: several documents, chains and circles of parents, further evidence.

    `words` gives all texts but the ids.
    """
    names = draw(st.lists(ids, min_size=1, max_size=3, unique=True))
    tuples = st.lists(words, max_size=3).map(tuple)
    maybe = st.none() | words
    actors = [
        Actor(
            id=name,
            name=draw(words),
            kind=draw(st.sampled_from(get_args(Kind))),
            code=draw(maybe),
            sector=draw(maybe),
            parent=draw(st.none() | st.sampled_from(names) | ids),
            **{key: draw(tuples) for key in ("aliases", "demonyms", "metonyms", "capitals", "same_as")},
        )
        for name in names
    ]
    documents = draw(st.lists(ids, min_size=1, max_size=2, unique=True))
    return RelationGraph([draw(extractions(name, actors, documents, words)) for name in documents])


@st.composite
def extractions(draw, name, actors, documents, words):
    text = draw(words)
    some_span = spans(text)
    maybe = st.none() | words
    mention = st.builds(
        Mention,
        actor=st.sampled_from([actor.id for actor in actors]),
        span=some_span,
        via=st.sampled_from(get_args(Via)),
    )

    def evidence(document):
        parts = dict.fromkeys(("sentence", "source", "target", "trigger"), some_span)
        return st.builds(Evidence, document=document, frame=words, **parts)

    relation = st.builds(
        Relation,
        id=st.just("") | ids,
        source=mention,
        target=mention,
        type=st.sampled_from(TYPES),
        symmetric=st.booleans(),
        polarity=st.sampled_from(get_args(Polarity)),
        modality=st.sampled_from(get_args(Modality)),
        attribution=st.none() | st.builds(Attribution, name=words, actor=st.none() | ids, span=st.none() | some_span),
        when=st.none()
        | st.builds(
            TimeRef,
            text=words,
            start=st.none() | days,
            end=st.none() | days,
            granularity=st.none() | st.sampled_from(get_args(Granularity)),
            span=st.none() | some_span,
        ),
        where=maybe,
        confidence=st.floats(0, 1),
        evidence=st.tuples(evidence(st.just(name)))
        | st.tuples(evidence(st.just(name)), evidence(st.sampled_from(documents) | ids)),
    )
    document = Document(
        id=name,
        text=text,
        title=draw(maybe),
        published=draw(st.none() | days),
        authors=tuple(draw(st.lists(words, max_size=3))),
        issuer=draw(maybe),
        source=draw(maybe),
        copies=tuple(draw(st.lists(words, max_size=2))),
        language=draw(words),
    )
    relations = draw(st.lists(relation, max_size=3))
    unique = {each.id: each for each in relations}
    run = st.builds(Provenance, version=words, model=words, time=st.none() | st.datetimes(timezones=st.just(UTC)))
    return Extraction(
        document=document,
        actors=tuple(actors),
        mentions=tuple(draw(st.lists(mention, max_size=2))),
        relations=tuple(unique.values()),
        provenance=tuple(draw(st.lists(run, max_size=2))),
    )

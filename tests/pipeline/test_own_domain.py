"""Types and frames of one's own without those of politics: the companies of the examples."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from typer.testing import CliRunner

import relgraph as rg
from relgraph.cli import reading, texts
from relgraph.cli.app import app
from relgraph.errors import UnknownTypeError, UsageError
from relgraph.pipeline.component import RelationComponent

COMPANIES = Path(__file__).parents[2] / "examples" / "companies"
FILES = tuple(COMPANIES / f"{name}.toml" for name in ("owns", "trades", "contends"))
TEXT = "Halden acquired Norvane Foods. Peru sued Halden. Chile imposed sanctions on Peru."


SPORT = """
[family]
id = "plays"
label = "plays"
definition = "Meets the other on a field."
sign = 0
iri = "plays"
inverse_iri = "playedBy"

[[type]]
id = "plays.beats"
label = "beats"
definition = "Wins against the other."
sign = -1
iri = "beats"
inverse_iri = "beatenBy"

[[frame]]
id = "beat"
type = "plays.beats"
verb = ["beat"]
match = ["[Peru] beat {Chile}."]
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    sport = tmp_path_factory.mktemp("own") / "sport.toml"
    sport.write_text(SPORT, encoding="utf-8")
    return rg.Extractor(actors=[COMPANIES / "actors.toml"], relations=[*FILES, sport], defaults=False)


def triples(relations):
    return [(r.source.actor, r.type, r.target.actor) for r in relations]


def test_only_own_types_are_read(own):
    graph = own.extract(text=TEXT)
    assert {r.type for r in graph} == {"owns.acquires", "contends.sues"}
    assert [r.target.name for r in graph.relations("Halden", "acquires")] == ["Norvane Foods"]
    with pytest.raises(UnknownTypeError):
        graph.relations(type="restrains")
    both = rg.Extractor(relations=FILES)
    assert set(both.ontology.types) == {*own.ontology.types, *rg.Ontology.default().types} - {"plays.beats"}
    assert len(both.frames) == len(own.frames) - 1 + len(rg.FrameSet.default())


def test_examples_of_the_frames_hold(own):
    frames = list(own.frames)
    assert {frame.type.partition(".")[0] for frame in frames} == {"owns", "trades", "contends", "plays"}
    for frame in frames:
        assert frame.examples, frame.name
        for example in frame.examples:
            found = own.extract_document(rg.read(text=example.text)).relations
            spans = [(r.source.span.start, r.type, r.target.span.start) for r in found]
            assert (example.source[0], frame.type, example.target[0]) in spans, example.text
        for text in frame.no_match:
            found = own.extract_document(rg.read(text=text)).relations
            assert not [r for r in found if r.evidence[0].frame == frame.name], text


@pytest.mark.parametrize(
    "text",
    [
        "Halden agreed to supply Norvane Foods with robots.",
        "Halden refused to supply Norvane Foods with robots.",
        "Halden threatened to sue Norvane Foods.",
        "Halden dropped its plan to sue Norvane Foods.",
        "Halden, unwilling to cooperate with Norvane, must leave Norvane. It is unacceptable, Norvane said.",
    ],
)
def test_what_grammar_makes_of_acts_stays_within_the_types(own, text):
    found = own.extract_document(rg.read(text=text)).relations
    assert {r.type.partition(".")[0] for r in found} <= {"owns", "trades", "contends"}
    assert triples(found)[:1] in (
        [("org/halden-robotics", "trades.supplies", "org/norvane-foods")],
        [("org/halden-robotics", "contends.sues", "org/norvane-foods")],
        [("org/halden-robotics", "trades.partners", "org/norvane-foods")],
    )


def test_a_political_article_is_read_without_a_fault(own):
    graph = own.extract(Path(__file__).parents[2] / "seeds" / "iran_russia.txt")
    assert {r.type.partition(".")[0] for r in graph} <= {"owns", "trades", "contends"}


def test_a_pair_gets_own_types_only(own):
    text = "Halden sued Norvane Foods."
    answer = own.relate(text, source=(0, 6), target=(12, 25))
    assert {guess.type for guess in answer.ranked} == {"contends.sues"}


def test_own_types_are_meant_in_sport_too(own):
    text = "Peru beat Chile in the semifinal. The goalkeeper and the striker of Peru praised Chile after the match."
    assert triples(own.extract_document(rg.read(text=text)).relations) == [
        ("country/PER", "plays.beats", "country/CHL")
    ]


def test_nothing_to_read_for_is_an_error():
    with pytest.raises(UsageError, match="relations="):
        rg.Extractor(defaults=False)
    with pytest.raises(UsageError, match="relations="):
        rg.Extractor(relations=[COMPANIES / "actors.toml"], defaults=False)


def test_it_is_pickled_and_told_in_the_settings(own):
    again = pickle.loads(pickle.dumps(own))
    assert set(again.ontology.types) == set(own.ontology.types)
    assert again.settings({}) == own.settings({})
    both = rg.Extractor(relations=FILES)
    assert "own_types_only" in own.settings({})
    assert "own_types_only" not in both.settings({})


@pytest.mark.parametrize("command", [["extract", __file__], ["explain", "Peru sued Chile."]])
def test_commands_pass_it_on(command, own, monkeypatch):
    assert texts.app is app
    assert set(reading.extractor(relations=FILES, own_only=True).ontology.types) < set(own.ontology.types)
    asked = []

    def refuse(*_, **options):
        asked.append(options["own_only"])
        raise UsageError("enough")

    monkeypatch.setattr(reading, "extractor", refuse)
    assert CliRunner().invoke(app, [*command, "--own-only", "--relations", str(FILES[0])]).exit_code
    assert CliRunner().invoke(app, command).exit_code
    assert asked == [True, False]


def test_the_component_takes_it_and_keeps_it(own):
    nlp, actors = own._load()[0].nlp, [str(COMPANIES / "actors.toml")]
    component = RelationComponent(nlp, "relgraph", actors, [str(path) for path in FILES], defaults=False)
    doc = nlp(TEXT)
    assert {r.type for r in component.find(doc).relations} == {"owns.acquires", "contends.sues"}
    settings = component.to_bytes()
    assert component.from_bytes(settings).to_bytes() == settings
    assert {r.type for r in component.find(doc).relations} == {"owns.acquires", "contends.sues"}

"""The page of relation types says what the data say, and each of its sentences gives just its type."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

import relgraph as rg

PAGE = (Path(__file__).parents[1] / "docs" / "ontology.md").read_text(encoding="utf-8")
ONTOLOGY = rg.Ontology.default()
EXAMPLE = re.compile(r"^- (.+) — (.+) (→|↔) (.+)$", re.MULTILINE)


class Section(NamedTuple):
    definition: str
    examples: list[tuple[str, str, str, str]]
    codes: str


def sections():
    found = re.finditer(r"^### (\w+\.\w+)\n\n(.+)\n\n((?:- .+\n)+)\n(.+)$", PAGE, re.MULTILINE)
    return {each[1]: Section(each[2], EXAMPLE.findall(each[3]), each[4]) for each in found}


SECTIONS = sections()


def test_every_type_stands_on_the_page_in_its_family():
    assert set(SECTIONS) == set(ONTOLOGY.types)
    order = re.findall(r"^##+ (\w+(?:\.\w+)?)$", PAGE, re.MULTILINE)
    family = None
    for heading in order:
        family = heading if heading in ONTOLOGY.families else family
        assert heading.partition(".")[0] == family


def test_families_have_their_definitions_and_signs():
    for id_, family in ONTOLOGY.families.items():
        sign = {1: "+1", -1: "−1", 0: "0"}[family.sign]
        assert f"## {id_}\n\n{family.definition} Sign: {sign}." in PAGE


@pytest.mark.parametrize("name", SECTIONS)
def test_a_type_has_its_definition_and_codes(name):
    kind, section = ONTOLOGY[name], SECTIONS[name]
    assert section.definition == kind.definition
    codes = f"PLOVER {', '.join(kind.plover)} · CAMEO {', '.join(kind.cameo)}"
    assert section.codes == f"{codes if kind.plover else 'No code in PLOVER and CAMEO'} · RDF `rg:{kind.iri}`"
    assert bool(kind.plover) == bool(kind.cameo)


@pytest.mark.parametrize("name", SECTIONS)
def test_the_examples_give_just_this_type(name, extractor):
    assert len(SECTIONS[name].examples) == 2
    for marked, source, arrow, target in SECTIONS[name].examples:
        found = extractor.extract(text=marked.replace("**", "")).relations(polarity=None)
        assert [r.type for r in found] == [name], marked
        (r,) = found
        assert (r.source.name, r.target.name) == (source, target), marked
        assert r.symmetric == (arrow == "↔"), marked
        assert f"**{r.trigger.text}**" in marked


def test_qualified_sentences_are_read_as_told(extractor):
    rows = re.findall(r"^\| ([A-Z][^|]*\.) \| (\w+) \| (\w+) \| (\w*) ?\|$", PAGE, re.MULTILINE)
    assert len(rows) == 7
    for sentence, polarity, modality, speaker in rows:
        (r,) = extractor.extract(text=sentence).relations(polarity=None)
        said_by = r.attribution.name if r.attribution else ""
        assert (r.polarity, r.modality, said_by) == (polarity, modality, speaker), sentence

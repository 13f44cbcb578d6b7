"""Typing a given pair: what comes out for two marked spans, why, and what the ranker was learned from."""

import sys
from pathlib import Path

import numpy as np
import pytest

import relgraph as rg
from relgraph.errors import DataError, UsageError
from relgraph.examples import parse_example
from relgraph.ontology import Ontology
from relgraph.pipeline.pairing.pair_ranker import Ranker

ROOT = Path(__file__).parents[2]
SENTENCES = sorted((ROOT / "training" / "pairs" / "sentences").glob("*.txt"))


def answer(extractor, marked):
    example = parse_example(marked)
    return extractor.relate(example.text, source=example.source, target=example.target)


@pytest.mark.parametrize(
    ("marked", "type_"),
    [
        # what is said, plainly
        ("[Slovenia] shipped generators and tents to {Bosnia} after the floods.", "cooperates.aids"),
        ("[The Peruvian police] arrested {two Chilean fishermen} on Monday.", "restrains.coerces"),
        ("[Lesotho's opposition] accused {the prime minister} of theft.", "disputes.accuses"),
        ("{A Malian convoy} was ambushed by [jihadist fighters] near Gao.", "fights.attacks"),
        ("[Mongolia] asked {South Korea} to extradite the banker.", "disputes.demands"),
        ("[Chinese] and {Laotian} officers met in Vientiane.", "cooperates.consults"),
        # what is willed is an agreement or a threat, what is refused a rejection
        ("[Belgium] will send engineers to {Moldova} next spring.", "cooperates.agrees"),
        ("[Zambia] said it would not extradite the general to {Malawi}.", "disputes.rejects"),
        ("[The militia] threatened to bomb {the pipeline}.", "disputes.threatens"),
        ("[Madrid] refused to support {the Argentine proposal}.", "disputes.rejects"),
        # what has an end
        ("[Gambia] lifted its ban on {Senegalese trucks}.", "cooperates.concedes"),
        ("[Denmark] suspended its aid to {Uganda}.", "restrains.sanctions"),
        # the codebooks' own ways
        ("[Botswana] and {Angola} signed a treaty on the river.", "cooperates.supports"),
        ("[The rebel army] captured {the town of Bria} at dawn.", "fights.attacks"),
        ("[A court in Lima] convicted {the former governor} of bribery.", "disputes.accuses"),
        ("[Sweden] said it had expelled {three Iranian diplomats}.", "restrains.sanctions"),
        # what the clause of the pair says counts, not what is said beside it
        ("[Oman], which shelled nobody, hosted {the Qatari emir} after the bombing in Aden.", "cooperates.consults"),
    ],
)
def test_a_pair_is_typed_as_the_codebooks_do(extractor, marked, type_):
    assert answer(extractor, marked).best == type_


def test_an_affiliation_is_found_where_the_words_state_one(extractor):
    assert answer(extractor, "[Ana Pereira], the foreign minister of {Angola}, smiled.").best == "affiliated.leads"


def test_guesses_are_ranked_and_say_why(extractor):
    ranked = answer(extractor, "[Norway] lifted its ban on {Danish} ships.").ranked
    assert [guess.score for guess in ranked] == sorted((guess.score for guess in ranked), reverse=True)
    assert len({guess.type for guess in ranked}) == len(ranked)
    assert all(guess.reason for guess in ranked)
    assert "'lifted'" in ranked[0].reason
    assert "learned from" in ranked[0].reason


def test_the_same_pair_gets_the_same_answer(extractor):
    marked = "[Kenya] urged {Somalia} to reopen the port after weeks of talks."
    assert answer(extractor, marked) == answer(rg.Extractor(), marked)


def test_names_do_not_decide(extractor):
    best = {
        answer(extractor, f"[{source}] condemned {{{target}}} for the raid.").best
        for source, target in [("Chile", "Ghana"), ("Norway", "Peru"), ("Japan", "Fiji")]
    }
    assert best == {"disputes.accuses"}


def test_words_that_say_nothing_give_no_answer(extractor):
    assert answer(extractor, "[Chile], {Peru}.").ranked == ()


@pytest.mark.parametrize("spans", [((0, 5), (3, 9)), ((0, 0), (6, 9)), ((0, 5), (90, 99))])
def test_spans_that_are_none_are_refused(extractor, spans):
    with pytest.raises(UsageError):
        extractor.relate("Chile met Peru.", source=spans[0], target=spans[1])


TWINS = """
[[type]]
id = "cooperates.twins"
label = "twins with"
definition = "Makes the other a partner town or country in name."
sign = 1
iri = "twinsWith"
inverse_iri = "twinnedBy"

[[frame]]
id = "twin"
type = "cooperates.twins"
verb = ["twin"]
target = ["with"]
match = ["[Norway] twinned with {Chad}."]
"""


def test_a_type_of_the_users_own_is_guessed(tmp_path):
    path = tmp_path / "twins.toml"
    path.write_text(TWINS, encoding="utf-8")
    ranked = answer(rg.Extractor(relations=[path]), "[Norway] twinned with {Chad} in May.").ranked
    assert ranked[0].type == "cooperates.twins"
    assert "frame cooperates.twins/twin" in ranked[0].reason


# ----------------------------------------------------------------------------------------------------------- the ranker


def test_the_ranker_knows_types_of_the_ontology_only():
    assert set(Ranker.shipped().types) <= set(Ontology.default().types)


def test_weights_survive_a_file(tmp_path):
    shipped = Ranker.shipped()
    shipped.save(tmp_path / "weights.npz")
    again = Ranker.load(tmp_path / "weights.npz")
    assert again.types == shipped.types
    assert dict(again.rows) == dict(shipped.rows)
    assert np.array_equal(again.words, shipped.words)


def test_vectors_of_another_model_are_left_out():
    ranker = Ranker.shipped()
    shares = ranker.probabilities(
        {"best fights.attacks": 1.0, "rules fights.attacks": 0.9, "grammar fights.attacks": 0.9, "verb attack": 1.0},
        np.ones(8, dtype=np.float32),
    )
    assert sum(shares.values()) == pytest.approx(1.0)
    assert max(shares, key=shares.__getitem__) == "fights.attacks"


@pytest.mark.parametrize("held", [b"", b"no weights"])
def test_a_file_without_weights_is_refused(tmp_path, held):
    path = tmp_path / "weights.npz"
    path.write_bytes(held)
    with pytest.raises(DataError, match=r"weights\.npz holds no weights"):
        Ranker.load(path)


@pytest.mark.skipif(not SENTENCES, reason="the sentences are not part of the installed package")
def test_every_sentence_to_learn_from_is_marked_and_stands_once():
    lines = [line for path in SENTENCES for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(lines) > 1500
    assert len(set(lines)) == len(lines)
    for line in lines:
        parse_example(line)
    assert {path.stem for path in SENTENCES} <= set(Ranker.shipped().types)


@pytest.mark.skipif(not SENTENCES, reason="the sentences are not part of the installed package")
def test_surroundings_leave_the_marked_words_in_their_place():
    sys.path.insert(0, str(ROOT / "training" / "pairs"))
    from train import lessons

    twins = {}
    for lesson in lessons():
        example = lesson.example
        marked = tuple(example.text[slice(*span)].casefold() for span in (example.source, example.target))
        assert twins.setdefault(lesson.number, marked) == marked

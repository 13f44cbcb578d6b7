"""The spaCy way in: ``nlp.add_pipe("relgraph")``, over processes, pickles, bytes and disks."""

import pickle
from importlib.metadata import entry_points

import pytest
import spacy
from said import extractor
from spacy.language import Language
from spacy.tokens import Doc

import relgraph as rg
from relgraph.errors import UsageError
from relgraph.pipeline.build import load_model
from relgraph.pipeline.component import KEY, RelationComponent, create_component, extraction_of

TEXTS = (
    "Peru bombed Chile.",
    "Norway may sign a treaty with Ghana, officials said.",
    "It rained.",
    "Foreign Minister Ana Brown of Benin accused Togo of arming Niger. She also praised Mali.",
)
MOLES = {"id": "org/moles", "name": "Moles of Oslo", "kind": "organization"}
TICKLE = '[[frame]]\nid = "tickle"\ntype = "disputes.rivals"\nverb = ["tickle"]\n'
TICKLED = "The Moles of Oslo tickled Denmark."


@pytest.fixture(scope="module")
def reader() -> Language:
    """The pinned model with relgraph at its end, of its own so that other tests get theirs without it."""
    own = load_model()
    own.add_pipe("relgraph")
    return own


@pytest.fixture(scope="module")
def docs(reader) -> list[Doc]:
    return list(reader.pipe(TEXTS))


def test_relations_and_actors_stand_on_the_doc(docs):
    (relation,) = docs[0]._.relations
    assert isinstance(relation, rg.Relation)
    assert (relation.source.actor, relation.type, relation.target.actor) == (
        "country/PER",
        "fights.attacks",
        "country/CHL",
    )
    assert [actor.name for actor in docs[0]._.actors] == ["Chile", "Peru"]
    assert docs[2]._.relations == docs[2]._.actors == ()


def test_they_are_what_the_extractor_finds(docs):
    found = list(extractor().extractions(rg.Document(text=text) for text in TEXTS))
    assert [doc._.relations for doc in docs] == [one.relations for one in found]
    plain = [one.model_copy(update={"provenance": ()}) for one in found]  # a Doc does not know who asked for it
    assert [extraction_of(doc) for doc in docs] == plain


def test_only_plain_values_are_stored(docs):
    assert isinstance(docs[0].user_data[KEY], str)
    assert rg.Extraction.model_validate_json(docs[0].user_data[KEY]) == extraction_of(docs[0])


def test_the_factory_is_an_entry_point():
    found = [entry for entry in entry_points(group="spacy_factories") if entry.name == "relgraph"]
    if not found:
        pytest.skip("relgraph is not installed here but imported from its folder, which has no entry points")
    assert found[0].load() is create_component


def test_the_component_says_what_it_needs(reader):
    meta = reader.get_pipe_meta("relgraph")
    assert set(meta.requires) == {"token.dep", "token.tag", "token.lemma", "doc.sents"}
    assert set(meta.assigns) == {"doc._.relations", "doc._.actors"}


@pytest.mark.filterwarnings(
    "ignore::DeprecationWarning"
)  # of fork in a process with threads, which torch and spaCy start
def test_two_processes_give_what_one_gives(reader, docs):
    over_two = list(reader.pipe(TEXTS, n_process=2, batch_size=1))
    assert [doc.user_data[KEY] for doc in over_two] == [doc.user_data[KEY] for doc in docs]


def test_a_doc_that_goes_through_bytes_keeps_its_relations(reader, docs):
    back = Doc(reader.vocab).from_bytes(docs[3].to_bytes())
    assert back._.relations == docs[3]._.relations != ()
    assert back._.actors == docs[3]._.actors


def test_a_doc_can_be_pickled(docs):
    # With a small vocabulary: that of the model takes seconds to pickle.
    doc = Doc(spacy.blank("en").vocab).from_bytes(docs[3].to_bytes())
    back = pickle.loads(pickle.dumps(doc))
    assert back._.relations == docs[3]._.relations


def test_an_extractor_can_be_pickled_before_and_after_use(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text(TICKLE, encoding="utf-8")
    own = rg.Extractor(actors=[rg.Actor(**MOLES)], relations=[path])
    fresh = pickle.loads(pickle.dumps(own))
    document = rg.Document(text=TICKLED)
    found = own.extract_document(document)
    assert [relation.source.actor for relation in found.relations] == ["org/moles"]
    assert fresh.extract_document(document) == found
    assert pickle.loads(pickle.dumps(own)).index.find("Moles of Oslo").id == "org/moles"


# ------------------------------------------------------------------------------------------------------- own knowledge


def component(nlp, **settings) -> RelationComponent:
    return create_component(nlp, "relgraph", **{"actors": [], "relations": [], **settings})


@pytest.fixture(scope="module")
def frames(tmp_path_factory) -> str:
    path = tmp_path_factory.mktemp("own") / "frames.toml"
    path.write_text(TICKLE, encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def plain(nlp) -> RelationComponent:
    return component(nlp)


@pytest.fixture(scope="module")
def own(nlp, frames) -> RelationComponent:
    return component(nlp, relations=[frames], actors=[MOLES])


@pytest.fixture(scope="module")
def blank() -> Language:
    """A pipeline of relgraph alone: what else a model has says nothing about how relgraph is kept."""
    small = spacy.blank("en")
    small.add_pipe("relgraph")
    return small


def sources(found: rg.Extraction) -> list[str]:
    return [relation.source.actor for relation in found.relations]


def test_own_actors_and_frames_are_read(nlp, plain, own, frames, tmp_path):
    tickled = nlp(TICKLED)
    actors = tmp_path / "actors.toml"
    actors.write_text('[[actor]]\nid = "org/moles"\nname = "Moles of Oslo"\nkind = "organization"\n', encoding="utf-8")
    assert sources(own.find(tickled)) == ["org/moles"]
    assert sources(component(nlp, relations=[frames], actors=[str(actors)]).find(tickled)) == ["org/moles"]
    assert sources(plain.find(tickled)) == []


def test_settings_go_through_bytes_and_disk(nlp, plain, own, tmp_path):
    tickled = nlp(TICKLED)
    other = component(nlp)
    own.to_disk(tmp_path / "component")
    assert sources(other.from_disk(tmp_path / "component").find(tickled)) == ["org/moles"]
    assert other.to_bytes() == own.to_bytes() != plain.to_bytes()
    assert sources(other.from_bytes(plain.to_bytes()).find(tickled)) == []


def test_a_pipeline_goes_through_disk_and_bytes_with_its_actors(blank, tmp_path):
    small = spacy.blank("en")
    small.add_pipe("relgraph", config={"actors": [MOLES]})
    small.to_disk(tmp_path / "pipeline")
    back = spacy.load(tmp_path / "pipeline")
    assert back.pipe_names == ["relgraph"]
    assert b"Moles of Oslo" in back.get_pipe("relgraph").to_bytes()
    blank.from_bytes(back.to_bytes())
    assert blank.get_pipe("relgraph").to_bytes() == small.get_pipe("relgraph").to_bytes()


# -------------------------------------------------------------------------------------------------------------- misuse


def test_a_pipeline_without_a_parser_says_what_is_missing(blank):
    with pytest.raises(UsageError, match=r"needs DEP annotation: add tagger, parser and lemmatizer"):
        blank("Peru bombed Chile.")


@pytest.mark.parametrize(
    ("left_out", "missing"), [(("deps", "heads"), "DEP"), (("tags",), "TAG"), (("lemmas",), "LEMMA")]
)
def test_each_missing_annotation_is_named(plain, left_out, missing):
    words = ["Peru", "bombed", "Chile"]
    annotation = {
        "deps": ["nsubj", "ROOT", "dobj"],
        "heads": [1, 1, 1],
        "tags": ["NNP", "VBD", "NNP"],
        "lemmas": ["Peru", "bomb", "Chile"],
        "pos": ["PROPN", "VERB", "PROPN"],
    }
    vocab = spacy.blank("en").vocab
    assert plain.find(Doc(vocab, words=words, **annotation)).relations != ()
    annotation = {key: value for key, value in annotation.items() if key not in left_out}
    with pytest.raises(UsageError, match=f"needs {missing} annotation"):
        plain.find(Doc(vocab, words=words, **annotation))


def test_an_empty_doc_has_no_relations(nlp, plain):
    assert plain.find(nlp("")).relations == ()
    assert plain.find(nlp(" \n ")).relations == ()


def test_a_doc_that_was_not_read_says_so(reader, nlp):
    with pytest.raises(UsageError, match=r'not read by relgraph: nlp\.add_pipe\("relgraph"\)'):
        _ = nlp("Peru bombed Chile.")._.relations


def test_a_model_that_is_not_there_or_not_fit_says_so(tmp_path):
    with pytest.raises(UsageError, match=r"'en_nothing' is not installed"):
        load_model("en_nothing")
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(UsageError, match=r"has no tagger, parser, attribute_ruler, lemmatizer"):
        load_model(str(tmp_path / "blank"))
    with pytest.raises(UsageError, match=r"'en_nothing' is not installed"):
        rg.Extractor("en_nothing").extract_document(rg.Document(text="Peru bombed Chile."))

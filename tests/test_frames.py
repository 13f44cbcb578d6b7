"""Every frame reads its own examples, and its schema refuses what it cannot mean.

What the engine does not read yet stands in ``frames_known_misses.txt``. The file is compared both ways, so that a new
miss and a mended one are seen alike; ``RELGRAPH_REFRESH=1 pytest tests/test_frames.py`` writes it anew.
"""

import ast
import importlib
import os
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import relgraph as rg
import relgraph.pipeline
from relgraph.errors import DataError, UnknownTypeError
from relgraph.examples import Example, parse_example
from relgraph.frames import Frame, FrameSet
from relgraph.model import Document, Extraction, Mention
from relgraph.ontology import Ontology, relation_files

KNOWN_MISSES = Path(__file__).with_name("frames_known_misses.txt")
COMMENT = (
    "# Examples that the engine does not read as their frame says, one `frame<TAB>example` a line; "
    "written by: RELGRAPH_REFRESH=1 pytest tests/test_frames.py"
)
FLOOR = 0.85
"""The share of all match examples that must be read, whatever the file says."""

FULL_ID = re.compile(r"[a-z]+\.[a-z_]+/[a-z0-9-]+")

FRAMES = FrameSet.default()


# ------------------------------------------------------------------------------------------------------- what is read


def meets(mention: Mention, mark: tuple[int, int]) -> bool:
    return mention.span.start < mark[1] and mark[0] < mention.span.end


def is_at(mention: Mention, mark: tuple[int, int], extraction: Extraction) -> bool:
    """Tell whether a mention stands at a mark, or names by another word (a pronoun) the actor that is named there."""
    return meets(mention, mark) or mention.actor in {m.actor for m in extraction.mentions if meets(m, mark)}


def is_read(frame: Frame, example: Example, extraction: Extraction) -> bool:
    family = frame.type.partition(".")[0]
    for relation in extraction.relations:
        if relation.type.partition(".")[0] != family:
            continue
        orders = [(relation.source, relation.target)]
        if relation.symmetric or frame.symmetric:
            orders.append((relation.target, relation.source))
        for source, target in orders:
            if is_at(source, example.source, extraction) and is_at(target, example.target, extraction):
                return True
    return False


def fires(frame: Frame, extraction: Extraction) -> bool:
    return any(piece.frame == frame.name for relation in extraction.relations for piece in relation.evidence)


@pytest.fixture(scope="module")
def readings(extractor: rg.Extractor) -> dict[str, Extraction]:
    """What each example of each frame gives, by its text without marks."""
    texts = {parse_example(line).text for frame in FRAMES for line in frame.match}
    texts |= {line for frame in FRAMES for line in frame.no_match}
    ordered = sorted(texts)
    return dict(
        zip(ordered, extractor.extractions((Document(text=text) for text in ordered), batch_size=128), strict=True)
    )


def misses(readings: dict[str, Extraction]) -> Iterator[str]:
    for frame in FRAMES:
        for line in frame.match:
            example = parse_example(line)
            if not is_read(frame, example, readings[example.text]):
                yield f"{frame.name}\t{line}"
        for line in frame.no_match:
            if fires(frame, readings[line]):
                yield f"{frame.name}\t{line}"


@pytest.fixture(scope="module")
def missed(readings: dict[str, Extraction]) -> list[str]:
    found = sorted(set(misses(readings)))
    if os.environ.get("RELGRAPH_REFRESH"):
        KNOWN_MISSES.write_text("\n".join([COMMENT, *found, ""]), encoding="utf-8")
    return found


def known() -> list[str]:
    return [line for line in KNOWN_MISSES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def test_what_is_not_read_is_known(missed):
    new = sorted(set(missed) - set(known()))
    assert not new, (
        f"{len(new)} examples are no longer read as their frames say (or fire where they must not):\n" + "\n".join(new)
    )


def test_what_is_known_as_not_read_is_not_read(missed):
    mended = sorted(set(known()) - set(missed))
    assert not mended, f"{len(mended)} known misses are mended or gone; renew {KNOWN_MISSES.name}:\n" + "\n".join(
        mended
    )


def test_nearly_all_examples_are_read(missed):
    examples = {f"{frame.name}\t{line}" for frame in FRAMES for line in frame.match}
    read = 1 - len(examples & set(missed)) / len(examples)
    assert read >= FLOOR


def test_hardly_any_counterexample_fires(missed):
    counter = {f"{frame.name}\t{line}" for frame in FRAMES for line in frame.no_match}
    assert len(counter & set(missed)) <= 0.01 * len(counter)


def test_the_file_of_known_misses_is_sorted_and_says_how_to_renew_it(missed):
    lines = KNOWN_MISSES.read_text(encoding="utf-8").splitlines()
    assert lines[0] == COMMENT
    assert lines[1:] == sorted(set(lines[1:]))


# ------------------------------------------------------------------------------------------------- the frames that ship


def test_every_type_has_frames_and_every_frame_its_examples():
    assert {frame.type for frame in FRAMES} == set(Ontology.default().types)
    assert [frame.name for frame in FRAMES if not frame.match] == []


def test_every_frame_that_grammar_names_is_there():
    named, made = set(), set()
    for info in pkgutil.walk_packages(relgraph.pipeline.__path__, "relgraph.pipeline."):
        module = importlib.import_module(info.name)
        source = Path(module.__file__).read_text(encoding="utf-8")
        held = [one for value in vars(module).values() for one in (value if isinstance(value, frozenset) else (value,))]
        written = [node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)]
        named |= {text for text in (*held, *written) if isinstance(text, str) and FULL_ID.fullmatch(text)}
        made |= {value.name for value in held if isinstance(value, Frame)}
    assert len(named) > 50
    assert sorted(named - made - set(FRAMES.frames)) == []


def test_examples_are_sentences_about_different_actors():
    for frame in FRAMES:
        for example in frame.examples:
            assert example.text[0].isupper() or not example.text[0].isalpha(), example.text
            assert example.text[slice(*example.source)] != example.text[slice(*example.target)], example.text
        assert not {example.text for example in frame.examples} & set(frame.no_match), frame.name


def test_lookup_puts_the_most_specific_first():
    frames = FrameSet(
        [
            Frame(id="one", type="restrains.sanctions", noun=("embargo",), confidence=1.0),
            Frame(id="two", type="restrains.sanctions", noun=("arms embargo",), confidence=0.5),
            Frame.model_validate(
                {"id": "three", "type": "restrains.sanctions", "noun": ("embargo",), "with": ("oil",)}
            ),
        ],
        Ontology.default(),
    )
    assert [frame.id for frame, _ in frames.lookup("noun", "embargo")] == ["two", "three", "one"]
    assert frames.lookup("noun", "arms") == frames.lookup("verb", "embargo") == ()
    assert frames.heads("noun") == frames.words() == {"embargo"}


def test_an_index_finds_every_word_of_every_frame():
    for frame in FRAMES:
        for word in frame.words:
            parts = tuple(word.split())
            head = parts[0] if frame.word_class in ("verb", "phrase") else parts[-1]
            assert (frame, parts) in FRAMES.lookup(frame.word_class, head)


def test_defaults_of_slots_depend_on_the_class_of_the_words():
    verb = Frame(id="a", type="disputes.rivals", verb=("tickle",))
    noun = Frame(id="a", type="disputes.rivals", noun=("tickle",), target=("with",))
    assert (verb.source, verb.target) == (("subject",), ("object",))
    assert (noun.source, noun.target) == (("owner",), ("with",))


def test_marks_are_taken_out_of_examples():
    example = parse_example("On Monday {Chad} was tickled by [the Malian army].")
    assert example.text == "On Monday Chad was tickled by the Malian army."
    assert example.text[slice(*example.source)] == "the Malian army"
    assert example.text[slice(*example.target)] == "Chad"


# ------------------------------------------------------------------------------------------------------------- schema

FRAME = '[[frame]]\nid = "tickle"\ntype = "disputes.rivals"\nverb = ["tickle"]\nmatch = ["[Chad] tickled {Mali}."]\n'


@pytest.fixture
def written(tmp_path):
    def write(text: str, name: str = "mine.toml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (FRAME + 'colour = "red"\n', r"frame 1 \(tickle\), colour: "),
        (
            FRAME + 'target = ["objekt"]\n',
            r"frame 1 \(tickle\), entry: .*a verb has no slot 'objekt'; there are .*object",
        ),
        (FRAME + 'source = ["owner"]\n', r"frame 1 \(tickle\), entry: .*a verb has no slot 'owner'"),
        (
            FRAME.replace("verb", "noun") + 'source = ["subject"]\n',
            r"frame 1 \(tickle\), entry: .*a noun has no slot 'subject'",
        ),
        (FRAME + 'noun = ["tickling"]\n', r"frame 1 \(tickle\), entry: .*exactly one class of verb, noun"),
        (FRAME.replace('verb = ["tickle"]\n', ""), r"frame 1 \(tickle\), entry: .*exactly one class"),
        (FRAME.replace('["tickle"]', "[]"), r"frame 1 \(tickle\), entry: .*exactly one class"),
        (FRAME.replace('["tickle"]', '["tickle", "tickle"]'), r"frame 1 \(tickle\), verb: .*stand twice"),
        (FRAME.replace('["tickle"]', '[" tickle"]'), r"frame 1 \(tickle\), verb: .*single spaces"),
        (FRAME.replace("{Mali}", "Mali"), r"frame 1 \(tickle\), entry: .*needs one \[source\] and one \{target\}"),
        (FRAME.replace("tickled", "tickled [Togo] and"), r"frame 1 \(tickle\), entry: .*marks its source twice"),
        (FRAME.replace("[Chad]", "Chad"), r"frame 1 \(tickle\), entry: .*needs one \[source\]"),
        (FRAME + "confidence = 2\n", r"frame 1 \(tickle\), confidence: "),
        (FRAME + "bare = 0.5\n", r"frame 1 \(tickle\), entry: .*bare needs both"),
        (FRAME + 'target_as = "thing"\n', r"frame 1 \(tickle\), target_as: "),
        (
            FRAME.replace("verb", "noun") + 'without = ["to do"]\n',
            r"frame 1 \(tickle\), entry: .*must not be there",
        ),
        (FRAME + 'polarity = "maybe"\n', r"frame 1 \(tickle\), polarity: "),
        (FRAME.replace('"tickle"\ntype', '"Tickle it"\ntype'), r"frame 1 \(Tickle it\), id: "),
        (FRAME.replace('id = "tickle"\n', ""), r"frame 1 \(no id\), id: "),
        (FRAME + FRAME, r"frame 2: the id 'disputes.rivals/tickle' stands twice"),
        ("[[frame]\n", r"is not TOML"),
    ],
)
def test_faults_in_a_file_are_named(written, text, message):
    with pytest.raises(DataError, match=r"(?s)mine\.toml.*" + message):
        FrameSet.load([written(text)], Ontology.default())


def test_an_id_may_not_stand_in_two_files_that_are_read_together(written):
    with pytest.raises(DataError, match=r"more\.toml, frame 1: the id 'disputes.rivals/tickle' stands twice"):
        FrameSet.load([written(FRAME), written(FRAME, "more.toml")], Ontology.default())


def test_one_id_may_stand_under_two_types(written):
    frames = FrameSet.load([written(FRAME + FRAME.replace("rivals", "accuses"))], Ontology.default())
    assert sorted(frame.name for frame in frames) == ["disputes.accuses/tickle", "disputes.rivals/tickle"]


@pytest.mark.parametrize("make", [FrameSet.load, FRAMES.extended])
def test_an_unknown_type_comes_with_a_suggestion(written, make):
    with pytest.raises(UnknownTypeError, match=r"'disputes.rival'; did you mean 'disputes.rivals'"):
        make([written(FRAME.replace("rivals", "rival"))], Ontology.default())


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(DataError, match=r"there is no file .*nowhere\.toml"):
        FrameSet.load([tmp_path / "nowhere.toml"], Ontology.default())


# -------------------------------------------------------------------------------------------------------- users' frames


def test_a_file_of_the_users_own_extends_and_replaces(written):
    more = FRAMES.extended([written(FRAME)], Ontology.default())
    assert len(more) == len(FRAMES) + 1
    assert "disputes.rivals/tickle" in more.frames
    assert "disputes.rivals/tickle" not in FRAMES.frames
    again = more.extended([written(FRAME.replace('["tickle"]', '["poke"]'))], Ontology.default())
    assert len(again) == len(more)
    assert again.frames["disputes.rivals/tickle"].words == ("poke",)
    assert not any(frame.id == "tickle" for frame, _ in again.lookup("verb", "tickle"))


NEW_TYPE = """
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


@pytest.fixture(scope="module")
def twinning(tmp_path_factory) -> rg.Extractor:
    """An extractor with a type and frame of its own."""
    path = tmp_path_factory.mktemp("own") / "twins.toml"
    path.write_text(NEW_TYPE, encoding="utf-8")
    return rg.Extractor(relations=[path])


@pytest.fixture(scope="module")
def twins(twinning) -> rg.RelationGraph:
    (example,) = twinning.frames.frames["cooperates.twins/twin"].examples
    return twinning.extract(text=example.text)


def test_a_type_of_the_users_own_is_extracted(twinning):
    assert "cooperates.twins" in twinning.ontology
    frame = twinning.frames.frames["cooperates.twins/twin"]
    (example,) = frame.examples
    extraction = twinning.extract_document(Document(text=example.text))
    assert is_read(frame, example, extraction)
    assert fires(frame, extraction)
    assert [relation.type for relation in extraction.relations] == ["cooperates.twins"]


@pytest.mark.parametrize("name", ["cooperates.twins", "twins", "cooperates"])
def test_a_type_of_the_users_own_is_asked_for(twins, name):
    (found,) = twins.relations(type=name)
    assert (found.source.name, found.target.name, found.type) == ("Norway", "Chad", "cooperates.twins")


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".ttl", ".graphml"])
def test_a_type_of_the_users_own_is_in_every_notation(twins, suffix, tmp_path):
    path = tmp_path / f"graph{suffix}"
    twins.write(path)
    assert "twins" in path.read_text(encoding="utf-8")


def test_a_type_of_the_users_own_comes_back_from_a_file(twins, tmp_path):
    twins.write(tmp_path / "graph.jsonl")
    (back,) = rg.read_graph(tmp_path / "graph.jsonl").relations(type="cooperates.twins")
    assert (back.source.name, back.target.name) == ("Norway", "Chad")


def test_a_file_dropped_among_those_that_ship_is_read_like_them(written):
    path = written(NEW_TYPE)
    paths = sorted([*relation_files(), path])
    ontology = Ontology.load(paths)
    frames = FrameSet.load(paths, ontology)
    assert len(frames) == len(FRAMES) + 1
    assert ontology.expand("twins") == {"cooperates.twins"}
    assert "cooperates.twins" in ontology.expand("cooperates")
    assert frames.lookup("verb", "twin")[0][0].type == "cooperates.twins"

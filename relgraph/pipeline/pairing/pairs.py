"""Typing a given pair: which relation a text states between two spans that somebody else found.

The two spans are put in as mentions. The frames that then join them, the frames' words around them and the words of
the sentence are clues (`pair_rules`, `pair_features`), which a ranker weighs that was learned from sentences written
for it (`pair_ranker`). Types that it did not learn, affiliations and those of a user's own, stand at what their clues
are worth. The answers follow the codebooks of the field (PLOVER): a refusal to help is a rejection, a plan to help an
agreement, a plan to strike a threat; a signed treaty is support, a seized town an attack.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import Field

from relgraph.errors import UsageError
from relgraph.model import Document, Value
from relgraph.pipeline.pairing.pair_features import features, meaning
from relgraph.pipeline.pairing.pair_ranker import Ranker
from relgraph.pipeline.pairing.pair_rules import Clue, Pair, find_clues
from relgraph.pipeline.reader import Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from relgraph.pipeline.reader import Knowledge

_LEAST = 0.02
"""Types that are less probable are not named."""

_UNFOUNDED = 0.5
"""How probable a type must be if no frame's word speaks for any."""

_BESIDE_TITLES = 0.3
"""What the share of an act is worth where the two stand in one phrase that states an affiliation."""

_RUNNER_UP = 0.15
"""How much a type that the ranker does not know gains by each further clue."""


class PairGuess(Value):
    """A type that the pair may have.

    Attributes:
        type: The type.
        score: From 0 to 1.
        reason: The reason in words.
    """

    type: str
    score: float = Field(ge=0, le=1)
    reason: str


class PairAnswer(Value):
    """What a text says about two spans.

    Attributes:
        ranked: The guesses, best first; none if no word speaks for any type.
    """

    ranked: tuple[PairGuess, ...] = ()

    @property
    def best(self) -> str | None:
        """The type with the highest score, or None."""
        return self.ranked[0].type if self.ranked else None


def relate(
    doc: Doc, document: Document, knowledge: Knowledge, source: tuple[int, int], target: tuple[int, int]
) -> PairAnswer:
    """Return the types that the parsed text gives to the relation of `source` to `target`, best first.

    Both are character offsets, start and end, into the text. Raises `UsageError` if one is empty or outside the text,
    or if they overlap.
    """
    pair = given_pair(doc, document, knowledge, source, target)
    clues = find_clues(pair)
    guesses = _ranked(pair, clues, Ranker.shipped())
    return PairAnswer(ranked=tuple(guess for guess in guesses if guess.type in knowledge.ontology))


def given_pair(
    doc: Doc, document: Document, knowledge: Knowledge, source: tuple[int, int], target: tuple[int, int]
) -> Pair:
    """Return the pair at two spans of characters in a reading of its own; raises what `relate` raises."""
    given = tuple(_tokens(doc, span) for span in (source, target))
    if given[0][0] < given[1][1] and given[1][0] < given[0][1]:
        raise UsageError(f"source {source} and target {target} overlap")
    return Pair(Reading(doc, document, knowledge, given=given), knowledge, *given)


def _tokens(doc: Doc, span: tuple[int, int]) -> tuple[int, int]:
    """Return the tokens that a span of characters touches."""
    start, end = span
    if not 0 <= start < end <= len(doc.text) or doc.text[start:end].isspace():
        raise UsageError(f"{span} are no offsets of words in a text of {len(doc.text)} characters")
    found = doc.char_span(start, end, alignment_mode="expand")
    assert found is not None
    return found.start, found.end


def _ranked(pair: Pair, clues: Sequence[Clue], ranker: Ranker) -> tuple[PairGuess, ...]:
    """Weigh the clues and the words of a pair."""
    found = features(pair, clues)
    shares = ranker.probabilities(found, meaning(pair))
    if _is_title(pair, clues):
        for type_ in shares:
            worth = _worth(clues, type_) if any(clue.type == type_ for clue in clues) else 0.0
            shares[type_] = max(shares[type_], worth) if _is_affiliation(type_) else _BESIDE_TITLES * shares[type_]
    guesses = []
    for type_, share in shares.items():
        if share >= (_LEAST if clues else _UNFOUNDED):
            reason = _reason(clues, type_, ranker.reasons(found, type_))
            guesses.append(PairGuess(type=type_, score=round(share, 3), reason=reason))
    for type_ in {clue.type: None for clue in clues if clue.type not in ranker.types}:
        guesses.append(PairGuess(type=type_, score=_worth(clues, type_), reason=_reason(clues, type_)))
    return tuple(sorted(guesses, key=lambda guess: (-guess.score, guess.type)))


def _is_title(pair: Pair, clues: Sequence[Clue]) -> bool:
    """Tell whether grammar finds an affiliation inside one phrase, and no act: what somebody then does is beside it."""
    joining = [clue for clue in clues if clue.nearness == 1.0]
    return pair.in_one_phrase and bool(joining) and all(_is_affiliation(clue.type) for clue in joining)


def _is_affiliation(type_: str) -> bool:
    return type_.startswith("affiliated.")


def _worth(clues: Sequence[Clue], type_: str) -> float:
    """Return what the clues for a type are worth together: the surest, and a little for each of two more."""
    first, *further = (clue.score for clue in clues if clue.type == type_)
    for score in further[:2]:
        first += _RUNNER_UP * score * (1 - first)
    return round(min(first, 1.0), 3)


def _reason(clues: Sequence[Clue], type_: str, learned: Sequence[str] = ()) -> str:
    """Say in words why a type is guessed: its surest clue, and what the ranker gave weight to."""
    told = [clue.reason for clue in clues if clue.type == type_][:1]
    if learned:
        told.append("learned from " + ", ".join(repr(name) for name in learned))
    return "; ".join(told) or "learned from the meaning of the words"

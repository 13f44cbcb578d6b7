"""Two groups that one noun names by two words that set them apart: "*Christian* and *Muslim* militias"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

OF_TWO = "one of two kinds"
"""How such a group is known."""
_MODIFYING = frozenset({"amod", "compound", "nmod"})
_PLURAL = frozenset({"NNS", "NNPS"})


def two_kinds(denoter: Denoter, noun: Token) -> list[Party]:
    """Return both groups of "*Christian* and *Muslim* youths"; a nation among them is itself."""
    if noun.tag_ not in _PLURAL or noun.pos_ != "NOUN" or noun.base not in denoter.words["nouns.group"]:
        return []
    for first in noun.children:
        if first.i >= noun.i or first.dep_ not in _MODIFYING:
            continue
        second = next((child for child in first.children if child.dep_ == "conj"), None)
        if second is None or not first.i < second.i < noun.i or not _set_apart(denoter, first, second):
            continue
        return [_group(denoter, noun, kind) for kind in (first, second)]
    return []


def _group(denoter: Denoter, noun: Token, kind: Token) -> Party:
    end = noun.i + 1 if kind.i == noun.i - 1 else kind.i + 1
    named = denoter.mention_at.get(kind.i)
    if named is not None and denoter.cast[denoter.cast.root(named.actor)].kind not in ("bloc", "region"):
        return named.widened(named.start, end, how=OF_TWO)
    actor = denoter.cast.introduce(f"{kind.lower_} {noun.lower_}", "group")
    return Party(actor, kind.i, end, "description", how=OF_TWO)


def _set_apart(denoter: Denoter, first: Token, second: Token) -> bool:
    """Tell whether nobody is both: of two creeds, peoples or sides, or one is what the other is not."""
    one, other, words = first.lower_, second.lower_, denoter.words
    sides = words.either("adjectives.opposed", "adjectives.factional", "adjectives.contrasted")
    if (one in sides and other in sides and one != other) or other.removeprefix("non-") == one:
        return True
    named = [denoter.mention_at[token.i] for token in (first, second) if token.i in denoter.mention_at]
    kinds = {denoter.cast[party.actor].kind for party in named if party.via == "demonym"}
    return len(named) == 2 and one != other and bool(kinds) and kinds <= {"group", "bloc"}

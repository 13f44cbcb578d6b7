"""People who are called somebody's own by what they are: "*supporters* of Aristide", "Gaddafi *loyalists*"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.denoting.groups import themselves

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party

FOLLOWING = Frame(
    id="following-noun", type="affiliated.aligned", title=("supporter",), target=("owner", "of"), confidence=0.75
)
_TAKING_PART = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "agent", "appos"})
_LEADING = frozenset({"person", "organization", "armed_group"})


def followings(denoter: Denoter) -> Iterator[Candidate]:
    """Yield the followers of a leader, party or group, who take part in what the text tells, with whom they follow."""
    words = denoter.words["nouns.following"]
    plurals = {f"{word}s" for word in words}
    for noun in denoter.doc.occurrences(plurals | {word.title() for word in plurals}):
        if noun.dep_ not in _TAKING_PART or noun.i in denoter.mention_at or _only_tells_whose(denoter, noun):
            continue
        for leader in _leaders(denoter, noun):
            people = themselves(denoter, noun)
            yield Candidate(FOLLOWING, people, leader, noun, noun.i, noun.i + 1, FOLLOWING.type)


def _only_tells_whose(denoter: Denoter, noun: Token) -> bool:
    """Tell whether followers only say whose or what something is, and not how many: "the motives *of* supporters"."""
    return noun.head.lower_ == "of" and noun.head.head.lower_ not in denoter.words["nouns.numerous"]


def _leaders(denoter: Denoter, followers: Token) -> list[Party]:
    """Return whom people follow: "supporters of *Aristide*", "of the cleric *Sadr*", "*Gaddafi* loyalists"."""
    behind = denoter.syntax.prepositional(followers, "of")
    titled = [
        name for noun in behind for name in noun.rights if name.dep_ == "appos" and name.left_edge.i == noun.i + 1
    ]
    before = [child for child in followers.lefts if child.dep_ in ("compound", "poss", "nmod")]
    named = [denoter.mention_at.get(token.i) for token in (*behind, *titled, *before)]
    return [party for party in named if party is not None and denoter.cast[party.actor].kind in _LEADING]

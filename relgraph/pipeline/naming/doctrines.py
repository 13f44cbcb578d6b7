"""What states say by the programmes of their leaders: "the Truman Doctrine promised", "rejected the Baruch Plan"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.naming.persons import presidents
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.cast import Cast
    from relgraph.pipeline.nlp.parse import Doc
    from relgraph.pipeline.words import Words

DOCTRINE = "the state whose programme it is"


def doctrines(doc: Doc, text: str, found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Return the mentions with a programme called after a leader read as his state's: "the *Monroe Doctrine* warned".

    Only where the programme's noun has a capital: the "Trump plan" may be anybody's.
    """
    kinds = {word.capitalize() for word in words["documents.programmes"]}
    if not any(kind in text for kind in kinds):
        return found
    authors = presidents(words) | {entry[0]: entry[1] for entry in words.entries("documents.authors")}
    leaders = {party.end: cast[party.actor].parent for party in found if cast[party.actor].kind == "person"}
    made = []
    for token in doc.occurrences(kinds):
        if token.i == 0:
            continue
        state = authors.get(doc[token.i - 1].text) or leaders.get(token.i)
        if state is not None and state in cast:
            made.append(Party(state, token.i - 1, token.i + 1, "metonym", how=DOCTRINE))
    taken = {i for party in made for i in range(party.start, party.end)}
    return [party for party in found if taken.isdisjoint(range(party.start, party.end))] + made

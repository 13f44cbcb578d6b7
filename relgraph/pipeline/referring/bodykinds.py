"""What nouns for a body can mean: no charity is "the company", no club "the party", no corpse "the body"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from relgraph.pipeline.affiliating.titleowners import is_party
from relgraph.pipeline.arguments import SUBJECTS
from relgraph.pipeline.words import DONE_BY_ACTORS

if TYPE_CHECKING:
    from relgraph.model import Actor
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.words import Words


def is_of_people(body: Token, modified: Sequence[Token], words: Words) -> bool:
    """Tell whether a body is one of people: "the regional body", "the body condemned it", not "the human body"."""
    if modified:
        return modified[0].lower_ not in words["nouns.bodily"]
    return body.dep_ in SUBJECTS and body.head.lemma_ in words.either(*DONE_BY_ACTORS)


def may_be(lemma: str, body: Actor, words: Words) -> bool:
    """Tell whether a noun can be said of a body, by what is known of it and by its name."""
    name = body.name.lower()
    if lemma == "party":
        return is_party(body, words)
    if lemma == "union" and "union" not in name:
        return False
    if lemma in words["nouns.of_no_inquiry"] and words["nouns.of_inquiries"].intersection(name.split()):
        return False
    if body.kind == "igo" and lemma in words["nouns.of_no_union_of_states"]:
        return lemma in name.split()
    if body.sector == "NGO":
        return lemma in words["nouns.of_charities"] or lemma in name.split()
    return body.sector != "BUS" or lemma not in words["nouns.of_no_firm"]

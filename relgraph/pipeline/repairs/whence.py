"""People behind a verb, and where they are from: "met *farmers from Chad*", "accused *lawmakers in Chad* of lying"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.words import Words

_PEOPLE = ("nouns.group", "nouns.office", "nouns.role", "nouns.domestic", "nouns.people", "nouns.private_calling")


def hang_home(doc: Doc, words: Words) -> None:
    """Hang where people are from on their noun, if the verb before it says nothing of where it takes them from."""
    for phrase in doc.occurrences(("from", "in")):
        people = _people_before(phrase, words)
        if people is None or not _names_land(phrase):
            continue
        if phrase.lower_ == "from":
            belongs = phrase.head.lemma_ not in words["verbs.from_where"]
        else:  # what they are accused of follows: the phrase does not say where they were accused
            after = doc[phrase.right_edge.i + 1 : phrase.right_edge.i + 2]
            charged = any(token.lower_ == "of" and token.head.i == phrase.head.i for token in after)
            belongs = charged and phrase.head.lemma_ in words["verbs.judging"]
        if belongs:
            hang(phrase, people)


def _people_before(phrase: Token, words: Words) -> Token | None:
    """Return the people right before a phrase to whom its verb does something."""
    verb = phrase.head
    if phrase.dep_ != "prep" or verb.pos_ != "VERB" or phrase.i == 0:
        return None
    noun = phrase.nbor(-1)
    done_to = noun.dep_ == "dobj" and noun.head.i == verb.i and noun.pos_ == "NOUN"
    return noun if done_to and noun.base in words.either(*_PEOPLE) else None


def _names_land(phrase: Token) -> bool:
    """Tell whether a phrase has a name right behind its preposition, and no place before a further one."""
    names = [child for child in phrase.children if child.dep_ == "pobj" and child.pos_ == "PROPN"]
    return bool(names) and names[0].left_edge.i == phrase.i + 1

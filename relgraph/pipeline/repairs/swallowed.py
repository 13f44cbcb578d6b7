"""Nouns that a time or a verb read as a noun has swallowed: "In the autumn of 1956 *Hungary* was invaded"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL
from relgraph.pipeline.nlp.parse import hang
from relgraph.pipeline.repairs.addressed import set_addressed_apart

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.nlp.spans import Span
    from relgraph.pipeline.words import Words

_SUBJECTS = SUBJECTS | PASSIVE_SUBJECTS
_YEARS = range(1000, 2100)
_NOUNS = frozenset({"NOUN", "PROPN"})
_NO_VERB = frozenset({"NNS", "UH"})
"""What the parser makes of a verb in -s that it takes for none."""
_WITHIN = frozenset({"nmod", "compound", "amod"})
_NAMES = frozenset({"GPE", "NORP", "PERSON", "ORG"})


def free_swallowed(doc: Doc, words: Words) -> None:
    """Give subjects and objects back to their verbs; what each step mends is said there."""
    set_addressed_apart(doc, words)
    _after_year(doc)
    _so_many(doc, words)
    _of_that_time(doc, words)
    for sentence in doc.sents:
        _done_by_first(sentence)


def _after_year(doc: Doc) -> None:
    """Make a subject of a noun that was taken for what is counted by the year before it: "of 1956 *Hungary* was"."""
    for year in doc:
        noun = year.head
        if year.dep_ != "nummod" or not _is_year(year) or noun.dep_ != "pobj" or noun.left_edge.i != year.i:
            continue
        if noun.head.i != year.i - 1 or noun.pos_ not in _NOUNS:
            continue
        verb = next((above for above in noun.ancestors if above.pos_ in VERBAL), None)
        if verb is None or verb.i < noun.i or any(child.dep_ in _SUBJECTS for child in verb.children):
            continue
        passive = any(child.dep_ == "auxpass" for child in verb.children)
        hang(year, noun.head, "pobj")
        hang(noun, verb, "nsubjpass" if passive else "nsubj")


def _so_many(doc: Doc, words: Words) -> None:
    """Give a verb those whose number stands between two: "*Between ten and twenty* Chadians were killed"."""
    for between in doc.occurrences(("between", "Between", "From")):
        people = next((child for child in between.rights if child.dep_ == "pobj"), None)
        first = doc[between.i + 1] if between.i + 1 < len(doc) else between
        verb = between.head
        if people is None or first.dep_ != "nummod" or first.head is not people or people.base in words["nouns.time"]:
            continue
        if between.dep_ != "prep" or verb.pos_ != "VERB" or not any(one.pos_ == "NUM" for one in first.conjuncts):
            continue
        subject = between.i < verb.i and not any(child.dep_ in _SUBJECTS for child in verb.children)
        if subject or (between.i == verb.i + 1 and not any(child.dep_ == "dobj" for child in verb.children)):
            passive = any(child.dep_ == "auxpass" for child in verb.children)
            hang(people, verb, ("nsubjpass" if passive else "nsubj") if subject else "dobj")
            hang(between, people, "quantmod")


def _is_year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdigit() and int(token.text) in _YEARS


def _of_that_time(doc: Doc, words: Words) -> None:
    """Hang on a person the office that was taken into a time: "Kurz, at the time *its chancellor*"."""
    for opening in doc.occurrences(("at", "in", "for", "until")):
        inside = [child for child in opening.rights if child.dep_ == "pobj"]
        if opening.i < 2 or len(inside) != 2 or opening.nbor(-1).text != ",":
            continue
        time, office = inside
        if time.base not in words["nouns.time"] or office.left_edge.i != time.i + 1 or office.pos_ not in _NOUNS:
            continue
        person, after = doc[opening.i - 2], office.right_edge.i + 1
        if person.ent_type_ == "PERSON" and after < len(doc) and doc[after].text == ",":
            hang(office, person, "appos")


def _done_by_first(sentence: Span) -> None:
    """Make the verb of a sentence that has none of a form in -s between two nouns: "Uganda *shelters* a million".

    No comma parts what comes behind it, so that it can only be what the first noun does something to.
    """
    first = next((one for one in sentence if one.dep_ == "compound" and one.left_edge.i == sentence.start), None)
    if first is None or sentence.root.pos_ in VERBAL or first.ent_type_ not in _NAMES:
        return
    verb = first.head
    if verb.i == first.i + 1 and verb.lower_.endswith("s") and (thing := _thing_behind(verb)) is not None:
        _make_root(verb, first, thing)


def _thing_behind(verb: Token) -> Token | None:
    """Return the noun that begins right behind a word, which the parser set beside it or made its head."""
    if verb.dep_ == "ROOT" and verb.tag_ in _NO_VERB:
        beside = (c for c in verb.rights if c.dep_ in ("appos", "dobj") and c.left_edge.i == verb.i + 1)
        thing = next(beside, None)
        judged = thing is not None and thing.tag_ == "NN" and thing.left_edge.lower_ in ("a", "an")
        return None if judged else thing  # "Ukraine drones a threat to Russia"
    return verb.head if verb.tag_ == "VBZ" and verb.dep_ in _WITHIN and verb.head.dep_ == "ROOT" else None


def _make_root(verb: Token, first: Token, thing: Token) -> None:
    """Make a word the verb of its sentence, with one noun as its subject and another as its object."""
    outside = [] if thing.dep_ != "ROOT" else [c for c in thing.rights if c.dep_ == "punct"]
    hang(verb, verb, "ROOT")
    verb.pos_, verb.tag_ = "VERB", "VBZ"
    if verb.lemma_ == verb.lower_:
        verb.lemma_ = verb.lower_.removesuffix("s")
    first.pos_ = "PROPN"
    hang(first, verb, "nsubj")
    hang(thing, verb, "dobj")
    for mark in outside:
        hang(mark, verb, "punct")

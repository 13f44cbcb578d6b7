"""Verbs taken for nouns, adjectives or participles: "let Chadian planes *land*", "The *latter attacked* Peru"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang, take_place
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_WITHIN = frozenset({"compound", "nmod", "amod"})
_LONGEST_ACTOR = 4


def let_move(doc: Doc, words: Words) -> None:
    """Make a verb of what somebody is let, asked or forced to do: "let Chadian planes *land*", "told it to *dock*"."""
    moves = words["verbs.taken_for_nouns"]
    for let in doc.occurrences(("let", "lets", "letting")):
        move = next((child for child in let.children if child.dep_ == "dobj" and child.i > let.i), None)
        if let.pos_ == "VERB" and move is not None and move.i > let.i + 1 and move.lower_ in moves:
            mover = doc[move.i - 1]
            if mover.dep_ == "compound" and mover.head.i == move.i:
                _do(move, mover, let)
    for to in doc.occurrences(("to",)):
        if to.dep_ != "prep" or to.head.lemma_ not in words["verbs.making_move"] or to.i + 1 >= len(doc):
            continue
        move = doc[to.i + 1]
        moved = next((child for child in to.head.children if child.dep_ == "dobj" and child.i < to.i), None)
        if move.dep_ == "pobj" and move.lower_ in moves and (moved is not None or to.head.tag_ == "VBN"):
            verb = to.head
            hang(move, verb, "xcomp")
            hang(to, move, "aux")
            to.tag_, to.pos_ = "TO", "PART"
            move.tag_, move.pos_, move.lemma_ = "VB", "VERB", move.lower_
            if moved is not None:
                hang(moved, move, "nsubj")
                move.dep_ = "ccomp"


def make_infinitives(doc: Doc) -> None:
    """Make an infinitive of a bare verb behind a "to" that was taken for a preposition: "calls *to sanction* Peru"."""
    for to in doc.occurrences(("to",)):
        verb = to.nbor(1)
        if to.tag_ == "TO" or verb.tag_ != "VB" or verb.pos_ != "VERB" or verb.nbor(1).text == "-":
            continue
        if to.dep_ == "prep" and verb.dep_ == "pobj" and verb.head.i == to.i:
            above = to.head
            hang(verb, above, "xcomp")
            hang(to, verb, "aux")
            if above.dep_ == "dobj":
                for thing in [child for child in above.head.rights if child.dep_ == "dobj" and child.i > verb.i]:
                    hang(thing, verb, "dobj")
        if to.dep_ == "aux" and to.head.i == verb.i:
            to.tag_, to.pos_ = "TO", "PART"
            if verb.head.pos_ in ("NOUN", "PROPN") and verb.head.i < to.i:
                hang(verb, verb.head, "acl")


def _do(move: Token, mover: Token, verb: Token) -> None:
    """Let a noun that is a verb be the clause of another verb, with who was taken to modify it as its subject."""
    for child in [child for child in move.children if child.i < mover.i]:
        hang(child, mover, child.dep_)
    hang(mover, move, "nsubj")
    hang(move, verb, "ccomp")
    mover.pos_ = "NOUN" if mover.pos_ not in ("NOUN", "PROPN") else mover.pos_
    move.tag_, move.pos_, move.lemma_ = "VB", "VERB", move.lower_


def make_finite(doc: Doc, words: Words) -> None:
    """Make finite verbs of participles that have no passive: "Eritrea *seceded* from Ethiopia"."""
    for verb in doc.occurrences(words["verbs.without_passive"]):
        noun = verb.head
        if verb.tag_ != "VBN" or verb.dep_ not in ("acl", "amod") or noun.i > verb.i or noun.dep_ == "pobj":
            continue
        verb.tag_ = "VBD"
        above = noun.head
        if noun.dep_ == "ROOT":
            behind = [child for child in noun.children if child.i > verb.i]
            hang(verb, verb, "ROOT")
            for child in behind:
                hang(child, verb, child.dep_)
            hang(noun, verb, "nsubj")
        elif noun.dep_ == "nsubj" and any(c.dep_ == "nsubj" and c.i > verb.i for c in above.children):
            hang(verb, above, "parataxis")  # "the states *seceded*, and the Union fought"
            for child in [child for child in above.children if child.i < noun.i]:
                hang(child, verb, child.dep_)
            hang(noun, verb, "nsubj")
        else:
            hang(verb, noun, "relcl")


def make_past(doc: Doc, words: Words) -> None:
    """Make a verb of what goes on with a verb or has its own subject: "trained, *armed* and later left the rebels"."""
    for verb in doc.occurrences(words["verbs.taken_for_qualities"]):
        joined = verb.dep_ in ("conj", "advcl") and verb.head.tag_ == "VBD" and verb.head.i < verb.i
        does = joined or any(child.dep_ == "nsubj" and child.i < verb.i for child in verb.children)
        if verb.tag_ == "JJ" and does and any(child.dep_ == "conj" and child.tag_ == "VBD" for child in verb.children):
            verb.tag_, verb.pos_ = "VBD", "VERB"
            verb.lemma_ = verb.base = verb.lower_.removesuffix("ed")
            verb.dep_ = "conj" if joined else verb.dep_


def mend_latter(doc: Doc) -> None:
    """Let the latter do what was taken for an adjective of the object: "The *latter attacked* Peru"."""
    for latter in doc.occurrences(("latter",)):
        verb = doc[latter.i + 1] if latter.i + 2 < len(doc) else latter
        thing = verb.head
        past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and thing.pos_ == "PROPN")
        if past and verb.dep_ == "amod" and thing.i > verb.i and thing.left_edge.i == latter.i - 1:
            _do_to(thing, verb, latter)
            hang(doc[latter.i - 1], latter, "det")


def mend_doing(doc: Doc) -> None:
    """Let a subject do what was taken for an adjective of the object: "In 1721 *Sweden ceded* Livonia to Russia"."""
    for verb in doc:
        if verb.dep_ == "amod" and verb.tag_ == "VBD" and verb.head.i > verb.i:
            subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
            if subject is not None:
                thing = verb.head
                while thing.dep_ in _WITHIN and thing.head.i > thing.i:
                    thing = thing.head
                _do_to(thing, verb, subject)


def _do_to(thing: Token, verb: Token, doer: Token) -> None:
    """Put a verb in the place of its object, with who does it and what stands around the two."""
    above, dep = (verb, "ROOT") if thing.head is thing else (thing.head, thing.dep_)
    before = [child for child in thing.lefts if child.i < doer.left_edge.i]
    behind = [child for child in thing.rights if child.dep_ in ("prep", "punct") and child.lower_ != "of"]
    hang(verb, above, dep)
    hang(thing, verb, "dobj")
    hang(doer, verb, "nsubj")
    for child in (*before, *behind):
        hang(child, verb, child.dep_)
    verb.pos_, verb.tag_ = "VERB", "VBD"


def mend_founding(doc: Doc) -> None:
    """Make the bare verb of what is taken for a past form of "find": "left the army to *found* a party"."""
    for verb in doc.occurrences(["found"]):
        if verb.tag_ in ("VBD", "VBN") and any(child.tag_ == "TO" and child.i < verb.i for child in verb.children):
            verb.tag_, verb.lemma_, verb.base = "VB", "found", "found"


def mend_massing(doc: Doc, words: Words) -> None:
    """Make the verb of what was taken for an adjective of its object: "Chad is *massing* troops"."""
    for verb in doc.occurrences(words["verbs.taken_for_adjectives"]):
        thing, be = verb.head, verb.head.head
        if verb.dep_ != "amod" or thing.dep_ != "attr" or be.lemma_ != "be" or thing.left_edge.i != verb.i:
            continue
        verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBG", verb.lower_.removesuffix("ing")
        verb.base = verb.lemma_
        take_place(verb, be)
        for child in [child for child in be.children if child.i != verb.i]:
            hang(child, verb, child.dep_)
        hang(be, verb, "aux")
        hang(thing, verb, "dobj")


def read_headlines(doc: Doc, words: Words) -> None:
    """Make a verb of what a headline says that somebody does: "UK *sanctions* Peruvian officers over raid"."""
    for act in doc.occurrences(words["verbs.of_headlines"]):
        root = act.head
        if act.dep_ not in ("compound", "nmod") or root.dep_ != "ROOT" or root.pos_ not in ("NOUN", "PROPN"):
            continue
        before = doc[act.sent.start : act.i]
        if not 0 < len(before) <= _LONGEST_ACTOR or any(t.pos_ != "PROPN" and t.tag_ != "NN" for t in before):
            continue
        if not before[0].text[0].isupper() or doc[act.i + 1].pos_ not in ("ADJ", "NOUN", "PROPN", "NUM"):
            continue
        if any(child.dep_ in _SUBJECTS or child.pos_ == "AUX" for child in root.children):
            continue
        if root.base in words["nouns.ruling"]:
            continue  # "UK sanctions regime"
        people = root.base in words["nouns.group"] or root.base in words["nouns.person_word"]
        if not people and all(child.i < act.i or child.is_lower for child in root.children if child.i < root.i):
            continue  # "UK sanctions policy"
        phrases = [
            child for child in root.children if child.dep_ == "prep" and child.lower_ in ("over", "for", "after")
        ]
        doer = before[-1]
        while doer.head.i < act.i and doer.head.i != doer.i:
            doer = doer.head
        hang(act, act, "ROOT")
        hang(root, act, "dobj")
        hang(doer, act, "nsubj")
        for phrase in phrases:
            hang(phrase, act)
        act.tag_, act.pos_ = "VBZ", "VERB"
        act.lemma_ = act.base = _bare(act.lower_)


def _bare(form: str) -> str:
    """Return the infinitive of a verb's third person: "sanctions", "launches"."""
    return form[:-2] if form.endswith(("ches", "shes", "sses")) else form[:-1]

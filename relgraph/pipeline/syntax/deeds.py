"""Nouns for what one does to another or thinks of him: whose they are, in which clause and of what they are a part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.syntax.syntax import Syntax
    from relgraph.pipeline.words import Words

_PEOPLE = ("nouns.relational", "nouns.group", "nouns.role")
_WARTIME = frozenset(
    {"aim", "goal", "objective", "debt", "loan", "production", "materiel", "cabinet", "record", "bond"}
)
"""What a state at war has for itself."""

_POSED = frozenset({"to", "against", "on"})


def is_stance(denoter: Denoter, noun: Token) -> bool:
    """Tell whether a noun is what one demands, thinks of or does to another: "Western calls", no "allies"."""
    lemma = noun.base
    stance = lemma in denoter.lexicon.stances or lemma in denoter.lexicon.measures
    return stance and not any(lemma in denoter.words[name] for name in _PEOPLE)


def is_deed(denoter: Denoter, noun: Token) -> bool:
    """Tell whether a noun is something done to another: "the Saudi-led *campaign*", no "coalition", no "efforts"."""
    lemma = noun.base
    suffered = denoter.lexicon.suffered
    hostile = lemma in denoter.words["means.fights"] or any(
        (lemma, slot) in suffered for slot in ("against", "on", "of")
    )
    # "US-led coalition strikes" are the coalition's, "US-led military strikes" are not the military's
    others = [lemma, *(c.base for c in noun.children if c.dep_ == "compound" and c.lower_ != "military")]
    return hostile and not any(word in denoter.words[name] for name in _PEOPLE for word in others)


def is_said(words: Words, noun: Token) -> bool:
    """Tell whether a noun is something said or written on a subject: "a comment", "a statement"."""
    lemma = noun.base
    return lemma in words["nouns.speech"] or lemma in words["documents.kinds"]


def is_spoken_of(noun: Token, words: Words) -> bool:
    """Tell whether an agent after a noun belongs to its verb: "the killing of monks was condemned *by Chile*"."""
    return noun.dep_ == "nsubjpass" and noun.head.lemma_ in words["verbs.stance"]


def made_in(syntax: Syntax, noun: Token, clause: Token) -> Token | None:
    """Return the verb of a relative clause of which a noun is the object: "a pact that Chad sought to *make*"."""
    for verb in (clause, *(child for child in clause.children if child.dep_ == "xcomp")):
        if any(noun.i == token.i for token in syntax.objects(verb)):
            return verb
    return None


def measures(noun: Token, words: Words) -> Iterator[Token]:
    """Yield what a noun is so much or such a part of: "*two years* of fighting", "*$2 billion* in aid"."""
    token = noun
    for _ in range(3):
        if token.dep_ != "pobj" or token.head.lower_ not in ("of", "in"):
            return
        whole = token.head.head
        lemma = whole.base
        part = whole.pos_ == "NUM" or any(
            lemma in words[name]
            for name in ("nouns.partitive", "nouns.time", "nouns.dull", "nouns.money", "nouns.amount")
        )
        if not part or (token.head.lower_ == "in" and not (whole.pos_ == "NUM" or lemma in words["nouns.money"])):
            return
        yield whole
        token = whole


def takings(noun: Token, words: Words) -> Iterator[Token]:
    """Yield the verb by which a letter comes, on which its "from" may hang: "*received* a letter from Chad"."""
    verb = noun.head
    if noun.dep_ == "dobj" and noun.base in words["nouns.message"] and verb.lemma_ in ("get", "receive"):
        yield verb


def is_broken(noun: Token, kind: str, words: Words) -> bool:
    """Tell whether a treaty is broken, and none is made: "tore up its *treaty* with Chile"; `kind` is a type."""
    others = any(child.lower_ == "between" for child in noun.children)
    made = kind == "cooperates.agrees" and noun.dep_ in ("dobj", "nsubjpass") and not others
    return made and noun.head.lemma_ in words["verbs.breaking"]


def is_wartime(noun: Token) -> bool:
    """Tell whether a war is a world war or what a state at war has for itself: "their war *aims*", "war *debts*"."""
    if noun.base in _WARTIME:
        return any(child.lower_ == "war" for child in noun.children)
    if noun.base != "war" or noun.i == 0 or noun.i + 1 >= len(noun.doc):
        return False
    return noun.nbor(-1).lower_ == "world" or noun.nbor(1).lower_.removesuffix("s") in _WARTIME


def is_posed_to(noun: Token) -> bool:
    """Tell whether a clause behind a noun says to whom it is done: "the threat posed by Chad *to Mali*"."""
    return any(
        clause.dep_ in ("acl", "relcl")
        and clause.tag_ == "VBN"
        and any(child.dep_ in ("prep", "dative") and child.lower_ in _POSED for child in clause.children)
        for clause in noun.children
    )


def doers_of(act: Token) -> list[Token]:
    """Return by whom an act is to be done, whatever word of its phrase the parser hung him on."""
    below = [act, *(thing for of in act.children if of.lower_ == "of" for thing in of.children)]
    agents = (by for word in below for by in word.children if by.lower_ == "by" and by.dep_ in ("prep", "agent"))
    return [doer for by in agents for doer in by.children if doer.dep_ == "pobj"]

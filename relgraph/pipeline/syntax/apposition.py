"""What words hang on in the sentence, where the parse alone does not say: names of nouns, and who has things done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_CALLED = frozenset({"known", "called", "named", "dubbed"})


def named_as(noun: Token, words: Words) -> Token:
    """Return the name of which a noun is said: "*Juan Pardo* is a general who", "the *PKK*, a group that".

    None is called a deed ("recognised Croatia, a *step* that"). Between a plural and an of-phrase, a singular in
    apposition is said of the latter: "leaders of the *PKK*, a group".
    """
    if noun.pos_ != "NOUN" or noun.tag_ != "NN":
        return noun
    if noun.dep_ == "attr" and noun.head.lemma_ in ("be", "become", "remain"):
        if any(child.dep_ == "neg" for child in noun.head.children):
            return noun
        return next((c for c in noun.head.children if c.dep_ == "nsubj" and c.pos_ == "PROPN"), noun)
    if noun.dep_ == "nsubj" and noun.head.lemma_ in ("be", "remain"):
        # "the country that Chad depends on is *France*"
        named = (c for c in noun.head.children if c.dep_ == "attr" and c.pos_ == "PROPN")
        return noun if any(child.dep_ == "neg" for child in noun.head.children) else next(named, noun)
    if noun.dep_ != "appos" or noun.base in words["events.general"]:
        return noun
    host = noun.head
    while host.dep_ == "appos" and host.head.pos_ in ("NOUN", "PROPN"):
        host = host.head
    if host.pos_ == "PROPN":
        return host
    inside = [token for child in host.children if child.lower_ == "of" for token in child.children]
    plural = host.tag_ == "NNS"
    return next((token for token in inside if plural and token.dep_ == "pobj" and token.pos_ == "PROPN"), noun)


def agreeing(head: Token, pronoun: Token, verb: Token) -> Token:
    """Return the noun before a relative pronoun with which the verb agrees, if it does not with the parser's choice.

    Examples: "relations with *Hamas*, which comprises two wings", "Kenya and *Chad*, which supports Mali".
    """
    if pronoun.dep_ not in ("nsubj", "nsubjpass") or pronoun.i < 2:
        return head
    finite = next((child for child in verb.children if child.dep_ in ("aux", "auxpass") and child.tag_ != "TO"), verb)
    before = pronoun.nbor(-1)
    if before.text == ",":
        before = before.nbor(-1)
    singular = finite.tag_ == "VBZ" or finite.lower_ == "was"
    if singular or finite.tag_ == "VBP" or finite.lower_ == "were":
        listed = _last_joined(head, pronoun) if singular else _first_joined(head)
        if listed.i != head.i:
            return listed
    return before if singular and head.tag_ == "NNS" and before.tag_ == "NNP" and before.i > head.i else head


def not_denied(noun: Token) -> Token:
    """Return the noun before one that is only denied: "the *French*, not the British, who armed them"."""
    denial = next((child for child in noun.children if child.dep_ == "neg"), None)
    first = noun.left_edge
    if denial is None and noun.dep_ == "appos" and first.i > 0 and first.nbor(-1).lower_ == "not":
        return noun.head  # the parser may hang the "not" on the other
    if denial is None:
        return noun
    if noun.dep_ == "appos":
        return noun.head
    before = [c for c in noun.lefts if c.dep_ in ("nmod", "compound") and c.pos_ == "PROPN" and c.i < denial.i]
    return before[-1] if before else noun


def _last_joined(noun: Token, pronoun: Token) -> Token:
    """Return the last noun that is coordinated with a noun before a pronoun: "Kenya and *Chad*, which supports"."""
    joined = [child for child in noun.children if child.dep_ == "conj" and child.i < pronoun.i]
    return _last_joined(joined[-1], pronoun) if joined else noun


def _first_joined(noun: Token) -> Token:
    """Return the first of a list of single actors: "*Kenya* and Chad, which support"."""
    single = noun.tag_ in ("NNP", "NN") and noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN")
    return _first_joined(noun.head) if single else noun


def answered(head: Token, pronoun: Token, verb: Token, words: Words) -> Token:
    """Return the demand of which a clause says how it was answered, not what was demanded.

    Example: "made *demands* for compensation, which Chile rejected".
    """
    above = head.head.head if head.dep_ == "pobj" else head
    replies = verb.lemma_ in words["verbs.answering"] and pronoun.dep_ in ("dobj", "nsubjpass")
    asked = words["nouns.asked"]
    fits = above.base in asked and head.base not in asked and not head.ent_type_
    return above if replies and above.pos_ == "NOUN" and fits else head


def whose_deed(noun: Token, pronoun: Token, verb: Token, words: Words) -> Token:
    """Return who does what a clause says upset somebody, not a name before it: "*Chad* armed Mali, which angered"."""
    if pronoun.lower_ != "which" or verb.lemma_ not in words["verbs.upsetting"] or noun.pos_ not in ("PROPN", "NUM"):
        return noun
    deed = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.nbor(1).text != "," or deed.pos_ not in ("VERB", "AUX") or noun.i < deed.i:
        return noun
    agents = [doer for child in deed.children if child.dep_ == "agent" for doer in child.children if doer.i <= noun.i]
    return next(iter(agents), next((child for child in deed.children if child.dep_ == "nsubj"), noun))


def is_second(noun: Token, apposed: Token) -> bool:
    """Tell whether a headline joins two by a comma: "Carter, Iraqi *minister* discuss" is no one who discusses."""
    verb = noun.head
    return (
        noun.dep_ == "nsubj"
        and noun.tag_ in ("NNP", "NN")
        and verb.tag_ == "VBP"
        and apposed.right_edge.i + 1 == verb.i
        and not any(child.dep_ in ("conj", "cc") for child in noun.children)
    )


def led_by(person: Token) -> Token:
    """Return the body that a person is named with, who is not "which": "a *faction* under Sison, which split"."""
    link = person.head
    if person.dep_ != "pobj" or link.head.i == link.i:
        return person
    host = link.head
    if host.dep_ == "acl" and host.tag_ == "VBN":
        host = host.head  # "a militia led by Sison, which"
    return host if host.pos_ == "NOUN" else person


def takes_of(noun: Token, words: Words) -> bool:
    """Tell whether the of-phrase after an object is what it is accused of, not whose it is: "accused the army of"."""
    return noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in words["verbs.taking_of"]


def agree(noun: Token, name: Token) -> bool:
    """Tell whether a name can be what a noun before it means: "its neighbour, Chad", not "diplomats, Mali three"."""
    counted = any(child.dep_ == "nummod" for child in name.children)
    return not (noun.tag_ == "NNS" and name.tag_ == "NNP" and counted)


def called_by_name(noun: Token) -> Token | None:
    """Return the name that something is said to have: "a group known as *Hamas*", "the force called *Wagner*"."""
    for clause in noun.children:
        if clause.dep_ == "acl" and clause.lower_ in _CALLED and clause.i > noun.i:
            for child in clause.children:
                if child.dep_ == "oprd" and child.pos_ == "PROPN":
                    return child
                if child.lower_ == "as":
                    return next((name for name in child.children if name.dep_ == "pobj" and name.pos_ == "PROPN"), None)
    return None

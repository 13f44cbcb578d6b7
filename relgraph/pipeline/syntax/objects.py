"""Objects that the parse does not show as such: left out, shared with another verb, or hung in the wrong clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import OBJECTS, PASSIVE_SUBJECTS, SUBJECTS, VERBAL
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_PARTICLES = frozenset({"in", "up", "down", "off", "out", "over", "away", "back"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_LYING = frozenset({"in", "near", "off", "on", "at", "during", "since", "outside"})
_SETTINGS = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})
_TIMES = frozenset({"war", "fighting", "battle", "raid", "attack", "offensive", "protest", "demonstration", "border"})
_WHY = frozenset({"for", "on", "over", "after"})
_CHARGES = frozenset({"charge", "suspicion", "allegation", "accusation"})
_ANSWERS = ("verbs.stance", "verbs.dismissing", "replies.no", "replies.yes")


def taken_for_subject(verb: Token) -> Token | None:
    """Return the object of a that-clause that was given to the verb after it.

    Example: "The fear that Peru had armed *the rebels* grew", where the parser has the rebels grow.
    """
    if not any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children):
        return None
    noun = verb.head
    if verb.dep_ not in ("acl", "relcl") or noun.pos_ != "NOUN":
        return None
    if noun.dep_ in SUBJECTS | PASSIVE_SUBJECTS:
        # "The charge that Peru had armed the rebels was rejected", which then has two subjects
        return next((c for c in noun.head.children if c.dep_ == noun.dep_ and c.left_edge.i == verb.i + 1), None)
    if noun.dep_ != "ROOT":
        return None
    for clause in verb.rights:
        finite = clause.tag_ in _FINITE or any(child.tag_ in _FINITE for child in clause.children)
        if clause.dep_ in ("ccomp", "advcl") and finite and not any(child.dep_ == "mark" for child in clause.children):
            for child in clause.children:
                if child.dep_ in (*SUBJECTS, "nsubjpass") and child.left_edge.i == verb.i + 1:
                    return child
    return None


def behind_particle(verb: Token) -> list[Token]:
    """Return the object that the parser hung on the particle of a verb: "sounded out *Chile*"."""
    return [
        token
        for particle in verb.children
        if particle.dep_ == "prt"
        for token in particle.children
        if token.dep_ == "pobj" and token.i > particle.i
    ]


def is_infinitive(verb: Token) -> bool:
    """Tell whether the verb stands with "to"."""
    return verb.tag_ == "VB" and any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)


def is_joined(conjunct: Token) -> bool:
    """Tell whether a conjoined verb has no subject of its own."""
    return not any(child.dep_ in SUBJECTS or child.dep_ in PASSIVE_SUBJECTS for child in conjunct.children)


def shares(verb: Token, other: Token) -> bool:
    """Tell whether coordinated verbs have one object: "trained, armed and then abandoned *the rebels*"."""
    return other.i - verb.i <= 4 or not any(
        token.pos_ in ("NOUN", "PROPN", "PRON") for token in verb.doc[verb.i + 1 : other.i]
    )


def shared(verb: Token) -> list[Token]:
    """Return the object of the verb that goes on with one that has none: "signed and later broke *a treaty*"."""
    beside = verb.head.children if verb.dep_ == "conj" and verb.head.pos_ in VERBAL else ()
    for child in (*verb.children, *(other for other in beside if other.i > verb.i)):
        if child.dep_ == "prep" and verb.i < child.i:
            break  # "turned against them and sent an army": the first verb has its own complement
        if child.dep_ == "conj" and child.pos_ in VERBAL and is_joined(child) and shares(verb, child):
            inner = [word for word in child.children if word.dep_ == "xcomp" and is_infinitive(word)]
            for deed in (child, *inner):  # "criticised, but refused to sanction, *the regime*"
                if found := [token for token in deed.children if token.dep_ in OBJECTS]:
                    return found
            if child.nbor(-1).lower_ in ("nor", "or") and child.nbor(-2).i == verb.i:
                # "neither recognises nor trades with *Chad*"
                phrases = (phrase for phrase in child.children if phrase.dep_ == "prep" and phrase.i == child.i + 1)
                return [token for phrase in phrases for token in phrase.children if token.dep_ == "pobj"]
    return []


def held_back(verb: Token) -> list[Token]:
    """Return the object that two verbs with subjects of their own share: "Chad arms, and Mali fights, *the rebels*"."""
    doc, after = verb.doc, verb.i + 1
    if verb.dep_ == "relcl" or after + 3 >= len(doc) or doc[after].text != "," or doc[after + 1].dep_ != "cc":
        return []
    for other in verb.children:
        if other.dep_ == "conj" and other.pos_ in VERBAL and not is_joined(other) and doc[other.i + 1].text == ",":
            return [token for token in other.children if token.dep_ in OBJECTS and token.i > other.i + 1]
    return []


def easily_done(verb: Token, words: Words) -> Token | None:
    """Return what an infinitive is easily or hardly done to: "*Chad* is hard for its neighbours to attack"."""
    copula = verb.head if verb.head.pos_ in VERBAL else verb.head.head
    if not is_infinitive(verb) or copula.lemma_ != "be" or verb.dep_ not in ("advcl", "xcomp", "ccomp"):
        return None
    if not any(c.dep_ == "acomp" and c.base in words["adjectives.doable"] for c in copula.children):
        return None
    return next((c for c in copula.children if c.dep_ == "nsubj" and c.lower_ != "it" and c.i < copula.i), None)


def lacks_relative_pronoun(verb: Token) -> bool:
    """Tell whether a relative clause has left out its object: "the militias Iran supports"."""
    return (
        verb.dep_ == "relcl"
        and not any(
            child.tag_ in ("WDT", "WP", "WP$", "WRB")  # "the election, where Peru opposed it"
            or child.dep_ == "ccomp"  # "the raids, which many had warned would come"
            or (child.dep_ in ("prep", "agent") and child.i > verb.i and not _says_where(child))
            for child in verb.children
        )
        and any(child.dep_ in SUBJECTS and child.lower_ != "that" for child in verb.children)
    )


def _says_where(phrase: Token) -> bool:
    """Tell whether a phrase only says where, when or why: what is left out is the object: "it seized *off* Aden".

    So does one that says to whom: "the arms it sent *to* Peru".
    """
    inside = [child for child in phrase.children if child.i > phrase.i]
    if phrase.lower_ == "as":
        return True  # "a claim Peru rejected *as* absurd"
    if phrase.lower_ in ("to", "from") and any(child.dep_ == "pobj" for child in inside):
        return True
    if phrase.lower_ in _WHY and any(child.dep_ == "pcomp" or child.base in _CHARGES for child in inside):
        return True
    return phrase.lower_ in _LYING and any(child.dep_ == "pobj" and _is_setting(child) for child in inside)


def _is_setting(noun: Token) -> bool:
    return noun.ent_type_ in _SETTINGS or noun.base in _TIMES


def imposed(verb: Token, words: Words) -> Token | None:
    """Return what a relative clause without a pronoun does to or with somebody: "the *curbs* Chile placed on imports".

    So also "the talks Mali held with Chad", but not "the day war began with a raid".
    """
    if verb.dep_ != "relcl" or verb.head.pos_ != "NOUN" or verb.head.base in words["nouns.time"]:
        return None
    children = list(verb.children)
    if verb.lemma_ not in words["verbs.imposing"]:
        made = verb.lemma_ in words.either("verbs.light", "verbs.starting", "works.making")
        if not made or any(child.tag_ in ("WDT", "WP", "WP$", "WRB") or is_bare(child) for child in children):
            return None
    own = any(
        child.dep_ in SUBJECTS and child.tag_ not in ("WDT", "WP") and child.lower_ != "that" for child in children
    )
    return verb.head if own and not any(child.dep_ in OBJECTS for child in children) else None


def is_bare(phrase: Token) -> bool:
    """Tell whether a preposition has no object: "the coast Mali made war *on*"."""
    return phrase.dep_ == "prep" and not any(child.dep_ in ("pobj", "pcomp", "prep") for child in phrase.children)


def answered_thing(verb: Token, words: Words) -> list[Token]:
    """Return the noun whose answer a clause is that was taken for its content: "a *claim* that Chile rejected"."""
    noun = verb.head
    if verb.dep_ not in ("acl", "relcl") or verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP"):
        return []
    if not any(child.lower_ == "that" and child.dep_ in ("mark", *OBJECTS) for child in verb.children):
        return []
    if any(child.dep_ in (*OBJECTS, "ccomp", "xcomp") and child.lower_ != "that" for child in verb.children):
        return []
    answers = any(verb.lemma_ in words[name] for name in _ANSWERS)
    said = noun.base in words.either("events.general", "nouns.said_or_decided")
    return [noun] if answers and said else []


def granted(verb: Token, words: Words) -> list[Token]:
    """Return the recipient that the parser made the subject of what is granted: "refused *diplomats* access"."""
    if verb.lemma_ not in words["verbs.granting"]:
        return []
    for child in verb.children:
        if child.dep_ == "ccomp" and child.i > verb.i and (child.pos_ == "NOUN" or child.lower_ == "access"):
            bare = not any(word.dep_ in ("mark", "aux", "cop") for word in child.children)
            return [token for token in child.children if bare and token.dep_ in SUBJECTS]
    return []


def is_small_clause(clause: Token) -> bool:
    """Tell whether a clause has no conjunction and no auxiliary but "to"."""
    return clause.tag_ in ("VB", "VBP", "VBG") and not any(
        child.dep_ == "mark" or (child.dep_ == "aux" and child.tag_ != "TO") for child in clause.children
    )


def raised(preposition: Token) -> list[Token]:
    """Return the object that a preposition shares with the next verb: "cooperates with and supports *Peru*"."""
    doc, after = preposition.doc, preposition.i + 1
    parted = after + 1 < len(doc) and doc[after].text == ","
    if after >= len(doc) or doc[after + parted].lower_ not in ("and", "or", "but"):
        return []
    verb = preposition.head if preposition.head.pos_ in VERBAL else preposition.head.head
    others = [other for other in verb.children if other.dep_ == "conj" and other.i > after and other.pos_ in VERBAL]
    return [
        token
        for other in others
        if is_joined(other)
        for token in (other.subtree if parted else other.children)
        if (
            token.dep_ in (*OBJECTS, "pobj") and doc[token.left_edge.i - 1].text == ","
            if parted
            else token.dep_ in OBJECTS
        )
    ]


def is_stranded(preposition: Token) -> bool:
    """Tell whether a preposition ends a relative clause: "the agency she works for", "which Mali depends on"."""
    verb = preposition.head
    return (
        verb.dep_ == "relcl"
        and preposition.i > verb.i
        and not any(True for _ in preposition.children)
        and not any(
            child.tag_ == "WP$" or (child.tag_ in ("WDT", "WP") and child.dep_ not in ("dobj", "pobj", "mark"))
            for child in verb.children
        )
    )


def passed_by(preposition: Token) -> list[Token]:
    """Return of whom a passive with a bare preposition is said: "*two ships* were fired upon by the forts"."""
    verb = preposition.head
    bare = preposition.i == verb.i + 1 and not any(True for _ in preposition.children)
    if not bare or verb.tag_ != "VBN" or not any(child.dep_ == "agent" for child in verb.children):
        return []
    if verb.dep_ == "acl":
        return [verb.head]
    found = [child for child in verb.children if child.dep_ in PASSIVE_SUBJECTS]
    if not found and verb.dep_ == "conj":
        found = [child for child in verb.head.children if child.dep_ in PASSIVE_SUBJECTS]
    return found


def bracketed(preposition: Token, objects: list[Token]) -> list[Token]:
    """Return what is added in brackets with the same preposition: "the pact with Chad (and with Mali)"."""
    doc = preposition.doc
    at = objects[-1].right_edge.i + 1 if objects else len(doc)
    if at + 3 >= len(doc) or doc[at].text != "(" or doc[at + 2].lower_ != preposition.lower_:
        return []
    added = doc[at + 2]
    if doc[at + 1].dep_ != "cc" or added.head.i == preposition.i:
        return []
    return [child for child in added.children if child.dep_ == "pobj"]


def added_with(preposition: Token) -> list[Token]:
    """Return what "as well as" adds with the same preposition: "from Chad as well as *from Mali*"."""
    return [
        token
        for link in preposition.children
        if link.dep_ == "cc" and link.i > preposition.i
        for again in link.children
        if again.dep_ == "prep" and again.lower_ == preposition.lower_
        for token in again.children
        if token.dep_ == "pobj"
    ]


def after_particle(verb: Token, word: Token) -> list[Token]:
    """Return what follows a particle beside its verb that is no preposition, whatever the parser says."""
    if word.i != verb.i + 1 or word.dep_ != "prep" or word.lower_ not in _PARTICLES:
        return []
    return [child for child in word.children if child.dep_ == "pobj"]

"""What a clause stands for in its sentence, beyond its own words: asked, supposed, called true or false, or claimed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_SUBJECTS = SUBJECTS | PASSIVE_SUBJECTS
_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_INVERTED = ("should", "were", "had")
_SINGLED_OUT = ("first", "last", "only", "alone")
_NO_OCCASION = frozenset(
    {"time", "point", "moment", "circumstance", "way", "account", "means", "case", "event", "stage"}
)


def is_judged(noun: Token, words: Words) -> bool:
    """Tell whether somebody only says what he thinks of a deed: "called *the takeover* of the mine a mistake"."""
    verb = noun.head
    calls = noun.dep_ == "dobj" and verb.lemma_ in words["verbs.glossing"]
    return calls and any(child.dep_ == "oprd" and child.i > noun.i for child in verb.children)


def is_uttered(noun: Token, words: Words) -> bool:
    """Tell whether somebody says something by offering it: "offered *an apology*", "extended *its condolences*"."""
    offers = noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in words["verbs.conveying"]
    return offers and noun.base in words["nouns.uttered"]


def is_under_way(noun: Token, words: Words) -> bool:
    """Tell whether a quarrel or effort of somebody's is there, whatever is wished: "wants arms for *its war*".

    So is a quarrel *in* which one is helped or not: "will no longer help Chad in *its war*".
    """
    phrase = noun.head
    if noun.dep_ != "pobj" or phrase.dep_ != "prep":
        return False
    beside = phrase.head.pos_ == "NOUN" and noun.base in words.either("nouns.quarrel", "nouns.ongoing")
    during = phrase.lower_ == "in" and phrase.head.pos_ == "VERB" and noun.base in words["nouns.quarrel"]
    if not (beside or during):
        return False
    return any(child.dep_ == "poss" for child in noun.children)


def is_performed(clause: Token, verb: Token, words: Words) -> bool:
    """Tell whether a speaker does what he says that he wants to do: "I want to *thank* Chad", "I wish to *condemn*"."""
    if verb.lemma_ not in words["verbs.wishing"] or clause.lemma_ not in words["verbs.performed"]:
        return False
    first = words.either("pronouns.first_singular", "pronouns.first_plural")
    return any(child.dep_ == "nsubj" and child.lower_ in first for child in verb.children)


def is_inverted(clause: Token) -> bool:
    """Tell whether a clause is a condition by the order of its words: "Had Peru attacked", "Should Chile attack".

    "Not only *had* Peru attacked" is turned round because of what stands first.
    """
    subjects = [child.left_edge.i for child in clause.children if child.dep_ in _SUBJECTS]
    first = next((child for child in clause.children if child.dep_ not in ("cc", "punct")), clause)
    opens = first.dep_ in ("aux", "auxpass") and first.lower_ in _INVERTED
    if clause.lower_ == "were" and clause.dep_ == "advcl":
        first, opens = clause, True  # "*Were* China to attack", of which "were" is taken for the verb
    return bool(subjects) and opens and first.i < subjects[0]


def is_turned_condition(clause: Token) -> bool:
    """Tell whether a clause beside its main clause is a condition by the order of its words."""
    beside = clause.dep_ == "advcl" or (clause.dep_ == "ccomp" and clause.i < clause.head.i)
    return beside and is_inverted(clause)


def is_asked(verb: Token) -> bool:
    """Tell whether the main verb of a sentence is asked about with yes or no: "Did Peru attack Chile?".

    "Why did Peru attack Chile?" takes it for granted.
    """
    if verb.dep_ != "ROOT" or not any(token.text == "?" for token in verb.sent[-2:]):
        return False
    subjects = [child.i for child in verb.children if child.dep_ in _SUBJECTS]
    auxiliaries = [child.i for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if not subjects or not auxiliaries or min(auxiliaries) > min(subjects):
        return False
    return not any(
        token.tag_ in ("WRB", "WP", "WDT", "WP$") for token in verb.sent[: min(auxiliaries) - verb.sent.start]
    )


def is_no_occasion(phrase: Token) -> bool:
    """Tell whether a phrase denies its clause: "at no time", "under no circumstances"; not "in no time"."""
    return phrase.dep_ == "prep" and any(
        noun.base in _NO_OCCASION and any(child.dep_ == "det" and child.lower_ == "no" for child in noun.children)
        for noun in phrase.children
        if (phrase.lower_, noun.lower_) != ("in", "time")
    )


def takes_for_granted(verb: Token) -> bool:
    """Tell whether a "not" leaves what follows as it is: "was not alone in doing it", "was not the first to do it"."""
    return verb.lemma_ == "be" and any(
        child.lower_ in _SINGLED_OUT or any(own.lower_ in _SINGLED_OUT for own in child.children if own.dep_ == "amod")
        for child in verb.children
        if child.dep_ in ("acomp", "attr")
    )


def verdict(verb: Token, words: Words) -> bool | None:
    """Return whether a verb calls its clause true or false ("it is not true that", "is false"), or None for neither."""
    if verb.lemma_ != "be":
        return None
    denied = any(child.dep_ == "neg" for child in verb.children)
    for child in verb.children:
        if child.dep_ in ("acomp", "attr"):
            if child.lower_ in words["adjectives.untrue"]:
                return denied
            if child.lower_ in words["adjectives.true"]:
                return not denied
    return None


def claim_of(clause: Token, words: Words) -> Token | None:
    """Return the noun whose content a clause is, if it is one of claiming: "reports that Peru attacked"."""
    noun = clause.head
    if clause.dep_ not in ("acl", "relcl", "ccomp") or noun.base not in words["nouns.claim"]:
        return None
    return noun if any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children) else None


def denials(claim: Token, words: Words) -> Iterator[Token]:
    """Yield the verb that denies a claim: "Peru rejected claims that", "the claim that … is false"."""
    verb = claim.head
    dismissed = claim.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in words["verbs.dismissing"]
    if dismissed or (claim.dep_ == "nsubj" and verdict(verb, words) is False):
        yield verb


def is_denied(noun: Token, words: Words) -> bool:
    """Tell whether a deed is denied by what is said of it: "denied a *role* in", "*accusations* of", "*reports* of"."""
    verb, lemma = noun.head, noun.base
    if noun.dep_ not in ("dobj", "nsubjpass") or noun.pos_ != "NOUN":
        return False
    if any(claim_of(child, words) is not None for child in noun.children):
        return False  # of "rejected the claim that" the clause is denied already
    if lemma in words["nouns.claim"] and verb.lemma_ in words["verbs.dismissing"]:
        return True
    return verb.lemma_ in words["verbs.denying"] and (lemma in words["nouns.share"] or lemma in words["nouns.accusing"])


def is_disowned(deed: Token) -> bool:
    """Tell whether somebody denies all deeds of a kind, of his own: "denied *any* attack on Chad".

    What is denied "to" somebody is refused to him, and so is what one means "to deny".
    """
    denied = deed.dep_ in ("dobj", "nsubjpass") and deed.head.lemma_ == "deny" and deed.pos_ == "NOUN"
    own = (
        denied and deed.head.tag_ != "VB" and any(child.dep_ == "det" and child.lower_ == "any" for child in deed.lefts)
    )
    return own and not any(child.lower_ == "to" for child in deed.rights)


def says_nothing(clause: Token, verb: Token) -> bool:
    """Tell whether a verb after a clause reports no word of it: "Chile left; Peru did not comment"."""
    return clause.i < verb.i and any(
        (child.dep_ == "neg") or (child.text == ";" and clause.i < child.i < verb.i) for child in verb.children
    )


def is_interposed(said: Token, words: Words) -> bool:
    """Tell whether a verb of speech parts a clause without saying anything itself: "Chad, *he said*, attacked Mali"."""
    if said.lemma_ not in words["verbs.speaking"] or not any(child.dep_ in _SUBJECTS for child in said.children):
        return False
    return not any(child.dep_ in ("ccomp", "xcomp", "advcl") for child in said.children)


def is_found(clause: Token, verb: Token, words: Words) -> bool:
    """Tell whether a clause is what somebody finds to be so: "found *that Chad left*"; not "found men fighting"."""
    finite = clause.tag_ in _FINITE or any(child.dep_ == "aux" and child.tag_ != "TO" for child in clause.children)
    whole = clause.dep_ == "ccomp" and finite and any(child.dep_ in _SUBJECTS for child in clause.children)
    return whole and verb.lemma_ in words["verbs.finding"] and not any(child.dep_ == "dobj" for child in verb.children)


def is_nobodys(verb: Token) -> bool:
    """Tell whether nobody does what a verb says: "nobody claims", "no one believes", "no country says"."""
    return any(
        child.dep_ in SUBJECTS
        and (
            child.lower_ in ("nobody", "none", "noone")
            or any(own.dep_ == "det" and own.lower_ == "no" for own in child.children)
        )
        for child in verb.children
    )


def is_presupposed(noun: Token, trigger: Token, words: Words) -> bool:
    """Tell whether somebody is another's friend or foe, whatever is to be done: "will arm *its ally* Chad".

    Not of "lost its ally", "wants Chad as its ally". What a hyphenated participle says has been done as well:
    "the Omani-*brokered* truce will begin". So is the rule there that one means to shake off: "to fight Omani *rule*".
    """
    if noun.i == trigger.i > 1 and noun.tag_ == "VBN" and noun.nbor(-1).text in ("-", "–"):
        return True
    if noun.i != trigger.i:
        return False
    if noun.base in words["nouns.dominion"] and noun.dep_ in ("dobj", "pobj"):
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        return verb.lemma_ in words["verbs.shaking_off"]
    if noun.base not in words["nouns.relational"]:
        return False
    named = noun.dep_ in ("compound", "nmod", "amod") and noun.head.pos_ == "PROPN"
    whole = noun.head if named else noun
    if not any(child.dep_ == "poss" for word in (noun, whole) for child in word.children):
        return False
    if whole.dep_ in ("nsubj", "nsubjpass"):
        return True
    if whole.dep_ == "pobj":
        return whole.head.lower_ != "as"
    return whole.dep_ in ("dobj", "dative") and whole.head.lemma_ not in words["verbs.befriending"]


def goes_without_article(noun: Token, words: Words) -> bool:
    """Tell whether a noun needs no article, itself or in a headline: "told *parliament*", "Dockers defy *premier*"."""
    if noun.dep_ in ("compound", "nmod", "amod") or any(child.dep_ in ("det", "poss") for child in noun.children):
        return False
    if noun.base in words["nouns.undetermined"]:
        return True
    sentence = noun.sent
    bare = sentence[-1].pos_ != "PUNCT" and sentence.root.pos_ in VERBAL
    return bare and not any(token.dep_ == "det" for token in sentence)

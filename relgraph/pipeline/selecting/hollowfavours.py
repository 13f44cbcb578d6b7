"""Friendly words that mean something else here: payments that are owed, names of shows, meetings of others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS, VERBAL
from relgraph.pipeline.naming.knownpeople import is_some_definite
from relgraph.pipeline.relating.idlenouns import is_command, is_economic, is_phoned

if TYPE_CHECKING:
    from relgraph.pipeline.candidates import Candidate
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.words import Words

_MEETING = frozenset({"igo", "bloc", "organization", "armed_group"})
"""Who has meetings that others attend."""
_NAMED_UNIONS = frozenset({"confederation", "federation"})
_SENDING = frozenset({"send", "contribute", "deploy", "provide", "supply", "dispatch", "second", "commit", "lend"})


def is_no_favour(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether the words of a friendly candidate mean something else than its type."""
    test = _TESTS.get(candidate.type)
    return test is not None and test(candidate, denoter)


def _is_no_aid(candidate: Candidate, denoter: Denoter) -> bool:
    word, words = candidate.trigger, denoter.words
    lemma = word.base
    if lemma == "mission" and word.pos_ == "NOUN":
        served = candidate.target_word
        return word.i > served.i and served.head.is_ancestor(word)  # "Chadian soldiers serving with the mission"
    if _is_occasion(candidate, words) or _sends_own(candidate, denoter) or _is_side_effect(candidate, denoter):
        return True
    if candidate.frame.name == "cooperates.aids/weapons-for":
        verb = word.head.lemma_  # "owed money to Chad": not paid as yet
        return word.dep_ in ("dobj", "nsubjpass") and (verb in words["verbs.selling"] or verb == "owe")
    if lemma in ("pay", "repay", "award", "owe", "refund"):
        return _is_owed(word, words) or _is_hired(candidate)
    if lemma == "treat" and word.pos_ in VERBAL:
        return word.dep_ == "relcl" and word.head.lemma_ in ("way", "manner")  # well or badly
    if lemma == "protection" and word.dep_ == "dobj":
        return word.head.lemma_ in words["verbs.receiving"]  # "enjoyed the protection of Chad", who protects
    if candidate.frame.name == "cooperates.aids/strike-in-support-of" and lemma == "deployment":
        return not any(child.lower_ in ("in", "on") for child in word.children)
    return lemma == "give" and any(
        child.dep_ == "dobj" and child.base in words["nouns.status"] for child in word.children
    )


def _sends_own(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether the one who receives is only whose forces somebody sends: "Sharon sent *Israeli Air Force* jets"."""
    verb, root = candidate.trigger, denoter.cast.root
    if verb.lemma_ not in _SENDING or root(candidate.source.actor) != root(candidate.target.actor):
        return False
    sent = (child for child in verb.children if child.dep_ == "dobj" and child.base in denoter.words["nouns.forces"])
    return any(forces is candidate.target_word or forces.is_ancestor(candidate.target_word) for forces in sent)


def _is_no_concession(candidate: Candidate, denoter: Denoter) -> bool:
    word = candidate.trigger
    if candidate.frame.name == "cooperates.concedes/meet-demand":
        return any(child.dep_ == "dobj" and child.lower_ == "demand" and is_economic(child) for child in word.children)
    if word.lemma_ == "break" and candidate.composed:
        return _is_breach(word, denoter.words)
    if _is_occasion(candidate, denoter.words) or _is_own_man(candidate, denoter):
        return True
    if word.base == "let":
        return not denoter.is_whole(candidate.source_word)  # "tools that let them see"
    if word.base == "submission":
        return word.tag_ == "NNS" or (word.dep_ == "dobj" and word.head.lemma_ in ("make", "file", "send"))
    return False


def _is_occasion(candidate: Candidate, words: Words) -> bool:
    """Tell whether something that befalls somebody gives others room: "*Chad's defeat* allowed Mali to grow"."""
    word = candidate.trigger
    if word.pos_ not in VERBAL or word.lemma_ not in words["verbs.giving_room"]:
        return False
    return any(child.dep_ in SUBJECTS and child.base in words["nouns.happening"] for child in word.children)


def _is_side_effect(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether a thing of somebody's only stands before what helps: "its credit on Omani *markets*, which helped".

    What helps is what the clause before tells of.
    """
    verb, words = candidate.trigger, denoter.words
    if verb.dep_ != "relcl" or verb.lemma_ not in words.either("verbs.giving_room", "verbs.helping"):
        return False
    which = next((child for child in verb.lefts if child.lower_ == "which" and child.dep_ == "nsubj"), None)
    thing = verb.head
    if which is None or which.i == 0 or which.nbor(-1).text != "," or thing.dep_ not in ("pobj", "dobj"):
        return False
    return not denoter.is_whole(thing) and thing.base not in words["nouns.assistance"]


def _is_own_man(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether somebody may do something by leave of those whom he serves: "Oslo *authorised* its envoy to go"."""
    word, root = candidate.trigger, denoter.cast.root
    if word.lemma_ not in ("authorise", "authorize") or root(candidate.source.actor) != root(candidate.target.actor):
        return False
    return denoter.cast[candidate.target.actor].kind == "person" or candidate.target.via == "pronoun"


def _is_breach(verb: Token, words: Words) -> bool:
    """Tell whether one only does what is forbidden him: "broke the embargo", not "broke the siege of the town"."""
    return any(child.dep_ == "dobj" and child.base in words["nouns.burdens"] for child in verb.children)


def _is_no_support(candidate: Candidate, denoter: Denoter) -> bool:
    word, words = candidate.trigger, denoter.words
    if candidate.frame.name == "cooperates.supports/condole":
        span = range(candidate.target.start, candidate.target.end)
        nameless = candidate.target.via == "description" and not any(i in denoter.mention_at for i in span)
        comrades = nameless and any(word.doc[i].base in words["nouns.comrades"] for i in span)
        # who caused the death; "to his friends and fellow soldiers"
        return comrades or candidate.target_word.head.lower_ == "by"
    if candidate.frame.name == "cooperates.supports/recognise" and word.pos_ in VERBAL:
        things = [child for child in word.children if child.dep_ == "dobj"]
        seen = next((child for part in (word, *things) for child in part.children if child.lower_ == "as"), None)
        if not things or any(thing.pos_ != "NOUN" for thing in things):
            return False  # "Kosovo, which Peru recognised as a state"
        named = (token for thing in things for token in thing.subtree if seen is not None and token.i < seen.i)
        # "recognised the strike as a threat"
        return seen is not None and not any(t.i in denoter.mention_at or denoter.is_people_word(t) for t in named)
    if candidate.frame.name == "cooperates.supports/help-in-office":
        people = candidate.target_word  # "put in place more *judges*": they get posts, and nobody is kept in power
        counted = people.tag_ == "NNS" and not any(child.tag_ in ("DT", "PRP$", "POS") for child in people.children)
        return counted and "place" in [token.lower_ for token in word.doc[candidate.start : candidate.end]]
    if word.base in words["nouns.relational"]:
        return _is_others(candidate) or _is_deserting(word, words)
    return word.base == "get" and any(token.lower_ == "better" for token in word.doc[candidate.start : candidate.end])


def _is_hired(candidate: Candidate) -> bool:
    """Tell whether people are paid for what they are to do: "*pays* young men *to kill* policemen"."""
    nameless = candidate.target.how.startswith("generic")
    return nameless and any(child.dep_ in ("xcomp", "ccomp", "advcl") for child in candidate.trigger.children)


def _is_deserting(supporter: Token, words: Words) -> bool:
    """Tell whether supporters are said to be none any more: "Chadian *backers deserted* him"."""
    verb = supporter.head
    if supporter.dep_ not in SUBJECTS or verb.lemma_ not in words["verbs.deserting"]:
        return False
    return verb.lemma_ != "turn" or any(child.lower_ in ("on", "against") for child in verb.children)


def _is_no_agreement(candidate: Candidate, denoter: Denoter) -> bool:
    word = candidate.trigger
    if candidate.frame.name == "cooperates.agrees/joint-statement" and word.dep_ == "ROOT":
        # a title: what they state agrees nothing
        return word.base in ("statement", "communique", "communiqué")
    if word.base in ("proposal", "overture") and candidate.symmetric:
        return True  # "carried proposals between Chad and Mali": neither has agreed to the other's
    if word.base in ("offer", "promise", "pledge"):
        return _is_goods(candidate, denoter) or _is_sent(candidate, denoter)
    return candidate.symmetric and _is_each_for_himself(word)


def _is_no_meeting(candidate: Candidate, denoter: Denoter) -> bool:
    word = candidate.trigger
    if candidate.frame.name == "cooperates.consults/get-call":
        return not any(is_phoned(child) for child in word.children)  # "received calls to stop"
    if candidate.frame.name == "cooperates.consults/attend-summit" and _is_venue(candidate, denoter):
        return True
    if candidate.frame.name == "cooperates.consults/attend-meeting-of-body":
        return denoter.cast[denoter.cast.root(candidate.target.actor)].kind not in _MEETING  # "the Munich conference"
    if any(is_some_definite(party, denoter) for party in (candidate.source, candidate.target)):
        return True
    return _is_show(word, candidate) or _is_of_each(candidate, denoter)


def _is_no_business(candidate: Candidate, denoter: Denoter) -> bool:
    word = candidate.trigger
    if candidate.frame.name == "cooperates.collaborates/buy-stake":
        return denoter.cast[candidate.target.actor].kind != "organization"  # "buy shares in Hong Kong"
    if candidate.frame.name == "cooperates.collaborates/purchase" and word.base == "order":
        return is_command(word)
    if word.pos_ == "PROPN" and word.base in _NAMED_UNIONS:
        return True  # "the Sioux Confederation, which was allied with Spain"
    if candidate.frame.name == "cooperates.collaborates/work-with":
        return candidate.symmetric and _is_each_apart(word)
    if word.base in ("business", "operation"):
        return candidate.target.via == "demonym" and any(child.dep_ == "poss" for child in word.children)
    return False


def _is_venue(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether a land is only where others meet: "the League met *in Chad*", "attended an OPEC meeting"."""
    if candidate.target_word.head.lower_ != "in":
        return False
    if denoter.cast[denoter.cast.root(candidate.source.actor)].kind in ("igo", "organization", "bloc"):
        return True
    meetings = [child for child in candidate.trigger.children if child.dep_ == "dobj"]
    return any(part.i in denoter.mention_at and part.i < noun.i for noun in meetings for part in noun.children)


def _is_each_for_himself(verb: Token) -> bool:
    """Tell whether two agree to something with others: "have *both* agreed to appear", "signed *up for* his show"."""
    if verb.pos_ not in VERBAL:
        return False
    if verb.lemma_ == "sign":
        return any(child.lower_ == "up" for child in verb.children)
    clause = verb.head if verb.dep_ == "conj" else verb
    return any(
        child.lower_ in ("both", "each") and child.dep_ != "nsubj" for child in (*clause.children, *verb.children)
    )


def _is_each_apart(verb: Token) -> bool:
    """Tell whether each of two works for himself: "*both* sides worked to build missiles", but "both work together"."""
    if any(child.lower_ in ("together", "jointly", "with") for child in verb.children):
        return False
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    before = verb.doc[min((noun.left_edge.i for noun in subjects), default=verb.i) : verb.i]
    return any(token.lower_ in ("both", "each") for token in before)


def _is_of_each(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether bodies have meetings of their own: "at *meetings of* the G7 and the World Economic Forum"."""
    noun = candidate.trigger
    if noun.tag_ not in ("NNS", "NNPS") or not candidate.symmetric:
        return False
    bodies = {"igo", "organization", "government"}
    own = any(child.lower_ == "of" and child.right_edge.i >= candidate.target.start for child in noun.children)
    return own and all(denoter.cast[party.actor].kind in bodies for party in (candidate.source, candidate.target))


def _is_goods(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether what is offered is a product with a name: "is offering *PVRs*", nobody who is offered something."""
    verb, target = candidate.trigger, candidate.target_word
    if target.dep_ != "dobj" or target.head.i != verb.i or denoter.cast.is_known(candidate.target.actor):
        return False
    return not any(
        child.dep_ in ("xcomp", "ccomp", "dative") or (child.dep_ == "dobj" and child.i != target.i)
        for child in verb.children
    )


def _is_sent(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether people are only sent to those to whom it is offered: "offered to send *police officers* to Mali"."""
    target, verb = candidate.target_word, candidate.target_word.head
    sent = target.dep_ == "dobj" and verb.head.i == candidate.trigger.i and verb.dep_ == "xcomp"
    return sent and verb.lemma_ in denoter.words["verbs.moving"] | _SENDING


def _is_others(candidate: Candidate) -> bool:
    """Tell whether somebody only deals with the friends of another: "sold the firm to *allies* of Chad"."""
    noun = candidate.trigger
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("to", "by", "from"):
        return False
    if any(child.dep_ == "poss" for child in noun.children):
        return False
    return not noun.left_edge.i <= candidate.source.start <= noun.right_edge.i


def _is_owed(verb: Token, words: Words) -> bool:
    """Tell whether money is paid because it must be: "paid the state $20m *to settle* charges", "a *fine*"."""
    for child in verb.children:
        if child.dep_ in ("advcl", "xcomp") and child.tag_ == "VB" and child.lemma_ in ("settle", "resolve", "avoid"):
            return True
        phrase = [child] if child.dep_ in ("dobj", "nsubjpass") else []
        if child.dep_ == "prep" and child.lower_ in ("in", "as"):
            phrase = [token for token in child.children if token.dep_ == "pobj"]
        if any(token.base in words["nouns.owed"] for token in phrase):
            return True
    return False


def _is_show(noun: Token, candidate: Candidate) -> bool:
    """Tell whether a meeting is the name of a programme: "the BBC's *Breakfast with Frost*"."""
    if noun.pos_ not in ("NOUN", "PROPN") or not noun.text[0].isupper() or noun.text.isupper() or noun.is_sent_start:
        return False
    return noun.nbor(-1).lower_ in ("'s", "’s", "the", "one", "'") and candidate.target.start == noun.i + 2


_TESTS: dict[str, Callable[[Candidate, Denoter], bool]] = {
    "cooperates.agrees": _is_no_agreement,
    "cooperates.aids": _is_no_aid,
    "cooperates.collaborates": _is_no_business,
    "cooperates.concedes": _is_no_concession,
    "cooperates.consults": _is_no_meeting,
    "cooperates.supports": _is_no_support,
}

"""Nouns that name an act and yet say nothing: what another act is about, "in *order* to", "the *rule* of law"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.relating.material import Material
from relgraph.pipeline.syntax.deeds import is_wartime

if TYPE_CHECKING:
    from relgraph.pipeline.candidates import Candidate
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.words import Words

_ORDERING = frozenset(
    {
        "keep",
        "enforce",
        "preserve",
        "maintain",
        "threaten",
        "guard",
        "safeguard",
        "ensure",
        "promote",
        "uphold",
        "disturb",
    }
    | {"endanger", "protect", "want", "love", "seek", "guarantee", "police"}
)
_WISHING = frozenset({"work", "hope", "call", "pray", "strive", "march", "stand", "plead", "appeal", "wish"})
_CALLING = frozenset({"call", "brand", "label", "term", "deem", "dub"})
_HEARING = frozenset({"get", "receive", "take", "field"})
_ACTING = frozenset({"opposition", "resistance"})
_NEAR = 12
_INSTALLED = "affiliated.leads/election-as"
_MEDDLED = {
    "fights.attacks/intervention-in-war": "nouns.intervened_in",
    "restrains.coerces/intervention-in-affairs": "nouns.meddled_in",
}
"""Frames that need to be told in what somebody intervenes, and the words for it."""


def is_topic(material: Material, noun: Token) -> bool:
    """Tell whether a noun is only what another act of the parties is about: "their cooperation in *warfare*"."""
    governor = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ in ("over", "about") and governor.pos_ in VERBAL:
        return not any(child.lower_ == "with" for child in noun.rights)  # "Chile and Peru differed over *trade*"
    return (
        noun.dep_ == "pobj"
        and noun.head.lower_ in ("in", "on", "against", "for")
        and governor.pos_ == "NOUN"
        and governor.base not in material.words["nouns.dull"]
        and bool(material.frames.lookup("noun", governor.base))
    )


def is_barred(material: Material, noun: Token, frame: Frame) -> bool:
    """Tell whether a noun says nothing: "in *order* to", or what a measure forbids: "a ban on *sales* to Chad"."""
    bare = noun.dep_ == "pobj" and not any(child.dep_ in ("det", "poss", "amod") for child in noun.children)
    if bare and noun.head.lower_ == "in" and noun.lower_ in material.words["nouns.adverbial"]:
        return True
    if noun.base in material.words["nouns.of_maps"] and noun.text[0].isupper() and noun.i > noun.sent.start:
        return True  # "the Gulf of Oman"
    if noun.base == "campaign" and any(c.lower_ in material.words["nouns.polls"] for c in noun.children):
        return frame.type.startswith("fights.")  # "his reelection campaign sued the paper"
    if noun.dep_ == "compound" and frame.name == _INSTALLED:
        return True  # "ran an *election* campaign against the governor"
    if frame.type == "disputes.rejects" and noun.base in _ACTING and _acts(noun):
        return True  # "the *opposition* staged a rally against Chad"
    if is_wartime(noun):
        return frame.type.startswith("fights.")
    if frame.type == "disputes.rivals" and noun.base in material.words["nouns.parting"] and not _parts_people(noun):
        return True  # "the *division* of labour between", "its Danish *division*"
    if noun.base == "rule" and [token.lower_ for token in noun.doc[noun.i : noun.i + 3]] == ["rule", "of", "law"]:
        return True
    if frame.type == "restrains.limits" and noun.lower_ == "rule" and _is_nations(material, noun):
        return True  # "threw off British rule"
    if (meddled := _MEDDLED.get(frame.name)) is not None and not _is_of(noun, material.words[meddled]):
        return True  # "the bank's intervention in Turkish markets"
    if noun.base == "call" and frame.type == "cooperates.consults" and _is_appeal(noun):
        return True  # "a call for free trade": nobody is phoned
    if frame.type == "disputes.demands" and _is_another_thing(noun, material.words):
        return True
    if noun.base == "contention" and noun.dep_ == "pobj" and noun.head.lower_ == "in" and not [*noun.rights]:
        return True  # "will be in contention in the spring"
    if noun.base == "peace" and frame.type == "cooperates.agrees" and _is_order(noun):
        return True  # "hoped to keep the peace", "worked for peace"
    if noun.base == "settlement" and frame.type == "cooperates.agrees" and _is_of_land(noun):
        return True  # "land for future settlement"
    economic = material.words["adjectives.economic"]
    if noun.base == "demand" and any(c.lower_ in economic for c in noun.children):
        return True  # "the growing demand for oil in Chile"
    if noun.base == "order" and noun.dep_ == "dobj" and noun.head.lemma_ in material.words["verbs.winning_orders"]:
        return frame.type == "disputes.demands"  # "won an order from Iran"
    if material.sign(frame) <= 0 or noun.dep_ != "pobj" or noun.head.lower_ != "on":
        return False
    measure = noun.head.head.base
    return any(
        measured.type in ("restrains.sanctions", "restrains.limits")
        for measured, parts in material.frames.lookup("noun", measure)
        if len(parts) == 1
    )


def _acts(noun: Token) -> bool:
    """Tell whether a noun is a group that does something, and says itself against whom nothing is."""
    verb = noun.head
    doing = noun.dep_ in ("nsubj", "agent") and any(child.dep_ == "dobj" for child in verb.children)
    return doing and not any(child.lower_ in ("to", "against", "from") for child in noun.rights)


def _parts_people(noun: Token) -> bool:
    """Tell whether a noun says between whom something is, not of what: "the *division* between", no "of Poland"."""
    if any(child.dep_ == "prep" and child.lower_ == "of" for child in noun.children):
        return False
    end = min(noun.i + _NEAR, noun.sent.end)
    return any(token.lower_ in ("between", "among", "amongst", "with") for token in noun.doc[noun.i + 1 : end])


def _is_of_land(settlement: Token) -> bool:
    """Tell whether people settle somewhere, and nobody comes to terms: "lands open to *settlement*"."""
    if settlement.dep_ != "pobj" or any(child.lower_ in ("with", "between", "of") for child in settlement.rights):
        return False
    return settlement.head.head.base in ("land", "territory", "area", "open", "region", "reservoir")


def _is_nations(material: Material, rule: Token) -> bool:
    """Tell whether a nation stands before a word: "*British* rule"."""
    return any(child.i in material.denoter.mention_at and child.dep_ in ("amod", "compound") for child in rule.lefts)


def _is_of(noun: Token, things: frozenset[str]) -> bool:
    """Tell whether one of some things stands behind a noun after "in" or "into"."""
    phrases = [child for child in noun.rights if child.lower_ in ("in", "into")]
    return any(token.base in things or token.lower_ in things for phrase in phrases for token in phrase.children)


def _is_another_thing(noun: Token, words: Words) -> bool:
    """Tell whether a word before a noun makes another thing of it, which demands nothing: "a *guilty* plea"."""
    return any(f"{child.lower_}-{noun.base}" in words["nouns.undemanding"] for child in noun.lefts)


def _is_appeal(call: Token) -> bool:
    """Tell whether a call says what is to be done: "a *call* for free trade", "to end the war"."""
    return any(child.lower_ in ("for", "on", "upon") or child.dep_ in ("acl", "relcl") for child in call.rights)


def is_phoned(call: Token) -> bool:
    """Tell whether a call only rings: "got *a call* from the premier", not "a call from him for help"."""
    if call.tag_ != "NN" or call.dep_ != "dobj" or call.head.lemma_ not in _HEARING:
        return False
    said = [*call.rights, *(child for child in call.head.rights if child.i > call.i)]
    return not any(c.lower_ in ("for", "on", "upon") or c.dep_ in ("acl", "xcomp", "advcl", "relcl") for c in said)


def _is_order(peace: Token) -> bool:
    """Tell whether peace is the order that somebody keeps or wishes for, and not what two have made."""
    if any(child.lower_ in ("with", "between", "among") for child in peace.rights):
        return False
    if any(child.dep_ == "amod" and child.ent_type_ == "NORP" for child in peace.lefts):
        return False  # "the Iranian-Iraqi peace"
    return (peace.dep_ == "dobj" and peace.head.lemma_ in _ORDERING) or (
        peace.dep_ == "pobj" and peace.head.lower_ == "for" and peace.head.head.lemma_ in _WISHING
    )


def is_only_called(candidate: Candidate) -> bool:
    """Tell whether the source only calls another's doing so: "a step that *Hezbollah* called a *gift* to Israel"."""
    noun, verb = candidate.trigger, candidate.trigger.head
    if noun.pos_ != "NOUN" or noun.dep_ not in ("dobj", "oprd") or verb.lemma_ not in _CALLING:
        return False
    things = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass") and child.i != noun.i]
    own = any(candidate.source.start <= child.i < candidate.source.end for child in verb.children)
    return bool(things) and own


def is_command(order: Token) -> bool:
    """Tell whether an order tells somebody what to do and buys nothing: "took *orders* from", "on the orders of"."""
    governor = order.head
    if order.dep_ == "pobj":
        return governor.lower_ in ("on", "under", "upon", "by", "at", "against")
    obeyed = governor.lemma_ in (
        "take",
        "obey",
        "follow",
        "await",
        "execute",
        "carry",
        "defy",
        "disobey",
        "give",
        "issue",
    )
    return order.dep_ in ("dobj", "nsubjpass") and obeyed


def is_setting(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether parts of the world are only where a conflict is: "kept out of *European and Asian* conflicts"."""
    return (
        candidate.symmetric
        and candidate.trigger.pos_ == "NOUN"
        and candidate.source.via == candidate.target.via == "demonym"
        and all(denoter.cast[end.actor].kind == "region" for end in (candidate.source, candidate.target))
    )


def is_economic(demand: Token) -> bool:
    """Tell whether it is said of goods: "to meet *demand*", "strong *demand* for steel", other than "a demand of"."""
    plain = not any(child.dep_ in ("det", "poss") and child.i < demand.i for child in demand.children)
    return plain and not any(child.dep_ in ("amod", "compound") and child.text.istitle() for child in demand.children)

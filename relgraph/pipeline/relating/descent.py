"""The actor deep inside a phrase that is no actor: "seized a shipment of arms to *Yemen*"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.arguments import VERBAL, Argument
from relgraph.pipeline.denoting.affairs import where_it_is_so
from relgraph.pipeline.parties import Party
from relgraph.pipeline.relating.material import Material
from relgraph.pipeline.syntax.deeds import doers_of

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_OVER: dict[str, frozenset[str]] = {
    "fights": frozenset({"of", "in", "inside", "on", "at", "against"}),
    "restrains": frozenset({"of", "in", "inside", "to", "on", "against", "by", "from"}),
    "cooperates.aids": frozenset({"of", "to", "for", "in"}),
    "cooperates.concedes": frozenset({"of", "to", "on", "against", "from"}),
    "cooperates.supports": frozenset({"of", "among"}),
    "cooperates.consults": frozenset({"of", "with"}),
    "disputes.rejects": frozenset({"of", "by", "from"}),
    "disputes.accuses": frozenset({"of", "by"}),
    "disputes.demands": frozenset({"of", "to", "by"}),
}
"""Prepositions over which the target is looked for inside a phrase, by type or family; else "of"."""

_LEADING = frozenset({"lead", "run", "go", "link", "connect", "belong"})
_AT = frozenset({"on", "at", "against", "upon"})
_CARRYING = frozenset({"carry", "transport", "ferry", "bring"})
_MEANT = frozenset(
    {"destined", "bound", "intended", "meant", "headed", "earmarked", "addressed"}
    | {"promised", "granted", "guaranteed", "accorded", "owed", "assured", "due"}
)
_SAILING = frozenset({"fly", "sail", "bear", "operate", "travel"})
_COLOURS = frozenset({"flag", "ensign", "color", "colour"})
_MANNERS = frozenset({"way", "manner", "how", "fact", "speed", "extent"})
_JUDGING = frozenset({"disputes.accuses", "cooperates.supports", "disputes.rejects"})
_BY_FORCE = frozenset({"fights", "restrains"})


def descend(material: Material, token: Token, frame: Frame) -> list[Party]:
    """Return the actors that a phrase without one has inside; `token` is its head, `frame` the one that asks."""
    if frame.target_as != "owner":
        return []
    lemma, words = token.base, material.words
    if lemma in words["nouns.having"]:
        return []  # "warned the buyer of the bank"
    judges = frame.type in _JUDGING
    if lemma in words["nouns.arena"]:
        return where_it_is_so(material.denoter, token) if judges else []
    if frame.type == "disputes.demands" and (doers := material.targets(doers_of(token))):
        return doers  # "demanded the return of the port *by Chile*"
    if frame.type == "cooperates.concedes" and lemma in words["nouns.asked"] and (gaining := _gaining(material, token)):
        return gaining
    if material.is_evil(token) and frame.type.partition(".")[0] in _BY_FORCE:
        return []  # "fought the epidemic in Chad"
    helps = frame.type in ("cooperates.supports", "cooperates.aids") and lemma in words["nouns.dull"]
    if helps and (found := _purposed(material, token)):
        return found
    if found := _told_of(material, token, frame):
        return found
    if frame.type == "cooperates.aids" and (stricken := _stricken(material, token)):
        return stricken
    found = next(filter(None, _inside(material, token, frame)), [])
    return where_it_is_so(material.denoter, token) if judges and not found else found


def _told_of(material: Material, token: Token, frame: Frame) -> list[Party]:
    """Return who does what a clause tells that is judged: "criticised the way *Chile* treats them"."""
    if token.base in _MANNERS and frame.type in _JUDGING:
        clauses = [child for child in token.children if child.dep_ in ("relcl", "acl")]
        if doers := material.targets(doer for clause in clauses for doer in material.syntax.own_subjects(clause)):
            return doers
    if frame.type == "disputes.accuses" and token.base in material.words["nouns.report"]:
        reported = (child for child in token.children if child.dep_ in ("acl", "ccomp", "relcl"))
        return [doer for clause in reported for doer in material.wrongdoers(clause)]
    return []


def _gaining(material: Material, demand: Token) -> list[Party]:
    """Return to whom something good is to be done that is demanded: "bowed to demands that *Danes* be freed"."""
    syntax = material.syntax
    for clause in demand.children:
        if clause.dep_ not in ("acl", "ccomp", "relcl") or not syntax.is_passive(clause):
            continue
        frames = material.frames.lookup("verb", clause.lemma_)
        if all(material.sign(frame) >= 0 for frame, parts in frames if len(parts) == 1 and not frame.companions):
            return material.targets(syntax.passive_subjects(clause))
    return []


def _inside(material: Material, token: Token, frame: Frame) -> Iterator[list[Party]]:
    """Yield whom the phrases and clauses of a noun name, in the order of the text."""
    family = frame.type.partition(".")[0]
    against = family == "restrains" or frame.type == "disputes.protests"
    traded = against and token.base in material.words["nouns.traded"]
    allowed = _prepositions(material, token, frame, against=against, traded=traded)
    barred = token.head.lemma_ in material.words["verbs.preventing"]  # "bar ships *from* our ports"
    for child in sorted(token.children, key=_is_origin) if traded else token.children:
        if child.dep_ in ("acl", "relcl") and family in _BY_FORCE:
            yield material.targets(_led_to(material, child))
        if child.dep_ != "prep" or child.lower_ not in allowed or (barred and child.lower_ == "from"):
            continue
        if token.base in material.words["nouns.incoming"] and child.lower_ == "to":
            continue  # "quotas on entry *to Chad*"
        if not traded and (token.base, child.lower_) in material.lexicon.suffered:
            continue
        for thing in child.children:
            if thing.dep_ == "pobj" and thing.base not in material.words["nouns.behest"]:
                found = material.denoter.parties(Argument(thing), target=True) or descend(material, thing, frame)
                if against and child.lower_ == "in":  # "to curb its influence in *Latin America*": only where
                    found = [one for one in found if material.denoter.cast[one.actor].kind != "region"]
                yield found


def _prepositions(material: Material, token: Token, frame: Frame, *, against: bool, traded: bool) -> frozenset[str]:
    """Return the prepositions of a noun behind which the target may stand."""
    allowed = _OVER.get(frame.type) or _OVER.get(frame.type.partition(".")[0], frozenset({"of"}))
    if traded:
        allowed |= {"for", "with", "to"}  # "limits on visas for Chileans", "a ban on trade with Chad"
    if against and token.base in material.lexicon.mutual and token.dep_ == "pobj" and token.head.lower_ in _AT:
        allowed |= {"with"}  # "a ban on contacts with Chad"
    if frame.type == "cooperates.supports" and token.base in material.words["nouns.of_welfare"]:
        allowed |= {"for", "in"}  # "supports clinics for children in Chad"
    if frame.type == "cooperates.supports" and token.base in material.words["nouns.assistance"]:
        allowed |= {"to", "for"}  # "backed military aid to Chad"
    if frame.type == "cooperates.aids" and token.base in material.words["nouns.frontier"]:
        allowed |= {"between"}  # "peacekeepers along the line between Chad and Mali"
    return allowed


def _is_origin(phrase: Token) -> bool:
    """Tell whether a phrase only says whence goods come, who go to somebody: "arms *from Chad* to Mali"."""
    return phrase.lower_ == "from"


def _purposed(material: Material, noun: Token) -> list[Party]:
    """Return whom a friendly effort is for: "support for efforts at rebuilding the *Chilean* army"."""
    syntax = material.syntax
    clauses = [child for child in noun.children if child.dep_ == "acl" and syntax.is_infinitive(child)]
    for preposition in noun.children:
        if preposition.dep_ == "prep":
            clauses.extend(child for child in preposition.children if child.dep_ == "pcomp")
    for clause in clauses:
        frames = material.frames.lookup("verb", clause.lemma_)
        grows = clause.lemma_ in material.words["verbs.improving"]  # "expanding" the army is against others, else good
        signs = [
            material.sign(frame) for frame, parts in frames if len(parts) == 1 and not (grows and frame.companions)
        ]
        if clause.pos_ in VERBAL and min(signs, default=0) >= 0:
            return material.targets(syntax.objects(clause))
    return []


def _stricken(material: Material, token: Token) -> list[Party]:
    """Return whose people are in need: "those affected by the floods in *Libya*"."""
    denoter = material.denoter
    for clause in token.children:
        if clause.dep_ == "acl" and clause.lemma_ in material.words["verbs.afflicting"]:
            for place in clause.subtree:
                if place.dep_ == "pobj" and place.head.lower_ in ("in", "across", "throughout"):
                    found = [party for party in denoter.denote(place, target=True) if denoter.is_power(party)]
                    if found:
                        return found
    return []


def _led_to(material: Material, clause: Token) -> list[Token]:
    """Return whose a thing is by what it does: "roads *leading into Chad*", "boats *carrying Chadians*".

    A ship is of the country whose flag it flies: "a trawler flying the *Chilean* flag".
    """
    syntax = material.syntax
    if clause.dep_ == "relcl" and not any(child.tag_ == "WDT" and child.dep_ == "nsubj" for child in clause.children):
        return []  # "a ship they carried"
    if clause.lemma_ in _SAILING:
        under = syntax.prepositional(clause, "under")
        return [token for token in (*syntax.objects(clause), *under) if token.lemma_ in _COLOURS]
    if clause.lemma_ in _LEADING:
        return [token for prep in ("to", "into", "with") for token in syntax.prepositional(clause, prep)]
    if clause.lower_ in _MEANT:
        # "arms bound for Chad", "the rights promised to Chadians"
        return [token for prep in ("for", "to") for token in syntax.prepositional(clause, prep)]
    craft = clause.head
    hit = craft.dep_ in ("dobj", "nsubjpass") or (craft.dep_ == "pobj" and craft.head.lower_ in _AT)
    carries = clause.lemma_ in _CARRYING and (clause.tag_ == "VBG" or clause.dep_ == "relcl")
    return syntax.objects(clause) if carries and hit else []

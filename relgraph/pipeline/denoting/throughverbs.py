"""What a noun borrows through a preposition behind a verb: "retaliated *with* raids", "pushed *Peru* into war"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import Argument
from relgraph.pipeline.denoting.belongings import helped
from relgraph.pipeline.denoting.lenders import ENABLED, is_shared, lent_by
from relgraph.pipeline.denoting.rewards import is_sought
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

DURING = frozenset({"in", "during", "at", "after", "before", "following", "through", "via", "over"})
_INTO = frozenset({"into", "to", "toward", "towards"})
DRIVING = frozenset(
    {"push", "drive", "bring", "lead", "plunge", "drag", "draw", "pull", "force", "tip", "propel", "lure"}
)
_BRINK = frozenset({"brink", "verge", "edge", "threshold", "point"})
_JUDGED = frozenset({"for", "over"})
_CHARGED = frozenset({"of", "for", "with", "over"})
_REASONS = frozenset({"for", "to", "over", "at", "on"})
_INQUIRIES = frozenset({"investigation", "inquiry", "enquiry", "probe", "inquest"})
_LENDING_TO_VERBS = frozenset({"in", "to", "into", "on", "with", "through", "via", "by", "of", "for", "at", "as"})


def _serves_as(denoter: Denoter, noun: Token, verb: Token) -> bool:
    """Tell whether what a verb uses serves as a noun says: "used Peru as a bulwark", no "used it as a *reason for*"."""
    using = verb.lemma_ in denoter.words["verbs.making_use"] and noun.head.lower_ == "as"
    return using and not any(child.dep_ in ("acl", "relcl") or child.lower_ == "for" for child in noun.children)


def through_verb(denoter: Denoter, noun: Token, verb: Token, preposition: Token) -> list[Party]:
    """Return what a noun borrows through the preposition between it and a verb."""
    words, syntax, lower = denoter.words, denoter.syntax, preposition.lower_
    if lower == "to" and verb.lemma_ == "lead" and (_results(denoter, verb) or is_sought(verb.head, words)):
        return _led_to(denoter, noun, verb)
    visiting = lower == "on" and noun.base in words["events.visit"] and not syntax.is_passive(verb)
    if visiting or (lower == "for" and verb.lemma_ == "call" and is_shared(denoter, noun)):
        # "*on a visit* to Peru, *Chile's king* urged it", "called for talks with Chad": he would share them
        return [party for arg in syntax.subjects(verb) for party in denoter.parties(arg)]
    near = noun.base in _BRINK  # "brought Peru and Chile to the brink of war"
    if verb.lemma_ in DRIVING and lower in _INTO and (near or noun.base in denoter.lexicon.mutual):
        # "pushed *Peru and Chile* into war", "drove *Peru* into an alliance with Chile"
        return [party for token in syntax.objects(verb) for party in denoter.parties(Argument(token))]
    if (lower == "into" and verb.lemma_ in words["verbs.turning"]) or (
        lower == "as" and (verb.lemma_ in words["verbs.considering"] or _serves_as(denoter, noun, verb))
    ):
        # "turned *Peru* into an ally of Chile", "saw *Peru* as a threat to Chile", "used *Peru* as a bulwark"
        meant = syntax.passive_subjects(verb) if syntax.is_passive(verb) else syntax.objects(verb)
        return [party for token in meant for party in denoter.parties(Argument(token))]
    if lower in DURING and noun.base in words["nouns.winning"]:
        return lent_by(denoter, verb)
    if lower in _REASONS and verb.lemma_ in words["verbs.answering_with"]:
        return []  # "retaliated for the raid": another's
    if lower == "for" and verb.lemma_ in words["verbs.desire"] and noun.base in ENABLED:
        return lent_by(denoter, verb, noun)
    if lower == "for" and verb.lemma_ in words["verbs.desire"] and not is_shared(denoter, noun):
        return []  # "appealed for the release of the nurse": it is another who is to release her
    accused = verb.lemma_ in words["verbs.accusing"] and lower in _CHARGED
    if accused or (verb.lemma_ in words["verbs.judging"] and lower in _JUDGED and not _is_own(noun)):
        # "accused *Chile* of war on Peru", "sanctioned *Chile* for raids on Peru": whoever is, and not who does so
        charged = syntax.passive_subjects(verb) if syntax.is_passive(verb) else syntax.objects(verb)
        return [party for token in charged for party in denoter.parties(Argument(token))]
    if lower == "into" and any(child.base in _INQUIRIES for child in verb.children if child.dep_ == "dobj"):
        return []  # "opened an inquiry into the killing": another's
    if lower == "on" and any(c.dep_ == "dobj" and c.base in words["nouns.hindrance"] for c in verb.children):
        return []  # "put curbs on *trade* with Chad": what is made less
    if lower == "from" and verb.lemma_ in words["verbs.abstaining"]:
        return lent_by(denoter, verb)  # "refrained from raids on Chad"
    if lower == "behind" and verb.lemma_ == "be":
        return lent_by(denoter, verb)  # "said it was behind the raid"
    caused = lower == "to" and verb.lemma_ in words["verbs.causing"]
    if lower not in _LENDING_TO_VERBS or (caused and not syntax.objects(verb)):
        return []  # "led to a war", but "contributed *troops* to the war"
    tried = verb.lemma_ in words["verbs.jailing"] and lower == "in"
    if tried and noun.base not in words["means.restrains"]:
        return []  # "detained two men in the attack": not the attack of those who detain
    if syntax.is_passive(verb):
        if lower == "by":
            return []  # "disturbed by the invasion": not whoever is disturbed
        tokens = (syntax.agents(verb) if lower == "with" else []) or syntax.passive_subjects(verb)
        return [party for token in tokens for party in denoter.parties(Argument(token))]
    why = lower == "in" and noun.tag_ == "NN" and not any(noun.lefts)
    answers = lower == "with" and verb.lemma_ in words["verbs.answering_with"]
    if answers or (why and noun.base in words.either("nouns.protest", "nouns.retaliation")):
        # "responded with raids", "blocked the road in protest": one's own, whatever stance it is
        return [party for arg in syntax.subjects(verb) for party in denoter.parties(arg)]
    if lower == "in" and verb.lemma_ in words["verbs.joining"] and (lent := lent_by(denoter, verb)):
        return [*lent, *_joined(denoter, verb, preposition)]
    pleading = lower == "for" and verb.lemma_ in words["verbs.proposing"]  # "argued for a blockade"
    return helped(denoter, verb, preposition) or lent_by(denoter, verb, noun if pleading else None)


def _joined(denoter: Denoter, verb: Token, preposition: Token) -> list[Party]:
    """Return whom somebody joins in a deed, who does it, too: "joined *Peru* in the attack on Chile"."""
    objects = (token for token in denoter.syntax.objects(verb) if token.i < preposition.i)
    return [party for token in objects for party in denoter.parties(Argument(token))]


def _results(denoter: Denoter, leading: Token) -> bool:
    """Tell whether a clause says what came of another: "became embroiled in the fray, *leading* to a war"."""
    after = leading.dep_ == "advcl" and leading.tag_ == "VBG" and leading.head.i < leading.i
    return after and not denoter.syntax.objects(leading)


def _led_to(denoter: Denoter, noun: Token, leading: Token) -> list[Party]:
    """Return whose it is to what something leads: who was drawn into a war, who seeks what leads to an arrest."""
    syntax = denoter.syntax
    if not _results(denoter, leading):
        return lent_by(denoter, leading)  # "a reward for information leading to the *arrest* of"
    if not any(child.lower_ in ("against", "with") for child in noun.children):
        return []
    drawn_in = syntax.passive_subjects(leading.head) or syntax.own_subjects(leading.head)
    return [party for token in drawn_in for party in denoter.parties(Argument(token))]


def _is_own(noun: Token) -> bool:
    """Tell whether words before a noun say whose it is: "blamed Chad for *its* raids"."""
    return any(child.dep_ == "poss" for child in noun.children)

"""Names beside a title that do not say whose it is: "GM *Europe* president", "shadow *British* chancellor"."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.model import Actor
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.words import Words

_LANDS = frozenset({"country", "historic_state", "region", "place"})
_OF_STATES = frozenset({"minister", "premier", "chancellor", "taoiseach"})
_REACH = 6
_PLAYING = frozenset({"singer", "guitarist", "bassist", "drummer", "rapper", "vocalist"})
_SENT = frozenset({"envoy", "emissary", "representative", "coordinator", "mediator", "rapporteur"})
_ACCREDITED = frozenset({"ambassador", "envoy", "representative", "delegate"})
HELD = frozenset({"subsidiary", "affiliate", "arm", "unit", "division", "branch"})


def is_branch(denoter: Denoter, owner: Party) -> bool:
    """Tell whether a part of the world only says which branch of a firm is meant: "GM *Europe* president"."""
    cast = denoter.cast
    if owner.start == 0 or cast[owner.actor].kind not in _LANDS:
        return False
    word, before = denoter.doc[owner.start - 1], denoter.mention_at.get(owner.start - 1)
    if before is not None:
        return cast[before.actor].kind == "organization"
    return word.pos_ == "PROPN" and word.is_upper and len(word) > 1


def is_field(denoter: Denoter, owner: Party, *, of_state: bool = False) -> bool:
    """Tell whether a name before "minister" is no state nor a part of one: "the Europe minister".

    With an office `of_state` neither are bodies that only it has: "the *Armed Forces* minister".
    """
    actor = denoter.cast[owner.actor]
    if of_state and actor.kind == "organization" and not denoter.cast.is_known(owner.actor):
        last = denoter.doc[owner.end - 1]
        before = last.dep_ in ("compound", "nmod") and denoter.lowers[owner.end : owner.end + 1] != ["'s"]
        return before and last.base not in denoter.words["bodies.heads"]
    return actor.kind == "region" and actor.parent is None and owner.via != "demonym"


def is_hoped_for(denoter: Denoter, title: Token, owner: Party) -> bool:
    """Tell whether an office of a state is one that its holder would like to have: "*shadow* foreign secretary"."""
    first = denoter.doc[owner.start].lower_
    if (first in ("ex", "new") and not denoter.cast.is_known(owner.actor)) or first.startswith("ex-"):
        return True  # "*Ex*-Home Secretary", "*New* Home Secretary"
    if denoter.cast[denoter.cast.root(owner.actor)].kind not in _LANDS:
        return False  # "the Tory shadow chancellor" is the Tories'
    before = takewhile(
        lambda token: token.pos_ in ("ADJ", "NOUN", "PROPN"),
        reversed(list(denoter.doc[max(title.sent.start, title.i - _REACH) : title.i])),
    )
    return any(token.lower_ == "shadow" for token in before)


def is_where(denoter: Denoter, title: Token, owner: Party) -> bool:
    """Tell whether a part of the world is only where somebody works for a firm: "*European* marketing manager".

    So is a paper only where its music critic writes, a nation where a firm's subsidiary is, a land what an envoy is
    sent for, and a union of states where a state's own envoy is.
    """
    if title.base in _ACCREDITED and denoter.cast[denoter.cast.root(owner.actor)].kind == "igo":
        return _is_post(denoter, title, owner)
    if title.base in HELD and owner.via == "demonym":
        named = denoter.cast[owner.actor].kind in _LANDS and title.base in ("subsidiary", "affiliate")
        return named or any(child.dep_ == "poss" for child in title.children)
    if title.base in _PLAYING and owner.via == "name" and owner.end < title.i:
        return not any(token.tag_ == "POS" for token in denoter.doc[owner.end : title.i])  # "Blur and Soul singer"
    if title.base in _SENT and denoter.cast[owner.actor].kind in _LANDS:
        if owner.start > title.i:  # "the special envoy for *Sudan*" is whose who sends him
            return denoter.lowers[owner.start - 1] == "for" and _is_special(title)
        return denoter.cast[owner.actor].kind in ("region", "place") and owner.via == "name"
    if title.base == "critic":
        return any(child.lower_ in denoter.words["offices.reviewed"] for child in title.children)
    region = denoter.cast[owner.actor].kind == "region" and owner.via == "demonym"
    return region and title.base in denoter.words["offices.business"]


def _is_post(denoter: Denoter, title: Token, owner: Party) -> bool:
    """Tell whether a state stands before a body to which it sends somebody: "*Chad's* deputy UN ambassador"."""
    if not owner.start < title.i:
        return False
    before = range(max(title.sent.start, owner.start - _REACH // 2), owner.start)
    linked = (denoter.mention_at[i] for i in before if i in denoter.mention_at)
    phrase = {child.i for child in title.lefts}
    return any(
        denoter.cast[denoter.cast.root(state.actor)].kind in STATES and state.end - 1 in phrase
        for state in linked
        if title.base != "envoy" or state.via != "demonym"  # "the Norwegian UN envoy" may be the UN's
    )


def _is_special(title: Token) -> bool:
    """Tell whether somebody is sent for a task, not by those whom he speaks for: "the *special* representative"."""
    special = any(child.lower_ in ("special", "personal") for child in title.lefts)
    return special or title.base in ("envoy", "mediator", "coordinator", "rapporteur")


def rivalled(denoter: Denoter, title: Token, named: Party) -> list[Party] | None:
    """Return whose rival a firm is that is only called a nation's: "*Boeing* rejected European rival Airbus".

    None if it is said whose it is, or if it is a country itself.
    """
    if denoter.cast[named.actor].kind in _LANDS or any(child.dep_ == "prep" for child in title.children):
        return None
    owners = [child for child in title.children if child.dep_ == "poss"]
    if any(child.tag_ == "PRP$" for child in owners) and title.dep_ == "conj":
        # "*Airbus* and its US rival Boeing"
        return [denoter.mention_at[title.head.i]] if title.head.i in denoter.mention_at else []
    if owners:
        return None
    around = denoter.doc[max(title.sent.start, title.i - 2) : title.i]
    if any(token.tag_ == "POS" for token in around):
        return None
    verb = title
    for _ in range(_REACH):
        if verb.pos_ in VERBAL or verb.head.i == verb.i:
            break
        verb = verb.head
    subjects = [child for child in verb.children if child.dep_ == "nsubj" and child.i < title.i]
    met = [denoter.mention_at[child.i] for child in subjects if child.i in denoter.mention_at]
    return [party for party in met if party.actor != named.actor and denoter.cast[party.actor].kind == "organization"]


def is_held(noun: Token, firm: Actor) -> bool:
    """Tell whether a noun says of a firm that it is another one's: "News Corp's Fox *unit*"."""
    return firm.kind == "organization" and noun.tag_ == "NN" and noun.base in HELD


def is_nationality(denoter: Denoter, owner: Party) -> bool:
    """Tell whether a name says of what nation somebody is, no employer: "a *Kenyan* journalist", "a *UK* economist"."""
    if owner.via == "demonym":
        return True
    modifies = denoter.doc[owner.start].dep_ in ("compound", "nmod", "amod")
    return modifies and denoter.cast[owner.actor].kind in ("country", "historic_state", "region")


def headed_abroad(denoter: Denoter, title: Token, nation: Party) -> Party | None:
    """Return the land or body that somebody of another nation heads: "the British viceroy of *India*"."""
    cast = denoter.cast
    if nation.via != "demonym" or not nation.start < title.i:
        return None
    things = [thing for of in title.children if of.lower_ == "of" and of.i > title.i for thing in of.children]
    named = [denoter.mention_at[thing.i] for thing in things if thing.i in denoter.mention_at]
    headed = [party for party in named if cast[party.actor].kind in (*STATES, "region", "igo")]
    other = len(headed) == 1 and cast.root(headed[0].actor) != cast.root(nation.actor)
    return headed[0] if other else None


def leads_no_state(denoter: Denoter, title: Token, owner: Party) -> bool:
    """Tell whether a nation is only that of who leads a band, not a state: "the *Libyan* militia leader Tariq"."""
    if denoter.cast[denoter.cast.root(owner.actor)].kind not in STATES or not owner.start < title.i:
        return False
    bands = denoter.words["armed.bands"]
    return any(denoter.doc[i].lower_ in bands for i in range(owner.start + 1, title.i))


def is_party(body: Actor, words: Words) -> bool:
    """Tell whether a body is a party, by what is known of it or by the first or last word of its name."""
    name = body.name.lower().split()
    return body.sector == "PTY" or not words["nouns.of_parties"].isdisjoint((name[0], name[-1]))


def is_of_party(denoter: Denoter, title: Token, owner: Party) -> bool:
    """Tell whether somebody with an office of state is only of a party: "Prime *Minister* Mia Holt of Labour"."""
    body = denoter.cast[owner.actor]
    return title.base in _OF_STATES and body.kind not in STATES and is_party(body, denoter.words)

"""Bodies that states have: whose one is by the words beside its name, and whose the bare name means after that."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.model import Kind
from relgraph.pipeline.affiliating.homeland import is_named
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.naming.units import is_unit
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_LOCAL = frozenset({"City", "County", "Town", "Municipal", "Provincial", "Regional", "Legislative"})
_UNITS: frozenset[Kind] = frozenset({"organization", "armed_group", "government"})
_BODIES: frozenset[Kind] = frozenset({"organization", "government"})


def settle(mentions: list[Party], denoter: Denoter, stems: Mapping[str, str]) -> list[Party]:
    """Return the mentions, bodies of states read as those of their country, which they have as parent from then on.

    "Venezuela's National Guard", "Parliament in Tirana", "the Bank of Israel". What every state has is one for each
    ("the Colombian Senate", "the U.S. Senate"); without a country it is the one that the text names most. `stems` maps
    names to actors.
    """
    cast = denoter.cast
    settled: list[Party] = []
    for party in mentions:
        nation, start = _nation(denoter, party, stems)
        if nation is None:
            settled.append(party)
        elif _is_common(denoter, party):
            name = denoter.doc[start : party.end].text if start < party.start else cast[party.actor].name
            whole = name if start < party.start else f"{cast[nation].name} {name}"
            own = cast.introduce(whole.replace("'s ", " ").replace("’s ", " "), "organization", parent=nation)
            settled.append(replace(party, actor=own))
        else:
            cast.adopt(party.actor, nation)
            settled.append(party)
    settled = _bare(settled, denoter)
    for old, new in zip(mentions, settled, strict=True):
        if old is not new:
            denoter.reread(new)
    return settled


def of_leagues(denoter: Denoter) -> Iterator[tuple[str, str]]:
    """Yield bodies that their names call those of an organisation of states: "the *Council of the League*"."""
    cast = denoter.cast
    for party in denoter.named:
        actor = cast[party.actor]
        if actor.kind not in _BODIES or actor.parent is not None or cast.is_known(actor.id):
            continue
        head, of, whole = actor.name.partition(" of ")
        if not of or head.lower().rpartition(" ")[2] not in denoter.words["nouns.of_leagues"]:
            continue
        league = _league(denoter, whole.removeprefix("the "))
        if league is not None:
            yield actor.id, league


def _league(denoter: Denoter, name: str) -> str | None:
    """Return the organisation of states that a name is of, in full or by the last word that the text calls it by."""
    cast = denoter.cast
    known = cast.called(name)
    if known is not None:
        return known if cast[known].kind == "igo" else None
    named = {party.actor for party in denoter.named if cast[party.actor].kind == "igo" and cast.is_known(party.actor)}
    short = [one for one in sorted(named) if name in cast[one].name.split()]
    return short[0] if len(short) == 1 else None


def _nation(denoter: Denoter, party: Party, stems: Mapping[str, str]) -> tuple[str | None, int]:
    """Return the country of a body that only this text names, and where its words begin."""
    cast, words = denoter.cast, denoter.words
    actor = cast[party.actor]
    root: Token = denoter.doc[party.start : party.end].root
    if (
        actor.kind not in _BODIES
        or actor.parent is not None
        or cast.is_known(actor.id)
        or not (root.base in words["bodies.heads"] or is_unit(actor.name, words))
    ):
        return None, party.start
    for owner in denoter.owners(root, allow_of=False) or _named_after(denoter, party):
        above = cast[cast.root(owner.actor)].kind in STATES and cast[owner.actor].kind == "government"
        if above:  # "the 32 Brigade of the Nigerian Army"
            return owner.actor, party.start
        if cast[owner.actor].kind in STATES:
            near = owner.start < party.start and party.start - owner.start <= 3
            return owner.actor, owner.start if near else party.start
    if root.base in words["nouns.of_places"] and (town := _town_before(denoter, party)) is not None:
        return town, party.start
    nation = stems.get(actor.name.rpartition(" of ")[2].removeprefix("the "))  # "the Arts Council of Wales"
    if nation is not None and cast[cast.root(nation)].kind in STATES:
        return nation, party.start
    return None, party.start


def _town_before(denoter: Denoter, party: Party) -> str | None:
    """Return the country of the town with which a body's name begins, if the text names it: "the *Lima* High Court"."""
    cast, texts = denoter.cast, denoter.cast[party.actor].name.split()
    for length in (2, 1):
        place = cast.called(" ".join(texts[:length])) if len(texts) > length else None
        local = "Council" not in texts or bool(_LOCAL.intersection(texts))
        if place is not None and local and cast[place].kind == "place" and cast[cast.root(place)].kind in STATES:
            return cast.root(place) if is_named(denoter, cast.root(place)) else None
    return None


def namesakes(mentions: list[Party], denoter: Denoter) -> list[Party]:
    """Return the mentions, those of bodies that have the name of a known one of another state read as their own."""
    cast = denoter.cast
    found: list[Party] = []
    for party in mentions:
        another = _of_another(denoter, party)
        if another is not None:
            name = denoter.doc[party.start : party.end].text
            own = cast.introduce(f"{cast[cast.root(another)].name} {name}", "organization", parent=another)
            party = replace(party, actor=own)  # noqa: PLW2901 -- the same mention
            denoter.reread(party)
        found.append(party)
    return found


def _of_another(denoter: Denoter, body: Party) -> str | None:
    """Return whose a body is that has the name of a known one elsewhere: "the *Joint Staff* of Jordan's army"."""
    cast = denoter.cast
    state = cast.root(body.actor)
    if cast[body.actor].kind != "government" or not cast.is_known(body.actor) or cast[state].kind not in STATES:
        return None
    owner = next(iter(_named_after(denoter, body)), None)
    if owner is None or cast.root(owner.actor) == state or cast[cast.root(owner.actor)].kind not in STATES:
        return None
    return owner.actor


def _named_after(denoter: Denoter, body: Party) -> list[Party]:
    """Return the country right after a body's name: "the Ministry of Defence of Peru", "the High Court in Peru"."""
    lowers = denoter.lowers
    at = body.end + 1
    if at >= len(lowers) or lowers[body.end] not in ("of", "in"):
        return []
    if lowers[body.end] == "in" and not _is_common(denoter, body):
        return []
    owner = denoter.mention_at.get(at + 1 if lowers[at] == "the" else at)
    return [owner] if owner is not None and owner.via in ("name", "alias") else []


def _is_common(denoter: Denoter, party: Party) -> bool:
    """Tell whether a name is one that the bodies of many states have."""
    name = denoter.cast[party.actor].name.lower().removeprefix("the ")
    return name in denoter.words["bodies.of_every_state"] or name in denoter.words["bodies.american"]


def _bare(mentions: list[Party], denoter: Denoter) -> list[Party]:
    """Read the bare name of a body ("the Senate") as the one of its name that the text says the state of most often."""
    cast = denoter.cast
    explicit: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for party in mentions:
        actor = cast[party.actor]
        if actor.kind in _BODIES and cast[cast.root(actor.id)].kind in STATES:
            explicit[denoter.lowers[party.end - 1]][party.actor] += 1
    if not explicit:
        return mentions
    found = []
    for party in mentions:
        actor = cast[party.actor]
        meant = None
        if (
            actor.kind in _BODIES
            and actor.parent is None
            and not cast.is_known(actor.id)
            and _is_common(denoter, party)
        ):
            named = explicit.get(denoter.lowers[party.end - 1], Counter()).most_common(2)
            named = [one for one in named if cast[one[0]].name.lower().endswith(actor.name.lower())]
            if named and (len(named) == 1 or named[0][1] > named[1][1]):
                meant = named[0][0]
        found.append(replace(party, actor=meant) if meant is not None else party)
    return found


def units_of(denoter: Denoter) -> Iterator[tuple[str, str]]:
    """Yield units with the state whose army they are said to be of: "the *Danab* brigade of the Somali army"."""
    for party in denoter.named:
        actor = denoter.cast[party.actor]
        if actor.kind not in _UNITS or actor.parent is not None or denoter.cast.is_known(actor.id):
            continue
        after = denoter.doc[party.end : party.end + 2]
        unit = next((noun for noun in after if noun.base in denoter.words["bodies.units"]), None)
        if unit is None:
            continue
        armies = (army for of in unit.rights if of.lower_ == "of" for army in of.children if army.dep_ == "pobj")
        for army in armies:
            named = (denoter.mention_at.get(token.i) for token in (army, *army.lefts))
            roots = (denoter.cast.root(owner.actor) for owner in named if owner is not None)
            state = next((root for root in roots if denoter.cast[root].kind in STATES), None)
            if state is not None and army.base in denoter.words.either("nouns.forces", "nouns.home_forces"):
                yield actor.id, state
                break

"""What a name means in one text as a whole: "Brussels" in one about the Union, "Indians" in one about settlers."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.cast import STATES, Cast
from relgraph.pipeline.naming.bynames import HALF
from relgraph.pipeline.naming.yearstold import YEAR, is_of_later, years_told
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_HYPHENS = frozenset({"-", "–"})
_PAST = frozenset({"post", "ex", "former", "one-time", "erstwhile"})
_CALLED = frozenset({"bloc", "historic_state"})
_TODAY = 9999


def in_context(doc: Doc, text: str, found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Return the mentions with every name read as the text about it makes one read it."""
    found = _beside(_contemporary(doc, text, found, cast, words), cast, words)
    found = _without_first_parts(doc, _rivals(doc, found, cast, words), cast, words)
    found = _peoples(doc, found, cast)
    return _as_called(doc, found, cast, words)


def _peoples(doc: Doc, found: list[Party], cast: Cast) -> list[Party]:
    """Read "ethnic Albanians" as a people, not as Albania, and an "ethnic Albanian farmer" as a farmer."""
    ethnic = {token.i + 1 for token in doc.occurrences(["ethnic", "Ethnic"])}
    if not ethnic:
        return found
    kept = []
    for party in found:
        if party.start not in ethnic or party.via != "demonym":
            kept.append(party)
        elif doc[party.end - 1].tag_ in ("NNS", "NNPS"):
            people = cast.introduce(f"ethnic {doc[party.start : party.end].text}", "group")
            kept.append(replace(party, actor=people, start=party.start - 1))
    return kept


def _contemporary(doc: Doc, text: str, found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Read a nation as that of the text's time and place, if the text tells it by another word and never the country.

    "Turks" are Ottoman beside "the Porte", "Indians" are Native Americans beside "Cherokee".
    """
    named = {party.actor for party in found if party.via == "name"}
    if len(named) == len({party.actor for party in found}):
        return found
    possible = [entry for entry in words.entries("historic.contexts") if entry[0] in text and entry[1] not in named]
    texts = {token.text for token in doc if not _is_over(token)} if possible else set()
    meant = {country: state for word, country, state in possible if word in texts and state in cast}
    if not meant:
        return found
    for party in found:  # "the Indians", in a text that never calls them Native Americans
        people = meant.get(party.actor)
        if people is not None and cast[people].kind == "group" and all(other.actor != people for other in found):
            name = doc[party.start : party.end].text
            cast.rename(people, name if name.endswith("s") else f"{name}s")
    return [
        replace(party, actor=meant[party.actor])
        if party.via in ("demonym", "metonym") and party.actor in meant and not is_of_later(doc, party, words)
        else party
        for party in found
    ]


def _is_over(token: Token) -> bool:
    """Tell whether words before a name say that it is past: "post-*Soviet* states", "a former *Soviet* port"."""
    before = token.nbor(-1) if token.i else token
    return (token.nbor(-2) if before.text in _HYPHENS and token.i > 1 else before).lower_ in _PAST


def _as_called(doc: Doc, found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Call states of a bloc what the text calls them, and a state of the past if the text has one name for it.

    "Western powers" are not all of the West; the Confederate States are the Confederacy where nothing else is said.
    """
    groups: dict[int, str] = {}
    states: defaultdict[str, set[str]] = defaultdict(set)
    for party in found:
        actor = cast[party.actor]
        if party.via not in ("name", "alias") or actor.kind not in _CALLED or party.how == HALF:
            continue
        said = doc[party.start : party.end].text.removeprefix("the ")
        last = doc[party.end - 1]
        if actor.kind == "historic_state":
            states[party.actor].add(said)
        elif party.actor in words["historic.alliances"]:
            continue
        elif party.via == "alias" and last.tag_ == "NNS" and last.is_lower and party.end - party.start > 1:
            groups[id(party)] = cast.introduce(said, "bloc")
    for state, names in states.items():
        if len(names) == 1 and names <= words["historic.called"]:
            cast.rename(state, *names)
    return [replace(party, actor=groups.get(id(party), party.actor)) for party in found] if groups else found


def _beside(found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Read a name as that of another actor where a third one is named: the coalition beside the Islamic State."""
    entries = [entry for entry in words.entries("contextual.beside") if entry[2] in cast]
    first = {entry[0] for entry in entries}
    named = {party.actor for party in found}
    if named.isdisjoint(first):
        return found
    meant = {actor: third for actor, other, third in entries if other in named}
    return [replace(party, actor=meant[party.actor]) if party.actor in meant else party for party in found]


def _rivals(doc: Doc, found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Read a name as another actor that the text names, where it never names the first one otherwise.

    The entries say which: "Indians" beside tribes are no Asians. The seat of another need not even stand beside its
    name: "Brussels" is the Union, not Belgium.
    """
    rivals, seats = words.entries("contextual.rivals"), words.entries("contextual.seats")
    plain = {party.actor for party in found if party.via in ("name", "alias")}
    named = {ancestor for party in found if party.via != "metonym" for ancestor in cast.chain(party.actor)}
    meant = {
        (actor, via): other
        for entries in (rivals, seats)
        for actor, via, other in entries
        if (entries is seats or other in named)
        and actor not in (plain if via == "demonym" else named)
        and other in cast
    }
    if not meant:
        return found
    own = not named.isdisjoint(words["contextual.own_history"])  # "Brussels", to those whom Belgium ruled
    return [
        replace(party, actor=meant[party.actor, party.via])
        if (party.actor, party.via) in meant
        and not (party.via == "metonym" and (own or doc[party.end - 1].dep_ == "compound"))  # "Brussels police"
        else party
        for party in found
    ]


def _without_first_parts(doc: Doc, found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Drop the first nation of "French Canadians" and "Anglo-American settlers", who are people of the second.

    A body or force may be of both: "the Anglo-American force".
    """
    demonym_at = {party.start: party for party in found if party.via == "demonym" and cast[party.actor].kind in STATES}
    dropped: set[int] = set()
    for first in demonym_at.values():
        hyphen = first.end < len(doc) and doc[first.end].text in _HYPHENS
        second = demonym_at.get(first.end + 1 if hyphen else first.end)
        if second is None or second.actor == first.actor:
            continue
        last = doc[second.end - 1]
        head = last.head if last.dep_ in ("amod", "compound", "nmod") else last
        plural = last.tag_ in ("NNS", "NNPS") and head.i == last.i
        if hyphen and head.base in words["nouns.run_jointly"] and head.i != last.i:
            continue  # "the Anglo-American force"
        if plural or any(head.base in words[name] for name in ("nouns.people", "nouns.crowds", "nouns.group")):
            dropped.add(first.start)
    return [party for party in found if party.start not in dropped or party.via != "demonym"] if dropped else found


def _in_their_years(text: str, found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Read a country as the state of its time in a text that tells of those years alone: "In 1975 the Kremlin"."""
    years = years_told(text)
    if not years:
        return found
    meant = {}
    for country, state, span in words.entries("historic.times"):
        first, _, last = span.partition("-")
        if state in cast and int(first) <= min(years) and max(years) <= int(last):
            meant[country] = state
    return [replace(party, actor=meant[party.actor]) if party.actor in meant else party for party in found]


def _seats(text: str, found: list[Party], words: Words) -> list[Party]:
    """Read a town as a seat of government in a text of the years when it was one: "*St. Petersburg* refused"."""
    places = {party.actor for party in found if party.how == "place"}
    seats = {place: (country, span) for place, country, span in words.entries("historic.seats") if place in places}
    years = years_told(text) if seats else []
    meant = {}
    for place, (country, span) in seats.items():
        first, _, last = span.partition("-")
        if years and int(first) <= min(years) and max(years) <= int(last):
            meant[place] = country
    return [
        replace(party, actor=meant[party.actor], via="metonym", how="capital") if party.actor in meant else party
        for party in found
    ]


def _called_then(doc: Doc, text: str, found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Read a full name as that of the state which had it in the year told of last, or beside the other state named.

    The leaders of a state that moved are of the new land in a text that tells of later years alone.
    """
    years = [(match.start(), int(match[1])) for match in YEAR.finditer(text)]
    names = {name: rest for name, *rest in words.entries("historic.then") if name in text}
    spoken_of = {party.actor for party in found}
    meant: dict[int, str] = {}
    for party in found if names else ():
        state, span, beside = names.get(doc[party.start : party.end].text, ("", "", ""))
        if state not in cast:
            continue
        first, _, last = span.partition("-")
        told = [said for at, said in years if at <= doc[doc[party.start].sent.end - 1].idx]
        if (told and int(first) <= told[-1] <= int(last)) or beside in spoken_of:
            meant[party.start] = state
    for state, refuge, year in words.entries("historic.moved"):
        if years and refuge in spoken_of and min(said for _, said in years) >= int(year):
            for party in found:
                if cast.home(party.actor) == state:
                    cast.orphan(party.actor)
                    cast.adopt(party.actor, refuge)
    return [replace(party, actor=meant[party.start]) if party.start in meant else party for party in found]


def _annexed(text: str, found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Read a land as the state that it was in a text on how it lost its independence: "talks with *Texas*" in 1844."""
    if "nnex" not in text:
        return found
    first = min((int(year) for year, _ in YEAR.findall(text)), default=_TODAY)
    meant = {
        place: state
        for place, state, last in words.entries("historic.annexed")
        if state in cast and place in cast and first <= int(last)
    }
    spoken_of = {party.actor for party in found}
    for place, state in meant.items():
        if place in spoken_of:
            cast.rename(state, cast[place].name)
    return [
        replace(party, actor=meant[party.actor], how="the state of the time") if party.actor in meant else party
        for party in found
    ]


def in_their_time(doc: Doc, text: str, found: list[Party], cast: Cast, words: Words) -> list[Party]:
    """Read seats of government as those of the state of the time: with the Soviet Union the Kremlin is Soviet.

    Not where the text speaks rather of the successor: "since the collapse of the Soviet Union". The people of some
    successors are those of the state, too: in a text on Czechoslovakia that never names another state, "the Czechs".
    """
    found = _seats(text, _called_then(doc, text, found, cast, words), words)
    found = _annexed(text, _in_their_years(text, found, cast, words), cast, words)
    named = Counter(party.actor for party in found if party.via != "metonym")
    states = {
        country: state
        for state, country in words.entries("historic.successors")
        if state in cast and named[state] > 0 and named[state] >= named[country]
    }
    if not states:
        return found
    for party in found:
        state = states.get(cast[party.actor].parent or "")
        if party.how == "place" and state is not None and state in words["historic.whole"]:
            cast.resettle(party.actor, state)
    plain = {party.actor for party in found if party.via in ("name", "alias")}
    peoples = {
        country
        for state, country in words.entries("historic.of_people")
        if states.get(country) == state and country not in plain
    }
    return [
        replace(party, actor=states[party.actor])
        if party.actor in (states if party.via == "metonym" else peoples if party.via == "demonym" else ())
        and not is_of_later(doc, party, words)
        else party
        for party in found
    ]

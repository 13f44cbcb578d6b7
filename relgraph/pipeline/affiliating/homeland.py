"""Where a text is at home: the country whose police, courts and ministers it names without saying whose they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from relgraph.pipeline.affiliating.topics import find_topic
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import homes

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_ENOUGH = 6
_FAR_MORE = 1.6
"""How many times as often as any other country the one must be spoken of that a text is at home in."""
_CLEARLY = 1.3
"""The same of one that is the only country in the first sentences."""
_BY_FAR = 3.0
"""The same where the first sentence tells what another state does."""
_LEAD = 2
"""In how many sentences a text begins to say where it is at home: a mention there counts twice."""
_SENT_FROM = 6
_DEFINING = 4
"""What a country counts more in the sentence that says who somebody is: "was an Indonesian officer"."""
_REACH = 6
_ACTING_ON = frozenset({"to", "with", "on", "against"})
_QUOTES = frozenset({'"', "“", "«"})
_OF_OWN = frozenset(
    {"lead", "rule", "govern", "represent", "head", "leave", "return", "flee", "tell", "serve", "defend"}
)
"""What one does to one's own country, too."""
_SMALL = frozenset({"of", "the", "and", "for", "on", "&", "'s", "’s"})
_OWNS = frozenset({"'s", "’s"})
_NEXT_DOOR = frozenset({"neighbouring", "neighboring", "nearby", "rival"})
_COUNTERPARTS = frozenset({"counterpart", "homologue"})
_ARMIES = frozenset({"army", "forces", "council", "agency"})
_PAST = frozenset({"former", "ex", "ex-", "shadow", "late", "then", "then-"})
_WHOSE = frozenset({"of", "for", "at", "in", "to", "from"})


def homeland(denoter: Denoter) -> str | None:
    """Return the country that a text is clearly about, by its names, towns, bodies and parties; None if in doubt.

    A text that names a country only by its capital is at home nowhere: the capital may be where people met.
    """
    cast = denoter.cast
    counts: Counter[str] = Counter()
    said: set[str] = set()
    first: set[str] = set()
    lead = _end_of_lead(denoter)
    topic = find_topic(denoter)
    defined = denoter.doc[topic.party.start].sent.end if topic is not None else 0
    for party in denoter.named:
        root = cast.root(homes().get(party.actor, party.actor))
        if cast[root].kind not in STATES or is_told_with(denoter, party):
            continue
        if not party.capital:
            said.add(root)
        weight = 1 if cast[party.actor].kind == "person" else 2
        if party.start < lead:
            first.add(root)
            weight *= 2
        if party.start < defined and cast[party.actor].kind != "person":
            weight += _DEFINING
            defined = 0  # the first one that is named there
        counts[root] += weight
    if denoter.dateline is not None:
        counts[denoter.dateline] += _SENT_FROM
        said.add(denoter.dateline)
    ranked = sorted(counts, key=lambda root: (-counts[root], root))
    if not ranked or ranked[0] not in said or counts[ranked[0]] < _ENOUGH:
        return None
    second = counts[ranked[1]] if len(ranked) > 1 else 0
    margin = _CLEARLY if first == {ranked[0]} else _FAR_MORE
    if _first_to_act(denoter) not in (None, ranked[0]):
        margin = _BY_FAR
    return ranked[0] if counts[ranked[0]] >= margin * second else None


def _first_to_act(denoter: Denoter) -> str | None:
    """Return the state that the first sentence says does something to another: "*Chad* tells Mali to go"."""
    first = denoter.doc[0].sent
    subject = next((child for child in first.root.lefts if child.dep_ == "nsubj"), None)
    if subject is None:
        return None
    party = denoter.mention_at.get(subject.i)
    if party is None or party.via not in ("name", "alias") or denoter.cast[party.actor].kind not in STATES:
        return None
    others = (denoter.mention_at.get(i) for i in range(subject.i + 1, first.end))
    return party.actor if any(other is not None and other.actor != party.actor for other in others) else None


def is_told_with(denoter: Denoter, place: Party) -> bool:
    """Tell whether a place is told with its country, which is so named only once: "Peru's *Cusco* region"."""
    owner = denoter.mention_at.get(place.start - 2)
    if owner is None or not (place.capital or place.how == "place"):
        return False
    return denoter.lowers[place.start - 1] in _OWNS and denoter.cast.root(place.actor) == owner.actor


def state_bodies(denoter: Denoter, home: str) -> Iterator[str]:
    """Yield the bodies without a country whose names have nothing but words for parts of a state: "National Police"."""
    cast = denoter.cast
    for actor_id in dict.fromkeys(party.actor for party in denoter.named):
        actor = cast[actor_id]
        if (
            actor.kind in ("organization", "government")
            and actor.parent is None
            and actor_id != home
            and not cast.is_known(actor_id)
            and not (denoter.enemy is not None and actor.name[0].isdigit())  # a unit of whom?
            and is_state_body(denoter, actor.name)
        ):
            yield actor_id


def is_state_body(denoter: Denoter, name: str) -> bool:
    """Tell whether any state may have a body of a name: "the Constitutional Court", "State Security Service"."""
    words = denoter.words
    parts = [part for part in name.lower().replace("-", " ").split() if part not in _SMALL and part[0].isalpha()]
    heads = words["bodies.heads"] | words["bodies.of_states"]
    if not parts or not (parts[0] in heads or parts[-1] in heads):
        return False
    if len(parts) == 1:
        return parts[0] in words["bodies.single"] or name[0].isdigit()  # "16th Division"
    others = words.either("bodies.heads", "bodies.of_states", "bodies.portfolios", "bodies.state_words")
    return all(part in others for part in parts)


def officials(denoter: Denoter, home: str) -> Iterator[str]:
    """Yield the persons without a country who have an office of a state before their name: "Interior Minister Ruiz".

    Not if the words say whose it is, or that it is past, nor where only other countries are spoken of.
    """
    cast = denoter.cast
    seen: set[str] = set()
    for party in denoter.named:
        actor = cast[party.actor]
        if actor.kind != "person" or actor.parent is not None or party.actor in seen or cast.is_known(party.actor):
            continue
        if titled_by_state(denoter, party) and not is_elsewhere(denoter, party, home):
            seen.add(party.actor)
            yield party.actor


def titled_by_state(denoter: Denoter, person: Party) -> bool:
    """Tell whether an office that only states give stands beside a name, and nobody whose it is: "President Doe"."""
    if _heads_state(denoter, person):
        return True
    title = _title_before(denoter, person)
    if not title:
        title = _title_behind(denoter, person)
        return bool(title) and _is_of_state(denoter, title)
    return _is_of_state(denoter, title) and not _has_owner(denoter, title[0].i, person.end)


def _title_behind(denoter: Denoter, person: Party) -> list[Token]:
    """Return the words of the office of a name between commas: "Joan Doe, *the foreign minister*, said"."""
    lowers, doc = denoter.lowers, denoter.doc
    if lowers[person.end : person.end + 2] != [",", "the"]:
        return []
    end = person.end + 2
    while end < len(doc) and doc[end].is_alpha and doc[end].pos_ in ("NOUN", "PROPN", "ADJ"):
        end += 1
    return list(doc[person.end + 2 : end]) if end < len(doc) and lowers[end] in (",", ".") else []


def _heads_state(denoter: Denoter, person: Party) -> bool:
    """Tell whether somebody is said to head a government or army, not whose: "Ana Ruiz, the *head of the junta*"."""
    lowers, words = denoter.lowers, denoter.words
    if lowers[person.end : person.end + 2] != [",", "the"] or lowers[person.end + 3 : person.end + 5] != ["of", "the"]:
        return False
    end = start = person.end + 5
    while end < len(lowers) and denoter.doc[end].pos_ in ("NOUN", "PROPN", "ADJ") and end not in denoter.mention_at:
        end += 1
    closed = start < end < len(lowers) and lowers[end] in (",", ".")
    body = denoter.doc[end - 1].base
    ruling = body in words.either("nouns.ruling", "nouns.home_forces", "nouns.home_rulers")
    return closed and ruling and lowers[person.end + 2] in words["offices.heading"]


def lawmakers(denoter: Denoter) -> Iterator[tuple[str, str]]:
    """Yield members of parliaments with the countries where their parties are at home: "Tory MP Jane Fell".

    A party's name that several countries have ("Labour", "Republican") is that of one which the text names.
    """
    cast, words = denoter.cast, denoter.words
    seen: set[str] = set()
    partisans = {entry[0]: entry[1] for entry in words.entries("offices.partisans")}
    for party in denoter.named:
        actor = cast[party.actor]
        if actor.kind != "person" or actor.parent is not None or party.actor in seen or party.start == 0:
            continue
        title = _title_before(denoter, party)
        lowers = [token.lower_ for token in title]
        if not title or lowers[-1] not in words["offices.of_lawmakers"] or _PAST.intersection(lowers):
            continue
        mentions = [denoter.mention_at[token.i] for token in title if token.i in denoter.mention_at]
        home = next((homes()[mention.actor] for mention in mentions if mention.actor in homes()), None)
        home = home or next((partisans[word] for word in lowers if word in partisans), None)
        if home is not None and home in cast and (mentions or is_named(denoter, home)):
            seen.add(party.actor)
            yield party.actor, home


def is_named(denoter: Denoter, country: str) -> bool:
    """Tell whether a text names a country or what is its own, other than by its capital."""
    return any(not party.capital and country in denoter.cast.chain(party.actor) for party in denoter.named)


def is_elsewhere(denoter: Denoter, person: Party, home: str) -> bool:
    """Tell whether a sentence names other countries as those where it happens or who act, and never the home.

    So also if a person deals in it with what would be his home: "the premier accused *neighbouring Chad*".
    """
    spoken_of = [mention for mention in denoter.named if mention.actor == person.actor]
    if any(acts_on(denoter, mention, home) or _comes_to_us(denoter, mention, home) for mention in spoken_of):
        return True
    sentence = denoter.doc[person.start].sent
    if any(_is_dealt_with(denoter, i, person) for i in range(sentence.start, sentence.end) if _is_at(denoter, i, home)):
        return True
    named = {
        denoter.cast.root(mention.actor)
        for i in range(sentence.start, person.start)
        if (mention := denoter.mention_at.get(i)) is not None and mention.via != "demonym"
    }
    states = {root for root in named if denoter.cast[root].kind in STATES}
    return bool(states) and home not in states


def _comes_to_us(denoter: Denoter, person: Party, home: str) -> bool:
    """Tell whether who speaks in a text deals with somebody, or a country does: "*President Doe* visited us".

    "At the request of *President Doe*, Chad sent troops" is of a president elsewhere, too.
    """
    name, doc = denoter.doc[person.start : person.end].root, denoter.doc
    if name.dep_ == "pobj" and name.head.head.base in denoter.words["nouns.behest"]:
        verb = name.head.head.head.head
        return any(child.dep_ == "nsubj" and _is_at(denoter, child.i, home) for child in verb.children)
    if name.dep_ != "nsubj" or any(mark.i < name.i for mark in doc.occurrences(_QUOTES)):
        return False
    ours = denoter.words["pronouns.first_plural"] | denoter.words["pronouns.first_singular"]
    return any(noun.tag_ == "PRP" and noun.lower_ in ours for noun in _acted_on(name.head))


def _is_at(denoter: Denoter, i: int, country: str) -> bool:
    mention = denoter.mention_at.get(i)
    return mention is not None and mention.start == i and mention.actor == country


def _is_dealt_with(denoter: Denoter, i: int, person: Party) -> bool:
    """Tell whether a country is another one than a person's: he acts on it, or meets "his *Kenyan* counterpart"."""
    token = denoter.doc[denoter.mention_at[i].start : denoter.mention_at[i].end].root
    if token.i > 0 and denoter.lowers[token.i - 1] in _NEXT_DOOR:
        return True
    if token.head.base in _COUNTERPARTS and any(child.tag_ == "PRP$" for child in token.head.children):
        return True
    if token.dep_ != "dobj" or denoter.mention_at[i].via == "demonym":
        return False
    doer = denoter.doc[person.start : person.end].root
    return doer.dep_ in ("nsubj", "nsubjpass") and doer.head.i == token.head.i


def acts_on(denoter: Denoter, person: Party, country: str) -> bool:
    """Tell whether a person does or says something to a country in a clause of which he is the subject."""
    subject = denoter.doc[person.start : person.end].root
    if subject.dep_ != "nsubj" or subject.head.lemma_ in _OF_OWN:
        return False
    things = _acted_on(subject.head)
    mentions = (denoter.mention_at.get(token.i) for token in things)
    return any(
        mention is not None and mention.via in ("name", "alias", "capital", "metonym") and mention.actor == country
        for mention in mentions
    ) or any(_holds_office_of(denoter, token, country) for token in things)


def _holds_office_of(denoter: Denoter, person: Token, country: str) -> bool:
    """Tell whether one to whom something is done or said has an office of a state: "Ana Ruiz, *President of Chile*"."""
    offices = [token for token in (person, *person.subtree) if token.lower_ in denoter.words["offices.of_states"]]
    return any(_is_at(denoter, name.i, country) for office in offices for name in office.subtree if name.i != person.i)


def _acted_on(verb: Token) -> list[Token]:
    """Return what a verb has as its object, directly or behind "to", "with", "on" and "against"."""
    found = [child for child in verb.children if child.dep_ in ("dobj", "dative")]
    governing = (verb, *found, *(noun for thing in found for of in thing.rights for noun in of.children))
    links = (c for above in governing for c in above.children if c.dep_ == "prep" and c.lower_ in _ACTING_ON)
    return found + [noun for child in links for noun in child.children if noun.dep_ == "pobj"]


def _title_before(denoter: Denoter, person: Party) -> list[Token]:
    """Return the words of the office before a name, in their order; over a comma if the name is apposed to them."""
    doc = denoter.doc
    end = person.start
    if end > 1 and doc[end - 1].text == "," and doc[person.start : person.end].root.dep_ == "appos":
        end -= 1
    words = takewhile(
        lambda token: token.is_alpha or token.text in ("-", ".") or token.lower_ in _SMALL,
        reversed(list(doc[max(doc[person.start].sent.start, end - _REACH) : end])),
    )
    title = [
        token
        for token in takewhile(
            lambda token: token.pos_ in ("NOUN", "PROPN", "ADJ") or token.text == "-" or token.lower_ in ("of", "and"),
            words,
        )
        if token.is_alpha
    ]
    return title[::-1]


def _is_of_state(denoter: Denoter, title: list[Token]) -> bool:
    """Tell whether the words before a name are an office of a state: "Interior Minister", "army chief"."""
    words = denoter.words
    lowers = [token.lower_ for token in title]
    named = [token.i for token in title if token.i in denoter.mention_at]
    if any(word in _PAST for word in lowers) or any(not _is_any_states(denoter, i) for i in named):
        return False
    if words.either("nouns.firm", "nouns.body_word", "nouns.private_bodies").intersection(lowers[:-1]) - _ARMIES:
        return False  # "company president Ana Ruiz"
    if lowers[-1] in words["offices.of_states"]:
        return True
    if lowers[0] in words["offices.of_states"] and "of" in lowers:
        return True  # "Minister of Health"
    return lowers[-1] in words["offices.of_bodies"] and any(word in words["offices.in_states"] for word in lowers[:-1])


def names_war(denoter: Denoter, party: Party) -> bool:
    """Tell whether a country only says of which war is spoken, wherever those who talk of it are: "the *Iraq* war"."""
    name = denoter.doc[party.start : party.end].root
    return party.via == "name" and name.dep_ in ("compound", "nmod") and name.head.base == "war"


def _is_any_states(denoter: Denoter, i: int) -> bool:
    """Tell whether a name is that of a body of any state, said without it: "*Foreign Ministry* envoy"."""
    actor = denoter.cast[denoter.mention_at[i].actor]
    return actor.parent is None and not denoter.cast.is_known(actor.id) and is_state_body(denoter, actor.name)


def _has_owner(denoter: Denoter, start: int, end: int) -> bool:
    """Tell whether a name or an owner stands right before a title, or an owner after the person."""
    doc = denoter.doc
    before = doc[start - 1] if start > doc[start].sent.start else None
    if before is not None and (before.tag_ in ("POS", "PRP$") or before.i in denoter.mention_at):
        return True
    if before is not None and before.lower_ in _PAST:
        return True
    return end < len(doc) and doc[end].lower_ in _WHOSE and doc[end].lower_ in ("of", "from")


def _end_of_lead(denoter: Denoter) -> int:
    ends = [sentence.end for _, sentence in zip(range(_LEAD), denoter.doc.sents, strict=False)]
    return ends[-1] if ends else 0

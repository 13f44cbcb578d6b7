"""Which candidates become relations: one for each thing said, none of an actor with itself."""

from __future__ import annotations

from collections import defaultdict

from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.cast import STATES, Cast
from relgraph.pipeline.naming.doctrines import DOCTRINE
from relgraph.pipeline.parties import Party
from relgraph.pipeline.referring.events import WHOSE_ACT
from relgraph.pipeline.referring.onward import CARRIED_ON
from relgraph.pipeline.referring.several import AT_ODDS, PAIR, STATES_NAMED
from relgraph.pipeline.relating.unrest import OWN_VOTE
from relgraph.pipeline.selecting.ownpeople import name_own_people
from relgraph.pipeline.words import grammar

_JOINING = frozenset({"affiliated.member_of/join", "affiliated.member_of/join-plain"})
_OWN = frozenset({"of the only country named", "of the country spoken of"})
_DONE_TO_OWN = frozenset({"fights", "restrains", "disputes", "cooperates.concedes"})
_NAMING = frozenset({"name", "alias", "metonym"})
_REFUSABLE = ("cooperates.consults", "cooperates.agrees")
_GAINING = frozenset({"annex", "annexation", "colonize", "colonise", "claim"})
_INVADING = frozenset({"invade", "occupy", "enter", "capture", "conquer"})
_NEAR = 10
MIN_CONFIDENCE = 0.45
"""Candidates that are trusted less than this are not reported."""
_PARTS = frozenset(
    {"its government", "owner", "people of the place", "part of", "of the only country named", "loyal to", OWN_VOTE}
    | {"of the country spoken of"}
)


_LEFT = frozenset({"restrains.sanctions/switch-from"})
"""Frames whose target is left for another."""

_MEETING = 3
"""How many may mean themselves by "we met"."""


def select(candidates: list[Candidate], cast: Cast) -> list[Candidate]:
    """Drop doubles and relations of an actor with itself; of two that say the same the more trusted stays."""
    kept: defaultdict[int, list[Candidate]] = defaultdict(list)
    referred = _referred(candidates)
    whole = _phrases(candidates)
    for candidate in sorted(candidates, key=_preference):
        name_own_people(candidate, cast)
        if candidate.confidence < MIN_CONFIDENCE or _crosses_sentences(candidate):
            continue
        if candidate.type.startswith("fights.") and candidate.source.how == WHOSE_ACT:
            continue  # "The sanctions hit Iranian banks": no blow
        if _is_within_group(candidate, referred) or _is_of_person(candidate, cast):
            continue
        if any(_is_word_of(candidate, other, cast) for other in whole[candidate.trigger.sent.start]):
            continue
        if any(_surrounds(candidate, other, cast) for other in kept[candidate.trigger.sent.start]):
            continue
        if any(_is_agreed_on(candidate, other) for other in candidates):
            continue
        same_sentence = kept[candidate.trigger.sent.start]
        if not _is_reflexive(candidate, cast) and not any(_is_double(candidate, o, cast) for o in same_sentence):
            same_sentence.append(candidate)
    flat = (candidate for candidates in kept.values() for candidate in candidates)
    return sorted(flat, key=lambda c: (c.trigger.i, c.type, c.source.start, c.target.start))


def _preference(candidate: Candidate) -> tuple[bool, float, bool, int, str]:
    """Named actors before pronouns, then trust, then what grammar composed, then the order of the text."""
    pronouns = "pronoun" in (candidate.source.via, candidate.target.via)
    return pronouns, -candidate.confidence, not candidate.composed, candidate.trigger.i, candidate.frame.name


def _referred(candidates: list[Candidate]) -> dict[int, set[str]]:
    """Return the actors that each plural pronoun means, by its place."""
    meant: defaultdict[int, set[str]] = defaultdict(set)
    for candidate in candidates:
        for party in (candidate.source, candidate.target):
            if party.via == "pronoun":
                meant[party.start].add(party.actor)
    return meant


def _phrases(candidates: list[Candidate]) -> dict[int, list[Candidate]]:
    """Return the candidates that rest on several words, by where their sentences start."""
    found: defaultdict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.end - candidate.start > 1 and candidate.confidence >= MIN_CONFIDENCE:
            found[candidate.trigger.sent.start].append(candidate)
    return found


def _is_word_of(one: Candidate, whole: Candidate, cast: Cast) -> bool:
    """Tell whether a noun is only a word of what another candidate says: "gave up *control* of", "dropped *claims*"."""
    return (
        one.end - one.start == 1
        and whole.start <= one.start < whole.end
        and one.trigger.pos_ == "NOUN"
        and one.trigger.i != whole.trigger.i
        and (
            _is_turned_down(one, whole, cast)
            or _is_turned_round(one, whole, cast)
            or (
                (one.confidence <= whole.confidence or whole.type == "cooperates.concedes")
                and _say_the_same(one, whole, cast)
            )
        )
    )


def _is_turned_round(one: Candidate, whole: Candidate, cast: Cast) -> bool:
    """Tell whether a noun of a phrase says the reverse of the phrase: "signed it with the tacit *approval* of Chad".

    Or the wrong one does it: "switched its *recognition* from Chad to Mali".
    """
    own, other = cast.root(one.source.actor), cast.root(one.target.actor)
    if whole.frame.word_class == "phrase":
        return (own, other) == (cast.root(whole.target.actor), cast.root(whole.source.actor))
    left = whole.frame.name in _LEFT and other != own == cast.root(whole.target.actor)
    return left and one.source.start > one.start


def _is_turned_down(one: Candidate, whole: Candidate, cast: Cast) -> bool:
    """Tell whether a candidate's good is what its receiver will not have: "Chad refused to accept *aid* from Mali"."""
    return (
        whole.type == "disputes.rejects"
        and one.type == "cooperates.aids"
        and cast.root(one.source.actor) == cast.root(whole.target.actor)
        and cast.root(one.target.actor) == cast.root(whole.source.actor)
    )


def _surrounds(whole: Candidate, one: Candidate, cast: Cast) -> bool:
    """Tell whether a more trusted noun among its words says that no blow is meant: "carried out *raids* on a firm"."""
    if not whole.type.startswith("fights.") or not one.type.startswith("restrains."):
        return False
    inside = one.end - one.start == 1 and whole.start <= one.start < whole.end and one.trigger.pos_ == "NOUN"
    return inside and one.trigger.i != whole.trigger.i and _say_the_same(one, whole, cast)


def _is_agreed_on(one: Candidate, other: Candidate) -> bool:
    """Tell whether neither of two yields, as they both agree to it: "Chad and Mali *agreed to a truce*"."""
    if one.type != "cooperates.concedes" or other.type != "cooperates.agrees" or not one.symmetric:
        return False
    noun, verb = one.trigger, other.trigger
    if verb.pos_ != "VERB" or noun.pos_ != "NOUN" or other.confidence < MIN_CONFIDENCE:
        return False
    governor = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("to", "on", "upon") else noun.head
    ends, others = {one.source.actor, one.target.actor}, {other.source.actor, other.target.actor}
    return governor.i == verb.i and ends == others


def _say_the_same(one: Candidate, other: Candidate, cast: Cast) -> bool:
    """Tell whether two candidates are of the same two, one way, and of different families."""
    return (
        one.type.partition(".")[0] != other.type.partition(".")[0]
        and cast.root(one.source.actor) == cast.root(other.source.actor)
        and cast.root(one.target.actor) == cast.root(other.target.actor)
    )


def _is_within_group(candidate: Candidate, referred: dict[int, set[str]]) -> bool:
    """Tell whether an act is only done by or to a group as one: "Peru and Chile sent tanks to *their* borders".

    Two who are "they" may deal with each other, three or more hardly each with each; three if they speak jointly.
    """
    source, target = candidate.source, candidate.target
    if source.via == target.via == "pronoun" and source.start == target.start:
        return len(referred[source.start]) > (_MEETING if source.how == "who speaks" else 2)
    if candidate.symmetric:
        return False
    group = referred[target.start] if target.via == "pronoun" and source.via != "pronoun" else set()
    return source.actor in group and len(group) > 1


def _is_of_person(candidate: Candidate, cast: Cast) -> bool:
    """Tell whether somebody is called a part or member of a person, as a lawyer of his client."""
    target = candidate.target.actor
    return candidate.type in ("affiliated.member_of", "affiliated.part_of") and "person" in (
        cast[target].kind,
        cast[cast.root(target)].kind,
    )


def _crosses_sentences(candidate: Candidate) -> bool:
    """Tell whether a party or the trigger stands outside the sentence: the evidence would not show it.

    A name that is broken by a blank line can reach over a sentence's end.
    """
    sentence = candidate.trigger.sent
    starts = candidate.start, candidate.source.start, candidate.target.start
    ends = candidate.end, candidate.source.end, candidate.target.end
    return min(starts) < sentence.start or max(ends) > sentence.end


def _is_reflexive(candidate: Candidate, cast: Cast) -> bool:
    """An actor with itself is no relation; two parts of one country are."""
    source, target = candidate.source, candidate.target
    overlap = source.start < target.end and target.start < source.end
    joins = candidate.frame.name in _JOINING and candidate.type.startswith("affiliated.")
    if joins and cast[target.actor].kind in ("country", "historic_state", "person"):
        return True  # "frigates joined American patrols" makes nobody a member of a country
    same = cast.root(source.actor) == cast.root(target.actor)
    if same and DOCTRINE in (source.how, target.how):
        return True  # "Washington invoked the Monroe Doctrine"
    if same and target.how in (PAIR, AT_ODDS, STATES_NAMED) and candidate.type.startswith("disputes."):
        return True  # "Peru said that *the two countries* must settle it": it asks the other
    if same and _is_of_his_staff(candidate, cast):
        return False
    if same and candidate.type == "cooperates.consults" and not candidate.symmetric:
        return not _sees_own_people(candidate)  # nobody visits his own country
    if same and candidate.trigger.lemma_ in _GAINING and candidate.type in ("restrains.coerces", "disputes.demands"):
        return True  # "the United States annexed Texas", "claimed Guam": not from itself
    if same and _invades(candidate):
        return True  # "Troops crossed over and occupied two *Eritrean* villages": no Eritrean ones
    if same and candidate.type == "cooperates.collaborates" and not candidate.symmetric:
        return True  # "sold the treaty to the Senate"
    if same and candidate.type == "cooperates.aids" and _serves(candidate, cast):
        return True
    if source.how == "the issuer of the text" and source.actor == cast.root(target.actor):
        return True  # what a body asks of its own officers is its business
    if same and candidate.type == "cooperates.agrees" and target.via == "name" and not _is_part(target):
        return True  # "his party's commitment to Israel": its own country
    if same and candidate.symmetric and candidate.doubts:
        return True  # "Coolidge and his secretary were in favour of an arrangement": not with each other
    if (
        same
        and target.via == "pronoun"
        and not candidate.type.startswith("affiliated.")
        and (cast[target.actor].kind in STATES or cast[target.actor].kind == "government")
    ):
        return True  # "the Senate opposed it": not its own country but what was put before it
    within = source.start <= candidate.trigger.i < source.end
    if candidate.type.startswith("affiliated.") and within and source.how == "people of the body":
        return True  # "aid workers employed by the Union" act as it does
    if source.actor == target.actor:
        if candidate.type.startswith("affiliated.") or overlap:
            return True
        spared = _is_agreed(candidate) or _is_released(candidate)
        things = cast[target.actor].kind not in STATES or (target.how == "owner" and not spared)
        if candidate.type.startswith("cooperates.") and things:
            return True  # "Hamas vehicles left a Hamas base", "an American treaty confirmed American rights"
        if source.how == target.how == "owner" and _is_of_thing(candidate, source) and _is_of_thing(candidate, target):
            return True  # "American support was offset by American fears"
        # "Peru jailed opposition leaders": the state, and people of it
        done = candidate.type in _DONE_TO_OWN or candidate.type.partition(".")[0] in _DONE_TO_OWN
        named = source.via in _NAMING or source.via == "demonym"
        own = done and (target.how in _OWN or _is_of_judges(candidate)) and (named or _is_of_deed(candidate))
        own = own or target.how == OWN_VOTE
        return not (_is_part(target) and (_is_part(source) or own))
    return (
        overlap and cast.root(source.actor) == cast.root(target.actor) and not candidate.type.startswith("affiliated.")
    )


def _invades(candidate: Candidate) -> bool:
    """Tell whether forces of no land that is named take what one is said to have."""
    source, doc = candidate.source, candidate.trigger.doc
    if source.how not in _OWN or candidate.trigger.lemma_ not in _INVADING:
        return False
    return doc[source.start : source.end].root.base in grammar()["nouns.forces"]


def _is_of_his_staff(candidate: Candidate, cast: Cast) -> bool:
    """Tell whether something is done to an officer of one's own state: "the president dismissed *his deputy*"."""
    whose = candidate.trigger.doc[candidate.target.start]
    if whose.lower_ not in ("his", "her") or candidate.type.partition(".")[0] not in (
        "disputes",
        "restrains",
        "fights",
    ):
        return False
    officer = whose.head
    offices = grammar().either("nouns.person_word", "nouns.ranks", "nouns.civil") - grammar()["offices.envoys"]
    state = cast[cast.root(candidate.source.actor)].kind in STATES
    return state and officer.base in offices and officer.dep_ in ("dobj", "nsubjpass")


def _is_of_judges(candidate: Candidate) -> bool:
    """Tell whether what is acted on is of the own opposition or court: "Chad rejected *the opposition's* plea"."""
    whose = candidate.trigger.doc[candidate.target.start]
    return whose.dep_ == "poss" and whose.base in grammar()["nouns.home_judges"]


def _is_of_thing(candidate: Candidate, party: Party) -> bool:
    """Tell whether a party is only said to have a thing: "*American* fears", no "*American* nurses"."""
    token = candidate.trigger.doc[party.start : party.end].root
    thing = token.head if token.dep_ in ("amod", "compound", "poss", "nmod") else token
    people = ("nouns.group", "nouns.singular_group", "nouns.role", "nouns.domestic", "nouns.body_word", "nouns.forces")
    return thing.pos_ == "NOUN" and thing.base not in grammar().either(*people)


def _sees_own_people(candidate: Candidate) -> bool:
    """Tell whether somebody visits people of his country: "flew there to visit *Danish troops*", as an object."""
    people = candidate.target_word
    visited = people.dep_ == "dobj" and people.tag_ == "NNS" and people.head.i == candidate.trigger.i
    return visited and candidate.target.how == "owner" and people.base in grammar()["nouns.comrades"]


def _is_agreed(candidate: Candidate) -> bool:
    """Tell whether people of a country come to terms with its rulers: "Chad's miners reached a deal *with* them"."""
    agreed = candidate.type == "cooperates.agrees" and candidate.symmetric
    if not agreed and candidate.frame.name != "cooperates.concedes/end-strike":
        return False
    doc, words = candidate.trigger.doc, grammar()
    ends = [doc[party.start : party.end].root.base for party in (candidate.source, candidate.target)]
    return any(base in words["nouns.own_citizens"] for base in ends) and ends[0] != ends[1]


def _is_released(candidate: Candidate) -> bool:
    """Tell whether a court or the like lets somebody of its own country go: "a Chilean court freed a Chilean"."""
    freed = candidate.target_word
    freeing = candidate.type == "cooperates.concedes" and freed.dep_ in ("dobj", "nsubjpass")
    return freeing and freed.base in grammar().either("nouns.group", "nouns.own_citizens", "nouns.role")


def _serves(candidate: Candidate, cast: Cast) -> bool:
    """Tell whether somebody helps what he acts for: an envoy who defends his country's interests aids nobody."""
    source, target = candidate.source, candidate.target
    if source.actor == target.actor or source.how in _PARTS or (_is_part(target) and target.how != "owner"):
        return False
    return target.actor in cast.chain(source.actor)


def _is_of_deed(candidate: Candidate) -> bool:
    """Tell whether "its" before the noun of a deed says whose it is: "*its* crackdown on protesters"."""
    span = candidate.trigger.doc[candidate.source.start : candidate.source.end]
    return any(token.tag_ == "PRP$" and token.head.i == candidate.trigger.i for token in span)


def _is_part(party: Party) -> bool:
    """Tell whether the words name a part of the actor or people of it ("Turkish police"), not the actor itself."""
    return party.via != "pronoun" and party.how in _PARTS


def _are_two_acts(one: Candidate, other: Candidate) -> bool:
    """Tell whether two verbs of different frames are coordinated: "visited Moscow and met with Lavrov".

    What the second does to things says only more of what the first does: "engaged the unit *and destroyed* a tank".
    A rivalry is a state, however many verbs say it: "match and surpass Chilean power".
    """
    if one.type == "disputes.rivals":
        return False
    if CARRIED_ON in one.doubts or CARRIED_ON in other.doubts:
        return False
    first, second = sorted((one.trigger, other.trigger), key=lambda token: token.i)
    return (
        one.frame.name != other.frame.name
        and first.pos_ == second.pos_ == "VERB"
        and second.dep_ == "conj"
        and second.head.i == first.i
    )


def _are_colleagues(one: Candidate, other: Candidate, cast: Cast) -> bool:
    """Tell whether two are said to belong somewhere of whom one is a person: "French envoys *Kahn* and *Ruiz*"."""
    holders = one.source.actor, other.source.actor
    return (
        one.type.startswith("affiliated.")
        and holders[0] != holders[1]
        and any(cast[holder].kind == "person" for holder in holders)
    )


def _is_double(one: Candidate, other: Candidate, cast: Cast) -> bool:
    """Tell whether two candidates of one sentence say the same."""
    if _are_colleagues(one, other, cast):
        return False  # "President Biden and Secretary Blinken"
    ends = cast.root(one.source.actor), cast.root(one.target.actor)
    other_ends = cast.root(other.source.actor), cast.root(other.target.actor)
    same_way = ends == other_ends
    if not same_way and not (ends == other_ends[::-1] and (one.symmetric or other.symmetric)):
        return False
    turned = one.source.overlaps(other.target) and one.target.overlaps(other.source)
    if ends[0] == ends[1] and turned and one.type != other.type:
        return False  # "The president refused a request from the minister": both ways
    if one.type == other.type:
        if _are_two_acts(one, other):
            return False
        return abs(one.trigger.i - other.trigger.i) <= _NEAR or one.trigger.head.i == other.trigger.head.i
    if one.start >= other.end or other.start >= one.end:
        return False
    if same_way and (one.start, one.end) == (other.start, other.end) and one.end - one.start > 1:
        return True  # "broke the truce": a raid, and no refusal besides
    if same_way and {one.type, other.type} == {"disputes.accuses", "fights.attacks"}:
        return True  # "took a shot at Iceland": the verb says that the shot is one of words
    if same_way and {one.type, other.type} in ({"disputes.rejects", kind} for kind in _REFUSABLE):
        return True  # "ruled out talks with Chad", "voted down a treaty with it"
    verbs = one.trigger.pos_ == other.trigger.pos_ == "VERB" and one.trigger.i != other.trigger.i
    if verbs and "cooperates.consults" in (one.type, other.type):
        return False  # "called him to thank him": one is said by the other
    families = {one.type.partition(".")[0], other.type.partition(".")[0]}
    # "sent tanks to the border": what moves them says that they are no help
    return len(families) == 1 or (same_way and families == {"cooperates", "fights"})

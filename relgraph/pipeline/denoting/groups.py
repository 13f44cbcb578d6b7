"""Groups and people that act without a name: "rebels", "20 mine workers", "a female rebel commander"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.described import has_age, is_act, is_common, is_counted, is_somebody, is_told_apart
from relgraph.pipeline.denoting.employers import craft_of, employer, is_at_home, local_country
from relgraph.pipeline.denoting.examples import SOME, examples, those_listed
from relgraph.pipeline.denoting.kinsfolk import is_done_to_kin
from relgraph.pipeline.parties import Party
from relgraph.pipeline.syntax.standing import goes_without_article

if TYPE_CHECKING:
    from relgraph.pipeline.candidates import Candidate
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_SHORES = frozenset({"left", "right", "east", "west", "north", "south", "eastern", "western", "opposite", "river"})
"""With these a bank is land."""
_AIDING = frozenset({"aid", "relief", "humanitarian", "welfare", "development", "charitable"})
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_ONE = frozenset({"a", "an", "another", "one"})
_PERSONAL = frozenset({"his", "her"})
_THRONGS = frozenset({"crowd"})
"""One of these is somebody, several act as one only where they strike or protest: "crowds lined the streets"."""
_OF_THRONGS = ("verbs.protesting", "verbs.mobbing", "verbs.against_others")
GROUP = "generic group"
ROLE = "generic role"
"""How a party is known that only its office or kind names: see `in_role`."""
_SAYING = frozenset({"acl", "relcl", "appos"})
_WHOSE = frozenset({"of", "from", "with", "under"})
VESSEL = "civil vessel"
_AT_SEA = ("fights.attacks", "restrains.", "disputes.threatens", "cooperates.aids")
"""What is done to ships."""
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "agent"})
_STANDING = _ROLES | {"dative", "poss"}
_ON_THINGS = frozenset({"disputes.rejects", "disputes.accuses", "cooperates.supports"})
"""Types whose target is whoever made the thing that is judged: "criticised the ministry's findings"."""
_UNCERTAIN = frozenset({"no", "any", "each", "every", "what", "which", "some"})
# fmt: off
_DULL = frozenset({
    "many", "several", "some", "few", "more", "most", "other", "such", "own", "new", "old", "former", "same", "first",
    "last", "senior", "top", "high", "leading", "key", "major", "various", "certain", "different", "numerous",
    "foreign-born", "unidentified", "unnamed", "unknown", "suspected", "alleged", "innocent",
})
"""Adjectives that are no part of a group's name."""
# fmt: on

_LISTING = ("nouns.role", "nouns.person_word", "nouns.body_word", "nouns.listing")
"""Classes of plurals of which some are named: "leaders including Blair and Chirac"."""


def generic(denoter: Denoter, token: Token, lemma: str, *, target: bool) -> list[Party]:
    """Return a group or one of its members that acts without a name; people of a place are its country's.

    One person is an actor only with "a" or "one" and where an actor can stand.
    """
    words = denoter.words
    if token.lower_ in SOME and token.pos_ not in _NOUNS:
        return those_listed(denoter, token)
    if token.pos_ not in _NOUNS:
        return []
    employed = employer(denoter, token, lemma) or craft_of(denoter, token, lemma)
    if employed:
        return employed
    if lemma in words["nouns.source"] and not _gives_aid(token):
        return in_role(denoter, token, lemma) if target else []
    if is_nobody(denoter, token, lemma):
        return []
    if is_act(token, lemma) or _shares_nation(denoter, token) or _is_kind_of_craft(denoter, token, lemma):
        return []
    throngs = token.tag_ == "NNS" and lemma in _THRONGS
    if throngs and not target and token.head.lemma_ not in words.either(*_OF_THRONGS):
        return []
    throngs = throngs and target
    plural = token.tag_ in ("NNS", "NNPS") and lemma in words["nouns.group"] and not throngs
    owner = next((child for child in token.children if child.dep_ == "poss" and child.tag_ == "PRP$"), None)
    if owner is not None and plural and target and is_beside(denoter, token):
        return [_named(denoter, token, _classifying(denoter, token), GROUP)]
    theirs = owner is not None and _is_theirs(denoter, lemma, owner, target=target)
    if owner is not None and not (plural and (theirs or lemma in words["nouns.once_ruled"])):
        return []  # "his government": somebody's, but not known whose; "his supporters", "its colonies" are their own
    one = _is_one(denoter, token, lemma) or is_somebody(denoter, token, lemma) or _strikes(denoter, token, lemma)
    if not plural and lemma not in words["nouns.singular_group"] and not one:
        # "bombed such *sites* as the Chilean bases"
        struck = target and (lemma in words["nouns.site"] or lemma == "target")
        people = token.tag_ == "NNS" and (struck or lemma in words.either(*_LISTING))
        told = examples(denoter, token) if people else ()
        named = [party for one in told for party in denoter.parties(one, target=struck)]
        return named or (civil_vessel(denoter, token, lemma) if target else []) or in_role(denoter, token, lemma)
    listed = [party for example in examples(denoter, token) for party in denoter.parties(example, target=target)]
    counted = is_somebody(denoter, token, lemma) or (target and is_counted(denoter, token, lemma))
    if any(denoter.cast[party.actor].kind != "group" for party in listed):
        return listed  # but "11 *people*, including a hostage" are more than he
    adjectives = _classifying(denoter, token)
    related = lemma in words["nouns.relational"] and not is_at_home(denoter, token)
    local = [] if related else local_country(denoter, token, lemma)
    if local:
        return local
    hyphened = any(_is_hyphened(child) for child in token.children if child.i < token.i)
    certain = adjectives or hyphened or is_partisan(denoter, token) or counted
    certain = certain or is_told_apart(denoter, token, lemma) or (target and lemma in words["nouns.following"])
    certain = certain or (
        lemma in words["nouns.opposing"] and any(child.i in denoter.mention_at for child in token.lefts)
    )  # "*Kremlin* critics"
    if lemma in words["nouns.vague"] and not certain:
        return listed or in_role(denoter, token, lemma) or (civil_vessel(denoter, token, lemma) if target else [])
    return [_named(denoter, token, adjectives, GROUP)]


def themselves(denoter: Denoter, noun: Token) -> Party:
    """Return the people that a plural names, wherever they are and whosever country that is."""
    return _named(denoter, noun, _classifying(denoter, noun), GROUP)


def _is_theirs(denoter: Denoter, lemma: str, owner: Token, *, target: bool) -> bool:
    """Tell whether a plural is of people who act for themselves, whosever they are called: "*its critics* accuse it".

    So are the friends and foes of persons, and the followers to whom something is done.
    """
    words = denoter.words
    if target and lemma in words["nouns.following"]:
        return True
    against = not target and lemma in words["nouns.opposing"]
    personal = owner.lower_ in _PERSONAL or _is_persons(denoter, owner)
    return lemma in words["nouns.relational"] and (against or personal)


def is_beside(denoter: Denoter, noun: Token) -> bool:
    """Tell whether a noun is those with whom a state has to do: "quarreled with *its neighbors*"."""
    if noun.base not in denoter.words["nouns.beside"] or any(child.i in denoter.mention_at for child in noun.lefts):
        return False  # "its Asian neighbors" are Asians
    owner = next((child for child in noun.children if child.tag_ == "PRP$"), None)
    meant = denoter.references.get(owner.i, ()) if owner is not None else ()
    return bool(meant) and all(denoter.is_power(party) for party in meant)


def _is_persons(denoter: Denoter, pronoun: Token) -> bool:
    """Tell whether a pronoun means persons."""
    meant = denoter.references.get(pronoun.i, ())
    return bool(meant) and all(denoter.cast[party.actor].kind == "person" for party in meant)


def is_nobody(denoter: Denoter, noun: Token, lemma: str) -> bool:
    """Tell whether a noun is no group, by words beside it: "*powers* to jail", "market *forces*"."""
    if lemma == "power" and any(child.dep_ in ("acl", "relcl") and child.tag_ == "VB" for child in noun.rights):
        return True
    return any(f"{child.lower_} {lemma}" in denoter.words["groups.nobody"] for child in noun.lefts)


def _gives_aid(noun: Token) -> bool:
    """Tell whether agencies are no sources of news: "aid agencies"."""
    return noun.tag_ == "NNS" and any(child.lower_ in _AIDING for child in noun.lefts)


def _strikes(denoter: Denoter, noun: Token, lemma: str) -> bool:
    """Tell whether a noun is craft of nobody named that strike: "*drones* hit an oil terminal"."""
    words = denoter.words
    striking = noun.dep_ == "nsubj" and noun.head.lemma_ in words["verbs.striking"]
    return noun.tag_ == "NNS" and striking and lemma in words["nouns.war_craft"]


def _shares_nation(denoter: Denoter, noun: Token) -> bool:
    """Tell whether people are of the nation said before those they are joined to: "Dutch sailors and *merchants*"."""
    first = noun.head
    if noun.dep_ != "conj" or noun.tag_ != "NNS" or first.tag_ != "NNS" or noun.lefts:
        return False
    if any(child.lower_ == "from" for child in noun.rights):
        return False  # "Dutch sailors and merchants *from Ghana*"
    armed = denoter.words["nouns.armed_people"]
    if noun.base in armed and first.base not in armed:
        return False  # "clashes between Sudanese soldiers and *rebels*"
    return any(
        child.i in denoter.mention_at
        and (
            denoter.mention_at[child.i].via == "demonym"
            or denoter.cast[denoter.mention_at[child.i].actor].kind in STATES
        )
        for child in first.lefts
        if child.dep_ in ("amod", "compound")
    )


def _is_kind_of_craft(denoter: Denoter, noun: Token, lemma: str) -> bool:
    """Tell whether a bare noun only says of what kind aircraft are: "using attack, *bomber* and fighter aircraft"."""
    crafts = denoter.words["nouns.aircraft"]
    if lemma not in crafts or noun.tag_ != "NN" or any(child.dep_ in ("det", "poss") for child in noun.children):
        return False
    return any(other.base in crafts and other.i > noun.i for other in noun.conjuncts)


def is_partisan(denoter: Denoter, noun: Token) -> bool:
    """Tell whether people are said to be somebody's by what follows: "forces *loyal* to the general"."""
    words = denoter.words["adjectives.partisan"]
    if noun.dep_ == "nsubj" and noun.head.lower_ in words and noun.head.i == noun.i + 1:
        return True  # as the parser hangs it
    return any(
        child.i > noun.i and child.lower_ in words and child.dep_ in ("amod", "acl", "relcl") for child in noun.children
    )


def in_role(denoter: Denoter, token: Token, lemma: str) -> list[Party]:
    """Return an office, a body or people that are known only by what they are: "the mayor", "a court", "families".

    They are actors only where a frame gives both ends to people or bodies, see `fits`. Somebody's mayor is not one, nor
    is one who must be some country's while it is not known which.
    """
    words = denoter.words
    determiners = {child.lower_ for child in token.children if child.dep_ == "det"}
    plural = token.tag_ == "NNS"
    anybody = plural and not determiners & _KNOWN and _may_be_any(denoter, token, lemma)
    if not (lemma in words["nouns.role"] or anybody) or token.dep_ not in _STANDING or not is_common(token):
        return []
    if lemma == "bank" and any(child.lower_ in _SHORES for child in token.children):
        return []  # "the left bank of the river"
    if lemma in words["nouns.role_said"] and not _is_said(denoter, token):
        return []  # "the group": which?
    bare = not (plural or determiners or goes_without_article(token, words))
    if determiners & _UNCERTAIN or bare or (not plural and lemma in words["nouns.role_plural"]):
        return []
    seated = lemma in words["nouns.office"] or lemma in words["nouns.local_heads"]
    folk = plural and lemma in words["nouns.folk"]
    local = local_country(denoter, token, lemma) if seated or folk else []
    many = plural and lemma in words["nouns.one_each"]  # several parliaments are several countries'
    one = lemma in words["nouns.ranks"] and bool(determiners & _ONE)  # "a retired general" is not yet his country
    places = (place for child in token.rights if child.lower_ == "of" for place in child.children)
    town = lemma in words["nouns.local_heads"] and any(place.base in words["nouns.towns"] for place in places)
    known = many or one or town  # "the mayor of a small town" is no state's
    if local or (lemma in words["nouns.office"] and not known and denoter.is_country_named(token.i)):
        return local
    party = _named(denoter, token, _classifying(denoter, token), ROLE)
    denoter.roles.add(party.actor)
    return [party]


def _may_be_any(denoter: Denoter, noun: Token, lemma: str) -> bool:
    """Tell whether a plural means people or states of which no more need be said: "*bakers*", "other *powers*"."""
    words = denoter.words
    if lemma in words["nouns.people"]:
        return lemma not in words["nouns.relational"]
    # bare "countries" are all of them, "and other powers" may be abilities
    told = lemma in words["nouns.told_apart"] and any(child.dep_ in ("amod", "nummod") for child in noun.lefts)
    return told and (noun.dep_ != "conj" or lemma not in words["nouns.powers"])


def _is_said(denoter: Denoter, token: Token) -> bool:
    """Tell whether words before a noun that is new say of what kind it is, other than by whom it is backed."""
    known = token.tag_ == "NN" and any(child.lower_ in _KNOWN for child in token.children)
    return not known and any(child.tag_ != "VBN" and not _is_hyphened(child) for child in _classifying(denoter, token))


def civil_vessel(denoter: Denoter, noun: Token, lemma: str) -> list[Party]:
    """Return ships of nobody named that are acted on: "attacks on *merchant shipping*", "seized a *tanker*"."""
    words = denoter.words
    if lemma not in words["nouns.vessels_hit"] or noun.dep_ not in _ROLES:
        return []
    children = [child for child in noun.children if child.i < noun.i]
    if any(child.i in denoter.mention_at or child.dep_ == "poss" or _is_hyphened(child) for child in children):
        return []  # "a Greek-owned tanker"
    if noun.dep_ == "conj" and any(child.i in denoter.mention_at for child in noun.head.lefts):
        return []  # "destroyed three rebel trucks and a *tanker*"
    after = [child for child in noun.children if child.i > noun.i and (child.dep_ in _SAYING or child.lower_ in _WHOSE)]
    if any(token.i in denoter.mention_at for child in after for token in child.subtree):
        return []  # "a trawler flying the Greek flag"
    civil = lemma in words["nouns.vessels_civil"] or any(
        child.lower_ in words["adjectives.civil"] for child in children
    )
    determiners = {child.lower_ for child in children if child.dep_ == "det"}
    if not civil or (noun.tag_ == "NN" and lemma != "shipping" and not determiners & _ONE):
        return []
    return [_named(denoter, noun, _classifying(denoter, noun), VESSEL)]


def fits(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether a candidate with somebody in a role has people or bodies at both ends; adds its doubt."""
    ends = candidate.source, candidate.target
    if candidate.target.how == VESSEL and not _is_hit(candidate, denoter):
        return False
    if any(party.actor in denoter.kin for party in ends):
        return is_done_to_kin(candidate, denoter)
    if not any(party.actor in denoter.roles for party in ends):
        return True
    if candidate.type.startswith("affiliated."):
        return _is_commanded(candidate, denoter) or _is_loyal(candidate, denoter)
    if ends[0].actor == ends[1].actor:
        return False
    candidate.doubts.append(("somebody is named only by what he is", 0.9))
    # a thing of theirs that the frame asks for will do: "froze the accounts of the party"
    return _is_body(denoter, candidate.source) and (
        bool(candidate.frame.companions) or candidate.type in _ON_THINGS or _is_body(denoter, candidate.target)
    )


def _is_hit(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether something is done to a craft, not with it: "the *use* of drones"."""
    weapon = candidate.trigger.pos_ == "NOUN" and candidate.target_word.base in denoter.words["nouns.gifts"]
    return candidate.type.startswith(_AT_SEA) and not weapon


def _is_commanded(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether a verb says what person leads a force that only its kind names: "the *junta* led by Omar Said"."""
    led = candidate.target_word
    return (
        candidate.type == "affiliated.leads"
        and candidate.trigger.pos_ in VERBAL
        and candidate.trigger.dep_ in ("acl", "relcl")
        and candidate.trigger.head.i == led.i
        and led.base in denoter.words["nouns.commanded"]
        and denoter.cast[candidate.source.actor].kind == "person"
    )


def _is_loyal(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether people or a body without a name are said to be somebody's: "the *charity* is tied to Hamas"."""
    if candidate.type != "affiliated.aligned" or candidate.target.actor in denoter.roles:
        return False
    candidate.doubts.append(("somebody is named only by what he is", 0.9))
    return candidate.source.actor != candidate.target.actor


def _is_body(denoter: Denoter, party: Party) -> bool:
    """Tell whether the words of a party are a name, a pronoun, or a noun for people or a body."""
    root = denoter.doc[party.start : party.end].root
    return party.via == "pronoun" or denoter.is_whole(root) or root.base in denoter.words["nouns.premises"]


def _classifying(denoter: Denoter, token: Token) -> list[Token]:
    """Return the words before a noun that are part of a group's name: "rebel" in "a female rebel commander"."""
    titled = token.pos_ == "PROPN"  # "the Prime Minister"
    return [
        child
        for child in token.children
        if child.dep_ in ("amod", "compound", "npadvmod")
        and child.i < token.i
        and child.is_alpha
        and (
            titled
            or child.pos_ in ("ADJ", "NOUN")
            or _is_hyphened(child)
            or child.lower_ in denoter.words["adjectives.classing"]
            or (child.is_sent_start and not child.ent_type_)
        )
        and child.i not in denoter.mention_at
        and child.tag_ not in ("JJR", "JJS")
        and child.lower_ not in _DULL
    ]


def _named(denoter: Denoter, token: Token, adjectives: list[Token], how: str) -> Party:
    """Return the party that a noun with its classifying adjectives names, in lower case."""
    hyphened = any(_is_hyphened(child) for child in token.children if child.i < token.i)
    start = min((child.left_edge.i if hyphened else child.i for child in adjectives), default=token.i)
    whole = hyphened or start == token.i - len(adjectives)
    if whole and adjectives and (first := _first(denoter, adjectives[0])) < start:
        start = first
    name = denoter.doc[start : token.i + 1].text.lower() if whole else token.text.lower()
    return Party(denoter.cast.introduce(name, "group"), start, token.i + 1, "description", how=how)


def _first(denoter: Denoter, modifier: Token) -> int:
    """Return where a compound before a noun begins: "*human* rights groups"."""
    before = [
        child
        for child in modifier.children
        if child.dep_ in ("amod", "compound") and child.i == modifier.i - 1 and child.is_alpha
    ]
    plain = [child for child in before if child.i not in denoter.mention_at and child.pos_ in ("ADJ", "NOUN")]
    return plain[0].i if plain and modifier.dep_ == "compound" else modifier.i


def _is_one(denoter: Denoter, token: Token, lemma: str) -> bool:
    """Tell whether a noun is one person of a group, brought in where an actor can stand: "a militant attacked"."""
    words = denoter.words
    armed = any(child.base in words["nouns.armed_people"] for child in token.lefts)  # "a *guerrilla* force"
    return (
        token.tag_ == "NN"
        and token.dep_ in _ROLES
        and lemma in words["nouns.group"]
        and (lemma not in words["nouns.vague"] or armed or has_age(token))
        and any(child.lower_ in _ONE and child.dep_ in ("det", "nummod") for child in token.children)
    )


def _is_hyphened(word: Token) -> bool:
    """Tell whether a modifier is a word with a hyphen: "oil-producing", which the tokeniser cuts in three."""
    return "-" in word.text or any(child.text == "-" for child in word.children)

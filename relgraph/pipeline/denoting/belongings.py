"""Finer points of whose a noun is: a country that it is only about, and who is helped in a war."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL, Argument
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token


_POLICIES = frozenset({"policy", "strategy", "diplomacy", "doctrine", "policymaker", "approach"})
_LANDS = frozenset({"country", "region", "historic_state"})


def possessors(denoter: Denoter, noun: Token, found: list[Party]) -> list[Party]:
    """Return the Union alone in "the Union's Chad policy": the country's name only says what about.

    So does the part of the world in "Spain's *African* provinces".
    """
    if not any(child.dep_ == "poss" for child in noun.children):
        return _whose_policy(denoter, noun, found)
    related = noun.base in denoter.words["nouns.relational"]  # "its Asian allies" are Asians
    about = {
        mention.start
        for child in noun.children
        if child.dep_ in ("compound", "nmod", "amod")
        for mention in [denoter.mention_at.get(child.i)]
        if mention is not None
        if ((kind := denoter.cast[mention.actor].kind) == "region" and not related)
        or (child.dep_ != "amod" and mention.via in ("name", "alias") and kind in _LANDS)
    }
    return [party for party in found if party.start not in about] or found


def _whose_policy(denoter: Denoter, noun: Token, found: list[Party]) -> list[Party]:
    """Return the first of two names before "policy", with nothing between them: "*American* Middle East policy"."""
    if noun.base not in _POLICIES or len(found) != 2:
        return found
    starts = sorted(party.start for party in found)
    first = denoter.mention_at.get(starts[0])
    if first is None or first.end != starts[1] or denoter.mention_at.get(starts[1]) is None:
        return found
    return [party for party in found if party.start == starts[0]]


def helped(denoter: Denoter, verb: Token, preposition: Token) -> list[Party]:
    """Return whose war or work it is in which somebody is helped: "assisted *Poland* in any war against Sweden"."""
    if preposition.lower_ != "in":
        return []
    for given in (
        *verb.children,
        *(thing for link in verb.children if link.lower_ == "for" for thing in link.children),
    ):
        if given.dep_ in ("dobj", "pobj", "nsubjpass") and given.base in denoter.words["nouns.assistance"]:
            return helped_by(denoter, given)  # "gave *Poland* aid in its wars"
    if verb.lemma_ not in denoter.words["verbs.helping"]:
        return []
    return [
        party
        for token in denoter.syntax.objects(verb)
        if token.i < preposition.i
        for party in denoter.parties(Argument(token), target=True)
    ]


def helped_by(denoter: Denoter, aid: Token) -> list[Party]:
    """Return who gets help: "*Norway* received Danish aid in the war", "gave *Norway* its help in the war"."""
    syntax, words = denoter.syntax, denoter.words
    tokens = [token for slot in ("for", "to") for token in syntax.prepositional(aid, slot)]
    link = aid.head
    getting = aid.dep_ in ("dobj", "nsubjpass") and link.lemma_ in words.either("verbs.receiving", "verbs.desire")
    if aid.dep_ in ("dobj", "nsubjpass") and link.lemma_ in words["verbs.handing"]:
        tokens = tokens or syntax.indirect(link)
    elif aid.dep_ == "pobj" and link.lower_ == "for":
        above = link.head
        if above.base in words["nouns.exchange"] and above.dep_ == "pobj":
            above = above.head.head  # "in return for Danish aid, *Norway* signed"
        getting, link = (
            above.pos_ in VERBAL and (above is not link.head or above.lemma_ in words["verbs.desire"]),
            above,
        )
    if tokens or not getting:
        return [party for token in tokens for party in denoter.parties(Argument(token), target=True)]
    return [party for argument in syntax.subjects(link) for party in denoter.parties(argument)]


def with_shared(noun: Token) -> Iterator[Token]:
    """Yield the children of a noun, and of-phrases that it shares: "the *government* and people *of* Peru".

    So also a second phrase like the first: "envoys of Chile and *of* Peru".
    """
    for own in noun.children:
        yield own
        if own.dep_ == "prep":
            yield from (second for second in own.children if second.dep_ == "conj" and second.lower_ == own.lower_)
    if any(child.lower_ == "of" for child in noun.children):
        return
    for other in noun.children:
        shares = other.dep_ == "conj" and other.pos_ == "NOUN" and not any(c.dep_ == "det" for c in other.children)
        if shares:
            yield from (child for child in other.children if child.lower_ == "of")


def listed_before(denoter: Denoter, found: list[Party], noun: Token) -> list[Party]:
    """Return the first nations of "*French*, German and Italian officials", which the parser may hang elsewhere."""
    if not found:
        return []
    first = min((party.start for party in found if party.via == "demonym"), default=0)
    before: list[Party] = []
    while first > 1 and denoter.texts[first - 1] == ",":
        party = denoter.mention_at.get(first - 2)
        if party is None or party.via != "demonym" or denoter.doc[first - 2].pos_ != "ADJ":
            break
        if party.actor in {known.actor for known in found}:
            break
        before.insert(0, party.widened(party.start, party.end, how="owner"))
        first = party.start
    return before if before and "and" in denoter.lowers[first : noun.i] else []


def put_forward_by(denoter: Denoter, noun: Token, lemma: str) -> list[Party]:
    """Return who put forward or did what a noun says: "agreed to the terms that *Chile* had proposed"."""
    tabled = lemma in denoter.words["nouns.tabled"]
    for clause in noun.children if tabled else ():
        if clause.dep_ not in ("relcl", "acl") or clause.lemma_ not in denoter.words["verbs.putting_forward"]:
            continue
        that = any(child.lower_ == "that" and child.dep_ == "dobj" for child in clause.lefts)
        if (that and clause.dep_ == "acl") or noun.i in {token.i for token in denoter.syntax.objects(clause)}:
            found = [p for argument in denoter.syntax.subjects(clause) for p in denoter.parties(argument)]
            return [party.widened(noun.i, noun.i + 1, how="owner") for party in found if party.start > noun.i]
    return drafted_by(denoter, noun, lemma)


def drafted_by(denoter: Denoter, noun: Token, lemma: str) -> list[Party]:
    """Return who drafted or brokered what somebody turns down: "vetoed a *French-drafted* resolution"."""
    if lemma not in denoter.words["nouns.drafts"] or noun.head.lemma_ not in denoter.words["verbs.turning_down"]:
        return []
    for child in noun.lefts:
        i = child.i
        if child.lower_ not in denoter.words["verbs.drafting"] or i < noun.left_edge.i + 1:
            continue
        if denoter.texts[i - 1] in ("-", "–") and (maker := denoter.mention_at.get(i - 2)) is not None:
            return [maker.widened(maker.start, noun.i + 1, how="owner")]
    return []


def bodies_of(denoter: Denoter, noun: Token, found: list[Party]) -> list[Party]:
    """Return the bodies that a noun only explains: "Bulgaria's GERB party" is GERB.

    A nation whose government is named after a party is itself: "Nicaragua's Sandinista government".
    """
    lemma = noun.base
    kinds = {denoter.cast[party.actor].kind for party in found}
    if lemma in denoter.words["nouns.ruling"] and kinds & STATES and kinds & {"organization", "armed_group"}:
        joined = {"and", "or", ",", "-"}.intersection(denoter.lowers[found[0].start : noun.i])
        return [] if joined else [party for party in found if denoter.cast[party.actor].kind in STATES]
    if len(found) < 2 or lemma not in denoter.words.either("nouns.body_word", "bodies.kinds", "nouns.group"):
        return []
    return [
        party
        for party in found
        if denoter.cast[party.actor].kind in ("organization", "armed_group")
        and any(
            child.dep_ in ("compound", "nmod", "amod") and party.start <= child.i < party.end for child in noun.children
        )
    ]


def group_of_nation(denoter: Denoter, noun: Token, found: list[Party]) -> list[Party]:
    """Return the armed group alone in "Yemen's Houthi rebels": the nation only says where it is at home."""
    groups = [party for party in found if denoter.cast[party.actor].kind == "armed_group"]
    nations = [party for party in found if denoter.cast[party.actor].kind == "country"]
    if len(groups) != 1 or len(nations) != 1 or nations[0].start > groups[0].start:
        return found
    between = denoter.lowers[nations[0].start + 1 : groups[0].start]
    return found if any(word in ("and", "or", ",", "-") for word in between) else groups


def named_before_ours(denoter: Denoter, owners: list[Party], lemma: str) -> list[Party]:
    """Return the nation alone of "our Kenyan partners", whose partners they are is not who they are.

    A person's wife or supporter, "his", is somebody else than he.
    """
    if lemma not in denoter.words["nouns.relational"]:
        return owners
    named = [party for party in owners if party.via != "pronoun"]
    if not named and all(denoter.cast[party.actor].kind == "person" for party in owners):
        return []
    return named or owners

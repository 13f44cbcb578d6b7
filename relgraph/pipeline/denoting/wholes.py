"""Of whom a part is meant, and who shares a whole: "dozens of militias", "the *government* and people of Sudan"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.denoting.belongings import with_shared
from relgraph.pipeline.denoting.inhabitants import quantified
from relgraph.pipeline.naming.bynames import SHARED
from relgraph.pipeline.parties import Party, unique

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_ANY_ONE = frozenset({"one", "another", "either", "any", "some"})
_JOINED = frozenset({"armed_group", "igo", "organization"})
_BLOCS = frozenset({"bloc", "igo"})
_BODIES = frozenset({"armed_group", "government", "igo", "organization"})


def shared_whole(denoter: Denoter, noun: Token) -> Token | None:
    """Return whose two are of whom only the second says it: "the *government* and people of Sudan"."""
    for second in noun.children:
        if second.dep_ != "conj" or second.pos_ != "NOUN" or second.i != noun.i + 2 or second.nbor(-1).lower_ != "and":
            continue
        for preposition in second.children:
            if preposition.lower_ == "of" and preposition.dep_ == "prep":
                names = [c for c in preposition.children if c.dep_ == "pobj" and c.i in denoter.mention_at]
                return names[0] if names else None
    return None


def sharing(denoter: Denoter, named: Party) -> list[Party]:
    """Return who shares the head of a name: "*Nigerian* and British armed forces"."""
    first = denoter.doc[named.start]
    other = denoter.mention_at.get(first.head.i) if first.dep_ == "conj" and named.end - named.start > 1 else None
    if other is not None and other.how == SHARED:
        return [other]  # "*North* and South Korea"
    if other is None or other.via != "demonym" or other.actor == named.actor:
        return []
    return [replace(other, how="owner")]


def partitive(denoter: Denoter, token: Token, lemma: str, *, target: bool) -> list[Party]:
    """Return the actors of whom a number or a part is meant: "dozens of militias", "the government of Iraq"."""
    if lemma not in denoter.words["nouns.partitive"] and token.pos_ not in ("NUM", "DET", "PRON"):
        return []
    if _is_named_before(denoter, token, lemma):
        return []
    found: list[Party] = []
    for child in with_shared(token):
        more = token.pos_ == "NUM" and (
            (token.dep_ == "conj" and token.head.pos_ == "NOUN")  # "and ten *from Chile*"
            or (token.dep_ == "pobj" and token.head.lower_ == "including")
        )
        from_home = child.lower_ == "from" and (more or lemma in denoter.words["offices.sent"])  # "envoys from Chile"
        if child.dep_ not in ("prep", "conj") or not (child.lower_ == "of" or from_home):
            continue
        parts = [part for own in child.children if own.dep_ == "pobj" for part in denoter.conjuncts(own)]
        found.extend(
            replace(party, start=min(token.i, party.start), end=max(party.end, token.i + 1), how="part of")
            for part in parts
            for party in denoter.denote(part, target=target)
        )
    return unique(found) or quantified(denoter, token)


def is_any_one(denoter: Denoter, token: Token) -> bool:
    """Tell whether it is not said which one is meant of several: "*one* of them", "*either* of the two countries"."""
    if token.lower_ not in _ANY_ONE:
        return False
    parts = [part for of in token.children if of.lower_ == "of" for part in of.children if part.dep_ == "pobj"]
    roots = {denoter.cast.root(party.actor) for part in parts for party in denoter.denote(part)}
    return len(roots) > 1


def branches(denoter: Denoter, token: Token, lemma: str) -> list[Party]:
    """Return the body whose part a noun names, wherever that is: "the Egyptian *affiliate* of the Islamic State"."""
    if lemma not in denoter.words["nouns.branch"]:
        return []
    named = [denoter.mention_at.get(child.i) for child in token.lefts if child.dep_ == "poss"]
    named += [denoter.mention_at.get(part.i) for part in denoter.syntax.prepositional(token, "of")]
    return [
        mention.widened(token.i, token.i + 1, how="part of")
        for mention in named
        if mention is not None and denoter.cast[mention.actor].kind in _JOINED
    ]


def foreseen(denoter: Denoter, token: Token, lemma: str) -> list[Party]:
    """Return whose deed is to come or only shown: "the *prospect* of Chilean intervention deterred Peru"."""
    if token.pos_ != "NOUN" or lemma not in denoter.words["prospects.of_deeds"]:
        return []
    return [
        party.widened(token.i, token.i + 1, how="owner")
        for of in token.children
        if of.lower_ == "of" and of.dep_ == "prep"
        for deed in of.children
        if deed.dep_ == "pobj" and deed.pos_ == "NOUN" and deed.i not in denoter.mention_at
        for party in denoter.owners(deed, allow_of=False)
    ]


def fellows(denoter: Denoter, token: Token, lemma: str) -> list[Party]:
    """Return the body in "our partners in Hezbollah", whosever partners they are, and the bloc of "NATO *allies*"."""
    if lemma not in denoter.words["nouns.fellow"]:
        return []
    if not any(child.dep_ == "poss" for child in token.children):
        return _allied(denoter, token)
    return [
        mention.widened(token.i, mention.end, how="part of")
        for place in ("in", "at", "from")
        for inner in denoter.syntax.prepositional(token, place)
        for mention in [denoter.mention_at.get(inner.i)]
        if mention is not None and denoter.cast[mention.actor].kind in _BODIES
    ]


def _allied(denoter: Denoter, allies: Token) -> list[Party]:
    """Return the bloc whose members its name before "allies" says that they are: of a state they are others."""
    named = denoter.mention_at.get(allies.i - 1)
    if named is None or allies.tag_ != "NNS" or denoter.cast[named.actor].kind not in _BLOCS:
        return []
    return [named.widened(named.start, allies.i + 1, how="part of")]


def led(denoter: Denoter, token: Token, lemma: str) -> list[Party]:
    """Return whose a delegation is by who heads it: "a *delegation* led by Chad's premier"."""
    words = denoter.words
    if lemma not in words.either("nouns.headed", "nouns.sent_out") or denoter.owners(token, allow_by=False):
        return []
    found = [
        party
        for clause in token.children
        if clause.dep_ == "acl" and clause.lower_ in words["verbs.heading"]
        for agent in denoter.syntax.agents(clause)
        for party in denoter.denote(agent)
    ]
    if not all(denoter.is_power(party) for party in found):
        return []
    return [party.widened(token.i, token.i + 1, how="part of") for party in found]


def _is_named_before(denoter: Denoter, token: Token, lemma: str) -> bool:
    """Tell whether a name before it says which body it is: "the *Mercosur* bloc of South American countries"."""
    if lemma not in denoter.words["nouns.body_word"]:
        return False
    names = (denoter.mention_at.get(child.i) for child in token.children if child.dep_ in ("compound", "nmod"))
    return any(name is not None and name.via != "demonym" for name in names)

"""Against whom a measure is that names nobody: "the United States lifted sanctions" after a word about one country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.pairbefore import spoken_of
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.nlp.spans import Span

_AT_WAR = frozenset({"on", "upon", "against", "for"})
_JUDGING = ("verbs.stance", "verbs.accusing", "verbs.judging")
_NEAR = 8
"""So early in its sentence a verb goes on from the sentence before."""
_CLAUSES = frozenset({"relcl", "acl"})
_BEFORE = frozenset({"to", "before", "at", "in"})


def implied_target(denoter: Denoter, noun: Token, owners: list[Party]) -> list[Party]:
    """Return the only other country that the sentence of a measure names, or that the sentence before is about.

    Only for sanctions and the like. `owners` are those who take the measure; its words stand for the country.
    """
    if noun.base not in denoter.words["events.sanction"] or noun.dep_ != "dobj" or noun.i in denoter.events:
        return []
    return only_other(denoter, noun, owners)


def only_other(denoter: Denoter, noun: Token, owners: list[Party]) -> list[Party]:
    """Return the only other country that a noun's sentence names, or that the sentence before is about.

    A noun with a phrase or clause of its own says itself whom it concerns.
    """
    if any(child.dep_ == "prep" or child.dep_ in _CLAUSES for child in noun.children):
        return []
    sentence = noun.sent
    own = {denoter.cast.root(party.actor) for party in owners}
    here = _countries(denoter, sentence, subjects=False)
    others = here - own - _forums(denoter, sentence)
    if not others and sentence.start > 0:
        others = _countries(denoter, noun.doc[sentence.start - 1].sent, subjects=True) - own
    if len(others) != 1:
        return []
    return [Party(next(iter(others)), noun.i, noun.i + 1, "description", how="the only other country spoken of")]


def _forums(denoter: Denoter, sentence: Span) -> set[str]:
    """Return the bodies before which something is brought: "cut ties and took the case *to the United Nations*"."""
    found = set()
    for link in sentence:
        things = [child for child in link.children if child.dep_ == "pobj"] if link.lower_ in _BEFORE else []
        roots = {denoter.cast.root(party.actor) for thing in things for party in denoter.denote(thing)}
        found |= {root for root in roots if denoter.cast[root].kind == "igo"}
    return found


def declared_on(denoter: Denoter, verb: Token, sources: list[Party]) -> list[Party]:
    """Return on whom war is declared where only the context says it: "Mali shelled it, and Chad declared war"."""
    if verb.lemma_ != "declare" or any(child.dep_ == "prep" and child.lower_ in _AT_WAR for child in verb.children):
        return []
    wars = [child for child in verb.children if child.dep_ == "dobj" and child.lemma_ == "war"]
    return only_other(denoter, wars[0], sources) if wars else []


def other_spoken_of(denoter: Denoter, verb: Token, speakers: list[Party]) -> list[Party]:
    """Return to whom something is said that names nobody: "Chile wanted the river, but *Peru* insisted that".

    The only other power of the sentence, if it is the subject of another clause before the verb.
    """
    own = {denoter.cast.root(party.actor) for party in speakers}
    if len(own) != 1 or not all(denoter.is_power(party) for party in speakers):
        return []
    sentence = verb.sent
    found = _countries(denoter, sentence, subjects=False) - own
    acting = _countries(denoter, sentence, subjects=True)
    if len(found) != 1 or not found <= acting:
        return []
    other = next(iter(found))
    for i in range(sentence.start, verb.i):
        party = denoter.mention_at.get(i)
        if party is not None and denoter.cast.root(party.actor) == other:
            return [party]
    return []


def acting_before(denoter: Denoter, verb: Token, speakers: list[Party]) -> list[Party]:
    """Return who does what a verb answers: the only power that the clause or the sentence before speaks of.

    "*Libya* seized two trawlers. Malta demanded their release". This sentence names nobody else.
    """
    own = {denoter.cast.root(party.actor) for party in speakers}
    before = _clause_before(verb)
    if len(own) != 1 or not all(denoter.is_power(party) for party in speakers):
        return []
    if before is None or any(before.lemma_ in denoter.words[name] for name in _JUDGING):
        return []
    inside = (before.sent.start, verb.left_edge.i) if before.sent.start == verb.sent.start else None
    start, end = inside or (before.sent.start, before.sent.end)
    if inside is None and spoken_of(denoter, verb.sent.start, verb.sent.end) - own:
        return []
    if inside is not None and spoken_of(denoter, verb.i, verb.sent.end) - own:
        return []
    if inside is None and not _takes_up(verb):
        return []
    other = _doers(denoter, before)
    if own & other or len(other) != 1 or spoken_of(denoter, start, end) - own != other:
        return []  # what both did is answered by neither
    return [Party(next(iter(other)), verb.i, verb.i + 1, "description", how="who acts in the clause before")]


def _takes_up(verb: Token) -> bool:
    """Tell whether what a verb is about has been spoken of: "demanded *its removal*", "objected", no "higher taxes"."""
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp"):
            return False
        known = any(c.tag_ == "PRP$" or c.lower_ in ("the", "this", "these", "those") for c in child.lefts)
        if child.dep_ == "dobj" and child.tag_ != "PRP" and not known:
            return False
    return True


def _clause_before(verb: Token) -> Token | None:
    """Return the verb of the clause that one goes on from, in its sentence or the one before it."""
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        return verb.head
    if verb.dep_ != "ROOT":
        return None
    for child in verb.lefts:
        if child.dep_ in ("ccomp", "parataxis") and any(c.dep_ == "punct" and c.text == ";" for c in verb.children):
            return child
    start = verb.sent.start
    before = verb.doc[start - 1].sent.root if start > 0 else None
    near = verb.i - start < _NEAR and verb.doc[start].text.lower() not in ("but", "yet", "however")
    return before if before is not None and before.pos_ in VERBAL and near else None


def protested_against(denoter: Denoter, verb: Token, states: list[Party]) -> list[Party]:
    """Return against whom a state protests that names nobody: who acts in its sentence or in the one before."""
    own = {denoter.cast.root(party.actor) for party in states}
    if _countries(denoter, verb.sent, subjects=False) - own:
        return other_spoken_of(denoter, verb, states)
    return only_other(denoter, verb, states)


def _countries(denoter: Denoter, sentence: Span, *, subjects: bool) -> set[str]:
    """Return the countries and groups that a sentence names, or only those that act in it."""
    found: set[str] = set()
    for i in range(sentence.start, sentence.end):
        parties = denoter.references.get(i) or ([denoter.mention_at[i]] if i in denoter.mention_at else [])
        token = sentence.doc[i]
        while token.dep_ == "conj" and token.head.i != token.i:
            token = token.head
        if subjects and token.dep_ not in SUBJECTS | PASSIVE_SUBJECTS:
            continue
        for party in parties:
            root = denoter.cast.root(party.actor)
            if denoter.cast[root].kind in STATES | {"armed_group", "igo", "bloc"}:
                found.add(root)
    return found


def sharer(denoter: Denoter, noun: Token, partners: list[Party]) -> list[Party]:
    """Return who shares what is "with Chile" and nobody's by its words: "*Relations* with Chile soured as Peru armed".

    It is the only other country of the sentence or that the clause before it is about, or else the sentence before.
    """
    if noun.dep_ not in SUBJECTS | PASSIVE_SUBJECTS or not _is_with(noun):
        return []
    own = {denoter.cast.root(party.actor) for party in partners}
    if len(own) != 1 or not all(denoter.is_power(party) for party in partners):
        return []
    sentence = noun.sent
    others = _countries(denoter, sentence, subjects=False) - own - _reporting(denoter, noun)
    if not others and sentence.start > 0:
        others = _countries(denoter, noun.doc[sentence.start - 1].sent, subjects=True) - own
    if len(others) > 1:
        others = _clause_doers(denoter, noun.head) - own
    if len(others) != 1:
        return []
    return [Party(next(iter(others)), noun.i, noun.i + 1, "description", how="the only other country spoken of")]


def _clause_doers(denoter: Denoter, verb: Token) -> set[str]:
    """Return who acts in the clause that goes with a verb's, if there is one.

    "*Peru* feared Togo, and better relations with Chile were vital", "Relations with Chile soured as *Peru* armed".
    """
    if verb.dep_ == "conj":
        return _doers(denoter, verb.head)
    clauses = [child for child in verb.children if child.dep_ == "advcl" and child.i > verb.i]
    return _doers(denoter, clauses[0]) if len(clauses) == 1 else set()


def _doers(denoter: Denoter, verb: Token) -> set[str]:
    """Return the countries that do what a verb says."""
    parties = [party for argument in denoter.syntax.subjects(verb) for party in denoter.parties(argument)]
    return {denoter.cast.root(party.actor) for party in parties if denoter.is_power(party)}


def _reporting(denoter: Denoter, noun: Token) -> set[str]:
    """Return the body that only says what a noun's clause says: "Treaties with Peru helped, the *World Bank* said"."""
    clause = noun.head
    if clause.dep_ != "ccomp":
        return set()
    parties = [party for argument in denoter.syntax.subjects(clause.head) for party in denoter.parties(argument)]
    roots = {denoter.cast.root(party.actor) for party in parties}
    return {root for root in roots if denoter.cast[root].kind == "igo"}


def _is_with(noun: Token) -> bool:
    """Tell whether "with" is all that says whose a noun is."""
    phrases = [child.lower_ for child in noun.children if child.dep_ == "prep"]
    owned = any(child.dep_ in ("poss", "relcl", "acl", "conj") for child in noun.children)
    return phrases[:1] == ["with"] and "of" not in phrases and "between" not in phrases and not owned

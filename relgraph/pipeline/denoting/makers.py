"""Who made, uses or caused a thing, by a clause behind it: "a resolution *drafted by Britain*"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import Argument
from relgraph.pipeline.denoting.shots import fired_from

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party

_BLAMING = frozenset({"attributed", "ascribed", "credited", "blamed", "traced"})

_TAKING_OVER = ("works.making", "verbs.made", "verbs.using", "verbs.holding", "verbs.running")
"""What makes a thing another's than its nation's: "a British tank *used* by Chad"."""


def made_by(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the agent of a participle after the noun: "a UN resolution drafted by Britain" is Britain's.

    People are not made: "troops backed by Britain" are not British.
    """
    participles = [child for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN"]
    if not participles:
        return []
    if are_people(denoter, noun):
        return []
    lemma = noun.base
    suffering = _sufferer(noun, participles)
    if suffering is not None:
        return [party for argument in denoter.syntax.subjects(suffering) for party in denoter.parties(argument)]
    owned = any(child.dep_ == "poss" for child in noun.children)
    national = any(_is_demonym(denoter, child) for child in noun.lefts)
    headed = lemma in denoter.words["nouns.headed"] and any(
        c.i < noun.i and c.i in denoter.mention_at for c in noun.lefts
    )
    for child in participles:
        if headed and child.lower_ in denoter.words["verbs.heading"]:
            continue  # "a Belgian mission led by Jan Claes" is Belgium's
        if national and child.lemma_ not in denoter.words.either(*_TAKING_OVER):
            continue  # "a Greek advance supported by British guns"
        if (
            child.i > noun.i
            and child.lemma_ not in denoter.words["verbs.placing"]
            and not (owned and _is_against(denoter, child.lemma_))  # "Peru's ports seized by Chile"
            # "talks mediated by Oman" are those of others
            and not (child.lemma_ in denoter.words["verbs.arranging"] and lemma in denoter.lexicon.mutual)
            and (
                child.lemma_ not in denoter.words.either("verbs.stance", "verbs.dismissing", "verbs.upholding")
                # "an island claimed by Peru"
                or (child.lemma_ in denoter.words["verbs.holding"] and lemma in denoter.words["nouns.land"])
            )
        ):
            found = [party for agent in denoter.syntax.agents(child) for party in denoter.parties(Argument(agent))]
            found = found or fired_from(denoter, child)
            if found:
                return found
    return []


def _is_demonym(denoter: Denoter, word: Token) -> bool:
    party = denoter.mention_at.get(word.i)
    return party is not None and party.via == "demonym" and word.dep_ in ("amod", "compound", "nmod")


def users(denoter: Denoter, noun: Token) -> list[Party]:
    """Return who runs or uses a thing by a relative clause: "the networks that *Hezbollah* uses"."""
    if noun.pos_ != "NOUN":
        return []
    for clause in noun.children:
        if clause.dep_ == "relcl" and clause.lemma_ in denoter.words["verbs.running"]:
            if denoter.syntax.is_passive(clause) and not are_people(denoter, noun):  # "a base that is used *by Chad*"
                return [party for token in denoter.syntax.agents(clause) for party in denoter.parties(Argument(token))]
            if (
                are_people(denoter, noun)
                or denoter.syntax.is_passive(clause)
                or not any(t.i == noun.i for t in denoter.syntax.objects(clause))
            ):
                continue
            own = (argument for argument in denoter.syntax.subjects(clause) if argument.token.i != noun.i)
            return [party for argument in own for party in denoter.parties(argument)]
    return []


def are_people(denoter: Denoter, noun: Token) -> bool:
    """Tell whether a noun means people, whom nobody makes or uses as things are made and used."""
    return noun.base in denoter.words.either("nouns.group", "nouns.domestic", "nouns.partitive")


def _is_against(denoter: Denoter, verb: str) -> bool:
    """Tell whether a verb says what is done to another's things, not how one's own are made or used."""
    return verb in denoter.words["verbs.against_others"] or (
        verb in denoter.lexicon.hostile and verb not in denoter.words["verbs.made"]
    )


def _sufferer(noun: Token, participles: Iterable[Token]) -> Token | None:
    """Return the "had" of "Peru *had* two of its ships seized by Chile": the ships are Peru's, not Chile's."""
    if not any(by.dep_ == "agent" for participle in participles for by in participle.children):
        return None
    whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return whole.head if whole.dep_ == "dobj" and whole.head.lemma_ in ("have", "get", "see") else None


def blamed_for(denoter: Denoter, noun: Token) -> list[Party]:
    """Return who is behind something by what is said of it: "attacks attributed to Israel", "blamed on rebels"."""
    if denoter.vocabulary.isdisjoint(_BLAMING):
        return []
    verb = noun.head
    if noun.dep_ == "nsubjpass" and verb.lower_ in _BLAMING:
        # "the murder was blamed on Chad"
        found = [t for preposition in ("on", "to") for t in denoter.syntax.prepositional(verb, preposition)]
        return [party for token in found for party in denoter.parties(Argument(token))]
    for i in range(noun.i + 1, noun.right_edge.i + 1):
        if denoter.lowers[i] in _BLAMING and denoter.doc[i].dep_ in ("acl", "amod", "relcl"):
            token = denoter.doc[i]
            for preposition in ("to", "on"):
                for blamed in denoter.syntax.prepositional(token, preposition):
                    # "the mine which the blast is blamed on": this means the noun that is asked for
                    itself = blamed.i < i or blamed.tag_ in ("WDT", "WP")
                    return [] if itself else denoter.parties(Argument(blamed))
    return []

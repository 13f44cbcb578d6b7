"""Whose a thing is: the actors that own a noun or do it, by its own words or by those that govern it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL, Argument
from relgraph.pipeline.belongings import (
    bodies_of,
    group_of_nation,
    helped,
    listed_before,
    possessors,
    with_shared,
)
from relgraph.pipeline.deeds import is_deed, is_stance
from relgraph.pipeline.parties import Party, unique

if TYPE_CHECKING:
    from spacy.tokens import Token

    from relgraph.pipeline.denotation import Denoter

_NOUNS = frozenset({"NOUN", "PROPN"})
_MAX_DEPTH = 8
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
_AMID = frozenset({"amid", "amidst", "despite", "without", "because", "since", "to"})
_ABOUT = frozenset({"on", "about", "over", "regarding", "concerning"})
_DURING = frozenset({"in", "during", "at", "after", "before", "following", "through", "via", "over"})
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_SEATED = frozenset({"government", "regime", "authority", "leadership", "administration", "junta"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_BLAMING = frozenset({"attributed", "ascribed", "credited", "blamed", "traced"})
_FELT = frozenset({"about", "at", "over", "by", "regarding"})
"""What somebody is alarmed or angry about is not his own doing."""
_LENDING_TO_NOUNS = frozenset({"of", "for", "in", "on", "with", "as"})
_LENDING_TO_VERBS = frozenset({"in", "to", "into", "on", "with", "through", "via", "by", "of", "for", "at", "as"})


def owners(
    denoter: Denoter, noun: Token, *, allow_of: bool = True, sure_of: bool = False, allow_by: bool = True
) -> list[Party]:
    """Return the actors that a noun belongs to or that do it: "Iran's X", "Iranian X", "X of Iran", "X by Iran".

    `allow_of` admits an of-phrase unless the noun's of-phrase is what it is done to; `sure_of` admits it even then;
    `allow_by` admits who does it.
    """
    made = _made_by(denoter, noun) if allow_by else []
    if made:
        return made
    found: list[Party] = []
    for child in noun.children:
        if child.dep_ in _MODIFIERS and child.i < noun.i:
            for part in (*_counted(denoter, child, noun), *_stacked(denoter, child)):
                found.extend(_as_owner(denoter, part, noun))
        elif not allow_by:
            continue
        elif child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            found.extend(_objects(denoter, child))
        elif child.dep_ == "prep" and child.lower_ == "of":
            # "the siege of Homs by the army": the parser hangs the agent on the town
            for thing in child.children:
                for deeper in thing.children:
                    if deeper.lower_ == "by" and deeper.dep_ in ("prep", "agent"):
                        found.extend(_objects(denoter, deeper))
    found = [*listed_before(denoter, found, noun), *found]
    if len(found) > 1:
        found = bodies_of(denoter, noun, found) or possessors(denoter, noun, group_of_nation(denoter, noun, found))
    if not found and noun.pos_ in VERBAL and noun.i and noun.i - 1 in denoter.mention_at:
        found.append(denoter.mention_at[noun.i - 1])  # "Chilean strikes on the camp", taken for a verb
    if not found and _acts_for_city(denoter, noun) and noun.lemma_.lower() not in denoter.words["nouns.transient"]:
        found.extend(seated(denoter, noun))
    if not found and noun.lemma_.lower() in _SPOKESMEN:
        found.extend(party for child in noun.children if child.lower_ == "for" for party in _objects(denoter, child))
    if not found:
        found.extend(_blamed(denoter, noun))
    lemma = noun.lemma_.lower()
    held = noun.tag_ == "NNS" and lemma in denoter.words["nouns.held"]  # "shelled positions of the rebels"
    takes_of = lemma in denoter.lexicon.target_of and not held and not _is_resolve(noun)
    if not found and (sure_of or (allow_of and not takes_of)):
        for child in with_shared(noun):
            if child.dep_ == "prep" and child.lower_ == "of":
                for grandchild in child.children:
                    if grandchild.dep_ == "pobj":
                        for part in denoter.conjuncts(grandchild):
                            found.extend(
                                party.widened(noun.i, noun.i + 1, how="owner")
                                for party in denoter.denote(part, target=True)
                            )
    return unique(found)


def _is_resolve(noun: Token) -> bool:
    """Tell whether an infinitive follows, so that the of-phrase says whose it is: "the refusal *of Chad* to talk"."""
    return any(
        child.dep_ == "acl" and child.tag_ == "VB" and any(mark.tag_ == "TO" for mark in child.children)
        for child in noun.children
    )


def _objects(denoter: Denoter, preposition: Token) -> list[Party]:
    return [
        party for token in preposition.children if token.dep_ == "pobj" for party in denoter.parties(Argument(token))
    ]


def seated(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the country of "the government in Kabul"."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "in":
            for token in child.children:
                mention = denoter.mention_at.get(token.i)
                if mention is not None and mention.capital and mention.how != "place":
                    return [mention.widened(noun.i, noun.i + 1, how="owner")]
    # "offered the government in Kabul weapons": the parser may hang the phrase on the verb
    mention = denoter.mention_at.get(noun.i + 2) if denoter.lowers[noun.i + 1 : noun.i + 2] == ["in"] else None
    seat = mention is not None and mention.capital and noun.lemma_.lower() in _SEATED
    return [mention.widened(noun.i, noun.i + 1, how="owner")] if mention is not None and seat else []


def _made_by(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the agent of a participle after the noun: "a UN resolution drafted by Britain" is Britain's.

    People are not made: "troops backed by Britain" are not British.
    """
    lemma = noun.lemma_.lower()
    if any(lemma in denoter.words[name] for name in ("nouns.group", "nouns.domestic", "nouns.partitive")):
        return []
    suffering = _sufferer(noun)
    if suffering is not None:
        return [party for argument in denoter.syntax.subjects(suffering) for party in denoter.parties(argument)]
    for child in noun.children:
        if (
            child.dep_ == "acl"
            and child.tag_ == "VBN"
            and child.i > noun.i
            and child.lemma_ not in denoter.words["verbs.placing"]
            and (
                child.lemma_ not in denoter.words["verbs.stance"]
                # "an island claimed by Peru"
                or (child.lemma_ in denoter.words["verbs.holding"] and lemma in denoter.words["nouns.land"])
            )
        ):
            found = [party for agent in denoter.syntax.agents(child) for party in denoter.parties(Argument(agent))]
            if found:
                return found
    return []


def _sufferer(noun: Token) -> Token | None:
    """Return the "had" of "Peru *had* two of its ships seized by Chile": the ships are Peru's, not Chile's."""
    suffers = any(
        child.dep_ == "acl" and child.tag_ == "VBN" and any(by.dep_ == "agent" for by in child.children)
        for child in noun.children
    )
    if not suffers:
        return None
    whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return whole.head if whole.dep_ == "dobj" and whole.head.lemma_ in ("have", "get", "see") else None


def _blamed(denoter: Denoter, noun: Token) -> list[Party]:
    """Return who is behind something by what is said of it: "attacks attributed to Israel", "blamed on rebels"."""
    for i in range(noun.i + 1, noun.right_edge.i + 1):
        if denoter.lowers[i] in _BLAMING and denoter.doc[i].dep_ in ("acl", "amod", "relcl"):
            token = denoter.doc[i]
            for preposition in ("to", "on"):
                for blamed in denoter.syntax.prepositional(token, preposition):
                    # "the mine which the blast is blamed on": the pronoun means the noun that is asked for
                    return [] if blamed.tag_ in _RELATIVE else denoter.parties(Argument(blamed))
    return []


def modifiers(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the actors that stand before a noun as compound or adjective ("Iran" in "Iran sanctions")."""
    found: list[Party] = []
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "nmod") and child.i < noun.i:
            for part in _stacked(denoter, child):
                found.extend(_as_owner(denoter, part, noun))
    return unique(found)


def _stacked(denoter: Denoter, token: Token, depth: int = _MAX_DEPTH) -> Iterator[Token]:
    """Yield a modifier, those coordinated with it and nested in it ("Russian-Iranian", "U.S. State Department")."""
    if not depth:
        return
    mention = denoter.mention_at.get(token.i)
    for child in token.children if token.i not in denoter.references else ():
        # "the west African nation's army": not Africa's
        if (
            child.dep_ in _MODIFIERS
            and child.i < token.i
            and (mention is None or not mention.start <= child.i < mention.end)
        ):
            yield from _stacked(denoter, child, depth - 1)
        elif child.dep_ in ("npadvmod", "advmod") and (
            token.lower_ in denoter.words["adjectives.holding"]  # "ISIL-held territory"
            or token.lower_ in denoter.words["adjectives.doing"]  # "US-imposed sanctions"
            or (token.lower_ in denoter.words["adjectives.leading"] and is_deed(denoter, token.head))
            or (
                child.i in denoter.mention_at and denoter.mention_at[child.i].via == "demonym" and not _is_hyphen(child)
            )
            or (mention is not None and child.i in denoter.mention_at and _is_hyphen(child))  # "U.S.-Soviet"
        ):
            yield from _stacked(denoter, child, depth - 1)  # "Kenyan and Ugandan armed forces"
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.i > token.i:
            yield from _stacked(denoter, child, depth - 1)


def _counted(denoter: Denoter, child: Token, noun: Token) -> list[Token]:
    """Return the adjective in "dozens of Chilean raids", where the parser makes it the of-phrase of the number."""
    if child.dep_ not in ("nmod", "nummod"):
        return []
    return [
        token
        for preposition in child.children
        if preposition.lower_ == "of"
        for token in preposition.children
        if token.i in denoter.mention_at and denoter.mention_at[token.i].via == "demonym" and child.i < token.i < noun.i
    ]


def _is_hyphen(token: Token) -> bool:
    """Tell whether a hyphen follows, so that the word belongs to a compound such as "Iranian-backed"."""
    return token.i + 1 < len(token.doc) and token.doc[token.i + 1].text in ("-", "–")


def _as_owner(denoter: Denoter, token: Token, noun: Token) -> list[Party]:
    if token.dep_ == "poss" or token.tag_ == "PRP$":
        parties = denoter.denote(token)
        if token.tag_ == "PRP$":
            return parties
        return [
            party.widened(party.start, noun.i + 1, how="owner") if noun.i - party.start <= 6 else party
            for party in parties
        ]
    mention = denoter.mention_at.get(token.i)
    if mention is None:
        if token.i in denoter.references:
            return denoter.references[token.i]
        return []
    if mention.how.startswith("named entity") and token.dep_ != "poss" and not _acts_for_city(denoter, noun):
        return []  # "Bastion missile systems": a make, not an owner
    if mention.start <= noun.i < mention.end or _is_affix_stem(denoter, mention, noun):
        return []
    if mention.capital and token.dep_ != "poss" and not _acts_for_city(denoter, noun):
        # "the Vienna talks", "the Damascus suburbs": where, not who.
        return []
    if (
        mention.via == "demonym"
        and denoter.cast[mention.actor].kind == "bloc"
        and noun.lemma_.lower() not in denoter.words["nouns.state_like"]
        and not (_is_hyphen(token) and mention.end + 1 in denoter.mention_at)  # "Arab-Israeli"
        and not is_stance(denoter, noun)
    ):
        # "Arab citizens" are not the Arab states, "Western medicine" is not the West.
        return []
    return [mention.widened(mention.start, noun.i + 1, how="owner")]


def _acts_for_city(denoter: Denoter, noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return any(
        lemma in denoter.words[name] for name in ("nouns.state_like", "nouns.domestic", "nouns.group", "bodies.heads")
    )


def _is_affix_stem(denoter: Denoter, mention: Party, noun: Token) -> bool:
    """Tell whether the mention is the stem of "pro-Iranian", "Saudi-backed" and the like, which says no ownership."""
    before = denoter.doc[mention.start - 1] if mention.start > 0 else None
    after = denoter.doc[mention.end] if mention.end < len(denoter.doc) else None
    if before is not None and before.text == "-" and mention.start > 1 and mention.start - 2 not in denoter.mention_at:
        return denoter.doc[mention.start - 2].lower_ in ("pro", "anti", "non", "ex")
    if after is not None and after.text in ("-", "–") and mention.end + 1 < len(denoter.doc):
        following = denoter.doc[mention.end + 1]
        lower = following.lower_
        if lower in denoter.words["adjectives.holding"] or lower in denoter.words["adjectives.doing"]:
            return False
        if lower in denoter.words["adjectives.leading"] and is_deed(denoter, noun):
            return False
        return following.tag_ in ("VBN", "VBD", "JJ") and following.i not in denoter.mention_at
    return False


def borrowed(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the subject of what governs a noun: "Israel *launched* a strike", "a *series* of attacks".

    Verbs that take a stance on the noun ("condemned the strike") lend nothing.
    """
    head, dep = noun.head, noun.dep_
    if dep in ("dobj", "nsubjpass") and head.lemma_ in denoter.words["verbs.striking"]:
        return []  # "attacked a base in Kenya": it is no base of the attacker's
    for clause in noun.children:
        # "the sanctions that Ghana imposed": the relative clause says whose they are
        if clause.dep_ == "relcl" and noun.i in {token.i for token in denoter.syntax.objects(clause)}:
            lent = _lent_by(denoter, clause)
            if lent:
                return lent
    if dep in ("nsubj", "nsubjpass", "dobj") and head.pos_ in VERBAL:
        origin = _arisen(denoter, noun, head) or _owned_up(denoter, noun, head)
        if origin:
            return origin
    if dep in ("dobj", "attr", "oprd", "dative") and head.pos_ in VERBAL:
        answers = head.lemma_ in denoter.words["verbs.answering"] and _is_known(noun)
        return [] if answers else _lent_by(denoter, head, noun)
    if dep == "nsubjpass" and head.pos_ in VERBAL and head.lemma_ not in denoter.words["verbs.stance"]:
        return [party for agent in denoter.syntax.agents(head) for party in denoter.parties(Argument(agent))]
    if dep == "conj" and head.pos_ in _NOUNS:
        return denoter.owners(head) or denoter.borrowed(head)
    if dep in ("pobj", "pcomp") and head.pos_ in ("ADP", "SCONJ"):
        governor = head.head
        if governor.lemma_.lower() in denoter.words["nouns.accusing"]:
            return []  # "accusations of attacks": they are not the accuser's
        if head.lower_ == "for" and governor.lemma_.lower() in denoter.words["nouns.exchange"]:
            return []  # "in exchange for a promise, Chad agreed": it is not Chad's
        if governor.lemma_.lower() in denoter.words["nouns.speech"] and head.lower_ in _ABOUT:
            return []  # "comments on the killing of farmers": it is not his who comments
        meeting = _met(denoter, noun, head)
        if meeting:
            return meeting
        if governor.pos_ in _NOUNS and governor.lemma_.lower() in denoter.lexicon.stances:
            return []  # "its acceptance of the attacks": not its attacks
        if governor.pos_ in _NOUNS and governor.lemma_.lower() in denoter.words["nouns.group"]:
            # "a preacher with links to", "observers of the talks": the people themselves, whoever has to do with them
            return denoter.parties(Argument(governor)) if head.lower_ == "with" else []
        if head.lower_ == "of" and governor.dep_ == "dobj" and governor.head.pos_ in VERBAL:
            # "welcomed a resumption of ties with Chad": whatever is said of what two share, it is the subject's
            lent = _lent_by(denoter, governor.head, noun) if _is_shared(denoter, noun) else []
            if lent:
                return lent
        if head.lower_ == "on" and _is_told_about(denoter, governor):
            return []
        if (governor.pos_ in _NOUNS or governor.lower_ == "one") and head.lower_ in _LENDING_TO_NOUNS:
            return denoter.owners(governor, allow_of=False) or denoter.borrowed(governor)
        if head.lower_ in _FELT and (governor.pos_ == "ADJ" or governor.dep_ == "acomp"):
            return []
        if governor.pos_ in VERBAL and head.lower_ in _LENDING_TO_VERBS:
            tried = governor.lemma_ in denoter.words["verbs.jailing"] and head.lower_ == "in"
            if tried and noun.lemma_.lower() not in denoter.words["means.restrains"]:
                return []  # "detained two men in the attack": not the attack of those who detain
            if head.lower_ == "to" and governor.lemma_ in denoter.words["verbs.causing"]:
                return []
            if denoter.syntax.is_passive(governor):
                if head.lower_ == "by":
                    return []  # "disturbed by the invasion": not whoever is disturbed
                doers = denoter.syntax.agents(governor) if head.lower_ == "with" else []
                tokens = doers or denoter.syntax.passive_subjects(governor)
                return [party for token in tokens for party in denoter.parties(Argument(token))]
            return helped(denoter, governor, head) or _lent_by(denoter, governor)
        if governor.pos_ == "ADV" and governor.head.pos_ in VERBAL and head.lower_ == "in":
            return _lent_by(denoter, governor.head)  # "elsewhere in the campaign"
        if governor.pos_ == "ADJ":
            return [party for bearer in denoter.syntax.bearers(governor) for party in denoter.parties(bearer)]
    if dep == "appos" and head.pos_ in _NOUNS:
        if head.i in denoter.mention_at or head.i in denoter.references:
            return denoter.parties(Argument(head))
        return denoter.owners(head) or denoter.borrowed(head)
    return []


def _ends_own(denoter: Denoter, verb: Token, noun: Token) -> bool:
    """Tell whether a verb ends what its subject itself has: "ended relations with Qatar", "halted aid to Mali"."""
    return verb.lemma_ in denoter.words["verbs.ending"] and noun.lemma_.lower() in denoter.lexicon.measures


def _arisen(denoter: Denoter, noun: Token, verb: Token) -> list[Party]:
    """Return where something comes from: "criticism of the vote came mainly *from Chile*"."""
    if noun.dep_ != "nsubj" or verb.lemma_ not in denoter.words["verbs.arising"]:
        return []
    origins = [token for token in denoter.syntax.prepositional(verb, "from") if token.i > verb.i]
    return [party for token in origins for party in denoter.parties(Argument(token), preposition="from")]


def _owned_up(denoter: Denoter, noun: Token, verb: Token) -> list[Party]:
    """Return who says that he did it: "the raid was claimed by Hamas", "claimed responsibility for the raid"."""
    lemma = noun.lemma_.lower()
    deed = lemma in denoter.words["events.force"] or lemma in denoter.words["events.killing"]
    share = lemma in denoter.words["nouns.share"]
    owning = verb.lemma_ in denoter.words["verbs.owning"] or (share and verb.lemma_ in denoter.words["verbs.denying"])
    if not (deed or share) or not owning or noun.dep_ == "nsubj":
        return []
    if denoter.syntax.is_passive(verb):
        return [party for token in denoter.syntax.agents(verb) for party in denoter.parties(Argument(token))]
    return [party for argument in denoter.syntax.subjects(verb) for party in denoter.parties(argument)]


def _met(denoter: Denoter, noun: Token, preposition: Token) -> list[Party]:
    """Return who meets or quarrels in "said in talks with Chad", "amid its war with Mali", whatever the verb says."""
    lemma = noun.lemma_.lower()
    meeting = lemma in denoter.lexicon.meetings and preposition.lower_ in _DURING
    if not meeting and (lemma not in denoter.lexicon.mutual or preposition.lower_ not in _DURING | _AMID):
        return []
    if not any(child.dep_ == "prep" and child.lower_ in ("with", "to") for child in noun.children):
        return []
    if any((child.dep_ == "poss" and child.tag_ != "PRP$") or child.lower_ in ("of", "by") for child in noun.children):
        return []  # "the visit of the actress to Chad"
    verb = preposition.head
    while verb.pos_ in _NOUNS and verb.head.i != verb.i and verb.dep_ in ("dobj", "pobj", "attr", "prep"):
        verb = verb.head
    if verb.pos_ not in VERBAL:
        return []
    if denoter.syntax.is_passive(verb):
        # "it was agreed by Mali in talks with Chad", "because of its war with Chad Mali was shunned"
        tokens = denoter.syntax.agents(verb) if meeting else denoter.syntax.passive_subjects(verb)
        return [party for token in tokens for party in denoter.parties(Argument(token))]
    return [party for arg in denoter.syntax.subjects(verb) for party in denoter.parties(arg)]


def _is_known(noun: Token) -> bool:
    """Tell whether a noun is one spoken of before: "refused the offer", but "refused entry" itself."""
    return any(
        child.dep_ == "det" and child.lower_ in ("the", "this", "that", "these", "those") for child in noun.children
    )


def _is_shared(denoter: Denoter, noun: Token) -> bool:
    """Tell whether a noun is what two do, of whom only one is named: "the growing cooperation *with Chile*"."""
    return noun.lemma_.lower() in denoter.lexicon.mutual and any(
        child.dep_ == "prep" and child.lower_ == "with" for child in noun.children
    )


def _lent_by(denoter: Denoter, verb: Token, noun: Token | None = None) -> list[Party]:
    """Return the subject that a verb lends; `noun` is the one it takes, if the verb's stance depends on it."""
    if noun is not None and _ends_own(denoter, verb, noun):
        return [party for arg in denoter.syntax.subjects(verb) for party in denoter.parties(arg)]
    if noun is not None and verb.lemma_ in denoter.words["verbs.touting"] and _is_shared(denoter, noun):
        return [party for arg in denoter.syntax.subjects(verb) for party in denoter.parties(arg)]
    if verb.lemma_ in denoter.words["verbs.stance"] and not (
        noun is not None
        and verb.lemma_ in denoter.words["verbs.deliberating"]
        and noun.lemma_.lower() in denoter.words["nouns.idea"]
    ):
        return []
    return [party for arg in denoter.syntax.subjects(verb) for party in denoter.parties(arg)]


def _is_told_about(denoter: Denoter, governor: Token) -> bool:
    """Tell whether something is only said on what follows: "issued a *statement* on the arrest of"."""
    told = denoter.words["documents.kinds"] | denoter.words["documents.topical"]
    return any(
        noun.lemma_.lower() in told
        for noun in (governor, *governor.children)
        if noun.dep_ == "dobj" or noun is governor
    )

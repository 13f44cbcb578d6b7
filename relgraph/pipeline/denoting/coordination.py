"""Who belongs to one argument: nouns joined by "and", listed, added by "along with", or left out by "not … but"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.cast import STATES
from relgraph.pipeline.syntax.apposition import is_second
from relgraph.pipeline.syntax.nextclause import acting
from relgraph.pipeline.syntax.objects import is_infinitive

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party

_NOUNS = frozenset({"NOUN", "PROPN"})
_BESIDE = frozenset({"joined", "accompanied", "seconded"})
_ADDED = frozenset({"together", "along", "alongside", "like"})
_WITH = frozenset({"together", "along", "alongside"})
_JOINT = frozenset({"together", "jointly"})
_IN_JOINT_ACT = frozenset(
    {"cooperation", "co-operation", "coordination", "collaboration", "concert", "conjunction", "tandem", "partnership"}
)
_POWERS = frozenset({"state", "armed_group", "igo", "bloc", "organization"})


def conjuncts(denoter: Denoter, token: Token, *, ahead_of: int | None = None) -> Iterator[Token]:
    """Yield a noun and those that are coordinated with it, up to a place; of "not Peru but Chile" only the second."""
    if not _is_denied(denoter, token) and not _is_epithet(denoter, token):
        yield token
    for companion in _companions(denoter, token):
        yield from conjuncts(denoter, companion)
    for child in token.children:
        coordinated = child.dep_ == "conj" and (child.pos_ in _NOUNS or child.pos_ in ("PRON", "ADJ", "NUM", "X"))
        if coordinated and (_is_other_name(denoter, token, child) or _is_left_out(denoter, child)):
            continue
        if coordinated and _is_deed(denoter, token, child):
            continue
        if coordinated and acting(child) is not None:
            continue  # "attacked Chad and *Mali* condemned it"
        if coordinated and ahead_of is not None and child.i >= ahead_of:
            continue
        listed = child.dep_ == "appos" and (_is_listed(denoter, token, child) or is_second(token, child))
        if coordinated or listed:
            yield from conjuncts(denoter, child, ahead_of=ahead_of)
        elif child.dep_ == "relcl" and token.tag_ in ("NNS", "NNPS") and _is_class(denoter, token):
            # "countries that backed Israel, including the Netherlands": the parser hangs the list on the clause
            for phrase in child.children:
                if phrase.dep_ == "prep" and phrase.lower_ == "including":
                    yield from (part for name in phrase.children for part in conjuncts(denoter, name))
        elif (
            child.dep_ == "prep"
            and child.lower_ in ("with", "including", "like")
            and _accompanies(denoter, token, child)
        ):
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    yield from conjuncts(denoter, grandchild)


def are_joined(denoter: Denoter, first: Party, second: Party) -> bool:
    """Tell whether two names are members of one list: "General Gowon and General Ankrah"."""
    token = denoter.doc[second.start : second.end].root
    while token.dep_ == "conj" or (token.dep_ == "appos" and token.i < second.start):
        token = token.head
        if first.start <= token.i < first.end:
            return True
    return False


def _is_deed(denoter: Denoter, token: Token, conjunct: Token) -> bool:
    """Tell whether a deed or what a thing is called is no second actor: "the raid on Chad and *Mali's refusal*".

    Nor are "the property of a museum" and the like behind a name: "a gift to Anna and *the pride* of a museum".
    """
    if token.pos_ == "PROPN" and conjunct.base in denoter.words["nouns.said_of_things"]:
        return True
    if token.pos_ != "PROPN" or conjunct.pos_ != "NOUN" or all(child.dep_ != "poss" for child in conjunct.children):
        return False
    if conjunct.base in denoter.words.either("nouns.relational", "nouns.person_word", "nouns.listed"):
        return False  # "Russia and *its ally* Belarus"
    deeds = denoter.lexicon.stances, denoter.lexicon.measures, denoter.words["nouns.intended"]
    return any(conjunct.base in words for words in deeds)


def _is_other_name(denoter: Denoter, token: Token, conjunct: Token) -> bool:
    """Tell whether ", or" gives a second name and no second party: "the Nationalist Party, or Kuomintang"."""
    if conjunct.pos_ != "PROPN" or token.pos_ != "PROPN":
        return False
    i = conjunct.left_edge.i
    listed = token.dep_ == "conj" and not any(child.dep_ == "cc" for child in token.head.children)
    return i > 2 and denoter.lowers[i - 1] == "or" and denoter.texts[i - 2] == "," and not listed


def _is_left_out(denoter: Denoter, conjunct: Token) -> bool:
    """Tell whether a conjunct is the one that does not: "Chile but *not Peru*", "Chile rather than *Peru*"."""
    first = conjunct.left_edge.i
    return any(child.dep_ == "neg" for child in conjunct.children) or denoter.lowers[first - 1] == "than"


def _is_epithet(denoter: Denoter, token: Token) -> bool:
    """Tell whether a noun only says what a person is whose name follows another: "a lawyer and activist Jane Doe"."""
    if token.tag_ != "NN" or token.base not in denoter.words["nouns.person_word"]:
        return False
    sure = {child.lower_ for child in token.children if child.dep_ in ("det", "amod")}
    if "the" in sure and "former" not in sure:
        return False  # "the president and opposition leader Jane Doe met"
    for second in token.children:
        party = denoter.mention_at.get(second.i) if second.dep_ == "conj" else None
        if party is None or denoter.cast[party.actor].kind != "person":
            continue
        first = second.left_edge
        return first.nbor(-1).lower_ == "and" and any(
            child.i < party.start and child.pos_ == "NOUN" and child.is_lower for child in second.children
        )
    return False


def _is_denied(denoter: Denoter, token: Token) -> bool:
    """Tell whether a noun names who it was not: "not Peru but Chile", other than "not only Peru but Chile"."""
    if not denoter.vocabulary.issuperset(("not", "but")):
        return False
    first = token.left_edge.i
    return (
        denoter.lowers[first] == "not"
        and denoter.lowers[first + 1] not in ("only", "just", "merely", "simply", "least")
        and any(child.dep_ == "cc" and child.lower_ == "but" for child in token.children)
    )


def _is_class(denoter: Denoter, token: Token) -> bool:
    """Tell whether a noun is a word for a class of actors: "countries", "groups"."""
    lemma = token.base
    return lemma in denoter.words.either("nouns.country_word", "nouns.body_word", "nouns.person_word")


def _is_listed(denoter: Denoter, token: Token, apposed: Token) -> bool:
    """Tell whether the parser made an apposition of the second in a list: "Kenya, Uganda trade barbs".

    So it is of two powers, and of two persons: nobody is another one.
    """
    first, second = denoter.mention_at.get(token.i), denoter.mention_at.get(apposed.i)
    if first is None or second is None or first.actor == second.actor:
        return False
    start = apposed.left_edge.i
    if not (first.start <= token.i < start == first.end + 1 and denoter.lowers[first.end] == ","):
        return False
    kinds = {denoter.cast[party.actor].kind for party in (first, second)}
    if kinds == {"person"}:
        return True
    named = first.via != "demonym" != second.via and start == second.start
    return named and kinds <= STATES and "place" not in (first.how, second.how)


def _companions(denoter: Denoter, token: Token) -> Iterator[Token]:
    """Yield who is added to an argument by words that hang on the verb: "Chile, along with *Peru*, said"."""
    if token.dep_ not in ("nsubj", "nsubjpass", "dobj") or token.head.pos_ not in ("VERB", "AUX"):
        return
    yield from _before_subject(denoter, token)
    if token.dep_ == "nsubj" and not denoter.vocabulary.isdisjoint(_BESIDE):
        for phrase in token.rights:
            if phrase.dep_ == "acl" and phrase.lower_ in _BESIDE and denoter.texts[phrase.i - 1] == ",":
                yield from _joining(phrase)
    if token.dep_ == "nsubj" and not denoter.vocabulary.isdisjoint(_WITH):
        yield from _partners(denoter, token)
    if token.dep_ == "nsubj" and not denoter.vocabulary.isdisjoint(_JOINT | _IN_JOINT_ACT | {"alongside"}):
        yield from _between_commas(denoter, token)
    for phrase in token.head.children:
        if phrase.lower_ in _BESIDE and phrase.tag_ == "VBN" and phrase.i == token.i + 2 and token.dep_ == "nsubj":
            yield from _joining(phrase)
        if phrase.dep_ != "prep":
            continue
        along = phrase.lower_ in ("along", "together", "alongside")
        first = phrase.left_edge
        if not along and (first.lower_ not in _ADDED or phrase.lower_ not in ("with", "like")):
            continue
        if token.dep_ == "dobj" and first.lower_ in _WITH and _acting_with(denoter, phrase) is not None:
            continue
        behind = 0 <= first.i - token.right_edge.i - 1 <= 1 and denoter.lowers[first.i - 1] in (",", token.lower_)
        before = phrase.right_edge.i + 2 == token.left_edge.i and token.dep_ != "dobj"
        if before or (behind and (first.lower_ != "like" or denoter.lowers[first.i - 1] == ",")):
            inner = [c for c in phrase.children if c.dep_ == "prep" and c.lower_ == "with"] if along else []
            for holder in (phrase, *inner):
                for child in holder.children:
                    # "like a surgeon, he" adds nobody
                    if child.dep_ == "pobj" and (first.lower_ != "like" or child.i in denoter.mention_at):
                        yield child


def _joining(phrase: Token) -> Iterator[Token]:
    """Yield who joins another one: "India, joined by *Japan*, criticised China"."""
    yield from (child for by in phrase.children if by.lower_ == "by" for child in by.children)


def _before_subject(denoter: Denoter, token: Token) -> Iterator[Token]:
    """Yield who stands before a subject with which the parser did not join it.

    "*Armenia*, Azerbaijan sign deal", "Like *Angola*, Zambia hosted", "Not only *Chile* but also Peru has".
    """
    verb, first = token.head, token.left_edge
    if token.dep_ != "nsubj":
        return
    if verb.dep_ == "conj" and verb.head.pos_ in _NOUNS and verb.head.dep_ == "ROOT":
        if "only" in denoter.lowers[max(0, verb.head.left_edge.i - 2) : verb.head.i]:
            yield verb.head
        return
    named = denoter.mention_at.get(token.i)
    if verb.tag_ == "VBP" and token.tag_ in ("NN", "NNP") and first.i > 1 and denoter.lowers[first.i - 1] == ",":
        # "Merkel, French president meet": one alone would not "meet"
        before = denoter.mention_at.get(first.i - 2)
        if before is not None and before.start == token.sent.start:
            yield denoter.doc[before.start : before.end].root
            return
    if named is None and first.i > 1 and denoter.lowers[first.i - 1] == ",":
        # "Thai, Cambodian troops clash"
        adjectives = denoter.mention_at.get(first.i), denoter.mention_at.get(first.i - 2)
        if first.i - 2 == token.sent.start and all(_is_nation(denoter, a) for a in adjectives):
            yield denoter.doc[first.i - 2]
    if named is None or named.start < 2 or denoter.lowers[named.start - 1] != ",":
        return
    other = denoter.mention_at.get(named.start - 2)
    start = token.sent.start
    if other is not None and named.start - 2 >= start and denoter.cast[other.actor].kind in STATES:
        root = denoter.cast.root(named.actor)  # "Philippine, U.S. Marines train"
        alone = other.start == start and denoter.cast[root].kind in STATES and first.i == named.start
        if alone or (other.start == start + 1 and denoter.lowers[start] == "like"):
            yield denoter.doc[other.start : other.end].root


def _is_nation(denoter: Denoter, modifier: Party | None) -> bool:
    """Tell whether a word before a noun says of what nation it is: "*U.S.*, *Thai* troops train"."""
    return modifier is not None and (modifier.via == "demonym" or denoter.cast[modifier.actor].kind in STATES)


def _accompanies(denoter: Denoter, token: Token, preposition: Token) -> bool:
    """Tell whether the phrase is one of "A, together with B" or "A, with B, did"; not if B acts with the subject."""
    i = preposition.i
    if preposition.lower_ == "like":
        return _is_likened(denoter, token, preposition)
    if i > 1 and preposition.lower_ == "with" and _is_at_side(denoter, token, preposition):
        return True
    if i < 2 or denoter.lowers[i - 1] not in ("together", "along", "alongside") or token.i > i:
        return False
    return _acting_with(denoter, preposition) is None


def _is_at_side(denoter: Denoter, token: Token, with_: Token) -> bool:
    """Tell whether a power between two commas acts at the side of a subject: "Prussia, *with Austria*, invaded"."""
    last = with_.right_edge.i
    if token.dep_ != "nsubj" or denoter.texts[with_.i - 1] != "," or denoter.texts[last + 1 : last + 2] != [","]:
        return False
    partner = next((child for child in with_.children if child.dep_ == "pobj"), None)
    if partner is None or partner.right_edge.i != partner.i or _kind(denoter, partner) not in ("state", "armed_group"):
        return False
    first = denoter.mention_at.get(token.i)
    return first is not None and first.end - 1 == token.i == with_.i - 2


def _is_likened(denoter: Denoter, token: Token, like: Token) -> bool:
    """Tell whether one actor does what another does: "Peru, *like Chile*, left", other than "states like Chile"."""
    first = denoter.mention_at.get(token.i)
    i = like.i
    if first is None or first.end != i - 1 or token.dep_ != "nsubj" or denoter.texts[i - 1] != ",":
        return False
    other = next((denoter.mention_at.get(child.i) for child in like.children if child.dep_ == "pobj"), None)
    return (
        other is not None
        and denoter.texts[other.end : other.end + 1] == [","]
        and denoter.cast[other.actor].kind == denoter.cast[first.actor].kind
    )


def _partners(denoter: Denoter, subject: Token) -> Iterator[Token]:
    """Yield with whom a subject acts, named behind the object: "Kenya patrols the lake together with *Uganda*"."""
    for i in range(subject.head.i + 2, subject.sent.end):
        if denoter.lowers[i] == "with" and denoter.lowers[i - 1] in _WITH:
            with_ = denoter.doc[i]
            if _acting_with(denoter, with_) is subject:
                yield from (child for child in with_.children if child.dep_ == "pobj")


def _between_commas(denoter: Denoter, subject: Token) -> Iterator[Token]:
    """Yield with whom a subject acts, named between commas: "Peru has, *jointly with Chile*, banned"."""
    verb, lowers = subject.head, denoter.lowers
    for i in range(subject.i + 2, min(verb.i + 5, subject.sent.end)):
        if lowers[i] != "with" and lowers[i] != "alongside":
            continue
        start = i - 1 if lowers[i] == "with" and lowers[i - 1] in _JOINT else i
        if lowers[i] == "with" and lowers[i - 1] in _IN_JOINT_ACT and lowers[i - 2] == "in":
            start = i - 2
        with_ = denoter.doc[i]
        last = with_.right_edge.i
        if (start == i and lowers[i] == "with") or lowers[start - 1] != "," or lowers[last + 1 : last + 2] != [","]:
            continue
        partner = next((child for child in with_.children if child.dep_ == "pobj"), None)
        kinds = (None, None) if partner is None else (_kind(denoter, partner), _kind(denoter, subject))
        if (
            partner is not None
            and kinds[0] in _POWERS
            and kinds[1] in _POWERS
            and (last < verb.i or start == verb.i + 2)
        ):
            yield partner


def at_side_of(denoter: Denoter, with_: Token) -> Token | None:
    """Return the subject with which a power does something, named before it or between commas.

    "*Together with Togo*, Chad banned it", "Chad, *together with Togo*, banned it".
    """
    verb = with_.head
    while verb.head.i != verb.i and verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head
    subject = next((child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i), None)
    partner = next((child for child in with_.children if child.dep_ == "pobj"), None)
    if subject is None or partner is None or (verb.lemma_ == "be" and verb.pos_ == "AUX"):
        return None
    if any(one.i == partner.i for one in _between_commas(denoter, subject)):
        return subject
    leads = with_.i == with_.sent.start + 1 and with_.right_edge.i + 2 == subject.left_edge.i
    return subject if leads and {_kind(denoter, partner), _kind(denoter, subject)} <= _POWERS else None


def _acting_with(denoter: Denoter, preposition: Token) -> Token | None:
    """Return the subject that acts together with a power which is named behind the verb and its object.

    Of a subject and an object that could both have the power at their side it is the one of its kind; not if they are
    of one kind.
    """
    inner = (child for child in preposition.children if child.dep_ == "prep" and child.lower_ == "with")
    holders = (preposition, *inner)  # "along *with Uganda*"
    partner = next((child for holder in holders for child in holder.children if child.dep_ == "pobj"), None)
    verb = next((above for above in preposition.ancestors if above.pos_ == "VERB"), None)
    if partner is None or verb is None or "," in denoter.lowers[preposition.i - 2 : preposition.i]:
        return None
    while verb.dep_ in ("xcomp", "advcl") and verb.head.pos_ == "VERB" and is_infinitive(verb):
        verb = verb.head  # "agreed to patrol the lake together with Uganda"
    kind = _kind(denoter, partner)
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if kind is None or subject is None or subject.i > verb.i or _kind(denoter, subject) != kind:
        return None
    objects = (child for above in preposition.ancestors for child in above.children if child.dep_ == "dobj")
    return None if any(_kind(denoter, child) == kind for child in objects) else subject


def _kind(denoter: Denoter, noun: Token) -> str | None:
    """Return of what kind a named actor is; None for what names none."""
    party = denoter.mention_at.get(noun.i)
    if party is None or party.how == "place":
        return None
    kind = denoter.cast[party.actor].kind
    return "state" if kind in STATES else kind

"""Subjects that the parse does not show as such: hung on the phrase before the verb, split off, clefted or inverted.

Every finite verb has a subject. If the parser gives it none, the noun phrase that should be it hangs somewhere else,
and the places where it hangs are few.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL
from relgraph.pipeline.syntax.nextclause import joined_to_object

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_AUXILIARY = frozenset({"have", "be", "do", "will"})
_TIMES = frozenset({"DATE", "TIME"})
_INTERESTS = frozenset({"interest", "power", "nature", "gift"})


def hidden_subjects(verb: Token) -> list[Token]:
    """Return the subject of a verb to which the parser gave none, or nothing."""
    return (
        _clefted(verb)
        or joined_to_object(verb)
        or _of_gerund(verb)
        or _of_fragment(verb)
        or _inverted(verb)
        or _split_off(verb)
        or _modifying(verb)
        or _behind_whose(verb)
        or _before_speech(verb)
        or _for_whom(verb)
        or _swallowed(verb)
        or _behind_time(verb)
    )


def _behind_time(verb: Token) -> list[Token]:
    """Return the subject that the parser added to a time: "that on Friday *Hamas* had carried out"."""
    if not _is_finite(verb) or any(child.dep_ in SUBJECTS | PASSIVE_SUBJECTS for child in verb.children):
        return []
    first = next((child for child in verb.lefts if child.dep_ in ("aux", "auxpass")), verb)
    name = verb.doc[first.i - 1] if first.i > 1 else verb
    before = name.doc[name.i - 1] if name.i > 0 else name
    added = name.pos_ == "PROPN" and name.dep_ in ("pobj", "appos", "dobj") and name.head.i < name.i
    return [name] if added and before.ent_type_ in _TIMES and name.ent_type_ not in _TIMES else []


def _of_gerund(verb: Token) -> list[Token]:
    """Return who does what a gerund as subject says: "Shelling by *Chilean* troops killed two men"."""
    if not _is_finite(verb) or any(child.dep_ in SUBJECTS | PASSIVE_SUBJECTS for child in verb.children):
        return []
    for child in verb.lefts:
        if child.dep_ == "advcl" and child.tag_ == "VBG" and child.right_edge.nbor().text != ",":
            return [
                token for by in child.children if by.dep_ == "agent" for token in by.children if token.dep_ == "pobj"
            ]
    return []


def _of_fragment(verb: Token) -> list[Token]:
    """Return the noun of which the main verb was taken for a participle: "The Chilean *opposition* called on him"."""
    return [verb.head] if is_main_verb(verb) else []


def _for_whom(verb: Token) -> list[Token]:
    """Return who does what an infinitive that stands first says: "For *Chile* to attack Peru would be madness"."""
    first = verb.left_edge
    if first.lower_ != "for" or first.head.i != verb.i or first.dep_ != "prep" or verb.tag_ != "VB":
        return []
    named = [child for child in first.children if child.dep_ == "pobj"]
    marks = [child.i for child in verb.children if child.dep_ == "aux" and child.tag_ == "TO"]
    return named if named and marks and named[0].right_edge.i + 1 == marks[0] else []


def whose_to_do(verb: Token, infinitive: Token) -> list[Token]:
    """Return of whom the infinitive is said by whose "it" the verb has: "it was kind of *Chile* to help".

    So also "it is up to Chile to", "it fell to Chile to", "it is in Chile's interest to".
    """
    if not any(child.dep_ in SUBJECTS and child.lower_ == "it" for child in verb.children):
        return []
    judged = [child for child in verb.children if child.dep_ in ("acomp", "attr", "prep", "advmod", "prt", "dative")]
    for word in judged:
        for phrase in (word, *word.children):
            if phrase.lower_ not in ("of", "to", "in") or phrase.i >= infinitive.i:
                continue
            for noun in phrase.children:
                if noun.dep_ != "pobj" or noun.i >= infinitive.i:
                    continue
                if phrase.lower_ == "in":
                    if noun.lemma_ in _INTERESTS:
                        return [owner for owner in noun.children if owner.dep_ == "poss"]
                elif phrase.lower_ == "of" or verb.lemma_ == "fall" or word.lower_ == "up":
                    return [noun]
    return []


def is_main_verb(verb: Token) -> bool:
    """Tell whether a participle of a whole sentence's only noun is its verb, since no sentence does without one."""
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ not in ("VBN", "VBD") or noun.dep_ != "ROOT" or noun.pos_ not in _NOUNS:
        return False
    sentence = noun.sent
    complete = sentence[-1].text == "." and sentence[-1].head.i == noun.i
    kinds = {child.dep_ for child in verb.children}
    return (
        complete
        and not kinds & {"agent", "aux", "auxpass"}
        and (bool(kinds & {"xcomp", "ccomp", "dobj", "prt"}) or _calls_on(verb))
        and not any(child.dep_ in ("relcl", "acl") and child.i != verb.i for child in noun.children)
    )


def _calls_on(verb: Token) -> bool:
    """Tell whether a verb is followed by whom it asks and for what: "monks *called* on Chad to listen"."""
    return verb.lemma_ in ("call", "appeal", "press") and any(
        child.dep_ == "advcl" and child.tag_ == "VB" for child in verb.children
    )


def named_guilty(clause: Token) -> list[Token]:
    """Return of whom an adjective is said that the parser made his family name: "found *Barnes* guilty"."""
    if clause.pos_ != "ADJ":
        return []
    return [child for child in clause.lefts if child.dep_ == "compound" and child.pos_ == "PROPN"][-1:]


def _behind_whose(verb: Token) -> list[Token]:
    """Return the subject that was hung on a fronted object: "Haftar, whose troops the *Emirates* armed"."""
    if verb.dep_ != "relcl":
        return []
    for child in verb.lefts:
        if child.dep_ == "dobj" and any(owner.tag_ == "WP$" for owner in child.lefts):
            return [token for token in child.children if token.dep_ == "appos" and token.i < verb.i]
    return []


def _modifying(verb: Token) -> list[Token]:
    """Return a subject that was taken for a part of the verb: "The US *military* trains Iraqi pilots"."""
    if verb.tag_ not in ("VBZ", "VBP", "VBD", "NNS"):
        return []
    named = [child for child in verb.lefts if child.dep_ == "compound" and child.pos_ == "PROPN"]
    if named or not any(child.dep_ == "dobj" for child in verb.children):
        return named[-1:]  # "which Turkey supports": no finite verb is part of a name
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    is_part = before.head.i == verb.i and before.dep_ in ("amod", "nmod", "compound")
    return [before] if is_part and any(child.dep_ in ("det", "nmod", "compound") for child in verb.lefts) else []


def _clefted(verb: Token) -> list[Token]:
    """Return whom a cleft sentence singles out: "It was *Portugal* that in 1510 seized Goa"."""
    clause, head = verb, verb.head
    if clause.dep_ not in ("ccomp", "relcl", "advcl") or not is_cleft(head):
        return []
    if not any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children):
        return []
    return [child for child in singled_out(head) if child.i < clause.i]


def singled_out(copula: Token) -> list[Token]:
    """Return what a cleft sentence singles out: "It was *Portugal* that", "It was not Spain but *Portugal* that"."""
    found = [child for child in copula.children if child.dep_ == "attr"]
    if found and any(child.dep_ == "neg" for child in copula.children):
        held = (copula, *(found if any(child.lower_ == "but" for child in found[0].children) else ()))
        instead = [c for holder in held for c in holder.children if c.dep_ == "conj" and c.pos_ in _NOUNS]
        return instead or found
    return found


def is_cleft(verb: Token) -> bool:
    """Tell whether a verb is the "was" of "It was Portugal that"."""
    return verb.lemma_ == "be" and any(child.dep_ in SUBJECTS and child.lower_ == "it" for child in verb.children)


def _inverted(verb: Token) -> list[Token]:
    """Return the subject that follows: "Also supporting the bid were *Lithuania* and Estonia"."""
    if verb.tag_ != "VBG":
        return []
    late = [child for child in verb.children if child.dep_ == "aux" and child.lemma_ == "be" and child.i > verb.i]
    if late and (named := _after_being(late[0])):
        return named
    copula = verb.head if verb.dep_ in ("csubj", "advcl") and verb.i < verb.head.i else verb
    being = (
        copula.i if copula is not verb else next((c.i for c in verb.children if c.dep_ == "aux" and c.i > verb.i), -1)
    )
    if being < 0 or verb.doc[being].lemma_ != "be":
        return []
    if copula is not verb and any(child.dep_ in SUBJECTS and child.i != verb.i for child in copula.children):
        return []
    return [child for child in copula.children if child.dep_ == "attr" and child.i > being]


def _after_being(being: Token) -> list[Token]:
    return [child for child in being.children if child.dep_ == "attr" and child.i > being.i]


def inverted_patients(verb: Token) -> list[Token]:
    """Return what a passive that stands first is said of: "Also sanctioned by Chad were two *officers*"."""
    if verb.tag_ != "VBN":
        return []
    late = [child for child in verb.children if child.dep_ in ("auxpass", "aux") and child.i > verb.i]
    return _after_being(late[0]) if late and late[0].lemma_ == "be" else []


def _split_off(verb: Token) -> list[Token]:
    """Return a subject before words of speech: "*Azerbaijan*, the ministry said, has bombed two villages"."""
    head = verb.head
    if verb.dep_ not in ("ccomp", "dep", "conj") or head.pos_ not in VERBAL or verb.i < head.i:
        return []
    if not (_is_finite(verb) or verb.dep_ == "dep"):
        return []
    for child in head.children:
        if child.dep_ == "ccomp" and child.i < head.i and child.lemma_ in _AUXILIARY:
            # "South Korea has, the agency reported, provided"
            return [subject for subject in child.children if subject.dep_ in SUBJECTS]
    before = [child for child in head.lefts if child.dep_ in SUBJECTS or _is_set_apart(child)]
    if len(before) == 1 and verb.dep_ == "ccomp" and _is_told_apart(before[0], head, verb):
        return before
    if len(before) > 1 and before[0].right_edge.nbor().text in (",", "-", "–", "—"):
        return before[:1]
    return []


def _is_set_apart(noun: Token) -> bool:
    """Tell whether a name stands alone before the words of speech: "*Chad*, the envoy told the press, had not"."""
    return bool(noun.dep_ == "npadvmod" and noun.pos_ == "PROPN" and noun.is_sent_start and noun.nbor(1).text == ",")


def _is_told_apart(subject: Token, speaking: Token, verb: Token) -> bool:
    """Tell whether words of speech stand apart in a sentence: "*Chad*, its envoy told the press, would not leave"."""
    speaker = [child for child in subject.children if child.dep_ == "appos" and child.right_edge.i + 1 == speaking.i]
    first = min((child.i for child in verb.children if child.dep_ in ("aux", "auxpass", "neg")), default=verb.i)
    return bool(speaker) and verb.doc[first - 1].text == "," and subject.nbor(1).text == ","


def _before_speech(verb: Token) -> list[Token]:
    """Return the subject in a quotation that is broken off after it: "'*We*,' said the envoy, 'will not leave'"."""
    if not _is_finite(verb):
        return []
    for speaking in verb.lefts:
        if speaking.dep_ == "parataxis" and speaking.pos_ in VERBAL:
            doc = verb.doc
            speakers = [c.left_edge.i for c in speaking.children if c.dep_ in SUBJECTS and c.left_edge.i < speaking.i]
            for i in range(speaking.i - 1, max(speaking.i - 8, verb.sent.start), -1):
                if doc[i].is_quote and doc[i - 1].text == ",":
                    before = doc[i - 2] if i > 1 else doc[i]
                    return [before] if before.pos_ in (*_NOUNS, "PRON") and before.i not in speakers else []
    return []


def called_by_next(subject: Token) -> bool:
    """Tell whether a subject only says what the name after it is, to the parser another: "the *agency* Tass said"."""
    doc, after = subject.doc, subject.i + 1
    if (
        subject.pos_ != "NOUN"
        or subject.right_edge.i != subject.i
        or after >= subject.head.i
        or doc[after].pos_ != "PROPN"
    ):
        return False
    return any(child.dep_ in SUBJECTS and child.left_edge.i == after for child in subject.head.lefts)


def is_split(subject: Token, verb: Token) -> bool:
    """Tell whether a subject belongs not to the words of speech that it stands before, but to what is said."""
    others = [child for child in verb.children if child.dep_ in SUBJECTS and subject.i < child.i < verb.i]
    return (
        bool(others)
        and subject.right_edge.nbor().text in (",", "-", "–", "—")
        and any(child.dep_ in ("ccomp", "dep") and child.i > verb.i for child in verb.children)
    )


def _swallowed(verb: Token) -> list[Token]:
    """Return the subject that the parser took into the phrase before it: "At the talks in Oslo, the *minister* said".

    Only of a main clause, which cannot do without one.
    """
    if not _is_finite(verb) or verb.dep_ not in ("ROOT", "ccomp"):
        return []
    if any(child.dep_ in SUBJECTS | PASSIVE_SUBJECTS or child.dep_ == "expl" for child in verb.children):
        return []
    if verb.dep_ == "ccomp" and (verb.i > verb.head.i or any(child.dep_ == "mark" for child in verb.children)):
        return []
    for phrase in reversed(list(verb.lefts)):
        name = phrase.dep_ == "npadvmod" and phrase.pos_ == "PROPN" and phrase.ent_type_ not in ("DATE", "TIME")
        if name and phrase.i == verb.i - 1 and phrase.left_edge.nbor(-1 if phrase.left_edge.i else 0).text == ",":
            return [phrase]  # "Under pressure from Chile, *Peru* cut ties"
        if phrase.dep_ in ("prep", "advcl", "npadvmod", "pobj"):
            for token in _candidates(phrase):
                return [token]
    return []


def _candidates(phrase: Token) -> Iterator[Token]:
    """Yield the nouns inside a phrase that may be the subject of the verb behind it, best first."""
    doc = phrase.doc
    tokens = [token for token in phrase.subtree if token.pos_ in _NOUNS and token.i > phrase.left_edge.i]
    for token in tokens:
        before = token.left_edge.i - 1
        # "in Kigali, the Zambian minister praised", "From Kenya Zambia received"
        adjacent = token.pos_ == token.head.pos_ == "PROPN" and token.left_edge.i == token.head.i + 1
        if token.dep_ == "appos" and (doc[before].text == "," or token.head.ent_type_ == "DATE" or adjacent):
            yield token
    for token in tokens:
        # "On 17 April Afghan commandos drove", "In the spring of 1977 Somali troops invaded"
        if token.dep_ in ("pobj", "npadvmod") and token.ent_type_ not in ("DATE", "TIME"):
            first = token.left_edge
            if first.ent_type_ == "DATE" or any(child.ent_type_ == "DATE" for child in token.lefts):
                yield token
    for token in tokens:
        # "To Bahrain the Saudis sent"
        if token.dep_ in ("dobj", "nsubj", "dep") and token.head.pos_ in _NOUNS:
            yield token
    if phrase.dep_ == "advcl":
        for token in tokens:
            # "Supported by tanks, Ugandan troops stormed"
            if token.dep_ == "conj" and doc[token.left_edge.i - 1].text == "," and token.head.pos_ in _NOUNS:
                yield token


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in _FINITE or any(
        child.dep_ in ("aux", "auxpass") and child.tag_ in _FINITE for child in verb.children
    )


def embodied(copula: Token) -> Token | None:
    """Return the "did" of "What Uganda did was attack a camp", "All that Tokyo has done is to urge Myanmar"."""
    for child in copula.children:
        if child.dep_ == "csubj" and child.lemma_ == "do":
            return child
        if child.dep_ in SUBJECTS:
            for clause in child.children:
                if clause.dep_ == "relcl" and clause.lemma_ == "do":
                    return clause
    return None

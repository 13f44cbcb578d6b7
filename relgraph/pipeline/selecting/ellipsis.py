"""What a clause leaves out because the one before says it: "as did Peru", "Chile has, too", "and Peru the rebels"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL, Argument
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_AUXILIARIES = frozenset(
    {"did", "does", "do", "has", "have", "had", "is", "are", "was", "were"}
    | {"will", "would", "can", "could", "may", "might", "must", "should", "wo", "ca"}
)
_COMPLEMENTS = frozenset({"dobj", "attr", "acomp", "xcomp", "ccomp", "oprd", "dative", "relcl", "expl", "csubj"})
_BACK = frozenset({"as", "so", "nor", "neither"})
_LINKS = frozenset({"conj", "advcl", "ccomp", "parataxis", "dep"})
_BARRED = frozenset({"relcl", "nsubj", "nsubjpass", "advcl", "parataxis"})
_REPEATING = {"same": ("do",), "likewise": ("do",), "suit": ("follow",), "example": ("follow",), "lead": ("follow",)}
"""Words for what another one did, and the verbs with which they say that somebody does it, too."""
_NEGATING = frozenset({"neg"})
_ENDS = frozenset({".", ",", ";", "!", "?"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_MAX_STEPS = 8
_LONGEST_REST = 8
_CERTAINTY = ("the clause leaves out its verb", 0.85)


class _Clause(NamedTuple):
    """A clause without its verb: who stands in it for the subject and for the object, and the verb that it means."""

    verb: Token
    start: int
    end: int
    subjects: list[Party]
    objects: list[Party]
    turned: bool
    anchor: Token | None = None
    """The word that stands for the verb, where that is in the sentence before."""


def completed(candidates: list[Candidate], denoter: Denoter) -> list[Candidate]:
    """Return the candidates and what clauses without a verb say; nothing that reads their subjects otherwise."""
    clauses = [*_elided(denoter), *_repeated(denoter), *_gapped(denoter)]
    if not clauses:
        return candidates
    kept = [candidate for candidate in candidates if not any(_misread(candidate, clause) for clause in clauses)]
    return [*kept, *(copy for clause in clauses for candidate in kept for copy in _copies(candidate, clause, denoter))]


def _misread(candidate: Candidate, clause: _Clause) -> bool:
    """Tell whether a relation reaches from outside into a clause that has its own, unspoken verb."""
    if clause.start <= candidate.trigger.i < clause.end:
        return False
    return any(clause.start <= party.start < clause.end for party in (candidate.source, candidate.target))


def _copies(candidate: Candidate, clause: _Clause, denoter: Denoter) -> Iterator[Candidate]:
    """Yield what a relation of the spoken verb becomes with the parties of the clause that leaves the verb out."""
    if not _belongs(candidate.trigger, clause.verb) or candidate.type.startswith("affiliated."):
        return
    said_of = _starts(denoter, clause.verb)
    ends = candidate.source.start in said_of, candidate.target.start in said_of
    if ends[0] == ends[1] or (ends[1] and clause.objects and not denoter.syntax.is_passive(clause.verb)):
        return
    spoken = candidate.target if ends[0] else candidate.source
    word, start, end = candidate.trigger, candidate.start, candidate.end
    if clause.anchor is not None:
        word, start, end = clause.anchor, clause.anchor.i, clause.anchor.i + 1
        spoken = replace(spoken, start=start, end=end, via="description", how="of whom it was said before")
    for subject in clause.subjects:
        for other in clause.objects or [spoken]:
            if subject.actor != other.actor:
                source, target = (subject, other) if ends[0] else (other, subject)
                yield replace(
                    candidate,
                    source=source,
                    target=target,
                    trigger=word,
                    start=start,
                    end=end,
                    doubts=[*candidate.doubts, _CERTAINTY],
                    turned=clause.turned,
                )


def _starts(denoter: Denoter, verb: Token) -> set[int]:
    """Return where the parties begin of which a verb is said, who does it or to whom a passive says it is done."""
    syntax = denoter.syntax
    if syntax.is_passive(verb):
        said_of = [Argument(token) for token in syntax.passive_subjects(verb)]
    else:
        said_of = list(syntax.subjects(verb))
    return {party.start for argument in said_of for party in denoter.parties(argument, target=True)}


def _belongs(trigger: Token, verb: Token) -> bool:
    """Tell whether a trigger is part of what the verb says, not of a clause about one of its nouns."""
    token = trigger
    for _ in range(_MAX_STEPS):
        if token.i == verb.i:
            return True
        if token.dep_ in _BARRED or token.head.i == token.i:
            return False
        token = token.head
    return False


def _elided(denoter: Denoter) -> Iterator[_Clause]:
    """Yield the clauses of which only subject and auxiliary are said: "as did Peru", "but Chile does not"."""
    doc = denoter.doc
    for i, lower in enumerate(denoter.lowers):
        if lower in _AUXILIARIES:
            verb = _meant(doc[i])
            clause = _of_auxiliary(denoter, doc[i], verb) if verb is not None else None
            if clause is not None:
                yield clause


def _meant(auxiliary: Token) -> Token | None:
    """Return the verb of the clause before, to which an auxiliary without a verb of its own is joined."""
    if auxiliary.dep_ in _LINKS:
        return auxiliary.head if auxiliary.head.pos_ in VERBAL and auxiliary.head.i < auxiliary.i else None
    if auxiliary.dep_ != "ROOT":
        return None
    if auxiliary.sent[0].lower_ in _BACK and auxiliary.i - auxiliary.sent.start == 1:
        return _main_before(auxiliary)
    before = [child for child in auxiliary.children if child.dep_ == "ccomp" and child.i < auxiliary.i]
    own = [child for child in auxiliary.children if child.dep_ in SUBJECTS]
    apart = before and own and any(token.text in (";", ",") for token in auxiliary.doc[before[-1].i : own[0].i])
    return before[-1] if apart else None


def _of_auxiliary(denoter: Denoter, auxiliary: Token, verb: Token) -> _Clause | None:
    children = [child for child in auxiliary.children if child.i != verb.i]
    marks = {child.lower_ for child in children if child.i < auxiliary.i}
    if any(child.dep_ in _COMPLEMENTS for child in children) or "than" in marks or "if" in marks:
        return None
    own = [child for child in children if child.dep_ in SUBJECTS or child.dep_ in PASSIVE_SUBJECTS]
    subject = own[0] if own else _before(denoter, auxiliary)
    if subject is None or (auxiliary.dep_ == "ccomp" and own):
        return None
    inverted = subject.i > auxiliary.i
    if inverted:
        if not marks & _BACK and denoter.lowers[auxiliary.i - 1] not in _BACK:
            return None
    elif any(child.dep_ == "prep" for child in children) or (not own and _is_before_noun(auxiliary)):
        return None
    parties = denoter.parties(Argument(subject))
    turned = not inverted and _is_negated(auxiliary) != _is_negated(verb)
    start = min(subject.left_edge.i, auxiliary.i)
    end = max(subject.right_edge.i, auxiliary.i) + 1
    anchor = auxiliary if verb.sent.start != auxiliary.sent.start else None
    return _Clause(verb, start, end, parties, [], turned, anchor) if parties else None


def _is_before_noun(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor(1).pos_ in ("NOUN", "PROPN")


def _main_before(token: Token) -> Token | None:
    """Return the main verb of the sentence before."""
    start = token.sent.start
    verb = token.doc[start - 1].sent.root if start > 0 else None
    return verb if verb is not None and verb.pos_ in VERBAL else None


def _repeated(denoter: Denoter) -> Iterator[_Clause]:
    """Yield the clauses that say that somebody does what another one did: "Peru *did the same*", "*followed suit*"."""
    if denoter.vocabulary.isdisjoint(_REPEATING):
        return
    for i, lower in enumerate(denoter.lowers):
        if lower not in _REPEATING:
            continue
        token = denoter.doc[i]
        verb = token.head
        same = token.dep_ in ("dobj", "advmod", "amod", "attr") and verb.lemma_ in _REPEATING[lower]
        if not same or verb.pos_ not in VERBAL:
            continue
        meant = verb.head if verb.dep_ in ("conj", "advcl") and verb.head.pos_ in VERBAL else _main_before(verb)
        if verb.dep_ == "ccomp" and verb.head.pos_ in VERBAL and not verb.head.i < verb.i:
            meant = None
        parties = [party for subject in denoter.syntax.subjects(verb) for party in denoter.parties(subject)]
        if meant is None or not parties or any(child.dep_ == "neg" for child in verb.children):
            continue
        anchor = verb if meant.sent.start != verb.sent.start else None
        yield _Clause(meant, verb.left_edge.i if anchor else verb.i, i + 1, parties, [], turned=False, anchor=anchor)


def _before(denoter: Denoter, auxiliary: Token) -> Token | None:
    """Return the noun right before an auxiliary that the parser hung on the clause before."""
    doc = denoter.doc
    for i in range(auxiliary.i - 1, max(auxiliary.i - 4, auxiliary.sent.start), -1):
        if i in denoter.mention_at and doc[i].dep_ in ("conj", "appos"):
            return doc[i]
        if denoter.lowers[i] not in ("no", "longer", "also", "never"):
            return None
    return None


def _is_negated(verb: Token) -> bool:
    return any(
        child.dep_ in _NEGATING or child.lower_ in ("never", "longer") for child in verb.children if child.i != verb.i
    )


def _gapped(denoter: Denoter) -> Iterator[_Clause]:
    """Yield the clauses of two phrases that leave out the verb between them: "and Peru *the rebels*", "Chile *two*"."""
    lowers = denoter.lowers
    for i, party in denoter.mention_at.items():
        if i != party.start or i < 4 or party.end >= len(lowers) or party.via == "demonym":
            continue
        joint = i - 1 if lowers[i - 1] != "the" else i - 2
        if lowers[joint] in (",", ";", "and", "while"):
            clause = _of_remnants(denoter, party, joint)
            if clause is not None:
                yield clause


def _of_remnants(denoter: Denoter, party: Party, joint: int) -> _Clause | None:
    doc = denoter.doc
    second = doc[party.end]
    if second.pos_ == "ADP":
        return _of_phrase(denoter, party, second, joint)
    named = denoter.mention_at.get(second.i)
    counts = second.pos_ == "NUM" and denoter.lowers[second.i + 1 : second.i + 2] in ([], ["."], [","], [";"])
    counts = counts or _is_bare_thing(second, denoter)
    if not (second.lower_ == "the" or counts or (named is not None and named.via in ("name", "alias", "metonym"))):
        return None
    end = second.i
    while end < second.sent.end and denoter.texts[end] not in _ENDS:
        if doc[end].pos_ in VERBAL or end - second.i > _LONGEST_REST:
            return None
        end += 1
    verb = _spoken(doc[joint], denoter)
    if verb is None:
        return None
    if counts:
        return _Clause(verb, party.start, end, [party], [], turned=False)
    heads = [token for token in doc[second.i : end] if token.pos_ in _NOUNS and token.head.i < second.i] or [
        doc[end - 1]
    ]
    if named is not None:
        heads = [doc[named.end - 1]]
    objects = denoter.parties(Argument(heads[0]), target=True)
    objects = [found for found in objects if found.start >= second.i and found.actor != party.actor]
    return _Clause(verb, party.start, end, [party], objects, turned=False) if objects else None


def _of_phrase(denoter: Denoter, party: Party, preposition: Token, joint: int) -> _Clause | None:
    """Return the clause of a name and a phrase like the verb's: "imposed a tax on Peru, and *Peru on it*"."""
    doc, lowers = denoter.doc, denoter.lowers
    first = preposition.i + 1 + (lowers[preposition.i + 1 : preposition.i + 2] == ["the"])
    named = denoter.mention_at.get(first)
    before = doc[party.end - 1].head
    joined = doc[party.end - 1].dep_ == "conj" and before.i in denoter.mention_at
    if joined and lowers[before.i + 1] == preposition.lower_:
        return None  # "met Karzai in Kabul and *Zardari in Lahore*"
    if named is None or named.actor == party.actor or lowers[named.end : named.end + 1] not in ([], ["."], [";"]):
        return None
    verb = _acting_before(doc[joint], passive=preposition.lower_ == "by")
    if verb is None or preposition.lower_ not in lowers[verb.i : joint]:
        return None
    return _Clause(verb, party.start, named.end, [party], [named], turned=False)


def _acting_before(joint: Token, *, passive: bool = False) -> Token | None:
    """Return the nearest verb before a place that has its own subject; that of a passive if it is asked for."""
    wanted = PASSIVE_SUBJECTS if passive else SUBJECTS
    for i in range(joint.i - 1, joint.sent.start, -1):
        token = joint.doc[i]
        if token.pos_ == "VERB":
            has_subject = any(child.dep_ in wanted and child.i < i for child in token.children)
            return token if has_subject and token.dep_ != "relcl" else None
    return None


def _is_bare_thing(noun: Token, denoter: Denoter) -> bool:
    """Tell whether a plural alone ends a sentence after a name: "Chad sent tanks to Mali, and Peru *jets*"."""
    after = denoter.lowers[noun.i + 1 : noun.i + 2]
    return (
        noun.tag_ == "NNS"
        and after in ([], ["."])
        and noun.dep_ == "conj"
        and (noun.head.dep_ == "dobj" or noun.head.pos_ in VERBAL)
        and not denoter.is_whole(noun)
        and noun.doc[noun.i - 1].head.i == noun.i
    )


def _spoken(joint: Token, denoter: Denoter) -> Token | None:
    """Return the nearest verb before a place that has its own subject and object."""
    verb = _acting_before(joint)
    return verb if verb is not None and denoter.syntax.objects(verb) else None

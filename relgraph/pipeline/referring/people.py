"""Whom "he" and "the veteran politician" mean, and "they" after a group or firm that acts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.model import Kind
from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.denoting.possessives import beside, predicated
from relgraph.pipeline.naming.gender import of_pronoun
from relgraph.pipeline.parties import Party
from relgraph.pipeline.referring.admissible import one_of_several, others_named
from relgraph.pipeline.referring.agreement import is_human
from relgraph.pipeline.referring.antecedents import COLLECTIVES, Antecedent, History
from relgraph.pipeline.referring.binding import doers_of_noun
from relgraph.pipeline.referring.governors import above
from relgraph.pipeline.referring.ranking import find_antecedent
from relgraph.pipeline.referring.tellers import beside_the_told, speakers_first

_DESCRIBING = frozenset(
    {"old", "veteran", "former", "outspoken", "longtime", "charismatic", "embattled", "controversial"}
)
_WILL = frozenset({"will", "would", "'ll", "’ll"})
_SIDES = frozenset({"country", "historic_state", "igo", "bloc", "armed_group", "organization"})

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.nlp.spans import Span


def person(history: History, token: Token, sentence: Span, others: Collection[str] = ()) -> list[Party]:
    """Return whom "he" or "she" means: the subject here or of the sentence before, else the person written about.

    Somebody named only as an owner ("Smith's assistant") is meant if there is nobody else; none of the `others` is.
    """
    if _is_spokesman(history.denoter, token):
        return []
    barred = _barred(history, token, others)
    near = beside_the_told(history, token, _agreeing(history, token, sentence, barred))
    together = one_of_several(history, token)
    near = [a for a in near if a.token.i not in together] or near
    if token.tag_ == "PRP" and token.dep_ in ("dobj", "dative") and _nobody_named(history, token):
        return []
    here = [a for a in near if a.token.i >= sentence.start]
    if token.tag_ == "PRP$" and (owner := _owning_clause(history, token, here)):
        return owner
    acting = [a for a in here if a.subject and not a.modifies]
    subject = token.dep_ in SUBJECTS | PASSIVE_SUBJECTS
    over = [a for i in above(history.denoter, token) for a in acting if a.token.i == i] if subject else []
    if over or acting:
        return (over[0] if over else acting[-1]).parties
    return _told_of_before(history, token, sentence, near, barred)


def _barred(history: History, token: Token, others: Collection[str]) -> set[str]:
    """Return the ids of those whom a personal pronoun cannot mean where it stands."""
    denoter = history.denoter
    barred = others_named(denoter, token) | {*others}
    doers = doers_of_noun(denoter, token)  # "resented *Begin's* criticism of him"
    barred |= {party.actor for party in doers}
    own = history.clause_subject(token) if token.tag_ == "PRP" and not doers else None
    for equal in (own, predicated(token)):
        if equal is not None:
            barred |= {party.actor for party in denoter.denote(equal)}
    return barred | (_leading(history, own) if own is not None else set())


def _agreeing(history: History, token: Token, sentence: Span, barred: set[str]) -> list[Antecedent]:
    """Return the persons of this sentence and the six before whom a pronoun may mean, but those barred."""
    near = [
        a
        for a in history.back(sentence, 6)
        if a.token.i < token.i
        and history.agrees(a, plural=False, persons=True)
        and a.parties[0].actor not in barred
        and history.genders.admits(a.parties[0], token)
    ]
    # who is only called "the minister" is a man more often than not
    return (_sure(history, token, near) or near) if of_pronoun(token) == "female" else near


def _sure(history: History, token: Token, near: list[Antecedent]) -> list[Antecedent]:
    return [a for a in near if history.genders.assures(a.parties[0], token)]


def _owning_clause(history: History, token: Token, here: list[Antecedent]) -> list[Party]:
    """Return the subject of a possessive's own clause, whose it is."""
    clause = history.clause_subject(token)
    if clause is None:
        return []
    meant = history.denoter.denote(clause)
    matching = [a for a in here if a.subject and (a.token.i == clause.i or a.parties == meant)]
    return matching[-1].parties if matching else []


def _told_of_before(
    history: History, token: Token, sentence: Span, near: list[Antecedent], barred: set[str]
) -> list[Party]:
    """Return whom a pronoun means if nobody acts before it in its sentence: one of the sentence before, the topic."""
    start = history.denoter.doc[sentence.start - 1].sent.start if sentence.start > 0 else 0
    if _stranger(history.denoter, start, token.i):
        return []
    here = [a for a in near if a.token.i >= sentence.start]
    here = [a for a in here if not (a.modifies or any(_is_said_of(b.token, a.token) for b in here))]
    before = [a for a in near if start <= a.token.i < sentence.start and not a.modifies]
    acting = [a for a in before if a.subject]
    acting = [a for a in acting if not _is_beside(a.token)] or acting
    acting = speakers_first(history, token, acting)
    topic = history.topic
    known = topic is not None and history.is_person(topic.party) and topic.party.actor not in barred
    if topic is not None and known and history.genders.admits(topic.party, token):
        return next(([*a.parties] for a in reversed(acting)), [topic.party])
    for group in (here, acting, before):
        if group:
            return group[-1].parties
    if holder := _holder_before(history.denoter, start, sentence):
        return holder
    about = [a for a in near if a.subject and not a.modifies]
    sure = _sure(history, token, near)
    if not about and len({a.parties[0].actor for a in sure}) == 1:
        about = sure
    if about:
        return about[-1].parties
    owning = [a for a in near if a.modifies and a.token.i >= start]
    return owning[-1].parties if len({a.parties[0].actor for a in owning}) == 1 else []


def _is_said_of(person: Token, name: Token) -> bool:
    """Tell whether somebody is only named to say who another one is: "Omar, a critic of *Putin*"."""
    for token in name.ancestors:
        if token.i == person.i:
            return True
        if token.pos_ in VERBAL:
            return False
    return False


def land(history: History, pronoun: Token, sentence: Span) -> list[Party]:
    """Return the country that an old-fashioned "she" means where no woman is told of: "*Britain* and her allies"."""
    denoter = history.denoter
    if of_pronoun(pronoun) != "female":
        return []
    start = denoter.doc[sentence.start - 1].sent.start if sentence.start > 0 else 0
    if _stranger(denoter, start, pronoun.i) or any(_may_be_woman(history, i) for i in range(start, pronoun.i)):
        return []
    found = beside(history, pronoun, plural=False)
    found = find_antecedent(history, pronoun, sentence, plural=False, persons=False) if found is None else found
    return [
        party
        for party in found
        if party.start >= sentence.start and party.via in ("name", "alias") and denoter.cast[party.actor].kind in STATES
    ]


def _may_be_woman(history: History, i: int) -> bool:
    denoter, token = history.denoter, history.denoter.doc[i]
    named = denoter.mention_at.get(i)
    if named is not None and history.is_person(named):
        return True
    words = denoter.words
    people = words.either("nouns.private_calling", "nouns.people", "nouns.role_plural", "gender.female_word")
    return is_human(denoter, token) or (token.tag_ == "NN" and token.base in people)


def _leading(history: History, subject: Token) -> set[str]:
    """Return who leads those who act, and so is not whom they act on: "soldiers led by *Omar* killed him"."""
    denoter = history.denoter
    return {
        party.actor
        for clause in subject.children
        if clause.dep_ in ("acl", "relcl") and clause.lemma_ in denoter.words["verbs.commanding"]
        for agent in denoter.syntax.agents(clause)
        for party in denoter.denote(agent)
    }


def _is_beside(subject: Token) -> bool:
    """Tell whether somebody acts only beside another one: "went to Libya, whose leader *Gaddafi* helped him"."""
    clause = next((token for token in (subject.head, subject.head.head) if token.dep_ == "relcl"), None)
    return clause is not None and any(token.tag_ == "WP$" for token in subject.doc[clause.left_edge.i : subject.i])


def _nobody_named(history: History, pronoun: Token) -> bool:
    """Tell whether "him" may be somebody without a name whom the clause before or above acts on.

    "showed *the boy* porn and kissed him", "telephoned *his counterpart* to warn him".
    """
    verb, words = pronoun.head, history.denoter.words
    if verb.dep_ == "conj":
        people = words[f"gender.{of_pronoun(pronoun)}_word"]
    elif verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VB":
        people = words.either("nouns.person_word", "nouns.relational")
    else:
        return False
    denoter, above_it = history.denoter, verb.head
    own = {party.actor for arg in denoter.syntax.subjects(above_it) for party in denoter.denote(arg.token)}
    return any(
        noun.dep_ in ("dobj", "dative")
        and noun.tag_ == "NN"
        and noun.lower_ in people
        and own.issuperset(party.actor for party in denoter.denote(noun))  # "his counterpart" is of another land
        for noun in above_it.children
    )


def described(history: History, noun: Token, sentence: Span) -> list[Party]:
    """Return whom "the veteran politician" and "the 45-year-old leader" mean: the only person spoken of just before."""
    words = history.denoter.words
    if noun.tag_ != "NN" or noun.base not in words["nouns.calling"]:
        return []
    descriptive = False
    for child in noun.children:
        if child.i in history.denoter.mention_at or child.dep_ in ("poss", "prep", "relcl", "acl", "appos", "nmod"):
            return []
        if child.dep_ == "det" and child.lower_ != "the":
            return []
        describing = child.lower_ in _DESCRIBING or child.lower_ in words["nouns.creeds"]
        descriptive = descriptive or (child.dep_ in ("amod", "compound") and describing)
    if not descriptive or not any(child.lower_ == "the" for child in noun.children):
        return []
    barred = history.barred(noun)
    near = [a for a in history.back(sentence, 1) if a.token.i < noun.i and _is_person(history, a)]
    actors = {a.parties[0].actor for a in near}
    acting = {a.parties[0].actor: a for a in near if a.subject and not a.modifies}
    found = near[-1].parties if len(actors) == 1 and acting else []
    if len(acting) == 1 and not found:
        found = next(iter(acting.values())).parties
    return [party for party in found if history.denoter.cast.root(party.actor) not in barred]


def _is_person(history: History, antecedent: Antecedent) -> bool:
    return any(history.denoter.cast[party.actor].kind == "person" for party in antecedent.parties)


def _is_spokesman(denoter: Denoter, pronoun: Token) -> bool:
    """Tell whether somebody unnamed says what he himself does: "A spokesman said that *he* knew nothing"."""
    clause = pronoun.head
    if (
        pronoun.dep_ not in SUBJECTS
        or clause.dep_ != "ccomp"
        or clause.head.lemma_ not in denoter.words["verbs.speaking"]
    ):
        return False
    speaker = next((child for child in clause.head.children if child.dep_ in SUBJECTS), None)
    if speaker is None or speaker.tag_ != "NN" or speaker.i > pronoun.i or denoter.denote(speaker):
        return False
    lemma = speaker.base
    return lemma in denoter.words.either("nouns.person_word", "nouns.group", "nouns.source", "nouns.calling")


def collective(history: History, pronoun: Token, sentence: Span) -> list[Party]:
    """Return the group, company or team that acts in this sentence or the one before: "The gang … They robbed"."""
    start = history.denoter.doc[sentence.start - 1].sent.start if sentence.start > 0 else 0
    acting = [a for a in history.said if a.token.i >= start and a.subject and not a.modifies]
    others = any(
        token.tag_ in ("NNS", "NNPS") and token.dep_ in SUBJECTS | PASSIVE_SUBJECTS
        for token in history.denoter.doc[start : pronoun.i]
    )
    actors = {a.parties[0].actor for a in acting}
    group = acting and all(
        len(a.parties) == 1 and history.denoter.cast[a.parties[0].actor].kind in COLLECTIVES for a in acting
    )
    return acting[-1].parties if group and len(actors) == 1 and not others else []


def _stranger(denoter: Denoter, start: int, end: int) -> bool:
    """Tell whether a name that is not known to be anybody's acts there: it may be the one who is meant."""
    return any(
        token.tag_ == "NNP"
        and token.dep_ in SUBJECTS | PASSIVE_SUBJECTS
        and token.i not in denoter.mention_at
        and not denoter.denote(token)
        for token in denoter.doc[start:end]
    )


def _holder_before(denoter: Denoter, start: int, sentence: Span) -> list[Party]:
    """Return whose office he holds who acts without a name in the sentence before: "Chad's *president* left. He"."""
    for noun in denoter.doc[start : sentence.start]:
        holds = noun.tag_ == "NN" and noun.base in denoter.words["nouns.person_word"]
        if holds and noun.dep_ in SUBJECTS | PASSIVE_SUBJECTS and noun.i not in denoter.mention_at:
            found = denoter.denote(noun)
            if len(found) == 1 and denoter.cast[found[0].actor].kind in STATES:
                return found
    return []


def speaking_body(denoter: Denoter, pronoun: Token) -> list[Party]:
    """Return the group or firm that says what it will do itself: "Hezbollah told Syria that *they* would leave"."""
    clause = pronoun.head
    if pronoun.dep_ not in SUBJECTS or clause.dep_ != "ccomp" or clause.head.i == clause.i:
        return []
    if not any(child.dep_ == "aux" and child.lower_ in ("will", "would", "'ll") for child in clause.children):
        return []  # "Hamas said they were killed": others
    for child in clause.head.children:
        if child.dep_ in SUBJECTS and child.i < pronoun.i:
            found = denoter.denote(child)
            if len(found) == 1 and denoter.cast[found[0].actor].kind in COLLECTIVES and child.i in denoter.mention_at:
                return found
    return []


def speaking_side(denoter: Denoter, pronoun: Token) -> list[Party]:
    """Return for whom somebody speaks who says what "they" or "it" thinks or will do: "The *Chadian* envoy said it"."""
    clause = pronoun.head
    saying = clause.head
    if pronoun.dep_ not in SUBJECTS or clause.dep_ != "ccomp" or saying.lemma_ not in denoter.words["verbs.speaking"]:
        return []
    will = any(child.dep_ == "aux" and child.lower_ in _WILL for child in clause.children)
    if not will and (clause.tag_ not in ("VBP", "VBZ") or clause.lemma_ not in denoter.words["verbs.stance"]):
        return []
    speaker = next((child for child in saying.children if child.dep_ in SUBJECTS and child.i < pronoun.i), None)
    found = denoter.denote(speaker) if speaker is not None and speaker.tag_ in ("NN", "NNP") else []
    if len(found) != 1:
        return []
    side = denoter.cast.root(found[0].actor)
    return [replace(found[0], actor=side)] if denoter.cast[side].kind in _SIDES else []


def forces(denoter: Denoter, pronoun: Token, sentence: Span) -> list[Party]:
    """Return whose troops "they" are that somebody sends or has: "*Peru* sent troops to Chad, and they fought"."""
    if pronoun.dep_ not in SUBJECTS | {"poss"}:
        return []
    start = denoter.doc[sentence.start - 1].sent.start if sentence.start > 0 else 0
    kinds = denoter.words["nouns.moved"]
    for i in range(pronoun.i - 1, start - 1, -1):
        noun = denoter.doc[i]
        if noun.tag_ not in ("NNS", "NNPS") and noun.base != "army":
            continue
        if noun.base in kinds and noun.dep_ == "dobj":
            return denoter.denote(noun) or denoter.borrowed(noun)
        if noun.dep_ in SUBJECTS | PASSIVE_SUBJECTS | {"dobj"}:
            return []
    return []


def acted_on(history: History, pronoun: Token, sentence: Span) -> list[Party]:
    """Return the one group to which a state did something just before: "France armed *Hezbollah*. They attacked"."""
    start = history.denoter.doc[sentence.start - 1].sent.start if sentence.start > 0 else 0
    near = [a for a in history.said if start <= a.token.i < pronoun.i]
    groups = [
        a
        for a in near
        if a.token.dep_ == "dobj"
        and a.token.tag_ != "PRP"
        and _kinds(history, a) <= COLLECTIVES
        and len(a.parties) == 1
    ]
    others = [a for a in near if a.plural or (_kinds(history, a) & COLLECTIVES and a not in groups)]
    actors = {a.parties[0].actor for a in groups}
    return groups[-1].parties if len(actors) == 1 and all(a.parties[0].actor in actors for a in others) else []


def _kinds(history: History, antecedent: Antecedent) -> set[Kind]:
    return {history.denoter.cast[party.actor].kind for party in antecedent.parties}

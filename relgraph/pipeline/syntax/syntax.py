"""Who stands where around a verb: its logical subject, objects and prepositional phrases in a dependency parse.

Passives, coordination of verbs and relative clauses are undone here, once for all frames; control and raising,
participial and infinitival clauses in `relgraph.pipeline.syntax.control`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import OBJECTS, PASSIVE_SUBJECTS, SUBJECTS, VERBAL, Argument, argument_of
from relgraph.pipeline.syntax.agents import agents, causer, has_agent, is_short_passive, kept_so, visitor
from relgraph.pipeline.syntax.apposition import agreeing, answered, led_by, named_as, not_denied, whose_deed
from relgraph.pipeline.syntax.bearers import bearers
from relgraph.pipeline.syntax.clauses import clause_subjects, meant_by_reflexive, statement_subjects
from relgraph.pipeline.syntax.control import inherited_subjects, is_lost_participle
from relgraph.pipeline.syntax.errands import sent_to_do
from relgraph.pipeline.syntax.identified import identified
from relgraph.pipeline.syntax.nextclause import joined_to_object
from relgraph.pipeline.syntax.objects import (
    answered_thing,
    behind_particle,
    easily_done,
    granted,
    held_back,
    imposed,
    is_infinitive,
    is_small_clause,
    lacks_relative_pronoun,
    shared,
    taken_for_subject,
)
from relgraph.pipeline.syntax.prepositions import Prepositions, also_given
from relgraph.pipeline.syntax.subjects import (
    called_by_next,
    embodied,
    hidden_subjects,
    inverted_patients,
    is_cleft,
    is_main_verb,
    is_split,
    singled_out,
)
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_MAX_DEPTH = 6


class Syntax:
    """Answers where the arguments of a word stand, for one parsed text; answers are remembered."""

    def __init__(self, doc: Doc, words: Words) -> None:
        self._doc = doc
        self.words = words
        self._passive: dict[int, bool] = {}
        self._subjects: dict[int, tuple[Argument, ...]] = {}
        self._running: set[int] = set()
        self._prepositions = Prepositions(words)
        self._implied: set[int] = set()
        self._persons: frozenset[int] = frozenset()

    def name_persons(self, tokens: Iterable[int]) -> None:
        """Note which tokens are words of persons' names: none of these is "which"."""
        self._persons = frozenset(tokens)
        self._subjects.clear()

    def imply(self, token: Token) -> None:
        """Note that a verb or adjective lacks its subject and stands for it itself ("Condemns the attack")."""
        self._implied.add(token.i)
        self._subjects.clear()

    def is_implied(self, token: Token) -> bool:
        """Tell whether a word stands for the subject that it lacks."""
        return token.i in self._implied

    # Verbs

    def is_passive(self, verb: Token) -> bool:
        """Tell whether the verb is in the passive, also as a bare participle ("the city bombed by Israel")."""
        known = self._passive.get(verb.i)
        if known is None:
            known = self._passive[verb.i] = self._find_voice(verb)
        return known

    def _find_voice(self, verb: Token) -> bool:
        if has_agent(verb) or causer(verb) is not None:
            return True
        if is_main_verb(verb):
            return False
        if verb.tag_ != "VBN":
            # "the town Chad *shelled*": the tagger's past tense may be the parser's participle
            bare = verb.tag_ == "VBD" and verb.dep_ in ("acl", "amod")
            return (bare and not any(child.dep_ in OBJECTS or child.dep_ == "mark" for child in verb.children)) or any(
                child.dep_ in ("auxpass", "nsubjpass") for child in verb.children
            )
        if is_short_passive(verb):
            return True
        has_have = False
        for child in verb.children:
            if child.dep_ in ("auxpass", "nsubjpass", "agent"):
                return True
            if child.dep_ in SUBJECTS or (child.dep_ == "aux" and child.lemma_ in ("have", "'ve", "’ve")):
                has_have = True
        if has_have:
            return False
        if verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
            if any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children):
                return False
            return self.is_passive(verb.head)
        return verb.dep_ in ("acl", "amod", "advcl", "relcl", "pcomp", "xcomp", "ROOT", "ccomp", "dep") and not any(
            child.dep_ == "dobj" for child in verb.children
        )

    def agents(self, verb: Token) -> list[Token]:
        """Return who does what a passive says, as `relgraph.pipeline.syntax.agents` finds it."""
        return agents(self, verb)

    def subjects(self, verb: Token) -> tuple[Argument, ...]:
        """Return the logical subjects of a verb: who does it. An agentless passive has none."""
        if verb.i not in self._subjects:
            if verb.i in self._running or len(self._running) > _MAX_DEPTH:
                return ()
            self._running.add(verb.i)
            try:
                self._subjects[verb.i] = tuple(self._find_subjects(verb))
            finally:
                self._running.discard(verb.i)
        return self._subjects[verb.i]

    def _find_subjects(self, verb: Token) -> list[Argument]:
        if self.is_implied(verb):
            return [Argument(verb)]
        if self.is_passive(verb):
            cause = causer(verb)
            if cause is not None:
                return [arg._replace(inherited=arg.inherited + 1) for arg in self.subjects(cause)]
            return [argument_of(verb, token) for token in self.agents(verb)]
        own = self.own_subjects(verb)
        senders = sent_to_do(self, own[0]) if len(own) == 1 and verb.dep_ == "relcl" and own[0].i < verb.i else []
        if senders:
            return [arg._replace(inherited=arg.inherited + 1) for arg in senders]
        doing = embodied(verb) if not own and verb.lemma_ != "be" else None
        if doing is not None:
            return [arg._replace(inherited=arg.inherited + 1) for arg in self.subjects(doing)]
        if own or visitor(verb) or any(child.dep_ == "expl" for child in verb.children):
            # "imposed tariffs *that* hit Chile": what the pronoun stands for is the doing of whoever governs it
            return [
                argument_of(verb, token, lends=token.head.i != verb.i and self._is_made_thing(token)) for token in own
            ]
        return [arg._replace(inherited=arg.inherited + 1) for arg in inherited_subjects(self, verb)]

    def _is_made_thing(self, noun: Token) -> bool:
        """Tell whether a noun may say what its verb's subject says: "filed a *lawsuit* that", not "met a *man* who"."""
        people = ("nouns.group", "nouns.role", "nouns.people", "nouns.crowds", "nouns.sanctioned")
        answer = noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.base in self.words["nouns.ideas"]
        blow = noun.dep_ == "pobj" and noun.base in self.words["means.fights"]  # "blamed Peru for a *raid* that killed"
        return (noun.dep_ == "dobj" or answer or blow) and noun.base not in self.words.either(*people)

    def own_subjects(self, verb: Token) -> list[Token]:
        """Return the subject tokens in the verb's own clause, relative pronouns replaced by what they stand for."""
        found = []
        for child in verb.children:
            if (
                child.dep_ in SUBJECTS
                and child.tag_ != "EX"
                and not _names_a_place(child)
                and not is_split(child, verb)
                and not (child.dep_ == "csubj" and child.lemma_ == "do")
                and not called_by_next(child)
            ):
                found.append(self.antecedent(child, verb))
        return found or hidden_subjects(verb)

    def antecedent(self, token: Token, verb: Token) -> Token:
        """Return the noun that a relative pronoun stands for, or the token itself."""
        if token.tag_ in ("WDT", "WP", "WP$") or (
            token.lower_ == "that" and token.dep_ in SUBJECTS | OBJECTS | PASSIVE_SUBJECTS
        ):
            clause = verb
            for _ in range(_MAX_DEPTH):
                if clause.dep_ == "relcl":
                    noun = agreeing(not_denied(clause.head), token, clause)
                    if token.lower_ == "which" and noun.i in self._persons:
                        noun = led_by(noun)
                    noun = whose_deed(noun, token, verb, self.words)
                    noun = named_as(answered(noun, token, verb, self.words), self.words)
                    # "one of the speakers, who included": after a comma all of them are meant
                    return noun if noun.dep_ == "pobj" and noun.nbor(1).text == "," else identified(noun)
                if clause.dep_ == "ccomp" and is_cleft(clause.head):
                    return next(iter(singled_out(clause.head)), token)
                if clause.dep_ == "csubj" and clause.head.lemma_ == "be" and token.tag_ == "WP":
                    # "Who attacked Chad was Libya"
                    return next((child for child in clause.head.children if child.dep_ == "attr"), token)
                if clause.dep_ not in ("conj", "xcomp", "ccomp") or clause.head.i == clause.i:
                    break
                clause = clause.head
        return meant_by_reflexive(self, token, verb)

    def is_infinitive(self, verb: Token) -> bool:
        """Tell whether the verb stands with "to"."""
        return is_infinitive(verb)

    def passive_subjects(self, verb: Token) -> list[Token]:
        """Return what a passive is said of: the logical object."""
        found = [self.antecedent(child, verb) for child in verb.children if child.dep_ in PASSIVE_SUBJECTS]
        found = found or inverted_patients(verb) or (joined_to_object(verb) if self.is_passive(verb) else [])
        if found or not self.is_passive(verb):
            return found
        if has_agent(verb) or causer(verb) is not None or is_short_passive(verb):
            # "Moldova urged by Ghana to leave", "had three officers shot"
            found = [self.antecedent(child, verb) for child in verb.children if child.dep_ in SUBJECTS]
            if found:
                return found
        if (kept := kept_so(verb)) is not None:
            return [kept]
        if verb.dep_ in ("acl", "amod", "relcl"):
            return [verb.head if verb.dep_ == "amod" else named_as(identified(verb.head), self.words)]
        if verb.dep_ == "conj" and verb.head.dep_ in ("acl", "amod") and verb.head.tag_ in ("VBN", "JJ"):
            # "armed and funded by Iran", whatever the first of them is to the parser
            return [verb.head.head if verb.head.dep_ == "amod" else named_as(verb.head.head, self.words)]
        if verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
            return self.passive_subjects(verb.head) or [arg.token for arg in self.subjects(verb.head) if not arg.owner]
        governor = verb.head
        if verb.dep_ == "pcomp" and governor.pos_ in ("ADP", "SCONJ"):
            governor = governor.head  # "despite being captured by Chile, he was freed"
        if verb.dep_ in ("xcomp", "advcl", "ccomp", "pcomp") and governor.pos_ in VERBAL:
            if self.is_passive(governor):
                return self.passive_subjects(governor)
            return [arg.token for arg in self.subjects(governor) if not arg.owner]
        return []

    def objects(self, verb: Token) -> list[Token]:
        """Return the logical direct objects of a verb."""
        if self.is_passive(verb):
            # "was awarded a grant": the object is kept, the subject is the recipient.
            return [child for child in verb.children if child.dep_ in OBJECTS] or self.passive_subjects(verb)
        found = answered_thing(verb, self.words) if verb.dep_ in ("acl", "relcl") else []
        found = found or [self.antecedent(child, verb) for child in verb.children if child.dep_ in OBJECTS]
        found = found or [person for child in verb.children if (person := visitor(child)) is not None]
        # "met then prime minister *Sharif*"
        found = found or [c for c in verb.children if c.dep_ == "npadvmod" and c.ent_type_ == "PERSON" and c.i > verb.i]
        found = found or behind_particle(verb)
        if found:
            return found
        # "urged Iran to stop", "opposed the demand to stop": the parser makes the object the subject of the infinitive.
        controls = verb.lemma_ in self.words["verbs.object_control"]
        recipients = granted(verb, self.words)
        if recipients:
            return recipients
        for child in verb.children:
            wished = child.dep_ in ("ccomp", "xcomp") and is_small_clause(child)
            if wished and (controls or self.is_infinitive(child)):
                return [token for token in child.children if token.dep_ in SUBJECTS or token.dep_ in PASSIVE_SUBJECTS]
        if lacks_relative_pronoun(verb) or imposed(verb, self.words):
            return [identified(verb.head)]
        if is_lost_participle(verb):
            return [verb.head]
        if (judged := easily_done(verb, self.words)) is not None:
            return [judged]
        if (taken := taken_for_subject(verb)) is not None:
            return [taken]
        return shared(verb) or held_back(verb)

    def is_partitive(self, noun: Token) -> bool:
        """Tell whether a noun only counts or measures what its of-phrase names: "hundreds of migrants"."""
        return noun.pos_ == "NUM" or noun.base in self.words["nouns.partitive"]

    def indirect(self, verb: Token) -> list[Token]:
        """Return the recipients: "gave Iran arms", "gave arms to Iran", "Iran was given arms"."""
        found: list[Token] = []
        for child in verb.children:
            if child.dep_ == "dative":
                if child.pos_ in ("ADP", "PART", "SCONJ"):
                    found.extend(token for token in child.children if token.dep_ == "pobj")
                    found.extend(also_given(verb, child))
                else:
                    found.append(child)
        if not found and self.is_passive(verb) and any(child.dep_ in OBJECTS for child in verb.children):
            found = self.passive_subjects(verb)
        return found or self.prepositional(verb, "to")

    def prepositional(self, word: Token, preposition: str) -> list[Token]:
        """Return the objects of a preposition that belongs to a word, as `Prepositions.objects` finds them."""
        return self._prepositions.objects(word, preposition)

    def clause_subjects(self, word: Token) -> list[Token]:
        """Return the subjects of a word's clause, as `relgraph.pipeline.syntax.clauses` finds them."""
        return clause_subjects(self, word)

    def statement_subjects(self, verb: Token) -> list[Token]:
        """Return who does what a verb's complement clause says was done, as `clauses.statement_subjects` finds it."""
        return statement_subjects(self, verb)

    def bearers(self, adjective: Token) -> list[Argument]:
        """Return what an adjective is said of, as `relgraph.pipeline.syntax.bearers` finds it."""
        return [Argument(adjective)] if self.is_implied(adjective) else bearers(self, adjective)


def _names_a_place(subject: Token) -> bool:
    """Tell whether a phrase of place was taken for a subject: "Near Homs, two raids destroyed"."""
    first = subject.left_edge
    return first.i < subject.i and first.tag_ == "NNP" and first.text in ("Near", "Outside", "Around")

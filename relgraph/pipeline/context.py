"""How a relation is said: polarity, modality and attribution, read on the way from the trigger up to the root.

Negation ends at its clause: what is above a speech verb or a full clause with a subject of its own negates nothing below,
unless the verb itself denies, refuses or doubts.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from relgraph.model import Modality, Polarity
from relgraph.pipeline.denotation import Denoter
from relgraph.pipeline.syntax import VERBAL, Syntax
from relgraph.pipeline.words import Words

_RANK: dict[Modality, int] = {"actual": 0, "intended": 1, "possible": 2, "conditional": 3}
_CLAUSAL = frozenset({"ccomp", "advcl", "relcl", "parataxis", "conj", "ROOT"})


@dataclass(slots=True)
class Speaker:
    """Who says so: the tokens that name the speaker and, if it is one, the actor."""

    start: int
    end: int
    actor: str | None = None


@dataclass(slots=True)
class Context:
    """How something is said, with the reasons for every reading that is not the plain one."""

    negated: bool = False
    modality: Modality = "actual"
    speaker: Speaker | None = None
    reasons: list[str] = field(default_factory=list)

    @property
    def polarity(self) -> Polarity:
        """The polarity as the model writes it."""
        return "negated" if self.negated else "affirmed"

    def flip(self, why: Token) -> None:
        """Turn the polarity round because of a word."""
        self.negated = not self.negated
        self.reasons.append(f"{why.text!r} negates")

    def raise_to(self, modality: Modality, why: Token) -> None:
        """Take a modality because of a word, unless a stronger one holds already."""
        if _RANK[modality] > _RANK[self.modality]:
            self.modality = modality
            self.reasons.append(f"{why.text!r} makes it {modality}")


class ContextReader:
    """Reads contexts in one parsed text."""

    def __init__(self, denoter: Denoter, syntax: Syntax, words: Words) -> None:
        self._denoter = denoter
        self._syntax = syntax
        self._words = words

    def read(self, trigger: Token, *, polarity: Polarity = "affirmed", modality: Modality = "actual") -> Context:
        """Return the context of what a trigger token says; `polarity` and `modality` are those of the frame's own words."""
        context = Context(negated=polarity == "negated", modality=modality)
        token = trigger
        for _ in range(25):
            self._around(token, trigger, context)
            head = token.head
            if head.i == token.i:
                break
            self._crossing(token, head, context)
            token = head
        self._sentence(trigger, context)
        return context

    # One token's own modifiers

    def _around(self, token: Token, trigger: Token, context: Context) -> None:
        words = self._words
        for child in token.children:
            dep, lower = child.dep_, child.lower_
            if dep == "neg" or (dep in ("advmod", "preconj", "cc") and lower in ("never", "hardly", "scarcely", "barely", "nowhere", "neither", "nor")):
                if not (dep == "cc" and child.i > token.i) and not self._constituent(child):
                    context.flip(child)
            elif dep == "det" and lower in ("no", "neither") and token.pos_ in ("NOUN", "PROPN"):
                context.flip(child)
            elif dep == "aux":
                self._auxiliary(child, token, context)
            elif dep == "advmod":
                if child.lemma_.lower() in words["adverbs.possible"]:
                    if lower not in ("apparently",):
                        context.raise_to("possible", child)
                elif lower in words["adverbs.reported"] and context.speaker is None:
                    context.speaker = Speaker(child.i, child.i + 1)
            elif dep == "amod" and token.i == trigger.i:
                self._adjective(child, context)
            elif dep == "mark" and lower in words["conjunctions.conditional"]:
                context.raise_to("possible" if lower in ("lest", "whether") else "conditional", child)
            elif dep == "advcl" and token.pos_ in VERBAL and self._is_condition(child) and self._in_main_clause(trigger, token):
                context.raise_to("conditional", child)
            elif dep == "nsubj" and child.lower_ in ("none", "nobody", "neither") or dep in ("nsubj", "nsubjpass", "dobj") and self._no_noun(child, trigger):
                context.flip(child)

    def _no_noun(self, noun: Token, trigger: Token) -> bool:
        """"No country supports Iran", "gave no aid": the determiner negates the verb, if the verb is the trigger."""
        return noun.head.i == trigger.i and any(child.dep_ == "det" and child.lower_ == "no" for child in noun.children)

    def _constituent(self, negation: Token) -> bool:
        """Tell whether "not" belongs to "not only" or the like, which denies nothing."""
        following = negation.doc[negation.i + 1] if negation.i + 1 < len(negation.doc) else None
        return following is not None and following.lower_ in ("only", "just", "merely", "simply", "least")

    def _auxiliary(self, aux: Token, verb: Token, context: Context) -> None:
        lower = aux.lower_
        words = self._words
        if lower in words["modals.possible"]:
            context.raise_to("possible", aux)
        elif lower in words["modals.conditional"]:
            if not self._reported_past(verb):
                context.raise_to("conditional" if self._has_condition(verb) else "possible" if verb.lemma_ not in ("prefer", "like") else "intended", aux)
            else:
                context.raise_to("intended", aux)
        elif lower in ("will", "shall", "'ll", "’ll", "wo"):
            if verb.lemma_ in words["verbs.continuing"]:
                return
            context.raise_to("intended" if self._willing(verb) else "possible", aux)
        elif lower in words["modals.demanded"]:
            context.raise_to("intended", aux)
        elif aux.tag_ == "TO" and self._is_purpose(verb):
            context.raise_to("intended", aux)

    def _willing(self, verb: Token) -> bool:
        """A plan if somebody wills it, a prediction if it only happens."""
        subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
        if not subjects:
            return True
        return any(token.pos_ in ("PROPN", "PRON") or self._denoter.denote(token) for token in subjects)

    def _reported_past(self, verb: Token) -> bool:
        """"He said it would": the future seen from the past."""
        clause = verb
        while clause.dep_ in ("conj", "xcomp"):
            clause = clause.head
        return clause.dep_ in ("ccomp",) and clause.head.tag_ in ("VBD", "VBN")

    def _has_condition(self, verb: Token) -> bool:
        clause = verb
        for _ in range(5):
            if any(child.dep_ == "advcl" and self._is_condition(child) for child in clause.children):
                return True
            if clause.dep_ not in ("relcl", "conj", "xcomp", "ccomp", "advcl"):
                return False
            clause = clause.head
        return False

    def _is_condition(self, clause: Token) -> bool:
        return any(
            child.lower_ in ("if", "unless", "provided") and child.dep_ in ("mark", "advmod") for child in clause.children
        ) or (clause.i > 0 and any(child.dep_ == "aux" and child.lower_ in ("should", "were") and child.i < min((c.i for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), default=0) for child in clause.children))

    def _in_main_clause(self, trigger: Token, verb: Token) -> bool:
        token = trigger
        while token.i != verb.i and token.head.i != token.i:
            if token.dep_ in ("relcl", "advcl", "acl"):
                return False
            token = token.head
        return True

    def _is_purpose(self, verb: Token) -> bool:
        head = verb.head
        if verb.dep_ == "advcl":
            return True
        if verb.dep_ in ("relcl", "acl"):
            return head.lemma_.lower() not in self._words["nouns.ongoing"] and head.tag_ != "CD" and head.lemma_ not in ("first", "last", "only")
        return verb.dep_ == "xcomp" and head.lemma_ in self._words["verbs.motion"]

    def _adjective(self, adjective: Token, context: Context) -> None:
        lemma = adjective.lemma_.lower()
        if lemma in self._words["adjectives.possible"]:
            context.raise_to("possible", adjective)
        elif lemma in self._words["adjectives.intended"]:
            context.raise_to("intended", adjective)
        elif lemma in self._words["adjectives.reported"] and lemma != "so-called" and context.speaker is None:
            context.speaker = Speaker(adjective.i, adjective.i + 1)

    # Going up from a token to its head

    def _crossing(self, token: Token, head: Token, context: Context) -> None:
        dep = token.dep_
        if head.pos_ in VERBAL:
            self._under_verb(token, dep, head, context)
        elif head.pos_ in ("NOUN", "PROPN"):
            self._under_noun(token, dep, head, context)
        elif head.pos_ == "ADJ":
            self._under_adjective(dep, head, context)
        elif head.pos_ in ("ADP", "SCONJ") and head.lower_ == "without":
            context.flip(head)
        elif head.pos_ in ("ADP", "SCONJ") and dep == "pcomp" and head.lower_ in ("if", "unless"):
            context.raise_to("conditional", head)

    def _under_verb(self, token: Token, dep: str, verb: Token, context: Context) -> None:
        lemma = verb.lemma_
        words = self._words
        governed = dep in ("xcomp", "ccomp", "oprd", "dobj", "nsubjpass", "advcl") or (dep == "prep" and lemma in words["verbs.object_control"])
        if not governed or (dep == "advcl" and not (lemma in words["verbs.denying"] | words["verbs.intending"] and token.i > verb.i and token.tag_ == "VB" and False)):
            return
        speech = lemma in words["verbs.speaking"] and dep in ("ccomp", "xcomp", "prep", "nsubjpass")
        if dep == "prep" and lemma not in words["verbs.accusing"] and lemma not in ("prevent", "stop", "keep", "discourage", "dissuade", "deter", "prohibit", "ban", "bar", "refrain", "hinder"):
            return
        if speech and not (dep == "xcomp" and lemma in ("vow",)):
            self._attribute(verb, context)
        if lemma in words["verbs.denying"] and dep in ("ccomp", "xcomp"):
            context.flip(verb)
        elif lemma in words["verbs.negating"] and dep in ("xcomp", "dobj", "prep", "nsubjpass", "ccomp"):
            if dep == "xcomp" or self._negates_noun(verb, token):
                context.flip(verb)
        elif dep == "prep" and lemma in ("prevent", "stop", "keep", "discourage", "dissuade", "deter", "prohibit", "ban", "bar", "hinder"):
            context.flip(verb)
        if dep in ("xcomp", "ccomp", "oprd"):
            if lemma in words["verbs.intending"] and not (lemma in words["verbs.speaking"] and dep == "ccomp" and self._indicative(token)):
                context.raise_to("intended", verb)
            elif lemma in words["verbs.supposing"]:
                context.raise_to("possible", verb)
            elif lemma == "be" and token.tag_ == "VB":
                context.raise_to("intended", verb)
            elif lemma in ("seem", "appear", "tend") or (lemma in ("believe", "say", "report", "think") and self._syntax.is_passive(verb) and dep == "xcomp"):
                if lemma in ("seem", "appear"):
                    context.raise_to("possible", verb)
        elif dep == "dobj" and lemma in words["verbs.intending"] and token.pos_ == "NOUN":
            context.raise_to("intended", verb)
        elif dep == "dobj" and lemma in words["verbs.supposing"]:
            context.raise_to("possible", verb)

    def _indicative(self, clause: Token) -> bool:
        return clause.tag_ in ("VBD", "VBZ", "VBP", "VBN", "MD") or any(child.dep_ == "aux" and child.tag_ in ("VBD", "VBZ", "VBP", "MD") for child in clause.children)

    def _negates_noun(self, verb: Token, noun: Token) -> bool:
        return noun.pos_ == "NOUN" and verb.lemma_ in ("refuse", "lack", "avoid", "decline", "deny", "fail", "forgo", "forego", "shun", "eschew", "preclude") and verb.i < noun.i

    def _under_noun(self, token: Token, dep: str, noun: Token, context: Context) -> None:
        lemma = noun.lemma_.lower()
        words = self._words
        if dep in ("acl", "prep", "relcl", "ccomp"):
            if dep == "prep" and token.lower_ not in ("of", "for", "to", "on", "about"):
                return
            if dep == "relcl" and not self._syntax.is_infinitive(token):
                return
            if lemma in words["nouns.negated"]:
                context.flip(noun)
            elif lemma in words["nouns.ongoing"]:
                return
            elif lemma in words["nouns.intended"]:
                context.raise_to("intended", noun)
            elif lemma in words["nouns.possible"]:
                context.raise_to("possible", noun)

    def _under_adjective(self, dep: str, adjective: Token, context: Context) -> None:
        if dep not in ("xcomp", "ccomp", "prep", "advcl"):
            return
        lemma = adjective.lemma_.lower()
        if lemma in self._words["adjectives.negated"]:
            context.flip(adjective)
        elif lemma in self._words["adjectives.intended"]:
            context.raise_to("intended", adjective)
        elif lemma in self._words["adjectives.possible"]:
            context.raise_to("possible", adjective)

    # Who says so

    def _attribute(self, verb: Token, context: Context) -> None:
        if context.speaker is not None:
            return
        speakers = self._syntax.agents(verb) if self._syntax.is_passive(verb) else [
            arg.token for arg in self._syntax.subjects(verb) if not arg.owner
        ]
        for token in speakers:
            speaker = self._speaker(token)
            if speaker is not None:
                context.speaker = speaker
                return
        if self._syntax.is_passive(verb):
            media = self._source_phrase(verb)
            context.speaker = media or Speaker(verb.i, verb.i + 1)

    def _speaker(self, token: Token) -> Speaker | None:
        parties = self._denoter.denote(token)
        lemma = token.lemma_.lower()
        if lemma in self._words["nouns.source"] or (parties and parties[0].how in ("owner", "generic group")):
            start = min((child.left_edge.i for child in token.children if child.i < token.i and child.dep_ not in ("det",)), default=token.i)
            return Speaker(start, token.i + 1)
        if parties:
            return Speaker(parties[0].start, parties[0].end, parties[0].actor)
        if token.pos_ in ("PROPN", "NOUN"):
            start = min((child.left_edge.i for child in token.children if child.i < token.i and child.dep_ != "det"), default=token.i)
            return Speaker(start, token.i + 1)
        if token.pos_ in ("PRON", "ADJ") and token.lower_ not in ("it", "that", "this", "which"):
            return Speaker(token.i, token.i + 1)
        return None

    def _source_phrase(self, verb: Token) -> Speaker | None:
        """"it was reported in the American media that"."""
        for preposition in verb.children:
            if preposition.dep_ == "prep" and preposition.lower_ in ("in", "by", "on"):
                for noun in preposition.children:
                    if noun.dep_ == "pobj" and noun.lemma_.lower() in self._words["nouns.source"]:
                        return self._speaker(noun)
        return None

    def _sentence(self, trigger: Token, context: Context) -> None:
        """"According to X" anywhere in the sentence, and "attributed to X" after the trigger."""
        if context.speaker is not None:
            return
        for token in trigger.sent:
            if token.lower_ == "according" and token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ == "to":
                for child in token.doc[token.i + 1].children:
                    if child.dep_ == "pobj":
                        context.speaker = self._speaker(child)
                        return

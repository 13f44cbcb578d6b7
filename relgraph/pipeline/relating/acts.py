"""Acts over acts: refusing, threatening and promising to do something are relations of their own.

"A refused to arm B" is a rejection of B, "A refused to let B in" a limit, "A dropped its plan to expel B" a concession;
"A threatened to bomb B" a threat, beside the bombing that is threatened; "A agreed to fund B" an agreement, beside the
funding that is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.ontology import Ontology
from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.candidates import ANSWERS, Candidate
from relgraph.pipeline.relating.endings import really_ends
from relgraph.pipeline.syntax.negation import exclusion
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.relating.material import Material
    from relgraph.pipeline.syntax.syntax import Syntax

_MAX_STEPS = 3
_INSTEAD = frozenset({"disputes.rejects", "restrains.limits", "cooperates.concedes"})
"""What refusing or dropping an act is: the act itself does not happen."""
_PUT_TO = frozenset({"disputes.demands", "disputes.accuses"})
"""What is said to somebody, who may answer it."""
_TRADED = frozenset({"cooperates.collaborates", "cooperates.aids"})
_JOINING = "affiliated.member_of"
_IF = frozenset({"if", "unless", "should"})
_FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "'d", "’d"})
_OVER = ("nouns.refusing", "nouns.threatening", "nouns.promising")


class ActComposer:
    """Adds the relations that a governing verb or noun of refusing, threatening or promising states."""

    def __init__(self, ontology: Ontology, words: Words) -> None:
        self._ontology = ontology
        self._words = words

    def composed(self, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
        """Yield the candidates, those that were refused as rejections, and threats and promises beside their acts."""
        for candidate in candidates:
            if (refusal := self._unanswered(candidate)) is not None:
                yield from (candidate, refusal)
                continue
            if (threat := self._on_condition(candidate)) is not None:
                yield from (candidate, threat)
                continue
            if (protest := self._by_protest(candidate)) is not None:
                yield from (candidate, protest)
                continue
            governor = self._governor(candidate)
            kind = self._kind(candidate, governor) if governor is not None else None
            if governor is not None and kind is None and self._is_dropped(candidate, governor):
                yield replace(candidate, turned=True)  # "scrapped a plan to arm them"
                continue
            if governor is None or kind is None or kind not in self._ontology:
                yield candidate
                continue
            if kind not in _INSTEAD:
                yield candidate
            elif any(why == ANSWERS for why, _ in candidate.doubts):
                continue  # "declined to receive the Lebanese delegation": it is not the delegation that declines
            yield self._over(candidate, governor, kind)

    def _by_protest(self, candidate: Candidate) -> Candidate | None:
        """Return the protest against whom it demands something of: "*marched* to demand that Chad free him"."""
        demand = candidate.trigger
        if candidate.type != "disputes.demands" or demand.dep_ not in ("acl", "advcl", "xcomp"):
            return None
        protest = demand.head
        nouns, verbs = self._words["nouns.protest"], self._words["verbs.protesting"]
        if protest.pos_ in VERBAL and protest.lemma_ not in verbs:
            below = [deeper for child in protest.children if child.dep_ == "prep" for deeper in child.children]
            held = (child for child in (*protest.children, *below) if child.dep_ in ("dobj", "pobj"))
            protest = next((noun for noun in held if noun.i < demand.i and noun.base in nouns), protest)
        if protest.i > demand.i or candidate.source.start > protest.i:
            return None
        said = protest.lemma_ in verbs if protest.pos_ in VERBAL else protest.base in nouns
        return self._over(candidate, protest, "disputes.protests") if said else None

    def _on_condition(self, candidate: Candidate) -> Candidate | None:
        """Return the threat of "the rebels *said* they would kill the hostages unless Chad withdrew"."""
        act = candidate.trigger
        says = act.head
        harms = candidate.type.partition(".")[0] in ("fights", "restrains") and candidate.frame.word_class == "verb"
        if not harms or act.dep_ != "ccomp" or says.lemma_ not in self._words["verbs.speaking"] or candidate.turned:
            return None
        doer = next((child for child in act.children if child.dep_ == "nsubj"), act)
        own = doer.tag_ == "PRP" and any(child.dep_ == "nsubj" for child in says.children)
        future = any(child.dep_ == "aux" and child.lower_ in _FUTURE for child in act.children)
        spared = any(child.dep_ == "neg" for child in act.children)
        if not own or not future or spared or candidate.source.via != "pronoun":
            return None
        conditional = any(
            mark.dep_ == "mark" and mark.lower_ in ("if", "unless")
            for holder in (act, says)
            for clause in holder.children
            if clause.dep_ == "advcl"
            for mark in clause.children
        )
        return self._over(candidate, says, "disputes.threatens") if conditional else None

    def _is_dropped(self, candidate: Candidate, governor: Token) -> bool:
        """Tell whether the plan to do something friendly was given up by its own verb."""
        planned = candidate.trigger.dep_ == "acl" and governor.pos_ in VERBAL
        return planned and self._ontology[candidate.type].sign > 0

    def _unanswered(self, candidate: Candidate) -> Candidate | None:
        """Return the rejection in "refused to respond to a request by Chile", "would not consider Chile's requests"."""
        token, preposition = candidate.trigger, candidate.trigger.head
        if candidate.type not in _PUT_TO or not any(why == ANSWERS for why, _ in candidate.doubts):
            return None
        verb = preposition.head if token.dep_ == "pobj" else preposition
        refusing = self._refusing(verb)
        if refusing is None:
            return None
        answer = replace(candidate, source=candidate.target, target=candidate.source)
        return replace(self._over(answer, refusing, "disputes.rejects"), turned=refusing is verb)

    def _refusing(self, verb: Token) -> Token | None:
        """Return the word by which somebody will not do what a verb says: "refused to", "unwilling to", "did not"."""
        if verb.lemma_ in self._words["replies.no"]:
            return None  # "did not refuse"
        head, words = verb.head, self._words
        if verb.dep_ == "xcomp" and (
            head.lemma_ in words["verbs.refusing"]
            or (head.pos_ == "ADJ" and head.lower_ in words["adjectives.unwilling"])
        ):
            return head
        if verb.dep_ == "acl" and verb.tag_ == "VB" and head.base in words["nouns.refusing"]:
            return head
        granting = verb.lemma_ in words["verbs.obliging"]  # "did not meet the demand" is read by itself
        return verb if not granting and any(child.dep_ == "neg" for child in verb.children) else None

    def _kind(self, candidate: Candidate, governor: Token) -> str | None:
        joins = candidate.type == _JOINING
        sign = 1 if joins else self._ontology[candidate.type].sign  # who refuses to join somebody refuses him
        lemma = governor.base
        if _is_against(candidate.trigger):
            return "disputes.rejects" if sign > 0 else None
        if candidate.trigger.dep_ == "acl" and governor.pos_ in VERBAL:
            dropped = sign < 0 and not candidate.type.startswith("disputes.")
            return "cooperates.concedes" if dropped else None
        if governor.pos_ == "ADJ":
            return "disputes.rejects" if sign > 0 else None
        wordclass = "verbs" if governor.pos_ in VERBAL else "nouns"
        rejects = wordclass == "verbs" and any(self._rejects(governor, child) for child in governor.children)
        if sign > 0 and (rejects or lemma in self._words[f"{wordclass}.refusing"]):
            permits = candidate.trigger.lemma_ in self._words["verbs.letting"]
            return "restrains.limits" if permits and candidate.type == "cooperates.concedes" else "disputes.rejects"
        spared = any(child.dep_ == "neg" for child in candidate.trigger.children)  # "promised not to attack"
        if sign < 0 and not spared and lemma in self._words[f"{wordclass}.threatening"]:
            asked = candidate.type == "disputes.demands"  # "threatened to call on the UN": it is not the UN's to fear
            return None if asked or candidate.type == "disputes.threatens" else "disputes.threatens"
        if governor.pos_ == "NOUN" and self._is_deal(governor):
            return "cooperates.agrees" if candidate.type in _TRADED else None
        if lemma in self._words[f"{wordclass}.promising"] and not joins:
            return "cooperates.agrees" if sign > 0 or spared else None
        return None

    def _over(self, candidate: Candidate, governor: Token, kind: str) -> Candidate:
        if kind == "disputes.rejects" and candidate.frame.target == ("subject",):
            # "refused to accept aid from Chad": who would receive it refuses it
            candidate = replace(candidate, source=candidate.target, target=candidate.source)
        return replace(
            candidate,
            type=kind,
            trigger=governor,
            start=governor.i,
            end=candidate.end if kind in _INSTEAD and governor.i < candidate.end <= governor.i + 6 else governor.i + 1,
            symmetric=candidate.symmetric and kind == "cooperates.agrees",
            doubts=[*candidate.doubts, ("composed of two words", 0.9)],
            composed=True,
        )

    def _governor(self, candidate: Candidate) -> Token | None:
        """Return the verb or noun whose infinitive the candidate's trigger is, or is the object of."""
        token = candidate.trigger
        states = candidate.type.startswith("affiliated.") and not (candidate.type == _JOINING and token.pos_ in VERBAL)
        if candidate.frame.word_class not in ("verb", "noun", "phrase") or states:
            return None
        if _is_against(token) and token.head.head.pos_ in VERBAL:
            return token.head.head
        if candidate.turned:
            return None  # "declined to extend the embargo" has ended it
        if candidate.frame.word_class == "noun" and candidate.source.end > token.i + 1:
            return None  # "vowed to avenge the killing by Peru": it is not Peru that vows
        if token.dep_ == "prep" and token.head.lemma_ == "be":
            token = token.head  # "unwilling to be in touch with"
        dropped = self._dropped(token.head) if token.dep_ == "acl" else None
        if dropped is not None:
            return dropped
        infinitive = False
        for _ in range(_MAX_STEPS):
            head = token.head
            if head.i == token.i:
                return None
            infinitive = infinitive or (token.dep_ == "xcomp" and head.pos_ in VERBAL)
            if token.dep_ in ("acl", "relcl") and token.tag_ == "VB" and head.pos_ == "NOUN":
                if token.dep_ == "relcl" and not self._is_deal(head):
                    return None
                # "the refusal of Chile to recognise Peru"
                known = any(head.base in self._words[name] for name in _OVER) or self._is_deal(head)
                # "a warning to Chad to stop": it is not Chad that warns
                told = head.base in self._words["nouns.directive"] and head.i < candidate.source.start < token.i
                return head if known and head.i != candidate.source.start and not told else None
            if token.dep_ == "ccomp" and head.lemma_ in self._words["verbs.threatening"]:
                return head if _is_announced(token, candidate) else None
            if token.dep_ == "xcomp" and head.pos_ == "ADJ" and head.lower_ in self._words["adjectives.unwilling"]:
                return head
            if token.dep_ not in ("xcomp", "dobj", "conj") or head.i == candidate.source.start:
                return None
            if self._speaks_of_own(token):
                return None  # "refused to explain its support": it supports them
            if head.pos_ in VERBAL and (infinitive or token.dep_ == "dobj"):
                lemma = head.lemma_
                over = ("verbs.refusing", "verbs.threatening", "verbs.promising")
                if infinitive and (any(lemma in self._words[name] for name in over) or self._rejects(head, token)):
                    # "threatened to ask Chad to bomb Mali": it is not Chad that threatens
                    told = (
                        lemma in self._words["verbs.threatening"]
                        and head.i < candidate.source.start < candidate.trigger.i
                    )
                    return None if told else head
                if infinitive and lemma in self._words["verbs.negating"]:
                    return None  # "refused to stop supporting" refuses no support
            token = head
        return None

    def _rejects(self, verb: Token, deed: Token) -> bool:
        """Tell whether somebody will have nothing to do with a deed: "*ruled out* joining", "*rejected* sharing"."""
        if deed.dep_ != "xcomp" or deed.tag_ != "VBG":
            return False
        return verb.lemma_ in self._words["verbs.rejecting"] or exclusion("xcomp", verb, self._words) == "denied"

    def _is_deal(self, noun: Token) -> bool:
        """Tell whether one side closes a deal with whom only its purpose names: "*a contract* to buy it from"."""
        verb = noun.head
        if noun.base not in self._words["nouns.deals"] or noun.dep_ != "dobj":
            return False
        if verb.pos_ not in VERBAL or verb.lemma_ not in self._words["verbs.closing_deals"]:
            return False
        beside = (*noun.children, *verb.children)
        sides = [child for child in verb.children if child.dep_ == "nsubj"]
        named = any(child.dep_ == "prep" and child.lower_ in ("with", "between", "among") for child in beside)
        return not named and not any(child.dep_ == "conj" for side in sides for child in side.children)

    def _speaks_of_own(self, noun: Token) -> bool:
        """Tell whether a verb is about what somebody does anyway: "explain *its support*", no "give its support"."""
        telling = noun.head.lemma_ in self._words.either("verbs.accounting", "verbs.stance")
        return noun.dep_ == "dobj" and telling and any(child.tag_ == "PRP$" for child in noun.lefts)

    def _dropped(self, noun: Token) -> Token | None:
        """Return the verb that ends a plan or decision: "reversed a decision to exclude them"."""
        verb = noun.head
        planned = noun.base in self._words["nouns.intended"] and noun.dep_ in ("dobj", "nsubjpass")
        ends = planned and verb.pos_ in VERBAL and verb.lemma_ in self._words["verbs.ending"]
        return verb if ends and really_ends(verb) else None


def _is_against(verb: Token) -> bool:
    """Tell whether somebody is against doing something himself: "voted *against joining*", not "warned him against"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "against":
        return False
    return not any(child.dep_ in ("dobj", "dative", "nsubjpass") for child in verb.head.head.children)


def _is_announced(clause: Token, candidate: Candidate) -> bool:
    """Tell whether a clause says what the speaker will do himself: "warned that it would strike"."""
    return candidate.source.via == "pronoun" and _is_future(clause)


def own_deeds(verb: Token) -> Iterator[Token]:
    """Yield what the subject of a verb is to do: "threatened to leave and close …", "warned that his army would …".

    What somebody threatens "that" will be done is his doing, whoever is named: "threatened that Chad would leave".
    """
    told = any(child.dep_ in ("dobj", "dative") for child in verb.children)  # "warned the crews to leave"
    for clause in verb.children:
        own = verb.lemma_ == "threaten" or any(
            child.dep_ == "nsubj" and (child.tag_ == "PRP" or any(owner.tag_ == "PRP$" for owner in child.children))
            for child in clause.children
        )
        infinitive = clause.dep_ == "xcomp" and (
            clause.tag_ == "VBG" or any(child.tag_ == "TO" for child in clause.children)
        )
        if (infinitive and not told) or (
            clause.dep_ == "ccomp" and own and _is_future(clause) and clause.lemma_ != "be"
        ):
            yield clause
            yield from (child for child in clause.children if child.dep_ == "conj" and child.pos_ == "VERB")


def harms_its_object(verb: Token, material: Material) -> bool:
    """Tell whether what the subject of a verb is to do harms somebody: "threatened to jail", not "to sell"."""
    return any(
        material.sign(frame) < 0 and "object" in frame.target and len(parts) == 1 and not frame.companions
        for clause in own_deeds(verb)
        for frame, parts in material.frames.lookup("verb", clause.lemma_)
    )


def obliged(syntax: Syntax, threat: Token) -> list[Token]:
    """Return who is to act lest a threat be carried out, a verb or noun: "threatened to leave unless *Iran* paid"."""
    told = ("acl", "relcl", "ccomp")
    deeds = own_deeds(threat) if threat.pos_ in VERBAL else (c for c in threat.children if c.dep_ in told)
    conditions = (
        child
        for clause in (threat, *deeds)
        for child in clause.children
        if child.dep_ == "advcl" and any(mark.dep_ == "mark" and mark.lower_ in _IF for mark in child.children)
    )
    return [
        token for clause in conditions for token in (*syntax.own_subjects(clause), *syntax.passive_subjects(clause))
    ]


def _is_future(clause: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in _FUTURE for child in clause.children)

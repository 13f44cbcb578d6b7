"""How a relation is said: polarity, modality and attribution, read on the way from the trigger up to the root.

The way up is open for what governs the trigger (auxiliaries, negation, "refused to", "plans to") and closes at the
border of a clause: what is said of a noun in a relative clause, in an adverbial phrase or in a reported clause is not
said of it by the verb above. A verb that itself denies, doubts or plans its complement acts across that border.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.model import Modality, Polarity
from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.qualifying.aims import is_tried_for
from relgraph.pipeline.qualifying.attribution import Speaker, SpeakerFinder
from relgraph.pipeline.qualifying.auxiliaries import Auxiliaries
from relgraph.pipeline.qualifying.ceasing import is_ongoing, stopper
from relgraph.pipeline.qualifying.governing import Governors, calls
from relgraph.pipeline.qualifying.qualification import Context
from relgraph.pipeline.syntax.control import is_judged_apart
from relgraph.pipeline.syntax.negation import (
    amount_done,
    denies_noun,
    is_aim,
    is_condition,
    is_history,
    is_instead,
    is_neither,
    is_none,
    is_put_right,
    is_reacted_to,
    is_refused,
    is_scarce,
    is_taken_for_granted,
    joined_by_nor,
    negates,
    waits_for,
)
from relgraph.pipeline.syntax.provisos import is_proviso, undone
from relgraph.pipeline.syntax.standing import (
    is_asked,
    is_denied,
    is_disowned,
    is_found,
    is_interposed,
    is_no_occasion,
    is_nobodys,
    is_presupposed,
    is_turned_condition,
    is_under_way,
    says_nothing,
)
from relgraph.pipeline.syntax.syntax import Syntax
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_DONE_WITH_HELP = frozenset({"ccomp", "xcomp", "advcl"})
_MAX_STEPS = 25


class ContextReader:
    """Reads contexts in one parsed text."""

    def __init__(self, denoter: Denoter, syntax: Syntax, speakers: SpeakerFinder, words: Words) -> None:
        self._denoter = denoter
        self._syntax = syntax
        self._words = words
        self._speakers = speakers
        self._auxiliaries = Auxiliaries(denoter, words)
        self._governors = Governors(denoter, syntax, speakers, words)

    def read(self, trigger: Token, *, polarity: Polarity = "affirmed", modality: Modality = "actual") -> Context:
        """Return the context of what a trigger says; `polarity` and `modality` are those of the frame's own words."""
        context = Context(negated=polarity == "negated", modality=modality)
        token = trigger
        is_open, own = not is_history(trigger, self._words), True
        for _ in range(_MAX_STEPS):
            if is_open and own:
                self._around(token, trigger, context)
            self._interposed(token, context)
            head = token.head
            if head.i == token.i:
                break
            own = not self._is_second_clause(token)
            does = trigger.i == token.i or (trigger.head.i == token.i and token.lower_ == "into")
            if is_open and does and is_tried_for(token, head, self._words):
                context.raise_to("intended", head)
            if token.dep_ in _DONE_WITH_HELP and head.lemma_ in self._words["verbs.helping"]:
                context.denies_help_only = True
            if not own and is_open and joined_by_nor(token):
                context.flip(head)
            self._crossing(token, head, context, is_open=is_open)
            if (token.i != trigger.i and is_denied(token, self._words)) or is_disowned(token):
                context.flip(head)
                context.attribute(self._speakers.of_denial(head), head)
            if is_open and not context.negated and (means := undone(token, self._words)) and self._is_undone(means):
                context.flip(means)
            is_open = is_open and not self._closes(token, head, trigger)
            token = head
        if trigger.pos_ == "NOUN" and not context.negated:
            for child in trigger.lefts:
                if child.dep_ == "det" and child.lower_ == "any":
                    context.raise_to("conditional", child)  # "will answer any attack by Chad", no "denied any"
        if context.speaker is None:
            context.attribute(self._speakers.of_sentence(trigger), trigger)
        if context.speaker is None and self._speakers.is_quoted(trigger):
            party = self._speakers.of_quotation(trigger)
            if party is not None:
                context.attribute(Speaker(party.start, party.end, party.actor), trigger)
        return context

    # Borders

    def _is_second_clause(self, token: Token) -> bool:
        """Tell whether a coordinated verb has auxiliaries of its own: "did not attack and bombed"."""
        return token.dep_ == "conj" and (token.tag_ in _FINITE or any(child.dep_ == "aux" for child in token.children))

    def _closes(self, token: Token, head: Token, trigger: Token) -> bool:
        """Tell whether what stands above says nothing more about polarity and modality."""
        dep = token.dep_
        if is_put_right(token) or is_under_way(token, self._words) or is_presupposed(token, trigger, self._words):
            return True
        if dep in ("relcl", "acl"):
            return not (self._syntax.is_infinitive(token) or self._is_written_in(token, head))
        if dep in ("advcl", "appos", "parataxis", "npadvmod"):
            return True
        known = any(child.dep_ == "poss" or child.lower_ in ("the", "this", "these") for child in token.lefts)
        if dep in ("dobj", "nsubjpass") and token.pos_ == "NOUN" and head.lemma_ in self._words["verbs.stance"]:
            # "refused to condemn the attack": the refusal is not the attack's; but "does not want a pact"
            blocked = head.lemma_ in self._words["verbs.quashing"] and token.base in self._words["nouns.joining"]
            return not blocked and (known or head.lemma_ not in self._words["verbs.wanting"])
        if dep == "pobj" and token.i == trigger.i and token.pos_ == "PROPN":
            return True  # "vetoed a meeting of the NATO-Russia *Council*": there is one
        if dep in ("dobj", "nsubjpass") and known and head.lemma_ in self._words["verbs.accounting"]:
            return True  # "sought to justify its attack"
        if dep == "nsubjpass" and known and head.lemma_ in self._words["verbs.told_of"]:
            return True
        if dep in ("dobj", "nsubjpass") and head.lemma_ in self._words["verbs.settling"]:
            # "failed to resolve the dispute", "hope to end the war": there is one
            return token.base in self._words["nouns.quarrel"]
        if is_ongoing(token, self._words) or self._is_accused_of(token, head):
            return True
        if dep == "ccomp":
            # "would allow Chad to arm them", "no wish to see Mali arm them", "refused to let Chad arm them", "allow its
            # ports to be used for strikes"
            passive = token.tag_ == "VBN" and any(child.tag_ == "TO" for child in token.lefts)
            bare = token.tag_ == "VB" or (token.tag_ == "VBP" and head.tag_ == "VB") or passive
            does = head.lemma_ in self._words["verbs.enabling"] or head.lemma_ == "see"
            let = bare and (does or (head.lemma_ == "let" and token.i == trigger.i))
            return not let and head.lemma_ not in self._words.either("verbs.opining", "verbs.denying")
        asked = trigger.base in self._words["nouns.asked"]
        if dep == "dobj" and known and asked and token.i == trigger.i and head.lemma_ in self._words["verbs.answering"]:
            return True  # "could not approve Chad's application": it was made
        if dep == "prep" and asked and head.lemma_ in self._words["verbs.responding"]:
            return True  # "refused to respond to a request"
        if is_reacted_to(token, head, self._words):
            return True
        if token.lower_ == "as" and trigger.head.i == token.i and head.lemma_ in self._words["verbs.making_use"]:
            return False  # "wished to use Chad *as* a bulwark"
        if dep in ("prep", "agent"):
            return token.lower_ in self._words["adverbial.prepositions"] or is_aim(token, self._words)
        if dep == "nsubj" and head.pos_ in VERBAL:
            return token.pos_ == "NOUN" and head.lemma_ not in self._words["verbs.occurring"] and head.lemma_ != "be"
        return dep == "poss"

    def _is_written_in(self, deed: Token, paper: Token) -> bool:
        """Tell whether somebody does something by a paper that is still to be signed: "a treaty *recognising* Chad"."""
        if deed.tag_ != "VBG" or paper.dep_ != "dobj" or paper.head.lemma_ not in self._words["verbs.closing_deals"]:
            return False
        new = any(child.lower_ in ("a", "an") for child in paper.lefts)
        return new and paper.base in self._words.either("nouns.deals", "nouns.law", "works.pact")

    def _is_accused_of(self, deed: Token, accusing: Token) -> bool:
        """Tell whether somebody only stops to accuse another one of a deed: "stopped accusing Chad *of* arming"."""
        accuses = accusing.lemma_ in self._words["verbs.accusing"] and accusing.i < deed.i
        return accuses and stopper(accusing, self._words) is not None

    # One token's own modifiers

    def _around(self, token: Token, trigger: Token, context: Context) -> None:
        words = self._words
        if is_asked(token):
            context.raise_to("possible", token)
        elif is_turned_condition(token) or is_proviso(token, words):
            context.raise_to("conditional", token)
        for child in token.children:
            dep, lower = child.dep_, child.lower_
            if is_taken_for_granted(child, token, trigger, words):
                continue
            if negates(child, token, self._words) or is_no_occasion(child) or self._is_lacking(child, token, trigger):
                context.flip(child)
            elif dep == "aux":
                self._auxiliaries.read(child, token, context)
            elif dep == "advmod" and child.base in words["adverbs.possible"]:
                context.raise_to("possible", child)
            elif dep == "advmod" and lower in words["adverbs.at_last"] and token.tag_ in ("VB", "VBP"):
                context.raise_to("intended", child)
            elif dep == "advmod" and lower in words["adverbs.reported"]:
                context.attribute(Speaker(child.i, child.i + 1), child)
            elif dep == "amod" and token.i == trigger.i:
                self._adjective(child, context)
            elif (
                dep == "mark"
                and lower in words["conjunctions.conditional"]
                and not (lower == "once" and (token.tag_ in ("VBD", "VBN") or token.dep_ == "ROOT"))
            ):
                context.raise_to("possible" if lower in ("lest", "whether") else "conditional", child)
            elif (
                dep == "advcl"
                and (is_condition(child) or waits_for(token, child))
                and token.base not in words["nouns.threatening"]  # a *threat* to leave unless he pays has been made
            ) or (
                dep == "mark"
                and lower in ("until", "till")
                and (token.tag_ in ("VBZ", "VBP") or is_refused(token.head))
            ):
                context.raise_to("conditional", child)
            elif dep in ("nsubj", "nsubjpass", "dobj") and (
                is_none(child) if token.i == trigger.i else dep == "nsubj" and is_neither(child)
            ):
                context.flip(child)
        gloss = self._denoter.doc.glosses.get(token.i)
        if gloss is not None:
            context.attribute(self._speakers.of_verb(gloss), gloss)

    def _interposed(self, told: Token, context: Context) -> None:
        """Note who says so in the midst of a clause: "Chad, *the minister said*, attacked Mali"."""
        for said in told.lefts:
            if said.dep_ == "parataxis" and is_interposed(said, self._words):
                context.attribute(self._speakers.of_verb(said), said)

    def _is_undone(self, means: Token) -> bool:
        """Tell whether what would serve a purpose is not done: "prevented Chad from *sending* men to help it"."""
        return self.read(means).negated

    def _is_lacking(self, word: Token, noun: Token, trigger: Token) -> bool:
        """Tell whether a word says that there is none or hardly any of a noun; few attacks are attacks all the same."""
        if word.dep_ == "det":
            return denies_noun(word, noun, trigger)
        lemma = trigger.base
        force = lemma in self._words["events.force"] or lemma in self._words["events.killing"]
        return not force and is_scarce(word, noun)

    def _adjective(self, adjective: Token, context: Context) -> None:
        lemma = adjective.base
        if adjective.lower_ in self._words["adjectives.intended"]:
            lemma = adjective.lower_  # "planned" is a form of a verb
        if lemma in self._words["adjectives.possible"]:
            context.raise_to("possible", adjective)
        elif lemma in self._words["adjectives.intended"]:
            context.raise_to("intended", adjective)
        elif lemma in self._words["adjectives.reported"]:
            context.attribute(Speaker(adjective.i, adjective.i + 1), adjective)

    # Going up from a token to its head

    def _crossing(self, token: Token, head: Token, context: Context, *, is_open: bool) -> None:
        dep = token.dep_
        if is_open and amount_done(token) in ("little", "nothing"):
            context.flip(head)
        if head.pos_ in VERBAL:
            if dep in ("ccomp", "xcomp", "prep", "nsubjpass", "dobj") and head.lemma_ in self._words["verbs.speaking"]:
                self._reported(token, head, context)
            elif is_found(token, head, self._words) or (
                calls(token, head, self._words) and not self._syntax.is_passive(head)
            ):
                context.attribute(self._speakers.of_verb(head), head)
            if is_open:
                self._governors.under_verb(token, dep, head, context)
        elif dep == "prep" and is_judged_apart(head, token):
            self._reported(token, head.head.head, context)
        elif not is_open:
            return
        elif head.pos_ in ("NOUN", "PROPN"):
            self._governors.under_noun(token, dep, head, context)
        elif head.pos_ == "ADJ" and dep in ("xcomp", "ccomp", "prep", "advcl"):
            self._governors.under_adjective(head, context)
        elif head.lower_ == "without" or is_instead(head):
            context.flip(head)
        elif head.lower_ in ("if", "unless"):
            context.raise_to("conditional", head)

    def _reported(self, token: Token, verb: Token, context: Context) -> None:
        accuses_of = token.i > verb.i and verb.lemma_ in self._words["verbs.accusing"]
        if token.dep_ == "prep" and not accuses_of:
            return  # "*Since the war* with Chad, Mali has accused Peru of"
        if token.dep_ == "dobj" and verb.lemma_ != "report":
            return
        if token.dep_ == "nsubjpass" and token.pos_ in ("NOUN", "PROPN"):
            return
        if (
            token.dep_ == "xcomp"
            and not self._syntax.is_passive(verb)
            and verb.lemma_ not in ("claim", "deny", "admit", "report", "say")
        ):
            return
        if not (is_nobodys(verb) or says_nothing(token, verb)):
            context.attribute(self._speakers.of_verb(verb), verb)

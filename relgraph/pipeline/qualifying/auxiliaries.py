"""What auxiliaries say of a deed: that it may be, would be, shall be or is yet to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.qualifying.aims import is_purpose
from relgraph.pipeline.syntax.negation import has_condition
from relgraph.pipeline.syntax.standing import is_performed

if TYPE_CHECKING:
    from relgraph.model import Modality
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.qualifying.qualification import Context
    from relgraph.pipeline.words import Words


class Auxiliaries:
    """Reads the auxiliaries of verbs in one parsed text."""

    def __init__(self, denoter: Denoter, words: Words) -> None:
        self._denoter = denoter
        self._words = words

    def read(self, aux: Token, verb: Token, context: Context) -> None:
        """Give a context the modality that one auxiliary of its verb says."""
        lower = aux.lower_
        words = self._words
        if lower in words["modals.possible"]:
            context.raise_to("possible", aux)
        elif self._goes_on_existing(verb) and (lower in words["modals.future"] or self._is_future_of_the_past(verb)):
            return  # "its war will go on": there is one
        elif lower in words["modals.conditional"]:
            if not any(is_performed(child, verb, words) for child in verb.children):
                context.raise_to(self._would(verb), aux)
        elif lower in words["modals.future"]:
            context.raise_to("intended" if self._is_willed(verb) else "possible", aux)
        elif lower in words["modals.demanded"] or (aux.tag_ == "TO" and is_purpose(verb, words)):
            context.raise_to("intended", aux)

    def _goes_on_existing(self, verb: Token) -> bool:
        """Tell whether a verb says of what there is that it goes on: "will *continue*", "will *remain* in force"."""
        on = verb.lemma_ == "go" and any(
            child.lower_ == "on" and (child.dep_ == "prt" or any(deed.dep_ == "pcomp" for deed in child.children))
            for child in verb.children
        )
        on = on and not any(child.dep_ == "xcomp" for child in verb.children)  # "will go on to attack"
        return on or verb.lemma_ in self._words.either("verbs.continuing", "verbs.lasting")

    def _would(self, verb: Token) -> Modality:
        if verb.lemma_ in ("prefer", "like", "rather"):
            return "intended"
        if self._is_future_of_the_past(verb):
            # "said that it would leave", but "said that leaving would harm it"
            return "possible" if self._is_outcome(verb) else "intended"
        return "conditional" if has_condition(verb) else "possible"

    def _is_outcome(self, verb: Token) -> bool:
        """Tell whether what a verb says would come of a deed or thing, which wills nothing."""
        if any(child.dep_ == "csubj" for child in verb.children):
            return True
        return verb.lemma_ in self._words["verbs.harming"] and not self._is_willed(verb)

    def _is_willed(self, verb: Token) -> bool:
        """Tell whether somebody wills it, so that it is a plan, not a prediction."""
        subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
        return not subjects or any(token.pos_ in ("PROPN", "PRON") or self._denoter.denote(token) for token in subjects)

    def _is_future_of_the_past(self, verb: Token) -> bool:
        """Tell whether "would" only shifts "will" into reported speech: "said it would", "a pledge that it would"."""
        clause = verb
        while clause.dep_ in ("conj", "xcomp"):
            clause = clause.head
        said, words = clause.head, self._words
        if clause.dep_ in ("acl", "ccomp") and said.base in words["nouns.promised_that"]:
            return True
        promised = said.lemma_ in words.either("verbs.speaking", "verbs.promising", "verbs.assuring")
        return clause.dep_ == "ccomp" and said.tag_ in ("VBD", "VBN") and promised

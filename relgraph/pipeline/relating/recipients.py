"""Who gets, suffers or answers what a noun says, where its own words do not name him: its verb or clause does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.arguments import VERBAL, Argument
from relgraph.pipeline.parties import Party
from relgraph.pipeline.relating.consequences import followed, made_to
from relgraph.pipeline.relating.material import Material
from relgraph.pipeline.relating.provocations import is_answered, provokers
from relgraph.pipeline.syntax.deeds import measures

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_HELPED = frozenset({"with", "without"})
_CITING = frozenset({"citing", "invoking"})
_HEEDING = frozenset({"over", "despite", "at", "following", "under", "upon", "amid", "amidst"})
_OVERRIDDEN = frozenset({"over", "despite"})
_EXPOSING = frozenset({"subject", "expose"})
_ASSURING = frozenset({"assurance", "guarantee", "promise", "pledge", "offer", "message", "expression", "declaration"})
_BEING = frozenset({"be", "become", "remain", "bear", "find", "feel", "take"})

_STIRRING = frozenset({"by", "at", "of", "with", "on"})
_FEELING = frozenset({"disputes.accuses/anger-noun", "cooperates.supports/delight-noun"})
"""Frames of what somebody feels about another's doing."""
_MEETING = {
    "meet": ("with", "by"),
    "greet": ("with", "by"),
    "receive": ("with",),
    "run": ("into", "against"),
    "come": ("against", "under"),
}
"""Verbs and prepositions with which a thing has somebody's answer: "the plan met *with* opposition from Mali"."""
_ACTIVE = frozenset({"meet", "run", "come"})
_GREETING = frozenset({"welcome", "accept"})


def arrived_with(material: Material, noun: Token) -> list[Party]:
    """Return whom a thing comes to: "arms from Chile reached *Peru*", "grain given by Chile arrived in *Peru*"."""
    whole = [noun, *measures(noun, material.words)][-1]
    verb = whole.head
    if whole.dep_ != "nsubj" or verb.lemma_ not in material.words["verbs.arriving"]:
        return []
    tokens = material.syntax.objects(verb) or [
        token for preposition in ("in", "at", "to") for token in material.syntax.prepositional(verb, preposition)
    ]
    return material.targets(tokens)


def but_the_given(material: Material, verb: Token, parties: list[Party]) -> list[Party]:
    """Return who is given something: of "sent *doctors* and tents to Chad" and "lent a thousand *guards*" nobody.

    Nor is who fights where he is sent: "sent *Hezbollah fighters* into Syria".
    """
    if verb.lemma_ not in material.words["verbs.handing"] or material.syntax.prepositional(verb, "with"):
        return parties
    cast = material.denoter.cast
    sent = material.words.either("nouns.armed_people", "nouns.of_bands")
    return [
        party
        for party in parties
        if (cast[party.actor].kind != "group" or party.via != "description")
        and material.doc[party.start : party.end].root.base not in sent
    ]


class NounRecipients:
    """Finds the targets of a noun around it that its frame has no slot for."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._syntax = material.syntax
        self._words = material.words

    def is_replied_to(self, noun: Token) -> bool:
        """Tell whether somebody answers in words what a noun says: "responding to the *rebuff*, Fiat raised"."""
        replies = self._words["verbs.responding"]
        return noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.lemma_ in replies

    def answerers(self, noun: Token) -> list[Party]:
        """Return who answers or receives what a noun says: "*Peru* rejected a request by Chile"."""
        verb = noun.head
        if noun.dep_ == "pobj" and verb.lower_ in ("to", "with") and verb.head.pos_ in VERBAL:
            # "replied to an appeal by Chile"
            return self._material.doers(verb.head) if verb.head.lemma_ in self._words["verbs.responding"] else []
        return self._takers(noun, "verbs.answering")

    def receivers(self, noun: Token, *, helped: bool) -> list[Party]:
        """Return who gets or suffers what a noun says, whoever does it: "*Peru* enjoyed the support of Chile".

        Only what is good for him (`helped`) is his because it comes to him, or because he welcomes it.
        """
        if noun.head.lemma_ in _GREETING and (not helped or noun.base in self._words["events.visit"]):
            return []  # "welcomed the visit", wherever it goes
        if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.base in _ASSURING:
            noun = noun.head.head  # "received assurances of support from Chile"
        verb = noun.head.head
        if noun.dep_ == "pobj" and noun.head.lower_ == "to" and verb.lemma_ in _EXPOSING:
            return self._material.targets(self._syntax.passive_subjects(verb))  # "was subjected to raids by Chile"
        if noun.dep_ == "pobj" and noun.head.lower_ in ("on", "upon") and verb.lemma_ in self._words["verbs.depending"]:
            # "relied on aid from Chile", "was dependent on Chilean aid"
            bearers = self._syntax.subjects(verb) if verb.pos_ in VERBAL else self._syntax.bearers(verb)
            return self._material.targets(argument.token for argument in bearers if not argument.owner)
        if noun.dep_ == "pobj" and noun.head.lower_ in _MEETING.get(verb.lemma_, ()):
            # "met with Danish objections", "ran into opposition from Peru", "was greeted by criticism from Peru"
            if verb.lemma_ in _ACTIVE and not self._syntax.is_passive(verb):
                return self._material.targets(self._syntax.own_subjects(verb))
            return self._material.targets(self._syntax.passive_subjects(verb))
        if (
            helped
            and noun.dep_ == "pobj"
            and noun.head.lower_ == "for"
            and verb.pos_ in VERBAL
            and verb.lemma_ in self._words["verbs.hoping_for"]
        ):
            return self._material.doers(verb)  # "hoped for recognition by Chile"
        if noun.dep_ == "dobj" and noun.head.lemma_ == "have" and (helped or _comes_from(noun)):
            return self._material.doers(noun.head)  # "had the full support of Chile", "had complaints from Chile"
        return self._takers(noun, "verbs.receiving") or (arrived_with(self._material, noun) if helped else [])

    def contacted(self, noun: Token) -> list[Party]:
        """Return whom somebody calls or visits to tell him of it: "phoned *Peru* to convey Chile's condolences"."""
        clause = noun.head
        if noun.dep_ != "dobj" or clause.lemma_ not in self._words["verbs.conveying"]:
            return []
        verb = clause.head
        aims = clause.dep_ in ("advcl", "xcomp") and self._syntax.is_infinitive(clause)
        if not aims or verb.lemma_ not in self._words["verbs.contacting"]:
            return []
        people = self._syntax.objects(verb) or [
            token for preposition in ("to", "with") for token in self._syntax.prepositional(verb, preposition)
        ]
        return self._material.targets(token for token in people if token.i < clause.i)

    def _takers(self, noun: Token, verbs: str) -> list[Party]:
        if noun.dep_ == "appos" and noun.head.dep_ == "dobj":
            noun = noun.head  # "received the vase, a gift from Chile"
        verb = noun.head
        if verb.pos_ not in VERBAL or verb.lemma_ not in self._words[verbs]:
            return []
        if noun.dep_ == "dobj":
            return self._material.doers(verb)
        if noun.dep_ == "nsubjpass":
            return self._material.targets(self._syntax.agents(verb))
        return []

    def sufferers(self, noun: Token, *, helped: bool) -> list[Party]:
        """Return the target in "*Peru* was the main target of Chile's raids", "the victim of the raids was *Peru*".

        Whom a noun helps is only ever called its recipient, not its target.
        """
        roles = self._words["nouns.receiver" if helped else "nouns.sufferer"]
        noun = [noun, *measures(noun, self._words)][-1]
        role = noun.head.head
        if noun.dep_ != "pobj" or noun.head.lower_ != "of" or role.base not in roles:
            return []
        if role.dep_ == "pobj" and role.head.head.lower_ == "one":
            role = role.head.head
        verb = role.head
        if role.dep_ in ("attr", "oprd", "dobj") and verb.pos_ in VERBAL and verb.lemma_ in _BEING:
            return self._material.doers(verb)
        if role.dep_ == "appos" and verb.tag_ == "PRP" and verb.head.lemma_ == "find":
            return self._material.doers(verb.head)  # "Peru found itself the target of"
        if role.dep_ == "nsubj" and verb.lemma_ == "be":
            return self._material.targets(token for token in verb.children if token.dep_ == "attr")
        if role.dep_ == "appos":
            return self._material.targets([verb])
        return []

    def addressed(self, noun: Token, frame: Frame) -> list[Party]:
        """Return who acts on, with or in spite of an act: "despite protests by Chile, *Peru* built the dam".

        What is said is said to him, and help is help for him ("with aid from Chile, *Peru* built the dam").
        """
        preposition = noun.head
        helped = self._material.sign(frame) > 0
        citing = noun.head
        if not helped and noun.dep_ == "dobj" and citing.lower_ in _CITING and citing.dep_ == "advcl":
            return self._material.doers(citing.head)  # "*Peru* left the treaty, citing the threat from Chile"
        moved = self.moved(noun) or self._moving(noun, frame) or followed(self._material, noun)
        if moved or (moved := made_to(self._material, noun, helped=helped)):
            return moved
        if any(self._syntax.is_infinitive(child) for child in noun.children if child.dep_ in ("acl", "relcl", "xcomp")):
            return []  # "in spite of a refusal to sign the treaty": it says itself what is refused
        while helped and noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
            noun = noun.head  # "with the consent of Chile and *the help of Brazil*"
        preposition = noun.head
        exchange = preposition.head
        traded = preposition.lower_ == "for" and exchange.base in self._words["nouns.exchange"]
        if noun.dep_ == "pobj" and traded and exchange.head.lower_ == "in":
            # "in exchange for aid from Chile, *Peru* opened the port"
            return self._material.doers(exchange.head.head) if exchange.head.head.pos_ in VERBAL else []
        thanked = preposition.lower_ == "to" and exchange.lower_ == "thanks" and exchange.head.pos_ in VERBAL
        if noun.dep_ == "pobj" and helped and thanked and not self._syntax.is_passive(exchange.head):
            return self._material.doers(exchange.head)  # "thanks to aid from Chile, *Peru* built the dam"
        if noun.dep_ == "pobj" and helped and preposition.lower_ == "for" and self._is_thanked(exchange):
            return self._material.doers(exchange)  # "*Peru* thanked Chile for its help"
        if noun.dep_ != "pobj" or preposition.lower_ not in (_HELPED if helped else _HEEDING):
            return []
        verb = preposition.head
        if helped and verb.pos_ == "PROPN" and noun.doc[preposition.i - 1].text == ",":
            return self._material.targets([verb])  # "Peru, with Chilean encouragement, refused"
        if preposition.lower_ == "of" and verb.dep_ == "prep":
            verb = verb.head  # "in spite of"
        if verb.pos_ not in VERBAL:
            return []
        if self._syntax.is_passive(verb):
            # "was recognized by Peru despite objections by Chile"
            heeded = preposition.lower_ in _OVERRIDDEN and not helped
            return self._material.targets(self._syntax.agents(verb)) if heeded else []
        return self._material.doers(verb)

    def _is_thanked(self, verb: Token) -> bool:
        """Tell whether a verb thanks somebody: "thanked Chile", "expressed gratitude to Chile"."""
        if verb.pos_ not in VERBAL or self._syntax.is_passive(verb):
            return False
        thanks = self._words["nouns.thanks"]
        return verb.lemma_ == "thank" or any(child.dep_ == "dobj" and child.base in thanks for child in verb.children)

    def moved(self, noun: Token) -> list[Party]:
        """Return whom an act moves or hurts: "stung by criticism from Chile, *Peru* withdrew the bill"."""
        by = noun.head
        verb = by.head
        if noun.dep_ != "pobj" or by.lower_ not in _STIRRING or (verb.pos_ not in VERBAL and verb.pos_ != "ADJ"):
            return []
        if verb.lower_ not in self._words["verbs.stirred"]:
            return []
        found = self._syntax.passive_subjects(verb)
        bearers = [Argument(token) for token in found] or self._syntax.bearers(verb)
        return [
            party for argument in bearers if not argument.owner for party in self._material.denoter.parties(argument)
        ]

    def _moving(self, noun: Token, frame: Frame) -> list[Party]:
        """Return who does what another one feels about: "to the fury of Chile, *Peru* closed the port"."""
        to = noun.head
        feeling = frame.name in _FEELING
        if not feeling or noun.dep_ != "pobj" or to.lower_ != "to" or to.head.pos_ not in VERBAL:
            return []
        lowers = self._material.denoter.lowers
        first = to.left_edge.i  # "much to the fury of"
        apart = first == noun.sent.start or lowers[first - 1] in (",", "–", "—", "-")
        return self._material.doers(to.head) if apart else []

    def answering(self, noun: Token) -> list[Party]:
        """Return who answers a blow with what his clause says: "in revenge for the raids, *Peru* closed the port"."""
        verb = is_answered(self._material, noun)
        found = self._material.doers(verb) if verb is not None else []
        return [party for party in found if self._material.denoter.is_power(party)]

    def provokers(self, noun: Token, frame: Frame) -> list[Party]:
        """Return whose act is answered by what names nobody: "launched raids in response to an attack by *Peru*"."""
        verb = noun.head
        return provokers(self._material, verb, frame) if noun.dep_ == "dobj" and verb.pos_ in VERBAL else []

    def struck(self, noun: Token, frame: Frame) -> list[Party]:
        """Return whom a measure hits: "the tariffs imposed by Chile hit *Peruvian* growers".

        A blockade or occupation that prevents somebody from doing something is not laid on him.
        """
        clauses = [noun.head] if noun.dep_ == "nsubj" else []
        clauses.extend(
            clause
            for clause in noun.children
            if clause.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.tag_ == "WDT" for c in clause.children)
        )
        if not frame.type.startswith("restrains."):
            return []
        if clauses and noun.dep_ == "nsubj" and noun.head.lemma_ in _BEING:
            return self._in_force(noun.head)
        return [
            party
            for verb in clauses
            if verb.pos_ in VERBAL and verb.lemma_ in self._words["verbs.hitting"]
            if frame.type != "restrains.coerces" or verb.lemma_ not in self._words["verbs.preventing"]
            for party in self._material.targets(self._syntax.objects(verb))
        ]

    def _in_force(self, verb: Token) -> list[Party]:
        """Return against whom a measure holds: "the embargo is still in force against *Chad*"."""
        phrases = self._syntax.prepositional(verb, "in")
        if not any(token.lower_ in ("force", "effect", "place") for token in phrases):
            return []
        words = (verb, *phrases)
        return self._material.targets(
            t for word in words for p in ("against", "on") for t in self._syntax.prepositional(word, p)
        )


def _comes_from(noun: Token) -> bool:
    return any(child.dep_ == "prep" and child.lower_ == "from" for child in noun.children)


def is_make_of(denoter: Denoter, thing: Token) -> bool:
    """Tell whether a nation only says whence goods are: "shipped *Iranian* oil"."""
    nation = thing.nbor(-1) if thing.i > 0 else thing
    mention = denoter.mention_at.get(nation.i)
    return mention is not None and mention.via == "demonym" and nation.dep_ == "amod" and thing.tag_ == "NN"


def is_for_others(denoter: Denoter, verb: Token, frame: Frame) -> bool:
    """Tell whether what somebody wins of another is meant for a third: "secured Spanish *recognition of Chile*"."""
    if frame.type != "cooperates.supports" or frame.target != ("subject",):
        return False
    for thing in verb.children:
        if thing.dep_ != "dobj" or thing.pos_ != "NOUN" or not denoter.owners(thing, allow_of=False):
            continue
        for preposition in thing.children:
            meant = preposition.dep_ == "prep" and preposition.lower_ in ("of", "for") and preposition.i > thing.i
            if meant and any(name.i in denoter.mention_at for name in preposition.children):
                return True
    return False

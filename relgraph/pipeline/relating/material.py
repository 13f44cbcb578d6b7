"""What the matchers of frames share: the text, whom its words denote, and the knowledge that they are matched with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from relgraph.frames import Frame, FrameSet, TargetAs
from relgraph.ontology import Ontology
from relgraph.pipeline.arguments import VERBAL, Argument
from relgraph.pipeline.denoting.casualties import attackers
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.lexicon import Lexicon
from relgraph.pipeline.parties import Party
from relgraph.pipeline.referring.onward import Unaddressed
from relgraph.pipeline.relating.opinions import ATTITUDES, held_in
from relgraph.pipeline.relating.summons import SUMMONS, summoned_by
from relgraph.pipeline.syntax.deeds import doers_of
from relgraph.pipeline.syntax.syntax import Syntax
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_DESCENT: dict[str, frozenset[str]] = {
    "fights": frozenset({"of", "in", "on", "at", "against"}),
    "restrains": frozenset({"of", "in", "to", "on", "against", "by", "from"}),
    "cooperates.aids": frozenset({"of", "to", "for", "in"}),
    "cooperates.concedes": frozenset({"of", "to", "on", "against", "from"}),
    "cooperates.supports": frozenset({"of", "among"}),
    "cooperates.consults": frozenset({"of", "with"}),
    "disputes.rejects": frozenset({"of", "by", "from"}),
    "disputes.accuses": frozenset({"of", "by"}),
    "disputes.demands": frozenset({"of", "to", "by"}),
}
"""Prepositions over which the target is looked for inside a phrase, by type or family; else "of"."""

_LEADING = frozenset({"lead", "run", "go", "link", "connect", "belong"})
_AT = frozenset({"on", "at", "against", "upon"})
_CARRYING = frozenset({"carry", "transport", "ferry", "bring"})
_MEANT = frozenset(
    {"destined", "bound", "intended", "meant", "headed", "earmarked", "addressed"}
    | {"promised", "granted", "guaranteed", "accorded", "owed", "assured", "due"}
)
_SAILING = frozenset({"fly", "sail", "bear", "operate", "travel"})
_COLOURS = frozenset({"flag", "ensign", "color", "colour"})
_LANDS = frozenset({"country", "historic_state", "region"})
_WITH_MEANS = frozenset({"fights", "restrains", "disputes", "cooperates"})
_ENTERING = frozenset({"enter", "visit", "leave", "reenter", "re-enter"})
_BY_MEANS_OF = frozenset({"in", "during", "under", "with", "through", "amid", "following"})

_MANNERS = frozenset({"way", "manner", "how", "fact", "speed", "extent"})
_ABHORRING = frozenset({"disputes.accuses", "disputes.rejects"})
_JUDGING = frozenset({"disputes.accuses", "cooperates.supports", "disputes.rejects"})


class Material:
    """One parsed text with its denoter, and the frames and types that are looked for in it.

    `doc` is the parsed text, `syntax` says where arguments stand in it; `lexicon` is what the frames say about single
    words, `words` the word classes. `unaddressed` collects the acts that name nobody whom they hit.
    """

    __slots__ = ("denoter", "doc", "frames", "lexicon", "ontology", "syntax", "unaddressed", "words")

    def __init__(self, denoter: Denoter, frames: FrameSet, ontology: Ontology) -> None:
        self.denoter = denoter
        self.frames = frames
        self.ontology = ontology
        self.doc: Doc = denoter.doc
        self.syntax: Syntax = denoter.syntax
        self.lexicon: Lexicon = denoter.lexicon
        self.words: Words = denoter.words
        self.unaddressed: list[Unaddressed] = []

    def sign(self, frame: Frame) -> int:
        """Return whether a frame's type is friendly (above 0), hostile (below 0) or neither."""
        return self.ontology[frame.type].sign

    def strayed(self, word: Token, preposition: str) -> list[Token]:
        """Return the objects of a preposition that the parser hung on a later word, which does not take it.

        Example: "flew strikes with helicopters *against* rebels", "returned a coin stolen in May *to* Peru". Only these
        two can be told to be misplaced.
        """
        if preposition == "to":
            return _handed_to(word) if word.lemma_ in self.words["verbs.returning"] else []
        if preposition != "against":
            return []
        clause = word
        while clause.pos_ not in VERBAL and clause.head.i != clause.i:
            clause = clause.head
        taking = self.lexicon.against
        for i in range(word.i + 1, clause.right_edge.i + 1):
            if self.denoter.lowers[i] != "against":
                continue
            token = self.doc[i]
            host = token.head
            lemma = host.base
            free = lemma not in taking or lemma in self.words["verbs.using"]
            if token.dep_ == "prep" and host.i > word.i and free:
                return [child for child in token.children if child.dep_ == "pobj"]
            return []
        return []

    def behind(self, verb: Token, frame: Frame) -> list[Party]:
        """Return whose act a passive without an agent happens in: "three men were killed in an *Israeli* raid".

        The act has to be one by which such things are done (see ``means`` in the grammar) and must name whose it is.
        """
        if frame.type in ATTITUDES and (holders := held_in(self.denoter, verb)):
            return holders
        if frame.symmetric and verb.dep_ == "acl" and verb.head.pos_ == "NOUN":
            # "flew strikes *coordinated* with Chad"
            return self.denoter.owners(verb.head, allow_of=False) or self.denoter.borrowed(verb.head)
        means = (
            self.words[f"means.{family}"] if (family := frame.type.partition(".")[0]) in _WITH_MEANS else frozenset()
        )
        passives = [verb]
        if verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
            passives.append(verb.head)
        passives.extend(child for child in verb.children if child.dep_ == "conj" and child.tag_ == "VBN")
        for passive in passives:
            for phrase in passive.children:
                if phrase.dep_ == "prep" and phrase.lower_ in _BY_MEANS_OF:
                    for noun in phrase.children:
                        if noun.dep_ == "pobj" and noun.base in means:
                            found = self.denoter.owners(noun, sure_of=True) or self.targets(
                                self.syntax.prepositional(noun, "from")
                            )
                            if found:
                                return found
            if frame.type == "fights.attacks" and (found := attackers(self, passive)):
                return found
        for name, preposition in (("verbs.expelling", "from"), ("verbs.jailing", "in"), ("verbs.outlawing", "in")):
            if verb.lemma_ in self.words[name]:
                # "expelled from Algeria", "jailed in Iran": by whom is said by whence and where
                tokens = self._named_after(verb, preposition)
                if not tokens and name == "verbs.outlawing":
                    continue
                expels = preposition == "from"
                return [
                    party
                    for party in self.targets(tokens, preposition)
                    if self.denoter.is_power(party)
                    or (expels and self.denoter.cast[party.actor].kind == "organization")
                ]
        if frame.name == SUMMONS and (found := summoned_by(self.denoter, verb)):
            return found
        if verb.lemma_ in self.words["verbs.excluding_members"] and (body := self._left_by(verb)):
            return body
        if verb.lemma_ in self.words["verbs.preventing"]:
            # "barred from entering Chile": by whom is said by where
            entries = [clause for clause in self.syntax.prepositional(verb, "from") if clause.lemma_ in _ENTERING]
            tokens = [token for clause in entries for token in self.syntax.objects(clause)]
            # "banned from Chile"
            tokens = tokens or [token for token in self.syntax.prepositional(verb, "from") if token.pos_ == "PROPN"]
            return [party for party in self.targets(tokens) if self.denoter.is_power(party)]
        return []

    def _left_by(self, verb: Token) -> list[Party]:
        """Return the body that puts out a member: "was suspended from the *Labour Party*", no "from the meeting"."""
        tokens = self._named_after(verb, "from") or self._named_after(verb, "out of")
        kinds = ("organization", "igo", "bloc")
        return [party for party in self.targets(tokens, "from") if self.denoter.cast[party.actor].kind in kinds]

    def _named_after(self, verb: Token, preposition: str) -> list[Token]:
        """Return the names after a preposition that another phrase may have taken: "held without trial *in Chad*"."""
        without = self.syntax.prepositional(verb, "without")
        found = [t for word in (verb, *without) for t in self.syntax.prepositional(word, preposition)]
        mentions = self.denoter.mention_at
        return [
            t for t in found if t.pos_ == "PROPN" or any(c.i in mentions and c.dep_ == "compound" for c in t.children)
        ]

    def is_bloodless(self, token: Token, frame: Frame) -> bool:
        """Tell whether no actor does it but words, a quarrel or a deed: "hit by a *report*", "the *feud* hurt Chad"."""
        lemma = token.base
        if frame.type == "affiliated.leads" or (frame.type == "cooperates.consults" and "that do" in frame.companions):
            return self._is_deed(token)  # "the Kenyan *raid* led the council to act", "convinced Chad that war came"
        if lemma in self.words["nouns.quarrel"] and frame.type.partition(".")[0] in ("disputes", "restrains", "fights"):
            return len({self.denoter.cast.root(party.actor) for party in self.denoter.owners(token)}) > 1
        return frame.type == "fights.attacks" and any(
            lemma in self.words[name]
            for name in ("events.statement", "events.ruling", "events.accusation", "nouns.paper")
        )

    def _is_deed(self, token: Token) -> bool:
        """Tell whether a noun is a deed or thing, whoever does or has it, and no body of people."""
        if token.tag_ not in ("NN", "NNS") or token.i in self.denoter.mention_at or self.denoter.is_people_word(token):
            return False
        told = token.i in self.denoter.references  # "the junta" that was named before, but not "these actions"
        return not told or bool(self.frames.lookup("noun", token.base))

    def is_circumstance(self, token: Token, preposition: str, frame: Frame) -> bool:
        """Tell whether a phrase says only where, or how force is used: "took it in an operation of the army".

        Who serves in or is admitted to a country is no member of it.
        """
        if frame.type == "disputes.accuses":
            # "an inquiry into the death of a Chilean": he is the victim
            event = token.head.head if preposition == "of" and token.dep_ == "pobj" else token
            if event.base in ("wake", "aftermath"):
                return True  # "opened an inquiry in the wake of a BBC report"
            if event.base in self.words["nouns.death"]:
                return not any(child.lower_ == "by" or child.dep_ in ("poss", "amod") for child in event.children)
        if frame.type == "cooperates.consults" and preposition == "with":
            # "opened the conference with a discussion of Chad", but "held talks with the group" that was named
            return token.base in self.lexicon.meetings and not self.denoter.is_whole(token)
        if preposition == "with" and not frame.type.startswith("cooperates."):
            return self.denoter.lowers[token.left_edge.i - 2] == "together"  # "fought them together with Chad"
        if frame.type == "disputes.protests" and preposition == "at":
            return token.base in self.words["nouns.site"]  # "held a rally at the university"
        if frame.type == "affiliated.member_of" and preposition in ("in", "into", "to"):
            mention = self.denoter.mention_at.get(token.i)
            return mention is not None and self.denoter.cast[mention.actor].kind in _LANDS
        if preposition != "in" or frame.type.partition(".")[0] not in ("restrains", "fights"):
            return False
        lemma = token.base
        if token.lower_ == "affairs":
            return False  # "interfered in Chile's *affairs*"
        return lemma in self.words.either("nouns.dull", "events.force", "events.killing")

    def targets(self, tokens: Iterable[Token], preposition: str = "", *, target_as: TargetAs = "owner") -> list[Party]:
        """Return whom tokens denote as those to whom something is done, after a preposition if one is given.

        `target_as` says whether the owner of a thing counts, see `relgraph.frames`.
        """
        return [
            party
            for token in tokens
            for party in self.denoter.parties(
                Argument(token), target=True, preposition=preposition, target_as=target_as
            )
        ]

    def wrongdoers(self, clause: Token) -> list[Party]:
        """Return who does what a clause says if it is something hostile: "reports that *Chile* had jailed them"."""
        hostile = clause.pos_ in VERBAL and any(
            self.sign(frame) < 0 and "subject" in frame.source and len(parts) == 1
            for frame, parts in self.frames.lookup("verb", clause.lemma_)
        )
        if not hostile:
            return []
        agents = self.syntax.agents(clause) if self.syntax.is_passive(clause) else self.syntax.own_subjects(clause)
        return self.targets(agents)

    def alleged(self, noun: Token, *, harmful: bool) -> list[Party]:
        """Return who did what somebody alleges: "the claims of Chile that *Peru* had armed the rebels".

        Of what somebody only fears, those who do something `harmful`: "concern that *Peru* was jailing them".
        """
        clauses = [
            clause
            for clause in noun.children
            if clause.dep_ in ("acl", "ccomp", "relcl")
            and any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)
        ]
        if harmful:
            return [party for clause in clauses for party in self.wrongdoers(clause)]
        syntax = self.syntax
        return self.targets(
            token for clause in clauses for token in syntax.own_subjects(clause) or syntax.agents(clause)
        )

    def doers(self, verb: Token) -> list[Party]:
        """Return who does what a verb says."""
        return [party for argument in self.syntax.subjects(verb) for party in self.denoter.parties(argument)]

    def _purposed(self, noun: Token) -> list[Party]:
        """Return whom a friendly effort is for: "support for efforts at rebuilding the *Chilean* army"."""
        clauses = [child for child in noun.children if child.dep_ == "acl" and self.syntax.is_infinitive(child)]
        for preposition in noun.children:
            if preposition.dep_ == "prep":
                clauses.extend(child for child in preposition.children if child.dep_ == "pcomp")
        for clause in clauses:
            signs = [self.sign(frame) for frame, parts in self.frames.lookup("verb", clause.lemma_) if len(parts) == 1]
            if clause.pos_ in VERBAL and min(signs, default=0) >= 0:
                return self.targets(self.syntax.objects(clause))
        return []

    def descend(self, token: Token, frame: Frame) -> list[Party]:
        """Look for the actor inside a phrase that is none: "seized a shipment of arms to Yemen"."""
        if frame.target_as != "owner":
            return []
        lemma = token.base
        if lemma in self.words["nouns.arena"]:
            return []
        if frame.type == "disputes.demands" and (doers := self.targets(doers_of(token))):
            return doers  # "demanded the return of the port *by Chile*"
        if self.is_evil(token) and frame.type.partition(".")[0] in ("fights", "restrains"):
            return []  # "fought the epidemic in Chad"
        helps = frame.type in ("cooperates.supports", "cooperates.aids") and lemma in self.words["nouns.dull"]
        if helps and (found := self._purposed(token)):
            return found
        if lemma in _MANNERS and frame.type in _JUDGING:
            # "criticised the way *Chile* treats them"
            clauses = [child for child in token.children if child.dep_ in ("relcl", "acl")]
            if doers := self.targets(doer for clause in clauses for doer in self.syntax.own_subjects(clause)):
                return doers
        if frame.type == "disputes.accuses" and lemma in self.words["nouns.report"]:
            reported = (child for child in token.children if child.dep_ in ("acl", "ccomp", "relcl"))
            if wrongs := [doer for clause in reported for doer in self.wrongdoers(clause)]:
                return wrongs
        allowed = _DESCENT.get(frame.type) or _DESCENT.get(frame.type.partition(".")[0], frozenset({"of"}))
        against = frame.type.startswith("restrains.") or frame.type == "disputes.protests"
        traded = against and lemma in self.words["nouns.traded"]
        if traded:
            allowed |= {"for", "with", "to"}  # "limits on visas for Chileans", "a ban on trade with Chad"
        if against and lemma in self.lexicon.mutual and token.dep_ == "pobj" and token.head.lower_ in _AT:
            allowed |= {"with"}  # "a ban on contacts with Chad"
        if frame.type in _ABHORRING and lemma in self.words["nouns.abuse"]:
            allowed |= {"in"}
        ruled = "in" if frame.type == "disputes.accuses" and self._is_misrule(token) else ""
        if frame.type == "cooperates.aids" and (stricken := self._stricken(token)):
            return stricken
        barred = token.head.lemma_ in self.words["verbs.preventing"]  # "bar ships *from* our ports"
        for child in sorted(token.children, key=_is_origin) if traded else token.children:
            if child.dep_ in ("acl", "relcl") and frame.type.partition(".")[0] in ("restrains", "fights"):
                ways = self._led_to(child)
                if found := self.targets(ways):
                    return found
            if (
                child.dep_ == "prep"
                and (child.lower_ in allowed or child.lower_ == ruled)
                and not (barred and child.lower_ == "from")
                and not (lemma in self.words["nouns.incoming"] and child.lower_ == "to")  # "quotas on entry *to Chad*"
                and (traded or (lemma, child.lower_) not in self.lexicon.suffered)
            ):
                for grandchild in child.children:
                    if grandchild.dep_ == "pobj" and grandchild.base not in self.words["nouns.behest"]:
                        found = self.denoter.parties(Argument(grandchild), target=True)
                        found = found or self.descend(grandchild, frame)
                        if against and child.lower_ == "in":  # "to curb its influence in *Latin America*": only where
                            found = [one for one in found if self.denoter.cast[one.actor].kind != "region"]
                        if found:
                            return found
        if frame.type in _ABHORRING and lemma in self.words["nouns.abuse"]:
            # "the arrest of students in *Belarus*"
            people = self.syntax.prepositional(token, "of")
            places = [place for noun in people for place in self.syntax.prepositional(noun, "in")]
            return [party for party in self.targets(places) if self.denoter.is_power(party)]
        return []

    def _stricken(self, token: Token) -> list[Party]:
        """Return whose people are in need: "those affected by the floods in *Libya*"."""
        for clause in token.children:
            if clause.dep_ == "acl" and clause.lemma_ in self.words["verbs.afflicting"]:
                for place in clause.subtree:
                    if place.dep_ == "pobj" and place.head.lower_ in ("in", "across", "throughout"):
                        found = [p for p in self.denoter.denote(place, target=True) if self.denoter.is_power(p)]
                        if found:
                            return found
        return []

    def is_evil(self, token: Token) -> bool:
        """Tell whether nobody is fought: "the epidemic in Chad", "the spread of the virus in Chad"."""
        evils = self.words["nouns.evil"]
        if token.base == "trade":
            return any(child.lower_ in self.words["nouns.trafficked"] for child in token.lefts)  # "the *slave* trade"
        if token.base != "spread":
            return token.base in evils
        return any(thing.base in evils for thing in self.syntax.prepositional(token, "of"))

    def _led_to(self, clause: Token) -> list[Token]:
        """Return whose a thing is by what it does: "roads *leading into Chad*", "boats *carrying Chadians*".

        A ship is of the country whose flag it flies: "a trawler flying the *Chilean* flag".
        """
        if clause.dep_ == "relcl" and not any(
            child.tag_ == "WDT" and child.dep_ == "nsubj" for child in clause.children
        ):
            return []  # "a ship they carried"
        if clause.lemma_ in _SAILING:
            under = self.syntax.prepositional(clause, "under")
            return [token for token in (*self.syntax.objects(clause), *under) if token.lemma_ in _COLOURS]
        if clause.lemma_ in _LEADING:
            return [token for prep in ("to", "into", "with") for token in self.syntax.prepositional(clause, prep)]
        if clause.lower_ in _MEANT:
            # "arms bound for Chad", "the rights promised to Chadians"
            return [token for prep in ("for", "to") for token in self.syntax.prepositional(clause, prep)]
        craft = clause.head
        hit = craft.dep_ in ("dobj", "nsubjpass") or (craft.dep_ == "pobj" and craft.head.lower_ in _AT)
        carries = clause.lemma_ in _CARRYING and (clause.tag_ == "VBG" or clause.dep_ == "relcl")
        return self.syntax.objects(clause) if carries and hit else []

    def _is_misrule(self, token: Token) -> bool:
        """Tell whether a phrase is about what rulers do to their people: "a spate of human rights violations"."""
        words = self.words["nouns.misrule"]
        return any(
            noun.base in words
            for noun in (token, *(deep for of in token.children if of.lower_ == "of" for deep in of.children))
        )


def _is_origin(phrase: Token) -> bool:
    """Tell whether a phrase only says whence goods come, who go to somebody: "arms *from Chad* to Mali"."""
    return phrase.lower_ == "from"


def _handed_to(verb: Token) -> list[Token]:
    """Return to whom a thing is given back that the parser gave a longer description: "a coin *with his face* to"."""
    for thing in verb.children:
        if thing.dep_ != "dobj":
            continue
        links = [to for to in thing.subtree if to.lower_ == "to" and to.dep_ == "prep" and to.i > thing.i]
        last = links[-1] if links else None
        # "belonging to Peru", "a threat to Peru" end the description
        if last is not None and (last.head.pos_ in ("PROPN", "NUM") or last.i > last.head.i + 1):
            return [child for child in last.children if child.dep_ == "pobj"]
    return []

"""What the matchers of frames share: the text, whom its words denote, and the knowledge that they are matched with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from relgraph.frames import Frame, FrameSet, TargetAs
from relgraph.ontology import Ontology
from relgraph.pipeline.arguments import VERBAL, Argument
from relgraph.pipeline.denoting.aftermaths import behind_deed
from relgraph.pipeline.denoting.casualties import attackers
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.denoting.townhalls import town_of_state
from relgraph.pipeline.lexicon import Lexicon
from relgraph.pipeline.parties import Party
from relgraph.pipeline.referring.onward import Unaddressed
from relgraph.pipeline.relating.captors import taken_from
from relgraph.pipeline.relating.opinions import ATTITUDES, held_in
from relgraph.pipeline.relating.summons import SUMMONS, summoned_by
from relgraph.pipeline.syntax.syntax import Syntax
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_LANDS = frozenset({"country", "historic_state", "region"})
_WITH_MEANS = frozenset({"fights", "restrains", "disputes", "cooperates"})
_ENTERING = frozenset({"enter", "visit", "leave", "reenter", "re-enter"})
_BY_MEANS_OF = frozenset({"in", "during", "under", "with", "through", "amid", "following"})


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
            if word.lemma_ not in self.words["verbs.returning"]:
                return []
            return _handed_to(word) or taken_from(self, word)
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
                at_post = phrase.lower_ == "at" and frame.type.startswith("restrains.")
                if phrase.dep_ == "prep" and (at_post or phrase.lower_ in _BY_MEANS_OF):
                    for noun in phrase.children:
                        if noun.dep_ == "pobj" and noun.base in (self.words["means.posts"] if at_post else means):
                            found = self.denoter.owners(noun, sure_of=True) or self.targets(
                                self.syntax.prepositional(noun, "from")
                            )
                            if found:
                                return found
            if frame.type == "fights.attacks" and (
                found := attackers(self, passive) or behind_deed(self.denoter, passive)
            ):
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
                    for party in self.targets(tokens, preposition if expels else "")
                    if self.denoter.is_power(party)
                    or (expels and self.denoter.cast[party.actor].kind == "organization")
                ] or (town_of_state(self.denoter, tokens) if name == "verbs.jailing" else [])
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
        if preposition == "on" and frame.type == "fights.attacks" and token.base in self.words["nouns.border"]:
            # "shot dead two smugglers *on the border* of Peru"
            above = token.head.head
            return above.dep_ == "dobj" or any(child.dep_ == "dobj" for child in above.children)
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

    def told_in(self, verb: Token) -> list[Party]:
        """Return who does what is told of a deed that is judged: "condemned the raid *in which Mali* shot nine"."""
        clauses = [
            clause
            for thing in self.syntax.objects(verb)
            if thing.base in self.words.either("events.force", "events.killing")
            for clause in thing.rights
            if clause.dep_ == "relcl" and self.doc[clause.left_edge.i].lower_ in ("in", "during", "where", "when")
        ]
        return [party for clause in clauses for party in self.wrongdoers(clause)]

    def doers(self, verb: Token) -> list[Party]:
        """Return who does what a verb says."""
        return [party for argument in self.syntax.subjects(verb) for party in self.denoter.parties(argument)]

    def is_evil(self, token: Token) -> bool:
        """Tell whether nobody is fought: "the epidemic in Chad", "the spread of the virus in Chad"."""
        evils = self.words["nouns.evil"]
        if token.base == "trade":
            return any(child.lower_ in self.words["nouns.trafficked"] for child in token.lefts)  # "the *slave* trade"
        if token.base != "spread":
            return token.base in evils
        return any(thing.base in evils for thing in self.syntax.prepositional(token, "of"))


_KEEPERS = frozenset({"authority", "official", "government", "ministry", "embassy", "ambassador", "owner"})
"""Who gets things back."""


def _handed_to(verb: Token) -> list[Token]:
    """Return to whom a thing is given back that the parser gave a longer description: "a coin *with his face* to"."""
    for thing in verb.children:
        if thing.dep_ != "dobj":
            continue
        links = [to for to in thing.subtree if to.lower_ == "to" and to.dep_ == "prep" and to.i > thing.i]
        last = links[-1] if links else None
        # "belonging to Peru", "a threat to Peru" end the description
        ends = last is not None and (last.head.pos_ in ("PROPN", "NUM") or last.i > last.head.i + 1)
        owners = [child for child in last.children if child.dep_ == "pobj"] if last is not None else []
        if ends or any(owner.base in _KEEPERS for owner in owners):
            return owners
    return []

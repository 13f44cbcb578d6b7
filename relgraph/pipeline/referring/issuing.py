"""Which words of an issued text mean whoever issued it: "we", "the Council" in its own text, "both sides"."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING

from relgraph.pipeline.affiliating.offices import officer
from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.parties import Party
from relgraph.pipeline.qualifying.attribution import SpeakerFinder
from relgraph.pipeline.referring.profile import Profile

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_SPEAKING = frozenset({"organization", "igo", "armed_group", "government"})
_MODIFYING = frozenset({"amod", "compound", "nmod", "relcl", "acl"})


class IssuerResolver:
    """Resolves the words of one text that mean whoever issued it or speaks in it."""

    def __init__(
        self, denoter: Denoter, speakers: SpeakerFinder, profile: Profile, offices: Sequence[Candidate]
    ) -> None:
        """`profile` says in whose name the text speaks; `offices` are the affiliations that its titles state."""
        self._denoter = denoter
        self._words = denoter.words
        self._speakers = speakers
        self._profile = profile
        self._offices = offices
        self._first_person = self._words["pronouns.first_plural"] | self._words["pronouns.first_singular"]
        self._first_persons: list[Token] = []

    def is_own(self, token: Token) -> bool:
        """Tell whether a pronoun is "we" or "I"; it is kept, for who speaks may be said later, by a pronoun itself."""
        if self._denoter.lowers[token.i] not in self._first_person:
            return False
        self._first_persons.append(token)
        return True

    def settle_all(self) -> None:
        """Resolve every "we" and "I" of the text that was kept."""
        for token in self._first_persons:
            self._note(token)

    def itself(self, noun: Token) -> list[Party]:
        """Return the issuer for "the Council" and "this Ministry" in its own text."""
        if self._is_joined(noun):
            return [
                Party(one, noun.i - 1, noun.i + 1, "description", how="whose text it is") for one in self._issuers()
            ]
        governs = noun.lower_ == "government" and self._is_states_own()
        if not (noun.lower_ in self._profile.selves or governs):
            return []
        if not noun.text[0].isupper() and not (governs and self._is_only_government(noun)):
            return []
        children = list(noun.children)
        if not any(child.lower_ in ("the", "this", "our") for child in children if child.i < noun.i):
            return []
        if any(child.dep_ in _MODIFYING or (child.dep_ == "prep" and child.lower_ == "of") for child in children):
            return []
        return [Party(one, noun.i, noun.i + 1, "description", how="the issuer itself") for one in self._issuers()]

    def _issuers(self) -> tuple[str, ...]:
        """Return the issuers rolled up, each once."""
        return tuple(dict.fromkeys(self._denoter.cast.root(actor) for actor in self._profile.issuers))

    def _is_joined(self, noun: Token) -> bool:
        """Tell whether others say the same as this text: "Norway aligns itself with *this statement*"."""
        if noun.lower_ not in self._words["documents.kinds"] or noun.dep_ != "pobj" or noun.head.lower_ != "with":
            return False
        if noun.nbor(-1).lower_ not in ("this", "our") or noun.head.head.lemma_ not in ("align", "associate"):
            return False
        return self._profile.is_stated

    def _is_states_own(self) -> bool:
        """Tell whether a state is known to have issued the text."""
        issuers = self._issuers()
        return self._profile.is_stated and len(issuers) == 1 and self._denoter.cast[issuers[0]].kind in STATES

    def _is_only_government(self, noun: Token) -> bool:
        """Tell whether a sentence begins with "the government" in a text that has named no other one's before."""
        if noun.dep_ not in SUBJECTS | PASSIVE_SUBJECTS or noun.left_edge.i != noun.sent.start:
            return False
        own, root, named = self._issuers(), self._denoter.cast.root, self._denoter.mention_at
        return not any(
            child.i in named and root(named[child.i].actor) not in own
            for before in self._denoter.doc.occurrences(("government", "cabinet", "authorities"))
            if before.i < noun.i
            for child in before.subtree
        )

    def together(self, noun: Token) -> list[Party]:
        """Return all who issued a joint text for "the three Ministers", "the Leaders" and "both sides" in it."""
        issuers = self._profile.issuers
        if len(issuers) < 2 or not self._profile.is_stated or noun.tag_ not in ("NNS", "NNPS"):
            return []
        if noun.lower_.removesuffix("s") not in self._words["documents.joint"]:
            return []
        children = list(noun.children)
        counted = [child.lower_ for child in children if child.dep_ == "nummod" or child.lower_ == "both"]
        if any(child.dep_ in ("prep", "poss", "relcl", "acl") and child.lower_ != "of" for child in children):
            return []
        if any(child.i in self._denoter.mention_at for child in children):
            return []  # "the Danish Ministers"
        if not any(child.lower_ in ("the", "both") for child in children):
            return []
        fits = all(_COUNTS.get(word) == len(issuers) for word in counted) if counted else noun.text[0].isupper()
        if not fits:
            return []
        return [Party(one, noun.i, noun.i + 1, "description", how="all issuers") for one in self._issuers()]

    def officer(self, noun: Token) -> list[Party]:
        """Return the office holder of the issuer for "the Minister"."""
        speaks = self._profile.is_stated or self._profile.turns
        return officer(self._denoter, noun, self._profile.issuers if speaks else ())

    def is_own_officer(self, noun: Token) -> bool:
        """Tell whether "the Minister" is rather the issuer's own than another's: the text has named no other one."""
        if not noun.text[0].isupper() or not (self._profile.turns or self._is_states_own()):
            return False
        own = self._issuers()
        if self._profile.turns or self._is_introduced(noun, own):
            return True
        return not any(
            office.trigger.base == noun.base
            and office.source.start < noun.i
            and self._denoter.cast.root(office.source.actor) not in own
            for office in self._offices
        )

    def _is_introduced(self, noun: Token, own: Container[str]) -> bool:
        """Tell whether the text named one of the issuer's own by this title alone: "*Secretary* Ross spoke with"."""
        doc, cast = self._denoter.doc, self._denoter.cast
        return any(
            0 < party.start < noun.i and doc[party.start - 1].base == noun.base and cast.root(party.actor) in own
            for party in self._denoter.named
            if cast[party.actor].kind == "person"
        )

    def settle(self) -> None:
        """Resolve "we" and "our" so far, where the issuer of the text says it."""
        for token in self._first_persons:
            if token.i not in self._denoter.references and not self._speakers.is_quoted(token):
                self._note(token)

    def _note(self, token: Token) -> None:
        found = self._speaker(token)
        if found:
            self._denoter.references[token.i] = found

    def _speaker(self, token: Token) -> list[Party]:
        """Return who "we" and "I" are: in quotation marks the speaker or his side, elsewhere the issuer of the text."""
        cast = self._denoter.cast
        alone = token.lower_ in self._words["pronouns.first_singular"]
        if self._speakers.is_quoted(token):
            party = self._speakers.of_quotation(token)
            if party is not None:
                side = party.actor if alone else cast.root(party.actor)
                if not alone and cast[side].kind == "person":
                    body = self._body_of(party.actor)
                    if body is None:
                        return []  # whom else he speaks for is not known
                    side = body
                return [Party(side, token.i, token.i + 1, "pronoun", how="who speaks")]
        if alone and not self._profile.is_stated and self._profile.turn_at(token.i) is None:
            return []  # an author or a reader who writes a letter
        roots = dict.fromkeys(cast.root(actor) for actor in self._profile.speakers_at(token.i))
        return [Party(root, token.i, token.i + 1, "pronoun", how="who speaks") for root in roots]

    def _body_of(self, person: str) -> str | None:
        """Return the body for which somebody speaks who is introduced with an office in it: "the union's chair"."""
        held = [office.target.actor for office in self._offices if office.source.actor == person]
        cast = self._denoter.cast
        return next((cast.root(body) for body in held if cast[cast.root(body)].kind in _SPEAKING), None)

    def addressed(self, token: Token) -> list[Party]:
        """Return who "you" are in a question: the one who is asked."""
        if self._speakers.is_quoted(token):
            return []
        roots = dict.fromkeys(self._denoter.cast.root(actor) for actor in self._profile.addressed_at(token.i))
        return [Party(root, token.i, token.i + 1, "pronoun", how="who is asked") for root in roots]

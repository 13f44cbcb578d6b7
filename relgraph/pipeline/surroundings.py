"""The words around a verb that a frame may ask for: its particles, and the companions that it goes with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from relgraph.pipeline.denotation import Denoter

if TYPE_CHECKING:
    from relgraph.pipeline.parse import Token

_PHRASES = frozenset({"prep", "dative", "agent", "prt", "advmod", "mark"})
_NO_COMPANIONS = frozenset({"aux", "auxpass", "nsubj", "mark", "punct", "conj"})
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "conj"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})


class Surroundings:
    """The words around a verb that a frame may ask for, collected once for all its frames, when one asks."""

    def __init__(self, verb: Token, denoter: Denoter, lemma: str) -> None:
        """`lemma` is the one under which the frames of the verb are looked up."""
        self._verb = verb
        self._denoter = denoter
        self._syntax = denoter.syntax
        self._particles: dict[str, Token] | None = None
        self._wanted = denoter.lexicon.wanted.get(lemma, frozenset())
        self._companions: dict[str, Token] | None = None

    def particle(self, word: str) -> Token | None:
        """Return the particle with which a verb is one word: it hangs on the verb or follows it."""
        if self._particles is None:
            self._particles = {}
            for child in self._verb.rights:
                if child.lower_ == "in" and child.dep_ == "prep" and child.i > self._verb.i + 1:
                    continue  # "takes the chair in July" is no taking in
                if child.dep_ in _CLAUSES:
                    continue  # "forced him to back down" is no forcing back
                self._particles.setdefault(child.lower_, child)
            doc, following = self._verb.doc, self._verb.i + 1
            if following < len(doc):
                self._particles.setdefault(doc[following].lower_, doc[following])
        return self._particles.get(word)

    def particles(self, words: list[Token], particles: Iterable[str]) -> list[Token] | None:
        """Return the words with the particles that belong to them, or None if one is missing."""
        for particle in particles:
            found = self.particle(particle)
            if found is None:
                return None
            words.append(found)
        return words

    @property
    def near(self) -> dict[str, Token]:
        """The words around the verb that any frame of it asks for or excludes, under the entries that name them."""
        if self._companions is None:
            around = self._collected() if self._wanted else {}
            self._companions = {word: around[word] for word in around if word in self._wanted}
        return self._companions

    def companion(self, ranks: Mapping[str, int]) -> Token | None:
        """Return the word that the first of the entries found names (entries as in `Lexicon.companions`)."""
        near = self.near
        found = ranks.keys() & near.keys() if near else None
        return near[min(found, key=ranks.__getitem__)] if found else None

    def _collected(self) -> dict[str, Token]:
        verb = self._verb
        found: dict[str, Token] = {}
        for child in verb.children:
            if child.dep_ in _PHRASES:
                found.setdefault(f"{child.lower_} *", child)
                self._note_phrase(found, child)
            if child.dep_ == "dobj" and child.ent_type_ == "PERSON":
                found.setdefault("somebody", child)
            if child.dep_ in ("xcomp", "ccomp"):
                infinitive = child.tag_ == "VB" and not any(part.tag_ == "MD" for part in child.children)
                if infinitive or child.dep_ == "ccomp":
                    found.setdefault("to do" if infinitive else "that do", child)
                if child.dep_ == "ccomp" and not any(part.dep_ in ("neg", "aux") for part in child.children):
                    _note_claim(found, child)
            if child.dep_ not in _NO_COMPANIONS:
                _note(found, child, "")
                self._note_content(found, child)
                for joined in child.conjuncts if child.dep_ == "dobj" else ():
                    _note(found, joined, "")
                if child.dep_ == "dobj":
                    found.setdefault("object *", child)
                    self._note_place(found, child, "")
                if child.ent_type_ == "MONEY":
                    found.setdefault("money", child)
                named = child.dep_ in ("oprd", "attr", "ccomp") and child.pos_ == "NOUN"
                for grandchild in child.children:
                    _note(found, child, f"{grandchild.lower_} ")
                    behind = child.dep_ == "dobj" and grandchild.i > child.i  # "left five men *dead*"
                    if (named or behind) and grandchild.dep_ == "amod":
                        _note(found, grandchild, "")  # "called it a *cowardly* attack"
                    if grandchild.dep_ == "prep" and child.dep_ in ("dobj", "nsubjpass") and grandchild.i > child.i:
                        self._note_phrase(found, grandchild)  # "put the minister *in custody*"
        following = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
        if following.lower_ == "that" and following.dep_ == "mark":
            found.setdefault("that do", following)  # whatever the parser hangs the clause on
        if self._syntax.is_passive(verb):
            for token in self._syntax.passive_subjects(verb):
                _note(found, token, "")
                self._note_place(found, token, "")
                self._note_content(found, token)
        else:
            for subject in self._syntax.subjects(verb):
                _note(found, subject.token, "subject ")
        if verb.dep_ == "relcl":
            for token in self._syntax.objects(verb):
                if token.i < verb.i:  # "the *views* that Togo shares with Benin"
                    _note(found, token, "")
                    self._note_content(found, token)
        return found

    def _note_content(self, found: dict[str, Token], amount: Token, before: str = "") -> None:
        """Note what an amount is of: "hundreds of migrants", "agreed *to* most of the *terms*" (with `before`)."""
        for _ in range(2):
            counts = amount.lemma_.lower() in self._syntax.words["nouns.amount"] or self._syntax.is_partitive(amount)
            if not counts and (amount.pos_ in ("NOUN", "PROPN") or amount.dep_ == "acomp"):
                return  # "aware of threats" is none
            content = [c for of in amount.children if of.lower_ == "of" for c in of.children if c.dep_ == "pobj"]
            if not content:
                return
            amount = content[0]
            _note(found, amount, before)

    def _note_place(self, found: dict[str, Token], token: Token, before: str) -> None:
        """Note a town, sea or piece of land that is named: "took *Basra* from", "closed the *Bosphorus* to"."""
        mention = self._denoter.mention_at.get(token.i)
        placed = token.ent_type_ in _PLACES if mention is None else mention.how == "place" or mention.capital
        if placed:
            found.setdefault(f"{before}somewhere", token)

    def _note_phrase(self, found: dict[str, Token], preposition: Token) -> None:
        """Note what follows a preposition, with its modifiers: "in *pre-trial custody*", "out *of the talks*"."""
        for token in preposition.children:
            if token.pos_ == "PROPN" and any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in token.children):
                continue  # "held at Guantanamo Bay" is not held at bay
            _note(found, token, f"{preposition.lower_} ")
            if token.dep_ == "pobj":
                self._note_place(found, token, f"{preposition.lower_} ")
                if token.pos_ not in ("NOUN", "PROPN"):
                    self._note_content(found, token, f"{preposition.lower_} ")
            elif token.dep_ == "pcomp" and token.tag_ == "VBG":
                found.setdefault(f"{preposition.lower_} doing", token)
            if token.dep_ == "pobj":
                for modifier in token.children:
                    if modifier.dep_ in ("amod", "compound"):
                        _note(found, modifier, f"{preposition.lower_} ")
            elif token.dep_ == "prep":
                found.setdefault(f"{preposition.lower_} {token.lower_}", token)
                for deeper in token.children:
                    _note(found, deeper, f"{token.lower_} ")


def _note_claim(found: dict[str, Token], clause: Token) -> None:
    """Note what a plain that-clause says of its subject: "said that Peru *was behind* it", "… *was guilty*"."""
    _note(found, clause, "that ")
    if clause.lemma_ == "be":
        for token in clause.children:
            if token.dep_ in ("attr", "acomp", "prep", "xcomp", "oprd"):
                _note(found, token, "that ")


def _note(found: dict[str, Token], token: Token, before: str) -> None:
    found.setdefault(before + token.lemma_.lower(), token)
    found.setdefault(before + token.lower_, token)

"""The words around a verb that a frame may ask for: its particles, and the companions that it goes with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from relgraph.pipeline.denoting.denotation import Denoter

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_PHRASES = frozenset({"prep", "dative", "agent", "prt", "advmod", "mark"})
_NO_COMPANIONS = frozenset({"aux", "auxpass", "nsubj", "mark", "punct", "conj"})
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "conj"})
_GRANTING = frozenset({"give", "allow", "grant"})
_COMING = frozenset({"will", "would", "shall", "'ll"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_TIMES = frozenset({"DATE", "TIME"})
_GROWTH = frozenset({"increase", "rise", "boost", "hike", "surge"})
_OF_ALL = frozenset({"each", "both"})
_ASIDE = frozenset({"if", "unless", "after", "because", "since", "although", "though", "while", "whereas", "until"})


def _is_aside(clause: Token) -> bool:
    """Tell whether a clause only says on what condition, when or why: "attacked it *after it had promised* peace".

    So does a noun that sums up what was said: "killed ten, *an attack* that ETA claimed".
    """
    if clause.dep_ == "npadvmod":
        first = clause.left_edge
        return first.lower_ in ("a", "an") and first.i > clause.head.i and first.nbor(-1).text == ","
    return clause.dep_ == "advcl" and any(mark.dep_ == "mark" and mark.lower_ in _ASIDE for mark in clause.children)


def _is_when(phrase: Token) -> bool:
    """Tell whether a phrase only says when something happened: "clashed *on Saturday*", "met *over the weekend*"."""
    nouns = [child for child in phrase.children if child.dep_ == "pobj"]
    return bool(nouns) and all(noun.ent_type_ in _TIMES for noun in nouns)


class Surroundings:
    """The words around a verb that a frame may ask for, collected once for all its frames, when one asks."""

    def __init__(self, verb: Token, denoter: Denoter, lemma: str) -> None:
        """`lemma` is the one under which the frames of the verb are looked up."""
        self._verb = verb
        self._denoter = denoter
        self._syntax = denoter.syntax
        self._particles: dict[str, Token] | None = None
        self._wanted = denoter.lexicon.wanted.get(lemma, {})
        self._found: dict[str, Token] = {}
        self._is_read = not self._wanted

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
                if child.dep_ == "prep":  # "pushed the army *back* above the river"
                    for part in child.lefts:
                        self._particles.setdefault(part.lower_, part)
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
        if not self._is_read:
            self._is_read = True
            self._collect()
        return self._found

    def companion(self, ranks: Mapping[str, int]) -> Token | None:
        """Return the word that the first of the entries found names (entries as in `Lexicon.companions`)."""
        near = self.near
        found = [word for word in near if word in ranks]
        return near[min(found, key=ranks.__getitem__)] if found else None

    def _collect(self) -> None:
        verb = self._verb
        for child in verb.children:
            if child.dep_ in _PHRASES and not (child.dep_ == "mark" and child.lower_ == "that" and child.i < verb.i):
                if not _is_when(child):
                    self._keep(child.lower_, "*", child)
                self._note_phrase(child)
            if child.dep_ == "dobj" and child.ent_type_ == "PERSON":
                self._keep("", "somebody", child)
            if child.dep_ in ("xcomp", "ccomp"):
                bare = child.tag_ == "VBP" and verb.lemma_ == "let"  # "let Chadian trucks *cross*"
                infinitive = (child.tag_ == "VB" or bare) and not any(part.tag_ == "MD" for part in child.children)
                if infinitive or child.dep_ == "ccomp":
                    self._keep("to" if infinitive else "that", "do", child)
                if child.dep_ == "ccomp":
                    self._note_claim(child)
            if child.dep_ == "advcl" and child.tag_ == "VB" and verb.lemma_ in _GRANTING and child.i > verb.i:
                self._keep("to", "do", child)  # "gave Chad two months *to comply*"
            # "*according* to Chad" is no accord, "Chad, it *reported*, attacked" no report
            linking = child.pos_ == "VERB" and child.dep_ in ("prep", "parataxis")
            if child.dep_ not in _NO_COMPANIONS and not linking and not _is_aside(child):
                self._note(child, "")
                self._note_content(child)
                for joined in child.conjuncts if child.dep_ == "dobj" else ():
                    self._note(joined, "")
                if child.dep_ == "dobj":
                    self._keep("object", "*", child)
                    self._note_place(child, "")
                if child.ent_type_ == "MONEY":
                    self._keep("", "money", child)
                named = child.dep_ in ("oprd", "attr", "ccomp") and child.pos_ == "NOUN"
                for grandchild in child.children:
                    self._note(child, grandchild.lower_)
                    behind = child.dep_ == "dobj" and grandchild.i > child.i  # "left five men *dead*"
                    if (named or behind) and grandchild.dep_ == "amod":
                        self._note(grandchild, "")  # "called it a *cowardly* attack"
                    if grandchild.dep_ == "prep" and child.dep_ in ("dobj", "nsubjpass") and grandchild.i > child.i:
                        self._note_phrase(grandchild)  # "put the minister *in custody*"
        following = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
        if following.lower_ == "that" and following.dep_ == "mark":
            self._keep("that", "do", following)  # whatever the parser hangs the clause on
        if self._syntax.is_passive(verb):
            for token in self._syntax.passive_subjects(verb):
                self._note(token, "")
                self._note_place(token, "")
                self._note_content(token)
            for token in self._syntax.agents(verb):
                self._note(token, "subject")
                self._note_content(token, "subject")
        else:
            for subject in self._syntax.subjects(verb):
                self._note(subject.token, "subject")
                self._note_content(subject.token, "subject")
                for child in subject.token.children:
                    if child.dep_ == "appos" and child.lower_ in _OF_ALL:
                        self._note(child, "")  # "Chile and Peru *each* claimed"
        self._note_antecedent(verb)

    def _note_antecedent(self, verb: Token) -> None:
        """Note what a clause behind it does something to: "the *views* that Togo shares", "a *score* to settle"."""
        if verb.tag_ == "VB" and verb.i > 1 and verb.nbor(-1).tag_ == "TO":
            held = verb.dep_ == "advcl" and verb.head.lemma_ == "have" and verb.nbor(-2).dep_ == "dobj"
            thing = verb.nbor(-2) if held else verb.head  # "had *scores* to settle"
            if (held or verb.dep_ in ("acl", "relcl")) and not any(child.dep_ == "dobj" for child in verb.children):
                self._note(thing, "")
        elif verb.dep_ == "relcl" or (verb.dep_ == "acl" and verb.tag_ == "VBN"):  # "the *people* evacuated by Togo"
            for token in self._syntax.objects(verb):
                if token.i < verb.i:
                    self._note(token, "")
                    self._note_content(token)

    def _note_content(self, amount: Token, before: str = "") -> None:
        """Note what an amount is of: "hundreds of migrants", "agreed *to* most of the *terms*" (with `before`)."""
        if before not in self._wanted:
            return
        for _ in range(2):
            counts = (
                amount.base in _GROWTH
                or amount.base in self._syntax.words["nouns.amount"]
                or self._syntax.is_partitive(amount)
            )
            if not counts and (amount.pos_ in ("NOUN", "PROPN") or amount.dep_ == "acomp"):
                return  # "aware of threats" is none
            of = "in" if amount.base in _GROWTH else "of"  # "a rise *in* funding"
            content = [
                c for phrase in amount.children if phrase.lower_ == of for c in phrase.children if c.dep_ == "pobj"
            ]
            if not content:
                return
            amount = content[0]
            self._note(amount, before)

    def _note_place(self, token: Token, before: str) -> None:
        """Note a town, sea or piece of land that is named: "took *Basra* from", "closed the *Bosphorus* to"."""
        if "somewhere" not in self._wanted.get(before, ()):
            return
        mention = self._denoter.mention_at.get(token.i)
        placed = token.ent_type_ in _PLACES if mention is None else mention.how == "place" or mention.capital
        placed = placed or (mention is not None and self._denoter.cast[mention.actor].kind == "region")
        if placed:
            self._keep(before, "somewhere", token)

    def _note_phrase(self, preposition: Token) -> None:
        """Note what follows a preposition, with its modifiers: "in *pre-trial custody*", "out *of the talks*"."""
        before = preposition.lower_
        is_wanted = before in self._wanted
        for token in preposition.children:
            if token.pos_ == "PROPN" and any(map(self._is_name_part, token.children)):
                continue  # "held at Guantanamo Bay" is not held at bay
            if token.dep_ == "prep":
                for deeper in token.children:
                    self._note(deeper, token.lower_)
            if not is_wanted:
                continue
            self._note(token, before)
            if token.dep_ == "pobj":
                self._note_place(token, before)
                if token.pos_ not in ("NOUN", "PROPN"):
                    self._note_content(token, before)
                for modifier in token.children:
                    if modifier.dep_ in ("amod", "compound"):
                        self._note(modifier, before)
            if token.tag_ == "VBG" and (token.dep_ == "pcomp" or before == "from"):
                self._keep(before, "doing", token)

    def _is_name_part(self, word: Token) -> bool:
        """Tell whether a word before a noun makes it a name: "*Guantanamo* Bay", no "*Cuban* Government"."""
        if word.dep_ != "compound" or word.pos_ != "PROPN":
            return False
        mention = self._denoter.mention_at.get(word.i)
        return mention is None or mention.via != "demonym"

    def _note_claim(self, clause: Token) -> None:
        """Note what a plain that-clause says of its subject: "said that Peru *was behind* it", "… *was guilty*".

        Of one about what is to come, its verb, and what stands behind that: "warned that Chad *would pay*", "*would
        lose its seat*".
        """
        if any(part.tag_ == "MD" and part.base in _COMING for part in clause.lefts):
            self._note(clause, "will")
            for token in clause.children:
                if token.dep_ == "dobj":
                    self._note(token, clause.base)
        if any(part.dep_ in ("neg", "aux") for part in clause.children):
            return
        self._note(clause, "that")
        if clause.lemma_ == "be":
            for token in clause.children:
                if token.dep_ in ("attr", "acomp", "prep", "xcomp", "oprd"):
                    self._note(token, "that")

    def _note(self, token: Token, before: str) -> None:
        if before in self._wanted and not self._is_opposing_party(token):
            mention = self._denoter.mention_at.get(token.i) if token.tag_ in ("NNS", "NNPS") else None
            if mention is not None and mention.via == "demonym":
                self._keep(before, "citizen", token)  # "the *Danes* held by Chad"
            elif mention is not None and self._denoter.cast[mention.actor].kind == "bloc":
                return  # "attacked the Axis *powers*" is no attack on power
            self._keep(before, token.base, token)
            self._keep(before, token.lower_, token)
            if token.i > 1 and self._denoter.texts[token.i - 1] == "-":
                self._keep(before, self._denoter.word(token), token)  # "declared a *cease-fire*"

    @staticmethod
    def _is_opposing_party(noun: Token) -> bool:
        """Tell whether an opposition is a group: "met *the Polish opposition*", but "met Polish opposition"."""
        if noun.base != "opposition" or any(child.lower_ in ("from", "to", "of") for child in noun.rights):
            return False
        return any(child.dep_ == "poss" or child.lower_ == "the" for child in noun.lefts)

    def _keep(self, before: str, word: str, token: Token) -> None:
        """Keep a token under the entry of a word, or of two (`before` is the first), if a frame asks for it."""
        if word in self._wanted.get(before, ()):
            self._found.setdefault(f"{before} {word}" if before else word, token)

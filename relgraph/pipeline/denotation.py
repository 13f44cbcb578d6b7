"""Which actors a token denotes: the one function that every slot of every frame goes through.

A noun phrase denotes an actor if its head names one ("Hezbollah"), refers to one ("the two countries"), belongs to one
("Iranian ships", "the government of Iraq", "dozens of militias"), or is itself a generic group ("journalists").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from relgraph.pipeline.cast import Cast
from relgraph.pipeline.parties import Party, unique
from relgraph.pipeline.syntax import VERBAL, Argument, Syntax
from relgraph.pipeline.words import Words

_LOCATIVE = frozenset({"in", "near", "around", "outside", "inside", "within", "across", "throughout"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "nummod"})


class Denoter:
    """Answers which actors stand behind a token of one text.

    `pairs` holds the coordinated pairs of the text in their order ("Russia and Iran"), for words that need two parties and name none.
    `references` maps the index of a pronoun or definite noun to the parties that it refers to; the stage that resolves
    references fills it.
    """

    def __init__(
        self,
        doc: Doc,
        mentions: list[Party],
        cast: Cast,
        syntax: Syntax,
        target_of: frozenset[str],
        hyphenated: frozenset[str],
        words: Words,
    ) -> None:
        """`target_of` holds the nouns whose of-phrase is what they are done to ("invasion of"), not who does them; `hyphenated` the
        words of frames that have a hyphen.
        """
        self.doc = doc
        self.cast = cast
        self.syntax = syntax
        self.references: dict[int, list[Party]] = {}
        self._words = words
        self._target_of = target_of
        self._hyphenated = hyphenated
        self.mention_at: dict[int, Party] = {i: party for party in mentions for i in range(party.start, party.end)}
        self._borrowing: set[int] = set()
        self.pairs: list[list[Party]] = []

    def word(self, token: Token) -> str:
        """Return the lemma under which frames are looked up: "cease-fire" is one word, whatever the tokeniser says."""
        lemma: str = token.lemma_.lower()
        i = token.i
        if (
            i > 1
            and self.doc[i - 1].text == "-"
            and not self.doc[i - 1].whitespace_
            and not self.doc[i - 2].whitespace_
        ):
            whole = f"{self.doc[i - 2].lower_}-{lemma}"
            if whole in self._hyphenated:
                return whole
        return lemma

    def parties(self, argument: Argument, *, target: bool = False, preposition: str = "") -> list[Party]:
        """Return the actors behind an argument, those of coordinated phrases included.

        `target` admits whoever owns the thing that is acted on; `preposition` is the one before the phrase, since a
        capital after "in" is only a place.
        """
        found: list[Party] = []
        for token in self.conjuncts(argument.token):
            if argument.owner:
                found.extend(self.owners(token) or self.borrowed(token))
            else:
                parties = self.denote(token, target=target, preposition=preposition)
                if not parties and argument.lends:
                    parties = self.owners(token) or self.borrowed(token)
                found.extend(parties)
        return unique(found)

    def conjuncts(self, token: Token) -> Iterator[Token]:
        """Yield a noun and those that are coordinated with it."""
        yield token
        for child in token.children:
            if child.dep_ == "conj" and (child.pos_ in _NOUNS or child.pos_ in ("PRON", "ADJ", "NUM", "X")):
                yield from self.conjuncts(child)
            elif (
                child.dep_ == "prep"
                and child.lower_ in ("with", "including", "like")
                and self._accompanies(token, child)
            ):
                for grandchild in child.children:
                    if grandchild.dep_ == "pobj":
                        yield from self.conjuncts(grandchild)

    def _accompanies(self, token: Token, preposition: Token) -> bool:
        """Tell whether the phrase is one of "A, together with B" or "A, along with B"."""
        i = preposition.i
        return i > 1 and self.doc[i - 1].lower_ in ("together", "along", "alongside") and token.i < i

    def denote(self, token: Token, *, target: bool = False, preposition: str = "") -> list[Party]:
        """Return the actors that one noun phrase denotes, by its head token; none if it denotes no actor."""
        if token.i in self.references:
            return self.references[token.i]
        mention = self.mention_at.get(token.i)
        if mention is not None:
            if mention.how == "place":
                return []
            return self._named(token, mention, preposition)
        if token.pos_ not in _NOUNS and token.pos_ not in ("PRON", "NUM", "ADJ", "DET", "X", "VERB"):
            return []
        if token.pos_ == "VERB" and token.tag_ not in ("VBG", "VBN"):
            return []
        lemma = token.lemma_.lower()
        if lemma in self._words["nouns.time"]:
            return []
        for child in token.children:
            if child.dep_ == "appos" and child.i in self.mention_at and token.pos_ in _NOUNS:
                # "its neighbour, Ethiopia"
                return [party for part in self.conjuncts(child) for party in self.denote(part, target=target)]
        whole = self._partitive(token, lemma, target=target)
        if whole:
            return whole
        if lemma not in self._words["nouns.relational"] or (
            lemma in self._words["nouns.peer"] and not self._possessed(token)
        ):
            owners = self.owners(token, allow_of=target or lemma in self._words["nouns.partitive"])
            if owners:
                return owners
        return self._generic(token, lemma, target=target)

    def _named(self, token: Token, mention: Party, preposition: str) -> list[Party]:
        if mention.capital and preposition in _LOCATIVE:
            return []
        apposed = self._apposed(token, mention)
        return [apposed or mention]

    def _apposed(self, token: Token, mention: Party) -> Party | None:
        """For "the Israeli prime minister, Netanyahu" the name wins; a title before it only widens the words."""
        if self.cast[mention.actor].kind != "person":
            return None
        start = mention.start
        for child in token.children:
            if (
                child.dep_ in ("compound", "amod", "nmod", "poss", "det")
                and child.i < start
                and child.i >= mention.start - 8
            ):
                start = min(start, child.left_edge.i)
        return mention.widened(start, mention.end) if start < mention.start else None

    def _partitive(self, token: Token, lemma: str, *, target: bool) -> list[Party]:
        """As in "dozens of militias", "some of the Kurds", "the government of Iraq"."""
        if lemma not in self._words["nouns.partitive"] and token.pos_ not in ("NUM", "DET", "PRON"):
            return []
        found: list[Party] = []
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                for grandchild in child.children:
                    if grandchild.dep_ == "pobj":
                        for part in self.conjuncts(grandchild):
                            found.extend(
                                replace(
                                    party,
                                    start=min(token.i, party.start),
                                    end=max(party.end, token.i + 1),
                                    how="part of",
                                )
                                for party in self.denote(part, target=target)
                            )
        return unique(found)

    def owners(
        self, noun: Token, *, allow_of: bool = True, sure_of: bool = False, allow_by: bool = True
    ) -> list[Party]:
        """Return the actors that a noun belongs to or that do it: "Iran's X", "Iranian X", "X of Iran", "X by Iran".

        `allow_of` admits an of-phrase unless the noun's of-phrase is what it is done to; `sure_of` admits it even then;
        `allow_by` admits who does it.
        """
        made = self._made_by(noun) if allow_by else []
        if made:
            return made
        found: list[Party] = []
        for child in noun.children:
            if child.dep_ in _MODIFIERS and child.i < noun.i:
                for part in self._modifiers(child):
                    found.extend(self._as_owner(part, noun))
            elif not allow_by:
                continue
            elif child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
                found.extend(self._objects(child))
            elif child.dep_ == "prep" and child.lower_ == "of":
                # "the siege of Homs by the army": the parser hangs the agent on the town
                for thing in child.children:
                    for deeper in thing.children:
                        if deeper.lower_ == "by" and deeper.dep_ in ("prep", "agent"):
                            found.extend(self._objects(deeper))
        if not found:
            found.extend(self._blamed(noun))
        if not found and (sure_of or (allow_of and noun.lemma_.lower() not in self._target_of)):
            for child in noun.children:
                if child.dep_ == "prep" and child.lower_ == "of":
                    for grandchild in child.children:
                        if grandchild.dep_ == "pobj":
                            for part in self.conjuncts(grandchild):
                                found.extend(
                                    party.widened(noun.i, noun.i + 1, how="owner")
                                    for party in self.denote(part, target=True)
                                )
        return unique(found)

    def _objects(self, preposition: Token) -> list[Party]:
        return [
            party for token in preposition.children if token.dep_ == "pobj" for party in self.parties(Argument(token))
        ]

    def _made_by(self, noun: Token) -> list[Party]:
        """Return the agent of a participle after the noun: "a UN resolution drafted by Britain" is Britain's."""
        for child in noun.children:
            if child.dep_ == "acl" and child.tag_ == "VBN" and child.i > noun.i:
                found = [party for agent in self.syntax.agents(child) for party in self.parties(Argument(agent))]
                if found:
                    return found
        return []

    def _blamed(self, noun: Token) -> list[Party]:
        """Return who is behind something by what is said of it: "attacks on ships attributed to Israel", "blamed on rebels"."""
        for token in self.doc[noun.i + 1 : noun.right_edge.i + 1]:
            if token.lower_ in _BLAMING and token.dep_ in ("acl", "amod", "relcl"):
                for preposition in ("to", "on"):
                    for blamed in self.syntax.prepositional(token, preposition):
                        return self.parties(Argument(blamed))
        return []

    def modifiers(self, noun: Token) -> list[Party]:
        """Return the actors that stand before a noun as compound or adjective ("Iran" in "Iran sanctions")."""
        found: list[Party] = []
        for child in noun.children:
            if child.dep_ in ("compound", "amod", "nmod") and child.i < noun.i:
                for part in self._modifiers(child):
                    found.extend(self._as_owner(part, noun))
        return unique(found)

    def _modifiers(self, token: Token) -> Iterator[Token]:
        """Yield a modifier, those coordinated with it, and those nested in it ("Russian-Iranian", "U.S. State Department")."""
        mention = self.mention_at.get(token.i)
        for child in token.children:
            if (
                child.dep_ in _MODIFIERS
                and child.i < token.i
                and (mention is None or not mention.start <= child.i < mention.end)
            ):
                yield from self._modifiers(child)
            elif child.dep_ == "npadvmod" and token.lower_ in self._words["adjectives.holding"]:
                yield child  # "ISIL-held territory"
        yield token
        for child in token.children:
            if child.dep_ == "conj" and child.i > token.i:
                yield from self._modifiers(child)

    def _as_owner(self, token: Token, noun: Token) -> list[Party]:
        if token.dep_ == "poss" or token.tag_ == "PRP$":
            parties = self.denote(token)
            if token.tag_ == "PRP$":
                return parties
            return [
                party.widened(party.start, noun.i + 1, how="owner") if noun.i - party.start <= 6 else party
                for party in parties
            ]
        mention = self.mention_at.get(token.i)
        if mention is None:
            if token.i in self.references:
                return self.references[token.i]
            return []
        if mention.start <= noun.i < mention.end or self._is_affix_stem(mention):
            return []
        if mention.capital and token.dep_ != "poss" and not self._acts_for_city(noun):
            # "the Vienna talks", "the Damascus suburbs": where, not who.
            return []
        if (
            mention.via == "demonym"
            and self.cast[mention.actor].kind == "bloc"
            and noun.lemma_.lower() not in self._words["nouns.state_like"]
        ):
            # "Arab citizens" are not the Arab states, "Western medicine" is not the West.
            return []
        return [mention.widened(mention.start, noun.i + 1, how="owner")]

    def _acts_for_city(self, noun: Token) -> bool:
        lemma = noun.lemma_.lower()
        return any(
            lemma in self._words[name] for name in ("nouns.state_like", "nouns.domestic", "nouns.group", "bodies.heads")
        )

    def _is_affix_stem(self, mention: Party) -> bool:
        """Tell whether the mention is the stem of "pro-Iranian", "Saudi-backed" and the like, which says no ownership."""
        before = self.doc[mention.start - 1] if mention.start > 0 else None
        after = self.doc[mention.end] if mention.end < len(self.doc) else None
        if before is not None and before.text == "-" and mention.start > 1 and mention.start - 2 not in self.mention_at:
            return self.doc[mention.start - 2].lower_ in ("pro", "anti", "non", "ex")
        if after is not None and after.text in ("-", "–") and mention.end + 1 < len(self.doc):
            following = self.doc[mention.end + 1]
            if following.lower_ in self._words["adjectives.holding"]:
                return False
            return following.tag_ in ("VBN", "VBD", "JJ") and following.i not in self.mention_at
        return False

    def borrowed(self, noun: Token) -> list[Party]:
        """Return the subject that a noun borrows from what governs it: "Israel *launched* a strike", "a *series* of attacks".

        Verbs that take a stance on the noun ("condemned the strike") lend nothing.
        """
        if noun.i in self._borrowing:
            return []
        self._borrowing.add(noun.i)
        try:
            return self._borrow(noun)
        finally:
            self._borrowing.discard(noun.i)

    def _borrow(self, noun: Token) -> list[Party]:
        head, dep = noun.head, noun.dep_
        if dep in ("dobj", "attr", "oprd", "dative") and head.pos_ in VERBAL:
            return self._from_verb(head)
        if dep == "nsubjpass" and head.pos_ in VERBAL and head.lemma_ not in self._words["verbs.stance"]:
            return [party for agent in self.syntax.agents(head) for party in self.parties(Argument(agent))]
        if dep == "conj" and head.pos_ in _NOUNS:
            return self.owners(head) or self.borrowed(head)
        if dep in ("pobj", "pcomp") and head.pos_ in ("ADP", "SCONJ"):
            governor = head.head
            if governor.pos_ in _NOUNS and head.lower_ in ("of", "for", "in", "on", "to", "about", "over", "with"):
                return self.owners(governor, allow_of=False) or self.borrowed(governor)
            if governor.pos_ in VERBAL and head.lower_ in (
                "in",
                "to",
                "into",
                "on",
                "with",
                "through",
                "via",
                "by",
                "of",
                "for",
                "at",
            ):
                if self.syntax.is_passive(governor):
                    doers = self.syntax.agents(governor) if head.lower_ == "with" else []
                    tokens = doers or self.syntax.passive_subjects(governor)
                    return [party for token in tokens for party in self.parties(Argument(token))]
                return self._from_verb(governor)
            if governor.pos_ == "ADJ":
                return [party for bearer in self.syntax.bearers(governor) for party in self.parties(bearer)]
        if dep == "appos" and head.pos_ in _NOUNS:
            if head.i in self.mention_at or head.i in self.references:
                return self.parties(Argument(head))
            return self.owners(head) or self.borrowed(head)
        return []

    def _from_verb(self, verb: Token) -> list[Party]:
        if verb.lemma_ in self._words["verbs.stance"]:
            return []
        return [party for arg in self.syntax.subjects(verb) for party in self.parties(arg)]

    def pair_of_sentence(self, noun: Token) -> list[Party]:
        """Return the one pair that the sentence of a noun names, for an event that needs two parties and has none of its own."""
        clause = noun
        while clause.head.i != clause.i:
            if clause.dep_ in ("ccomp", "relcl"):
                return []
            clause = clause.head
        sentence = noun.sent
        here = [pair for pair in self.pairs if all(sentence.start <= party.start < sentence.end for party in pair)]
        here = [pair for pair in here if all(self.cast[party.actor].kind not in ("person", "group") for party in pair)]
        actors = {frozenset(party.actor for party in pair) for pair in here}
        if len(actors) != 1:
            return []
        others = {
            self.cast.root(party.actor)
            for party in self.mention_at.values()
            if sentence.start <= party.start < sentence.end
        } - {self.cast.root(party.actor) for pair in here for party in pair}
        return [] if others else here[-1]

    def _possessed(self, token: Token) -> bool:
        return any(child.dep_ == "poss" and child.tag_ != "PRP$" for child in token.children)

    def _generic(self, token: Token, lemma: str, *, target: bool) -> list[Party]:
        """A group that acts without a name: plural people and bodies, "police", "rebels"; those of a place are its country's."""
        words = self._words
        plural = token.tag_ in ("NNS", "NNPS")
        if token.pos_ not in _NOUNS or lemma in words["nouns.source"]:
            return []
        if any(child.dep_ == "poss" and child.tag_ == "PRP$" for child in token.children):
            return []  # "his government": somebody's, but it is not known whose
        if not (plural and lemma in words["nouns.group"]) and lemma not in words["nouns.singular_group"]:
            return []
        listed = [
            party
            for child in token.children
            if child.dep_ == "prep"
            and (
                child.lower_ == "including"
                or (child.lower_ == "as" and child.i > 0 and self.doc[child.i - 1].lower_ == "such")
            )
            for grandchild in child.children
            if grandchild.dep_ == "pobj"
            for party in self.parties(Argument(grandchild), target=target)
        ]
        if listed:
            return listed
        local = self._local_country(token) if lemma not in words["nouns.relational"] else []
        if local:
            return local
        adjectives = [
            child
            for child in token.children
            if child.dep_ in ("amod", "compound", "npadvmod")
            and child.i < token.i
            and child.is_alpha
            and child.pos_ in ("ADJ", "NOUN")
            and child.i not in self.mention_at
            and child.tag_ not in ("JJR", "JJS")
            and child.lower_ not in _DULL
        ]
        start = min((child.i for child in adjectives), default=token.i)
        name = self.doc[start : token.i + 1].text.lower() if start == token.i - len(adjectives) else token.text.lower()
        actor = self.cast.introduce(name, "group")
        return [Party(actor, start, token.i + 1, "description", how="generic group")]

    def _local_country(self, token: Token) -> list[Party]:
        """Return the country in "protesters in southern Nepal", "people of Kashmir"."""
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("in", "from", "of", "across"):
                for grandchild in child.children:
                    if grandchild.dep_ == "pobj":
                        mention = self.mention_at.get(grandchild.i)
                        if (
                            mention is not None
                            and not mention.capital
                            and self.cast[mention.actor].kind in ("country", "historic_state")
                        ):
                            return [mention.widened(token.i, token.i + 1, how="people of the place")]
        return []


_BLAMING = frozenset({"attributed", "ascribed", "credited", "blamed", "traced"})
_DULL = frozenset(
    ["many", "several", "some", "few", "more", "most", "other", "such", "own", "new", "old", "former", "same", "first", "last", "senior", "top", "high", "leading", "key", "major", "various", "certain", "different", "numerous", "foreign-born", "unidentified", "unnamed"]
)

"""A parsed text in plain Python: what the grammar asks of spaCy's Doc and Token, under the same names.

spaCy makes a new object each time that a token is asked for, and looks its strings up anew; the grammar asks for the
same few tokens many times. Here all tokens of a text are made once, in one pass over the parse. What is rarely asked
for is handed on to spaCy's own objects.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, overload

import numpy as np
from spacy.attrs import DEP, ENT_TYPE, HEAD, LEMMA, LOWER, ORTH, POS, SENT_START, SPACY, TAG

from relgraph.pipeline.nlp.inflection import with_silent_e
from relgraph.pipeline.nlp.spans import Span

if TYPE_CHECKING:
    from spacy import tokens as spacy_tokens
    from spacy.strings import StringStore

_WITH_ENDINGS = frozenset({"VBD", "VBN", "VBG", "VBZ"})
_LONGEST_STEM = 5
_COLUMNS = (ORTH, SPACY, LOWER, LEMMA, POS, TAG, DEP, ENT_TYPE)


class Token:
    """One word of a text and its place in the parse; attributes mean what they mean in spaCy.

    `base` is the lemma in small letters, which is asked for most.
    """

    __slots__ = (
        "base",
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "lemma_",
        "lower_",
        "pos_",
        "sent",
        "tag_",
        "text",
    )

    doc: Doc
    i: int
    idx: int
    text: str
    lower_: str
    base: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    sent: Span
    head: Token
    children: Sequence[Token]

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def original(self) -> spacy_tokens.Token:
        """The token that spaCy made."""
        return self.doc.original[self.i]

    # The tree

    @property
    def lefts(self) -> list[Token]:
        """The children before the token."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """The children after the token."""
        return [child for child in self.children if child.i > self.i]

    @property
    def left_edge(self) -> Token:
        """The first token of the subtree, whose words stand together."""
        token = self
        while token.children and (first := token.children[0]).i < token.i:
            token = first
        return token

    @property
    def right_edge(self) -> Token:
        """The last token of the subtree, whose words stand together."""
        token = self
        while token.children and (last := token.children[-1]).i > token.i:
            token = last
        return token

    @property
    def ancestors(self) -> Iterator[Token]:
        """The head, its head, and so on up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, descendant: Token) -> bool:
        """Tell whether the token stands above another one in the tree."""
        return any(ancestor is self for ancestor in descendant.ancestors)

    @property
    def subtree(self) -> Iterator[Token]:
        """The token and all below it, in the order of the tree."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The tokens that are coordinated with the token."""
        return tuple(self.doc.tokens[conjunct.i] for conjunct in self.original.conjuncts)

    def nbor(self, step: int = 1) -> Token:
        """Return the token so many places further on.

        Beyond the first and last one, where spaCy raises an error, stands one without text, tag or children: texts that
        are cut off anywhere are read.
        """
        at = self.i + step
        return self.doc.tokens[at] if 0 <= at < len(self.doc.tokens) else _blank(self, at)

    # The form

    @property
    def whitespace_(self) -> str:
        """The space that follows, or nothing."""
        return self.original.whitespace_

    @property
    def ent_iob_(self) -> str:
        """Whether the token begins ("B"), continues ("I") or is outside ("O") an entity."""
        return self.original.ent_iob_

    @property
    def is_sent_start(self) -> bool:
        """Whether the token begins a sentence."""
        return self.i == self.sent.start

    @property
    def is_alpha(self) -> bool:
        """Whether the token consists of letters."""
        return self.text.isalpha()

    @property
    def is_lower(self) -> bool:
        """Whether the token is in lower case."""
        return self.text.islower()

    @property
    def is_upper(self) -> bool:
        """Whether the token is in capitals."""
        return self.text.isupper()

    @property
    def is_title(self) -> bool:
        """Whether the token has a capital in front and no other."""
        return self.text.istitle()

    @property
    def is_space(self) -> bool:
        """Whether the token consists of white space."""
        return self.text.isspace()

    @property
    def is_punct(self) -> bool:
        """Whether the token is a punctuation mark."""
        return self.original.is_punct

    @property
    def is_quote(self) -> bool:
        """Whether the token is a quotation mark."""
        return self.original.is_quote


def hang(phrase: Token, head: Token, dep: str = "prep") -> None:
    """Make a word with all below it depend on another one, or on nothing if `head` is the word itself.

    Nothing comes to depend on a word below it, since then no root would be above either.
    """
    if head is not phrase and phrase.is_ancestor(head):
        return
    if phrase.head is not phrase:
        phrase.head.children = [child for child in phrase.head.children if child is not phrase]
    if phrase.head is phrase or head is phrase:
        phrase.sent._root = None  # the sentence has another root now
    phrase.head, phrase.dep_ = head, dep
    if head is not phrase:
        head.children = sorted([*head.children, phrase], key=lambda child: child.i)


def take_place(word: Token, other: Token) -> None:
    """Make a word depend on what another one depends on, in its role; on nothing if the other is a root."""
    hang(word, word if other.head is other else other.head, other.dep_)


_GOING_ON = frozenset({",", ";", ")", "]", "%"})
"""No sentence begins with these, whatever the parser thinks: "NAIROBI, 24 May - Kenya and Uganda agreed"."""


def _blank(beside: Token, i: int) -> Token:
    """Return a token that stands for none, at a place before or behind the text."""
    blank = Token()
    blank.doc, blank.sent, blank.head, blank.children = beside.doc, beside.sent, blank, ()
    blank.i, blank.idx = i, beside.idx
    blank.text = blank.lower_ = blank.base = blank.lemma_ = ""
    blank.pos_ = blank.tag_ = blank.dep_ = blank.ent_type_ = ""
    return blank


_TIMES = frozenset({"DATE", "TIME", "CARDINAL", "QUANTITY", "MONEY", "PERCENT"})


class Doc:
    """A parsed text: its tokens, sentences and entities.

    `glosses` holds the verb by which somebody calls a noun so, by the noun's place: "what Chad *called* an attack".
    """

    def __init__(self, original: spacy_tokens.Doc) -> None:
        """`original` is a text that spaCy parsed."""
        self.original = original
        self._spans: dict[tuple[int | None, int | None], Span] = {}
        self.glosses: dict[int, Token] = {}
        self.tokens = [Token() for _ in range(len(original))]
        self.text = self._fill_words()
        self._fill_tree()
        self.sents = self._sentences()
        self.ents = [self._entity(entity.start, entity.end, entity.label_) for entity in original.ents]

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            # The same stretches, those of names, are looked at again and again.
            ends = at.start, at.stop
            span = self._spans.get(ends)
            if span is None:
                start, end, _ = at.indices(len(self.tokens))
                span = self._spans[ends] = Span(self, start, max(start, end))
            return span
        return self.tokens[at]

    def _entity(self, start: int, end: int, label: str) -> Span:
        """Return an entity, without the year before a name: "In 1504 *Burgundy*", not "the 2022 World Cup"."""
        year = self.tokens[start]
        apart = year.dep_ == "pobj" and year.head.i == start - 1 and year.tag_ == "CD" and len(year.text) == 4
        if apart and end - start > 1 and label not in _TIMES:
            year.ent_type_ = "DATE"
            start += 1
        return Span(self, start, end, label)

    def touched(self, start: int, end: int) -> Span | None:
        """Return the tokens that the characters ``start:end`` touch, or None if there are none."""
        found = self.original.char_span(start, end, alignment_mode="expand")
        return None if found is None else Span(self, found.start, found.end)

    def occurrences(self, words: Iterable[str]) -> list[Token]:
        """Return the tokens that are one of some words, as they are written, in the order of the text."""
        found = [token for word in set(words) for token in self._forms.get(word, ())]
        return sorted(found, key=lambda token: token.i)

    @cached_property
    def _forms(self) -> dict[str, list[Token]]:
        """The tokens by what they are as written."""
        forms: dict[str, list[Token]] = {}
        for token in self.tokens:
            forms.setdefault(token.text, []).append(token)
        return forms

    def _fill_words(self) -> str:
        """Give the tokens their words; returns the whole text."""
        names = _Names.of(self.original.vocab.strings)
        forms, spaces, *others = self.original.to_array(list(_COLUMNS)).T.tolist()
        texts = [names[form] for form in forms]
        pieces = [text + " " if space else text for text, space in zip(texts, spaces, strict=True)]
        offset = 0
        for i, (token, text, piece, lower, lemma, pos, tag, dep, entity) in enumerate(
            zip(self.tokens, texts, pieces, *others, strict=True)
        ):
            token.doc = self
            token.i = i
            token.idx = offset
            token.text = text
            token.lower_ = names[lower]
            token.lemma_ = word = names[lemma]
            token.base = word.lower()
            token.pos_ = names[pos]
            token.tag_ = names[tag]
            if token.tag_ in _WITH_ENDINGS and len(word) <= _LONGEST_STEM:
                token.lemma_ = token.base = with_silent_e(token.base, token.lower_)
            token.dep_ = names[dep]
            token.ent_type_ = names[entity]
            offset += len(piece)
        return "".join(pieces)

    def _fill_tree(self) -> None:
        steps = self.original.to_array(HEAD).astype(np.int64)
        heads: list[int] = (steps + np.arange(len(steps))).tolist()
        below: dict[int, list[Token]] = {}
        for token, head in zip(self.tokens, heads, strict=True):
            token.head = self.tokens[head]
            token.children = ()
            if head != token.i:
                below.setdefault(head, []).append(token)
        for head, children in below.items():
            self.tokens[head].children = children

    def _sentences(self) -> list[Span]:
        starts = [
            i
            for i, start in enumerate(self.original.to_array(SENT_START).tolist())
            if i == 0 or (start == 1 and self.tokens[i].text not in _GOING_ON)
        ]
        sentences = [Span(self, start, end) for start, end in pairwise([*starts, len(self.tokens)])]
        for sentence in sentences:
            for token in sentence:
                token.sent = sentence
        return sentences


class _Names(dict[int, str]):
    """The strings of spaCy's numbers, each looked up once while texts come from the same model."""

    _current: ClassVar[_Names | None] = None
    _MOST = 20_000

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self._strings = strings

    @classmethod
    def of(cls, strings: StringStore) -> _Names:
        """Return those of a model: the ones in use, or new ones if they are of another model or became too many."""
        names = cls._current
        if names is None or names._strings is not strings or len(names) > cls._MOST:
            names = cls._current = cls(strings)
        return names

    def __missing__(self, number: int) -> str:
        name = self[number] = self._strings[number]
        return name

"""Repair of text before it is parsed, and of the sentence boundaries that the parser starts from.

Every repair keeps the length of the text, so that offsets into the repaired text are offsets into the original, except
within words that were put together, see `relgraph.pipeline.nlp.joins`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from spacy.language import Language

from relgraph.pipeline.nlp.joins import Joined, join_words
from relgraph.pipeline.repairs.listmarks import unmark
from relgraph.pipeline.words import grammar

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_FOOTNOTE = re.compile(r"\[(?:\d{1,3}|[a-z]|note \d+|citation needed)\]")
_HANDLE = re.compile(r"(?<![^\W_])[#@](?=\w)")
_RUN_TOGETHER = re.compile(r"(?<![^\W_])[#@](?!Mac|Van|Von|Fitz)([A-Z][a-z]{2,})([A-Z][a-z]{2,})\b")
"""Two names in one handle, "@IdaKahn": parted they are as long as with its mark."""
_DOUBLED_QUOTES = re.compile(r'"{2,}')
_ACUTE = re.compile(r"(?<=\w)[´`](?=(?:s|t|re|ve|ll|d|m)\b)|(?<=s)´(?= )")
"""An accent that stands for an apostrophe: "Peru´s"."""
_HYPHENS = str.maketrans("\u2010\u2011", "--")
_DASH = re.compile(r"(?<=[^\W\d]|[\"”’'),.%]) - (?=[^\W\d]|[\"“‘'(])")
"""A hyphen that stands for a dash, which the parser takes for one inside a word: "Peru - its neighbour - left"."""
_LIFE = re.compile(
    r"(?<=[^\W\d]) \((?=[^()]{0,90}\b(?:born|died|[bd]\.) [^()]{0,60}\d{4})[^()]{4,150}\)(?P<said> (?=an? |the |who ))?"
)
"""When somebody was born and died, behind his name: "Omar Said (born 4 May 1970), a native of Tikrit, was"."""
_SCRIPT = re.compile(r"(?<=[^\W\d]) \((?:[A-Z][a-z]+: ?)?[^\x00-\u024f()][^A-Za-z()]*\)")
"""A name in another script: "Omar Said (Arabic: \u0639\u0645\u0631)"."""
_BARE_POSSESSIVE = re.compile(
    r"(?<!the )(?<!two )(?<!both )\b(?!Americas|Koreas)((?:[A-Z][a-z]+ )?[A-Z][a-z]{2,}?)s"
    r"(?= (?!(?:and|or|in|of|to|on|at|by|for|with|from|as|is|are|was|were|has|have|had|will|that|who|may)\b)[a-z]{2,})"
)
"""The name of a country that has lost its apostrophe: "Perus government"."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_EMPHASIS = re.compile(r"(?<![^\W_])[*_]{1,3}(?=[^\W_])|(?<=[^\W_])[*_]{1,3}(?![^\W_])")
_STRONGEST = re.compile(
    r"(?<=[a-z]) in the (?:very )?(?:strongest|clearest|harshest|firmest|sharpest)(?: possible)? (?:terms|words|manner)"
    r"(?= (?:the|a|an|this|these|all|any|its|his|their|every)\b)"
)
"""Between a verb and its object, this makes the parser lose the object: "condemns in the strongest terms the raid"."""
_SCARE = re.compile(r"(?<=[\w,] )(?:'(?=[a-z-]+' )|[‘“\"](?=[a-z-]+[’”\"] ))([a-z][a-z-]{2,})['’”\"](?= )")
"""One word in quotation marks within a sentence, which the parser takes for a noun: "troops 'free' a town"."""
_WORD = re.compile(r"[A-Za-z][A-Za-z’']*")
_DATELINE = re.compile(
    r"^(?:(?:Reuters|AFP|AP|Xinhua) )?[A-Z][A-Z .'’/-]{2,40}(?:, [A-Z][\w .'’-]{1,30}){0,2}"
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}))?"
    r"(?: \([A-Z][\w .’'/-]{1,30}\))? ?(?:[–—]|--?(?= ))",
    re.MULTILINE,
)
"""What a news agency sets before a report: "PRISTINA, May 3 (Reuters) -"."""
_AGENCY = re.compile(
    r"^[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?:, [A-Z][\w .]{1,24})?"
    r"(?: \([A-Z][\w .’'/-]{1,30}\)|, [A-Z]{2,8}) ?(?:[–—]|--?(?= ))",
    re.MULTILINE,
)
"""The same in small letters, told by its agency: "Pristina, May 3 (Reuters) -", "New York, May 3, IRNA -"."""
_TOWN = re.compile(
    r"^([A-Z][a-z]+(?: [A-Z][a-z]+){0,2}), ([A-Z][a-z]+(?: [A-Z][a-z]+){0,2}) ?(?:[–—]|--?(?= ))", re.MULTILINE
)
"""Or by its country: "Pristina, Kosovo -"."""
_FROM = re.compile(r"^\([A-Z][\w .'’-]{1,30}(?:, [^()\n]{2,30})?\) ?(?:[–—]|--?(?= ))", re.MULTILINE)
"""What an organisation sets before its release: "(Nairobi) –", "(Beirut, March 3) -"."""
_CREDIT = re.compile(
    r"\b(?:REUTERS|Reuters|AFP|AP|EPA|Getty Images|Xinhua|Anadolu)/[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}?"
    r"(?:/(?:File Photo|Files?|Handout|Pool|Getty Images|[A-Z]{2,8})|(?= File Photo))(?: File Photo)?"
)
"""Whose a photograph is, as its caption says: "REUTERS/Ana Ruiz/File Photo"."""
_ENDING = tuple('.!?:;"”’)')
_LONGEST_NAME = 6
_HEADLINE_SHARE = 0.7
_SMALL = frozenset({
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "with", "by", "and", "or", "but", "nor", "as",
    "into", "over", "after", "before", "amid", "against", "than", "via", "vs", "s",
})  # fmt: skip
"""The words that keep their small letters in a headline."""
_JOINTS = ("and", "or", "nor", "of")
_INITIALS = ("X.X.", "X.X.X.")
_LONGEST_LABEL, _LONGEST_HEADLINE = 4, 30
_NUMERALS = ("I.", "V.", "X.")
"""Roman numbers that the tokenizer takes for the first letter of a name."""
_NUMBERED = frozenset(
    {
        "war",
        "wars",
        "phase",
        "part",
        "title",
        "article",
        "chapter",
        "volume",
        "class",
        "category",
        "stage",
        "salt",
        "start",
        "mark",
    }
)
"""Lower-case words that such a number, not a name's first letter, stands behind."""
_START, _NO_START = 1, -1


@dataclass(frozen=True, slots=True)
class Repairer:
    """Makes texts ready for the parser; the fields are those of `repair_text` and `join_words`."""

    common: frozenset[str]
    endings: frozenset[str]
    names: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()

    def repair(self, text: str) -> Joined:
        """Return the text that the parser gets, and what was shifted in it."""
        joined = join_words(text, self.common, self.endings)
        return joined._replace(text=repair_text(joined.text, self.common, self.names, self.lands))


def repair_text(
    text: str, common: Container[str], names: Container[str] = frozenset(), lands: Container[str] = frozenset()
) -> str:
    """Return `text` with footnote marks, handles, emphasis, emoji and the like blanked, and headlines in sentence case.

    Operative paragraphs ("1. Condemns …") lose their number and their capital.

    `common` holds words that are no names: a capitalised word of a headline becomes lower case if it is one of them or
    stands in lower case elsewhere in the text, but not inside one of `names`, the names of actors. `lands` are names of
    countries, whose lost apostrophes are set. The length stays the same.
    """
    repaired = _FOOTNOTE.sub(lambda m: " " * len(m[0]), text)
    repaired = _RUN_TOGETHER.sub(r"\1 \2", repaired)
    repaired = _HANDLE.sub(" ", repaired)
    repaired = _CONTROL.sub(" ", repaired)
    if not repaired.isascii():
        repaired = repaired.translate({ord(char): " " for char in set(repaired) if _is_ornament(char)})
    repaired = _EMPHASIS.sub(lambda m: " " * len(m[0]), repaired)
    repaired = _ACUTE.sub("'", repaired).translate(_HYPHENS)
    repaired = _BARE_POSSESSIVE.sub(lambda m: f"{m[1]}'" if m[1] in lands and m[0] not in names else m[0], repaired)
    repaired = _LIFE.sub(_without_life, repaired)
    if not repaired.isascii():
        repaired = _SCRIPT.sub(lambda m: " " * len(m[0]), repaired)
    repaired = _STRONGEST.sub(lambda m: " " * len(m[0]), repaired)
    repaired = _DOUBLED_QUOTES.sub(lambda m: '"'.rjust(len(m[0])), repaired)
    repaired = _SCARE.sub(r" \1 ", repaired)
    for line in (_DATELINE, _AGENCY, _FROM, _CREDIT) if "/" in repaired else (_DATELINE, _AGENCY, _FROM):
        repaired = line.sub(lambda m: " " * len(m[0]), repaired)
    repaired = _TOWN.sub(lambda m: " " * len(m[0]) if m[2] in lands and m[1] not in lands else m[0], repaired)
    repaired = _DASH.sub(" – ", unmark(repaired))
    seen = set(re.findall(r"\b[a-z][a-z’']+\b", repaired))
    lines = [_sentence_case(line, common, seen, names) for line in repaired.split("\n")]
    return "\n".join(lines)


def _without_life(found: re.Match[str]) -> str:
    """Return blanks for dates of birth and death, behind a comma if what somebody is follows without one."""
    return f",{' ' * (len(found[0]) - 1)}" if found["said"] else " " * len(found[0])


def _is_ornament(char: str) -> bool:
    kind = unicodedata.category(char) if ord(char) > 0x7F else ""
    return kind == "Cf" or (ord(char) > 0x2100 and kind in ("So", "Sk", "Co", "Cs"))


def _sentence_case(line: str, common: Container[str], seen: set[str], names: Container[str]) -> str:
    if len(line) > 200 or line.rstrip().endswith(";"):
        return line
    words = list(_WORD.finditer(line))
    capitalised = [found for found in words if len(found[0]) > 2 and found[0][0].isupper()]
    if len(capitalised) < 4 or not _is_headline([found[0] for found in words], line):
        return line
    named = _named(line, names)
    for found in capitalised[1:] if capitalised[0].start() == 0 else capitalised:
        lower = found[0].lower()
        if found.start() not in named and not found[0].isupper() and (_is_common(lower, common) or lower in seen):
            line = line[: found.start()] + lower + line[found.end() :]
    return line


def _is_headline(words: Sequence[str], line: str) -> bool:
    """Tell whether most of the longer words of a line have a capital; all but the smallest, if it ends with a stop."""
    if line.rstrip().endswith("."):
        return all(word[0].isupper() or word in _SMALL for word in words)
    longer = [word for word in words if len(word) > 3]
    return sum(word[0].isupper() for word in longer) >= _HEADLINE_SHARE * len(longer)


def _is_common(word: str, common: Container[str]) -> bool:
    """Tell whether a word, or that which it is a form of in -s, is a common one: "Lifts", "Recalls", "Sailors"."""
    return word in common or (word[-1] == "s" and (word[:-1] in common or (word[-2:] == "es" and word[:-2] in common)))


def _named(line: str, names: Container[str]) -> set[int]:
    """Return where the words begin that belong to a name of several words: "Security Council", "House of Commons"."""
    words = list(_WORD.finditer(line))
    starts: set[int] = set()
    for first, word in enumerate(words):
        if not word[0][0].isupper():
            continue
        for last in range(min(first + _LONGEST_NAME, len(words)) - 1, first, -1):
            if line[word.start() : words[last].end()] in names:
                starts.update(part.start() for part in words[first : last + 1])
                break
    return starts


def is_wrapped(text: str) -> bool:
    """Tell whether the text's lines are broken at a column ("soft-wrapped") rather than being paragraphs."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 4:
        return False
    inner = [line for line in lines if len(line) > 40]
    broken = [line for line in inner if not line.rstrip().endswith(_ENDING)]
    return bool(inner) and max(map(len, lines)) <= 100 and len(broken) > len(inner) / 2


def _joints(vocab: Vocab) -> list[int]:
    return [vocab.strings[joint] for joint in _JOINTS]


def _titles(vocab: Vocab) -> list[int]:
    """Return the abbreviated titles that a name follows: "and Spc. *Otero*"."""
    return [vocab.strings[title] for title in grammar()["offices.abbreviated"]]


def _labelled(doc: Doc) -> Iterator[int]:
    """Yield where a headline goes on after who says it or what it is about: "Kremlin: *West* arming rebels"."""
    colon = doc.vocab.strings[":"]
    for i in map(int, (doc.to_array("ORTH")[:-1] == colon).nonzero()[0]):
        first = i
        while first > 0 and "\n" not in doc[first - 1].text and i - first <= _LONGEST_LABEL:
            first -= 1
        if not 0 < i - first <= _LONGEST_LABEL or not doc[i + 1].text[0].isupper() or doc[first].is_lower:
            continue
        last = next((t.i for t in doc[i + 1 : i + _LONGEST_HEADLINE] if "\n" in t.text), len(doc))
        if last - i < _LONGEST_HEADLINE and doc[last - 1].text[-1] not in ".!;:":
            yield i + 1


def _after_numbers(doc: Doc) -> Iterator[int]:
    """Yield where a sentence begins after one that ends with a number or a site: "wrote on X. *France*"."""
    numerals = [doc.vocab.strings[numeral] for numeral in _NUMERALS]
    for i in map(int, np.isin(doc.to_array("ORTH")[:-1], numerals).nonzero()[0]):
        ends = i > 0 and (doc[i - 1].lower_ in _NUMBERED or doc[i - 1 : i + 1].text == "on X.")
        if ends and doc[i + 1].text[0].isupper():
            yield i + 1


@Language.component("relgraph_paragraphs")
def mark_paragraphs(doc: Doc) -> Doc:
    """Make every paragraph start a sentence, and no sentence start in the middle of a phrase.

    The parser then never reads across a blank line or a headline's end, nor cuts "Iran and Russia" in two.
    """
    starts = doc.to_array("SENT_START").astype(np.int64)
    alphabetic = doc.to_array("IS_ALPHA").astype(bool)
    # No word in lower case begins a sentence right after another word or name: "French | president", "U.S. | forces".
    inside = doc.to_array("IS_LOWER").astype(bool) | np.isin(doc.to_array("LOWER"), _joints(doc.vocab))
    titled = np.isin(doc.to_array("ORTH"), _titles(doc.vocab))
    named = np.isin(doc.to_array("SHAPE"), [doc.vocab.strings[shape] for shape in _INITIALS])
    starts[1:][inside[1:] & (alphabetic | named)[:-1] | titled[:-1]] = _NO_START
    breaks = [i for i in map(int, doc.to_array("IS_SPACE")[:-1].nonzero()[0]) if "\n" in doc[i].text]
    wrapped = bool(breaks) and is_wrapped(doc.text)
    for i in breaks:
        previous = doc[i - 1] if i > 0 else None
        # A line that goes on in lower case after a word is the same sentence, wherever it was broken.
        goes_on = previous is not None and (wrapped or (previous.is_alpha and doc[i + 1].is_lower))
        if not goes_on or doc[i].text.count("\n") > 1 or doc[i - 1].text.endswith(_ENDING):
            starts[i + 1] = _START
            if alphabetic[i + 1 : i + 3].sum() == 2:
                starts[i + 2] = _NO_START  # "Kestrel | Motors wants", which the parser likes to cut after a heading
    for i in (*_labelled(doc), *_after_numbers(doc)):
        starts[i] = _START
    doc.from_array(["SENT_START"], cast("Any", starts.view(np.uint64).reshape(-1, 1)))
    return doc

"""The patterns of time expressions, built from the words of ``relgraph/data/times.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import Field

from relgraph.model import Value
from relgraph.ontology import read_toml, validated

_YEAR = r"(?:1[0-9]{3}|2[01][0-9]{2})(?![0-9]|[.,][0-9]|\s*b\.?c\b)"
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![0-9]|[.,:][0-9]|\w)"
_START = r"(?<![\w-])(?<![0-9][.,:/$])(?<![$€£])"
_END = r"(?![\w%])(?!-[a-z])"
_WORD = re.compile(r"\w+|['’]")
_OPENING = frozenset(
    {"'", "’", "between", "the", "that", "very", "every", "earlier", "later", "late", "more", "most", "recent", "next"}
    | {f"q{quarter}" for quarter in "1234"}
)
"""Words with which the patterns below themselves begin an expression."""
_GROUP_NAME = re.compile(r"\?P<\w+>")


class WordLists(Value):
    """The table ``[words]`` of the data file."""

    plain: tuple[str, ...] = Field(min_length=1)
    lasting: tuple[str, ...] = Field(min_length=1)
    vague_numbers: tuple[str, ...] = Field(min_length=1)
    about: tuple[str, ...] = Field(min_length=1)
    more: tuple[str, ...] = Field(min_length=1)
    last: tuple[str, ...] = Field(min_length=1)
    this: tuple[str, ...] = Field(min_length=1)
    next: tuple[str, ...] = Field(min_length=1)
    anaphoric: tuple[str, ...] = Field(min_length=1)
    day_parts: tuple[str, ...] = Field(min_length=1)
    ambiguous: tuple[str, ...] = Field(min_length=1)
    phrases: tuple[str, ...] = Field(min_length=1)
    future: tuple[str, ...] = Field(min_length=1)
    making: tuple[str, ...] = Field(min_length=1)


class Lexicon(Value):
    """The data file: every table as it stands there. The order of months and weekdays gives their numbers."""

    months: dict[str, tuple[str, ...]] = Field(min_length=12, max_length=12)
    weekdays: dict[str, tuple[str, ...]] = Field(min_length=7, max_length=7)
    seasons: dict[str, int] = Field(min_length=4)
    numbers: dict[str, int] = Field(min_length=1)
    ordinals: dict[str, int] = Field(min_length=1)
    units: dict[str, str] = Field(min_length=1)
    days: dict[str, int] = Field(min_length=1)
    parts: dict[str, tuple[int, int]] = Field(min_length=1)
    boundaries: dict[str, tuple[str, ...]] = Field(min_length=1)
    words: WordLists


class TimeGrammar:
    """What the words of a time expression mean, and the patterns that recognise it.

    `rules` match one whole date in lower case, by name of the rule; `finder` finds whole expressions in running text,
    where names of months and weekdays must have a capital. In a match of `finder` the group ``before`` is a
    preposition, if there is one, and ``phrase`` is set for expressions without a date.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.words = lexicon.words
        self.months = _numbered(lexicon.months)
        self.weekdays = _numbered(lexicon.weekdays)
        self.units = {form: unit for unit, plural in lexicon.units.items() for form in (unit, plural)}
        self.boundary = {word: kind for kind, words in lexicon.boundaries.items() for word in words}
        self.rules = {name: re.compile(pattern) for name, pattern in self._atoms(capitals=False).items()}
        self.part = re.compile(rf"(?:the )?(?P<part>{_any(lexicon.parts)})(?:-| )(?:the )?(?P<rest>.+)")
        self.before = re.compile(
            rf"(?P<before>{_any([*self.boundary, *self.words.plain, *self.words.lasting])}) (?P<rest>.+)"
        )
        self.finder = re.compile(self._finder(), re.IGNORECASE)
        self.openers = self._openers()

    @classmethod
    def load(cls, path: Path | str) -> TimeGrammar:
        """Read the words from a TOML file; raises `DataError` if it breaks the schema."""
        return cls(validated(Lexicon, read_toml(path), path, "time words"))

    def _atoms(self, *, capitals: bool) -> dict[str, str]:
        """Return the pattern of each form of a single date; the first that matches counts."""
        months, weekdays = list(self.lexicon.months), list(self.lexicon.weekdays)
        dotted = _dotted(self.lexicon.months), _dotted(self.lexicon.weekdays)
        short = [word for abbreviations in self.lexicon.months.values() for word in abbreviations]
        month = _capital([*dotted[0], *months, *short]) if capitals else _any([*dotted[0], *months, *short])
        full_month = _capital([*dotted[0], *months]) if capitals else _any([*dotted[0], *months])
        weekday = _capital([*dotted[1], *weekdays]) if capitals else _any([*dotted[1], *weekdays])
        season, unit = _any(self.lexicon.seasons), _any(self.units)
        number = rf"(?:[0-9]{{1,3}}|{_any(self.lexicon.numbers)}|{_any(self.words.vague_numbers)})"
        words = self.words
        which = _any([*words.last, *words.this, *words.next])
        day_part = _any(words.day_parts)
        on_weekday = rf"(?:{weekday},?\s+)?"
        through = r"(?:\s?[-–—]\s?|\s+(?:and|to)\s+)"
        year = rf"(?P<year>{_YEAR})"
        days = rf"(?P<day>{_DAY})(?:{through}(?P<last>{_DAY}))?"
        seasons = rf"(?P<season>{season})(?:\s+(?:and|to)\s+(?P<last>{season}))?"
        nth = rf"(?:(?P<century>[0-9]{{1,2}})(?:st|nd|rd|th)|(?P<ordinal>{_any(self.lexicon.ordinals)}))"
        qualifier = rf"(?:(?P<qualifier>{_any([*words.about, *words.more])})\s+)?"
        return {
            "iso": rf"(?P<year>{_YEAR[: _YEAR.index('(?!')]})-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})",
            "numeric": rf"(?P<first>[0-9]{{1,2}})(?P<mark>[./])(?P<second>[0-9]{{1,2}})[./]{year}",
            "month_day": rf"{on_weekday}(?P<month>{month})\s+(?:the\s+)?{days}(?:,?\s+{year})?",
            "day_month": rf"{on_weekday}(?:the\s+)?{days}\s+(?:of\s+)?(?P<month>{month})(?:,?\s+{year})?",
            "month_year": rf"(?P<month>{month}),?\s+(?:of\s+)?{year}",
            "month_of_year": rf"(?P<month>{month})\s+(?:of\s+)?(?P<which>{which})\s+year",
            "season_year": rf"(?:the\s+)?{seasons},?\s+(?:of\s+)?{year}(?:[-–/][0-9]{{2,4}})?",
            "season_of_year": rf"(?:the\s+)?(?P<season>{season})\s+(?:of\s+)?(?P<which>{which})\s+year",
            "quarter": rf"q(?P<quarter>[1-4])(?:\s+of)?\s+{year}",
            "years": rf"{year}(?:\s?[-–/]\s?(?P<last>[0-9]{{4}}|[0-9]{{2}}))?",
            "decade": r"(?:the\s+)?(?:(?P<decade>1[0-9]{2}|20[0-9]|21[0-9])0['’]?s|['’](?P<short>[2-9])0['’]?s)",
            "century": rf"(?:the\s+)?{nth}[\s-]century",
            "day": rf"(?:the\s+)?(?:earlier\s+|later\s+|late\s+)?(?P<name>{_any(self.lexicon.days)})(?:\s+{day_part})?",
            "side": rf"(?P<side>earlier|later)\s+(?:this|in\s+the)\s+(?P<unit>{unit})",
            "relative_month": rf"(?P<which>{which})\s+(?P<month>{full_month})",
            "relative_weekday": rf"(?P<which>{which})\s+(?P<weekday>{weekday})(?:\s+{day_part})?",
            "relative_season": rf"(?P<which>{which})\s+(?P<season>{season})",
            "relative_unit": rf"(?P<which>{which})\s+(?P<unit>{unit})",
            "window": rf"(?:the\s+)?(?P<which>{which})\s+(?:(?P<number>{number})\s+)?(?P<unit>{unit})",
            "ago": rf"{qualifier}(?P<number>{number})\s+(?P<unit>{unit})\s+ago",
            "other_event": rf"(?:(?:the|that)\s+)?(?:(?:very|{_any(words.anaphoric)}|next)\s+)(?:{number}\s+)?{unit}"
            rf"|that\s+(?:same\s+)?(?:{unit}|{season})|{number}\s+{unit}\s+(?:later|earlier)|the\s+{unit}\s+(?:before|after)",
            "recent": rf"(?:the\s+)?(?:more\s+|most\s+)?recent\s+{unit}",
            "every": rf"every\s+(?:(?:other|{number})\s+)?{unit}",
            "weekday": rf"(?P<weekday>{weekday})(?:\s+{day_part})?",
            "month": rf"(?P<month>{full_month})",
            "season": rf"(?:the\s+)?(?P<season>{season})",
        }

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Yield what `finder` finds in a text, which is tried only at words with which an expression may begin."""
        end = 0
        for word in _WORD.finditer(text):
            start, form = word.start(), word[0]
            if start < end or not (form.casefold() in self.openers or form[0].isdigit()):
                continue
            found = self.finder.match(text, start)
            if found is not None:
                yield found
                end = found.end()

    def _openers(self) -> frozenset[str]:
        """Return the first words of all that is listed, without case, and of what the patterns themselves say."""
        lexicon = self.lexicon
        tables: list[Iterable[str]] = [lexicon.months, lexicon.weekdays, lexicon.seasons, lexicon.numbers]
        tables += [lexicon.ordinals, self.units, lexicon.days, lexicon.parts, self.boundary]
        tables += [short for table in (lexicon.months, lexicon.weekdays) for short in table.values()]
        tables += [getattr(lexicon.words, name) for name in WordLists.model_fields]
        listed = {found[0].casefold() for table in tables for entry in table if (found := _WORD.match(entry))}
        return frozenset(listed | _OPENING)

    def _finder(self) -> str:
        words = self.words
        atoms = "|".join(_GROUP_NAME.sub("?:", pattern) for pattern in self._atoms(capitals=True).values())
        part = rf"(?:the\s+)?(?:very\s+)?{_any(self.lexicon.parts)}(?:\s+|-)"
        # "the start of the year" is a date, "the year" is none
        dated = rf"(?:(?:{part})?(?:{atoms})|{part}(?:the|this)\s+{_any(self.units)})"
        through = r"(?:\s+(?:and|to|until|through|till)\s+(?:in\s+)?|[-–])"
        number = rf"(?:[0-9]{{1,3}}|{_any(self.lexicon.numbers)}|{_any(words.vague_numbers)})"
        plurals = _any(self.lexicon.units.values())
        length = rf"(?:{_any([*words.about, *words.more])}\s+)?(?:{number}\s+{_any(self.units)}|{plurals})"
        lasting = rf"{_any(words.lasting)}\s+{length}(?!\s+(?:of|ago)\b)"
        before = rf"(?:(?P<before>between|{_any([*self.boundary, *words.lasting, *words.plain])})\s+)?"
        core = rf"(?P<core>{dated}{_END}(?:{through}{dated}{_END})?)"
        return rf"{_START}(?:{before}{core}|(?P<phrase>{_any(words.phrases)}|{lasting}){_END})"


def _numbered(names: dict[str, tuple[str, ...]]) -> dict[str, int]:
    """Number names and their abbreviations, also with a full stop, from 1 on."""
    return {
        form: number
        for number, (name, abbreviations) in enumerate(names.items(), start=1)
        for form in (name, *abbreviations, *(f"{abbreviation}." for abbreviation in abbreviations))
    }


def _dotted(names: dict[str, tuple[str, ...]]) -> list[str]:
    return [f"{abbreviation}." for abbreviations in names.values() for abbreviation in abbreviations]


def _any(words: Iterable[str]) -> str:
    """Return a pattern that matches any of the words, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


def _capital(words: Iterable[str]) -> str:
    """The same for words that must have a capital: "may" is no month."""
    listed = list(words)
    return f"(?-i:{_any([word.capitalize() for word in listed] + [word.upper() for word in listed])})"


@cache
def time_grammar() -> TimeGrammar:
    """Return the grammar that ships with relgraph (loaded once)."""
    return TimeGrammar.load(Path(str(files("relgraph").joinpath("data", "times.toml"))))

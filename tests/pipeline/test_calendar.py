"""Plain text to days. Published on Wednesday, 4 August 2021, unless a case says otherwise."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relgraph.errors import DataError
from relgraph.pipeline.qualifying.calendar import depends_on_year, resolve
from relgraph.pipeline.qualifying.expressions import find
from relgraph.pipeline.qualifying.timewords import TimeGrammar, time_grammar

PUBLISHED = date(2021, 8, 4)

RESOLVED = [
    # text, first day, last day, granularity
    ("June 16, 2021", "2021-06-16", "2021-06-16", "day"),
    ("16 June 2021", "2021-06-16", "2021-06-16", "day"),
    ("the 16th of June, 2021", "2021-06-16", "2021-06-16", "day"),
    ("Wednesday, June 16, 2021", "2021-06-16", "2021-06-16", "day"),
    ("2021-06-16", "2021-06-16", "2021-06-16", "day"),
    ("9/13/2020", "2020-09-13", "2020-09-13", "day"),
    ("13/9/2020", "2020-09-13", "2020-09-13", "day"),
    ("5.4.2021", "2021-04-05", "2021-04-05", "day"),
    ("on 23 July", "2021-07-23", "2021-07-23", "day"),
    ("Jan. 3", "2021-01-03", "2021-01-03", "day"),
    ("Dec. 6th", "2020-12-06", "2020-12-06", "day"),
    ("February 29", "2020-02-29", "2020-02-29", "day"),
    ("today", "2021-08-04", "2021-08-04", "day"),
    ("earlier today", "2021-08-04", "2021-08-04", "day"),
    ("yesterday", "2021-08-03", "2021-08-03", "day"),
    ("last night", "2021-08-03", "2021-08-03", "day"),
    ("the day before yesterday", "2021-08-02", "2021-08-02", "day"),
    ("tomorrow", "2021-08-05", "2021-08-05", "day"),
    ("on Wednesday", "2021-08-04", "2021-08-04", "day"),
    ("Thursday", "2021-07-29", "2021-07-29", "day"),
    ("early Friday", "2021-07-30", "2021-07-30", "day"),
    ("Monday night", "2021-08-02", "2021-08-02", "day"),
    ("last Wednesday", "2021-07-28", "2021-07-28", "day"),
    ("next Wednesday", "2021-08-11", "2021-08-11", "day"),
    ("next Monday", "2021-08-09", "2021-08-09", "day"),
    ("three days ago", "2021-08-01", "2021-08-01", "day"),
    ("this week", "2021-08-02", "2021-08-08", "week"),
    ("last week", "2021-07-26", "2021-08-01", "week"),
    ("two weeks ago", "2021-07-19", "2021-07-25", "week"),
    ("last weekend", "2021-07-31", "2021-08-01", "interval"),
    ("in March", "2021-03-01", "2021-03-31", "month"),
    ("in August", "2021-08-01", "2021-08-31", "month"),
    ("in September", "2020-09-01", "2020-09-30", "month"),
    ("last March", "2021-03-01", "2021-03-31", "month"),
    ("last August", "2020-08-01", "2020-08-31", "month"),
    ("next March", "2022-03-01", "2022-03-31", "month"),
    ("March last year", "2020-03-01", "2020-03-31", "month"),
    ("January 2021", "2021-01-01", "2021-01-31", "month"),
    ("Sept. 2001", "2001-09-01", "2001-09-30", "month"),
    ("last month", "2021-07-01", "2021-07-31", "month"),
    ("six months ago", "2021-02-01", "2021-02-28", "month"),
    ("spring 2021", "2021-03-01", "2021-05-31", "season"),
    ("the fall of 2020", "2020-09-01", "2020-11-30", "season"),
    ("winter of 2019-20", "2019-12-01", "2020-02-29", "season"),
    ("last winter", "2020-12-01", "2021-02-28", "season"),
    ("summer of last year", "2020-06-01", "2020-08-31", "season"),
    ("in the spring", "2021-03-01", "2021-05-31", "season"),
    ("this summer", "2021-06-01", "2021-08-31", "season"),
    ("the summer and fall of 2020", "2020-06-01", "2020-11-30", "interval"),
    ("in the first quarter of 2015", "2015-01-01", "2015-03-31", "quarter"),
    ("Q3 2018", "2018-07-01", "2018-09-30", "quarter"),
    ("1973", "1973-01-01", "1973-12-31", "year"),
    ("this year", "2021-01-01", "2021-12-31", "year"),
    ("last year", "2020-01-01", "2020-12-31", "year"),
    ("a decade ago", "2011-01-01", "2011-12-31", "year"),
    ("in the 1960s", "1960-01-01", "1969-12-31", "decade"),
    ("the '90s", "1990-01-01", "1999-12-31", "decade"),
    ("last decade", "2010-01-01", "2019-12-31", "decade"),
    ("the 19th century", "1801-01-01", "1900-12-31", "interval"),
    ("the twentieth century", "1901-01-01", "2000-12-31", "interval"),
    ("last century", "1901-01-01", "2000-12-31", "interval"),
    ("this century", "2001-01-01", "2100-12-31", "interval"),
    ("early 2020", "2020-01-01", "2020-04-30", "interval"),
    ("late last month", "2021-07-21", "2021-07-31", "interval"),
    ("mid-June 2019", "2019-06-11", "2019-06-20", "interval"),
    ("the second half of 2016", "2016-07-01", "2016-12-31", "interval"),
    ("the first half of the 1980s", "1980-01-01", "1984-12-31", "interval"),
    ("earlier this month", "2021-08-01", "2021-08-04", "interval"),
    ("later this year", "2021-08-04", "2021-12-31", "interval"),
    ("October 25-26, 2016", "2016-10-25", "2016-10-26", "interval"),
    ("3 and 4 May 1999", "1999-05-03", "1999-05-04", "interval"),
    ("between 1977 and 1979", "1977-01-01", "1979-12-31", "interval"),
    ("from 2015 to March 2016", "2015-01-01", "2016-03-31", "interval"),
    ("from March 5 to April 10, 2019", "2019-03-05", "2019-04-10", "interval"),
    ("between November and February", "2020-11-01", "2021-02-28", "interval"),
    ("from Friday to Monday", "2021-07-30", "2021-08-02", "interval"),
    ("April and May 2020", "2020-04-01", "2020-05-31", "interval"),
    ("2015–16", "2015-01-01", "2016-12-31", "interval"),
    ("over the past year", "2020-08-04", "2021-08-04", "interval"),
    ("in the past three months", "2021-05-04", "2021-08-04", "interval"),
    ("in the past 24 hours", "2021-08-03", "2021-08-04", "interval"),
    ("over the next two years", "2021-08-04", "2023-08-04", "interval"),
    ("since October", "2020-10-01", "2021-08-04", "interval"),
    ("since the beginning of 2021", "2021-01-01", "2021-08-04", "interval"),
    ("since the start of the year", "2021-01-01", "2021-08-04", "interval"),
    ("starting on July 22", "2021-07-22", "2021-08-04", "interval"),
    ("from 2015", "2015-01-01", None, "interval"),
    ("by 1973", None, "1973-12-31", "interval"),
    ("by the end of the year", None, "2021-12-31", "interval"),
    ("until March 2022", None, "2022-03-31", "interval"),
    ("before 2011", None, "2010-12-31", "interval"),
    ("after May 2014", "2014-06-01", None, "interval"),
]

UNRESOLVED = [
    "",
    "Vienna",
    "in the near future",
    "for many years",
    "in recent months",
    "in the coming months",
    "in the past few months",
    "from time to time",
    "two days later",
    "the following day",
    "the same year",
    "every five years",
    "more than two years ago",
    "3/4/2021",
    "30 February 2020",
    "31 April",
    "1973 and 1979",
    "2010 to 2005",
    "0999",
    "1200 BC",
    "99999 years ago",
    "999 centuries ago",
]


def _iso(day):
    return day and day.isoformat()


@pytest.mark.parametrize(("text", "start", "end", "granularity"), RESOLVED)
def test_expression_means_these_days(text, start, end, granularity):
    found = resolve(text, PUBLISHED)

    assert found is not None
    assert (_iso(found.start), _iso(found.end), found.granularity) == (start, end, granularity)


@pytest.mark.parametrize("text", UNRESOLVED)
def test_what_cannot_be_known_is_not_guessed(text):
    assert resolve(text, PUBLISHED) is None


@pytest.mark.parametrize("text", ["today", "in March", "last year", "Monday", "two weeks ago", "July 3", "this spring"])
def test_without_a_publication_date_relative_words_stay_words(text):
    assert resolve(text, None) is None


def test_without_a_publication_date_a_year_is_enough():
    assert resolve("in May 2013", None) == (date(2013, 5, 1), date(2013, 5, 31), "month")
    assert resolve("since 2015", None) == (date(2015, 1, 1), None, "interval")


@pytest.mark.parametrize(
    ("text", "start"),
    [("Tuesday", "2021-08-10"), ("March", "2022-03-01"), ("23 July", "2022-07-23"), ("August", "2021-08-01")],
)
def test_the_future_lies_after_the_publication(text, start):
    found = resolve(text, PUBLISHED, future=True)

    assert found is not None
    assert _iso(found.start) == start


def test_a_year_that_the_text_speaks_of_goes_before_the_publication():
    assert resolve("in March", PUBLISHED, year=1977) == (date(1977, 3, 1), date(1977, 3, 31), "month")
    assert resolve("March 3", None, year=1977) == (date(1977, 3, 3), date(1977, 3, 3), "day")
    assert resolve("on Monday", PUBLISHED, year=1977) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in March", True),
        ("since 3 May", True),
        ("in March 2020", False),
        ("last March", False),
        ("today", False),
        ("Vienna", False),
    ],
)
def test_which_expressions_need_a_year(text, expected):
    assert depends_on_year(text) is expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In March, Egypt reacted.", ["March"]),
        ("It has attacked since the beginning of 2021.", ["since the beginning of 2021"]),
        ("In recent months and over the past year", ["In recent months", "over the past year"]),
        ("It rose for many years, then fell in the past.", ["for many years", "in the past"]),
        ("It may march on the capital this spring.", ["this spring"]),
        ("At least 25 may be dead. May they rest.", []),
        ("The fall of the regime came in the fall of 2011.", ["the fall of 2011"]),
        ("the 12-day war and a five-year-old plan", []),
        ("It paid $2000 for 1,999 rifles, 5.2015 each.", []),
        ("In 490 BC and 1200 BC", []),
        ("a deal of\nOctober\n25-26,\n2016", ["October 25-26, 2016"]),
        ("on 5 May 1945 and on 8 May 1945", ["5 May 1945", "8 May 1945"]),
        ("during the 1973 war", ["1973"]),
    ],
)
def test_expressions_are_found_in_running_text(text, words):
    found = find(text)

    assert [expression.text for expression in found] == words
    for expression in found:
        assert " ".join(text[expression.start : expression.end].split()) == expression.text


def test_every_rule_is_used_by_some_case():
    texts = [case[0] for case in RESOLVED] + UNRESOLVED
    cores = (
        {text.lower() for text in texts}
        | {text.lower().split(" ", 1)[-1] for text in texts}
        | {"summer last year", "the fall"}
    )
    unused = [name for name, rule in time_grammar().rules.items() if not any(rule.fullmatch(core) for core in cores)]

    assert unused == []


def test_a_data_file_with_an_unknown_table_is_refused(tmp_path):
    path = tmp_path / "times.toml"
    path.write_text('[monthz]\njanuary = ["jan"]\n', encoding="utf-8")

    with pytest.raises(DataError, match=r"times\.toml"):
        TimeGrammar.load(path)


_PIECES = """in on since until by before after from between to and the early late mid- end of start last next this past
coming year month week day century decade quarter centuries hours ago later March February Feb. May Sunday spring winter
29 30 31 1 999 1000 2199 2024 0000 1970s - – / . , Q4 a few two hundred today tomorrow weekend 21st
ſeptember K İ ٣"""
_WORDS = st.sampled_from(_PIECES.split())


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(st.text(max_size=40), st.lists(_WORDS, max_size=8).map(" ".join)),
    st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max])),
    st.booleans(),
    st.one_of(st.none(), st.integers(1, 9999)),
)
def test_resolving_never_raises_and_never_ends_before_it_starts(text, published, future, year):
    found = resolve(text, published, future=future, year=year)
    if found is not None:
        assert found.start is not None or found.end is not None
        assert found.start is None or found.end is None or found.start <= found.end
    for expression in find(text):
        assert 0 <= expression.start < expression.end <= len(text)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from([case[0] for case in RESOLVED]),
    st.one_of(st.dates(), st.sampled_from([date.min, date.max])),
    st.booleans(),
)
def test_known_expressions_hold_on_every_day(text, published, future):
    found = resolve(text, published, future=future)
    assert found is None or found.start is None or found.end is None or found.start <= found.end


@settings(max_examples=400, deadline=None)
@given(st.lists(_WORDS, max_size=14), st.sampled_from([" ", "\n", ", "]))
def test_nothing_is_overlooked_by_trying_only_some_words(words, joint):
    text, grammar = joint.join(words), time_grammar()

    tried = [found.span() for found in grammar.matches(text)]

    assert tried == [found.span() for found in grammar.finder.finditer(text)]


@pytest.mark.parametrize("text", [case[0] for case in RESOLVED] + UNRESOLVED)
def test_every_form_of_a_date_is_tried(text):
    grammar = time_grammar()
    for sentence in (text, f"It met them {text}.", f"({text.upper()})"):
        tried = [found.span() for found in grammar.matches(sentence)]
        assert tried == [found.span() for found in grammar.finder.finditer(sentence)]

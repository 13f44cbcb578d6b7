"""Change between two periods, and contradictory claims."""

from datetime import date
from math import log, sqrt

import pytest
from made_up import clause, extraction

from relgraph.errors import UsageError
from relgraph.graph import RelationGraph
from relgraph.model import TimeRef

GOOD, BAD = "cooperates.supports", "fights.attacks"


def in_year(year):
    return TimeRef(text=f"in {year}", start=date(year, 1, 1), end=date(year, 12, 31), granularity="year")


@pytest.fixture
def of_years(index):
    """Makes a graph with relations as often as is said in each year: ``{(one, type, other): (2020, 2020, 2021)}``."""

    def made(ties, **fields):
        return RelationGraph(
            [
                extraction(
                    clause(one, kind, other, **fields), id=f"{one} {kind} {other} {number}", published=date(year, 3, 1)
                )
                for (one, kind, other), years in ties.items()
                for number, year in enumerate(years)
            ],
            index=index,
        )

    return made


# Change


def test_ties_come_rise_fall_and_go(of_years):
    """Ten relations in either year, so that shares and numbers say the same."""
    changes = of_years(
        {
            ("Iran", GOOD, "Syria"): [2020] * 2 + [2021] * 5,
            ("Iran", BAD, "Israel"): [2020] * 4 + [2021] * 1,
            ("Russia", GOOD, "Iran"): [2020] * 3 + [2021] * 3,
            ("France", GOOD, "Israel"): [2020],
            ("France", BAD, "Syria"): [2021],
        }
    ).change("2020", ("2021-01", "2021-12-31"))
    assert [(each.source.name, each.course, len(each.before), len(each.after)) for each in changes] == [
        ("Iran", "fell", 4, 1),
        ("Iran", "rose", 2, 5),
        ("France", "went", 1, 0),
        ("France", "came", 0, 1),
        ("Russia", "same", 3, 3),
    ]
    assert (changes.total_before, changes.total_after, changes.undated) == (10, 10, 0)
    assert [repr(each) for each in (*changes.came, *changes.rose, *changes.fell, *changes.went)] == [
        "France —fights.attacks→ Syria  came: 0 → 1",
        "Iran —cooperates.supports→ Syria  rose: 2 → 5",
        "Iran —fights.attacks→ Israel  fell: 4 → 1",
        "France —cooperates.supports→ Israel  went: 1 → 0",
    ]
    assert (changes[0].share_before, changes[0].share_after) == (0.4, 0.1)
    assert repr(changes).startswith("5 ties: 1 came, 1 rose, 1 same, 1 fell, 1 went\n")
    assert list(changes.to_frame().after) == [1, 5, 0, 1, 3]


def test_the_score_is_the_root_of_dunnings_ratio(of_years):
    """4 of 10, then 1 of 10: 2.5 of each are expected, and 7.5 of the others."""
    changes = of_years(
        {
            ("Iran", BAD, "Israel"): [2020] * 4 + [2021],
            ("Iran", GOOD, "Syria"): [2020] * 6 + [2021] * 9,
        }
    ).change("2020", "2021")
    ratio = 2 * (4 * log(4 / 2.5) + 6 * log(6 / 7.5) + 1 * log(1 / 2.5) + 9 * log(9 / 7.5))
    assert [each.score for each in changes.fell] == [pytest.approx(-sqrt(ratio))]
    assert [each.score for each in changes.rose] == [pytest.approx(sqrt(ratio))]


def test_more_to_read_does_not_make_a_tie_rise(of_years):
    changes = of_years(
        {("Iran", GOOD, "Syria"): [2020, 2021, 2021], ("Iran", BAD, "Israel"): [2020, 2021, 2021]}
    ).change("2020", "2021")  # fmt: skip
    assert {(each.course, each.score) for each in changes} == {("same", 0.0)}


def test_less_than_half_a_relation_is_no_change(of_years):
    """Of 11 and 10 relations, 1 and 1 are as many as can be told; of 2 and 8, 1 and 1 are not."""
    changes = of_years({("Iran", GOOD, "Syria"): [2020, 2021], ("Iran", BAD, "Israel"): [2020] * 10 + [2021] * 9})
    assert {each.course for each in changes.change("2020", "2021")} == {"same"}
    changes = of_years({("Iran", GOOD, "Syria"): [2020, 2021], ("Iran", BAD, "Israel"): [2020] + [2021] * 7})
    assert [repr(each) for each in changes.change("2020", "2021")] == [
        "Iran —fights.attacks→ Israel  rose: 1 → 7",
        "Iran —cooperates.supports→ Syria  fell: 1 → 1",
    ]


def test_families_and_symmetric_pairs_are_summed_up(index):
    """ "Iran met Syria" and "Syria met Iran" are one tie, and so are two types of a family."""
    graph = RelationGraph(
        [
            extraction(
                clause("Iran", "cooperates.consults", "Syria", symmetric=True), id="1", published=date(2020, 1, 1)
            ),
            extraction(
                clause("Syria", "cooperates.collaborates", "Sergey Lavrov", symmetric=True),
                clause("Syria", "cooperates.collaborates", "Iran", symmetric=True),
                id="2",
                published=date(2021, 1, 1),
            ),
        ],
        index=index,
    )
    assert [each.course for each in graph.change("2020", "2021")] == ["went", "came", "came"]
    families = graph.change("2020", "2021", by="family")
    assert [(repr(each)) for each in families] == [
        "Iran ←cooperates→ Syria  fell: 1 → 1",
        "Russia ←cooperates→ Syria  came: 0 → 1",
    ]
    assert [each.source.name for each in graph.change("2020", "2021", rollup=False).came] == ["Iran", "Sergey Lavrov"]


def test_conditions_and_undated_relations(of_years, index):
    graph = of_years({("Iran", GOOD, "Syria"): [2020], ("Iran", BAD, "Israel"): [2021]})
    assert [each.course for each in graph.change("2020", "2021", "fights")] == ["came"]
    undated = RelationGraph([extraction(clause("Iran", GOOD, "Russia"), id="undated")], index=index)
    changes = (graph | undated).change((None, "2020"), ("2021", None))
    assert (len(changes), changes.undated) == (2, 1)
    assert changes.notes == "1 relation before, 1 after; set aside: 1 undated"
    both = TimeRef(text="2020 to 2021", start=date(2020, 5, 1), end=date(2021, 5, 1))
    over_both = RelationGraph([extraction(clause("Iran", GOOD, "Russia", when=both))])
    assert [each.course for each in over_both.change("2020", "2021")] == ["same"]


@pytest.mark.parametrize(
    ("before", "after", "more", "message"),
    [
        ("last year", "2021", {}, "before='last year' is no date"),
        ("2020", ("2021",), {}, r"after=\('2021',\) is no period"),
        ("2020", None, {}, "after=None is no period"),
        ((None, None), "2021", {}, "before=.* is no period"),
        (("2021", "2020"), "2021", {}, "before=.* ends before it begins"),
        ("2020", "2021", {"since": "2020"}, "since makes no sense here"),
        ("2020", "2021", {"by": "pair"}, "unknown by='pair'; allowed: 'type', 'family'"),
    ],
)
def test_periods_are_checked(graph, before, after, more, message):
    with pytest.raises(UsageError, match=message):
        graph.change(before, after, **more)


# Contradictions


def yes(one, other, kind=GOOD, **fields):
    return clause(one, kind, other, words="backs", **fields)


def no(one, other, kind=GOOD, **fields):
    return clause(one, kind, other, words="does not back", polarity="negated", **fields)


def test_both_quotes_stand_side_by_side(index):
    graph = RelationGraph(
        [
            extraction(yes("Iran", "Hezbollah", by="Israel"), no("Iran", "Hezbollah", by="Iran"), id="a"),
            extraction(yes("Iran", "Hezbollah", confidence=0.5), yes("Russia", "Syria"), id="b", title="A report"),
        ],
        index=index,
    )
    (found,) = graph.contradictions()
    assert (found.source.name, found.type, found.target.name, found.symmetric) == ("Iran", GOOD, "Hezbollah", False)
    assert (len(found.affirmed), len(found.denied)) == (2, 1)
    assert (found.claim.attribution.name, found.denial.attribution.name) == ("Israel", "Iran")
    assert repr(graph.contradictions()) == (
        "1 contradiction\n"
        "Iran —cooperates.supports→ Hezbollah\n"
        "  ✓ Israel: “Iran backs Hezbollah.”\n"
        "  ✗ Iran: “Iran does not back Hezbollah.”"
    )
    row = graph.contradictions().to_frame().iloc[0]
    assert (row.affirmed_by, row.affirmed_quote) == ("Israel", "Iran backs Hezbollah.")
    assert (row.denied_by, row.denied_quote) == ("Iran", "Iran does not back Hezbollah.")
    # Without Israel's claim, it is the report that is contradicted.
    (report,) = graph.filter(document="b").merge(graph.filter(polarity="negated")).contradictions().to_dicts()
    assert (report["affirmed_by"], report["affirmed"]) == ("A report", 1)


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        (yes("Iran", "Syria"), no("Iran", "Syria"), 0),  # one document, one voice
        (yes("Iran", "Syria", by="Israel"), no("Iran", "Syria", by="Israel"), 0),
        (yes("Iran", "Syria", by="Israel"), no("Iran", "Syria"), 1),
        (yes("Iran", "Syria", by="Israel"), no("Iran", "Syria", by="an analyst"), 1),
        (yes("Iran", "Syria", by="an analyst"), no("Iran", "Syria", by="An Analyst"), 0),
        (yes("Iran", "Syria", by="Israel"), no("Syria", "Iran", by="Iran"), 0),  # the other direction
        (yes("Iran", "Syria", by="Israel"), no("Iran", "Russia", by="Iran"), 0),
        (yes("Iran", "Syria", by="Israel", modality="possible"), no("Iran", "Syria", by="Iran"), 0),
        (yes("Iran", "Syria", by="Israel", symmetric=True), no("Syria", "Iran", by="Iran", symmetric=True), 1),
        (yes("Iran", "Syria", by="Israel", symmetric=True), no("Syria", "Iran", by="Iran"), 1),
        (yes("Iran", "Syria", by="Israel", when=in_year(2019)), no("Iran", "Syria", by="Iran", when=in_year(2021)), 0),
        (yes("Iran", "Syria", by="Israel", when=in_year(2019)), no("Iran", "Syria", by="Iran", when=in_year(2019)), 1),
        (yes("Iran", "Syria", by="Israel", when=in_year(2019)), no("Iran", "Syria", by="Iran"), 1),
        (yes("Russian Navy", "Sergey Lavrov", by="Israel"), no("Russian Navy", "Sergey Lavrov", by="Iran"), 0),
    ],
)
def test_what_contradicts_what(index, first, second, number):
    graph = RelationGraph([extraction(first, second)], index=index)
    assert len(graph.contradictions()) == number


def test_another_document_is_another_source(index):
    graph = RelationGraph(
        [extraction(yes("Iran", "Syria"), id="a"), extraction(no("Iran", "Syria"), id="b")], index=index
    )
    assert len(graph.contradictions()) == 1


def test_symmetric_claims_contradict_once_and_directed_ones_in_their_direction(index):
    graph = RelationGraph(
        [
            extraction(yes("Iran", "Syria", symmetric=True, by="Israel"), id="a"),
            extraction(no("Syria", "Iran", symmetric=True, by="France"), no("Syria", "Iran", by="Russia"), id="b"),
        ],
        index=index,
    )
    assert [(each.source.name, each.symmetric, len(each.denied)) for each in graph.contradictions()] == [
        ("Iran", True, 1),
        ("Syria", False, 1),
    ]


def test_the_best_pair_is_of_one_type_and_time(index):
    graph = RelationGraph(
        [
            extraction(
                yes("Iran", "Syria", by="Israel"),
                yes("Iran", "Syria", by="France", when=in_year(2020), confidence=0.5),
                clause("Iran", "cooperates.aids", "Syria", words="arms", by="Israel", when=in_year(2020)),
                no("Iran", "Syria", by="Iran", when=in_year(2020)),
            )
        ],
        index=index,
    )
    (found,) = graph.contradictions(by="family")
    assert (found.type, len(found.affirmed)) == ("cooperates", 3)
    assert found.claim.attribution.name == "France"
    (plain,) = graph.contradictions()
    assert (plain.type, len(plain.affirmed)) == (GOOD, 2)


def test_what_is_not_compared_is_told(graph):
    assert graph.contradictions().notes == "not compared: 1 possible, 1 intended"
    assert repr(graph.contradictions()) == "0 contradictions\nnot compared: 1 possible, 1 intended"
    assert graph.contradictions(modality=None).notes == ""


def test_contradictions_refuse_what_makes_no_sense(graph):
    with pytest.raises(UsageError, match="polarity makes no sense here"):
        graph.contradictions(polarity="negated")
    with pytest.raises(UsageError, match="unknown by='pair'"):
        graph.contradictions(by="pair")

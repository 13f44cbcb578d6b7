"""Clauses turned round by what stands first: denied by "never" and "neither", as they are after "not only"."""

import pytest
from said import said


def told(text):
    return {(one.source, one.type, one.target, one.polarity, one.modality) for one in said(text)}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Never had Chile attacked Peru before.", ("Chile", "fights.attacks", "Peru", "negated", "actual")),
        ("Never did Kenya recognize Somaliland.", ("Kenya", "cooperates.supports", "Somaliland", "negated", "actual")),
        ("Neither did Chile attack Peru.", ("Chile", "fights.attacks", "Peru", "negated", "actual")),
        ("Nor had Chile ever attacked Peru.", ("Chile", "fights.attacks", "Peru", "negated", "actual")),
        ("Little did Norway support Sweden.", ("Norway", "cooperates.supports", "Sweden", "negated", "actual")),
        ("Scarcely has Iran ever criticized Russia.", ("Iran", "disputes.accuses", "Russia", "negated", "actual")),
        ("Not only had the British conquered French Canada, they also won victories in India.",
         ("United Kingdom", "restrains.coerces", "France", "affirmed", "actual")),
        ("Not only had Chad bombed Niger, it had also attacked Mali.",
         ("Chad", "fights.attacks", "Niger", "affirmed", "actual")),
        ("Hardly had Peru recalled its envoy from Chile when Bolivia invaded Brazil.",
         ("Peru", "restrains.sanctions", "Chile", "affirmed", "actual")),
        ("Only once has Egypt attacked Sudan.", ("Egypt", "fights.attacks", "Sudan", "affirmed", "actual")),
        ("Had Chad bombed Niger, Mali would have helped Niamey.",
         ("Chad", "fights.attacks", "Niger", "affirmed", "conditional")),
        ("And had Chile attacked Peru, Brazil would have helped Lima.",
         ("Chile", "fights.attacks", "Peru", "affirmed", "conditional")),
    ],
)  # fmt: skip
def test_what_stands_first_says_how_it_is_meant(text, relation):
    assert relation in told(text)

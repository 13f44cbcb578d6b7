"""What somebody calls or considers another one, and what is only denied to be permitted."""

import pytest
from said import said


def _found(text):
    return {(r.source, r.type, r.target, r.polarity, r.modality, r.attribution) for r in said(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Egypt considers Hamas an ally of Iran.",
            ("Hamas", "cooperates.supports", "Iran", "affirmed", "actual", "Egypt"),
        ),
        (
            "Peru regards Chile as a friend of Bolivia.",
            ("Chile", "cooperates.supports", "Bolivia", "affirmed", "actual", "Peru"),
        ),
        (
            "The mayor called Chad's raid on Mali an act of war.",
            ("Chad", "fights.attacks", "Mali", "affirmed", "actual", None),
        ),
        (
            "Chad denied that it allows rebels to cross into Sudan.",
            ("Chad", "cooperates.concedes", "rebels", "negated", "actual", "Chad"),
        ),
        (
            "Chad does not allow rebels to cross into Sudan.",
            ("Chad", "restrains.limits", "rebels", "affirmed", "actual", None),
        ),
        (
            "Russia designated Meduza as a foreign agent.",
            ("Russia", "restrains.sanctions", "Meduza", "affirmed", "actual", None),
        ),
    ],
)
def test_it_is_said(text, expected):
    assert expected in _found(text)


def test_who_is_called_an_agent_is_not_sanctioned():
    assert not any(r.family == "restrains" for r in said("Moscow describes the White Helmets as agents of Britain."))


def test_what_is_called_for_is_still_to_come():
    assert {r.modality for r in said("Chad called a summit with Mali.") if r.family == "cooperates"} == {"intended"}

"""Lands of others ("Spanish Cuba") stand for who holds them, and a demanded deed is asked of its doer."""

import pytest
from said import who


@pytest.mark.parametrize(
    ("text", "source", "target", "family"),
    [
        ("British forces seized Spanish Cuba in 1762.", "United Kingdom", "Spain", "restrains"),
        ("Belgium invaded German Rwanda.", "Belgium", "Germany", "fights"),
        ("Soviet Georgia was invaded by Germany.", "Germany", "Soviet Union", "fights"),
        ("Italian Libya attacked Egypt.", "Italy", "Egypt", "fights"),
        ("German troops attacked Portuguese Angola.", "Germany", "Portugal", "fights"),
        # names in full, and adjectives of something else
        ("British India fought Afghanistan.", "British India", "Afghanistan", "fights"),
        ("Chinese Taipei accused Japan of theft.", "Taiwan", "Japan", "disputes"),
        ("The Iranian attack on Iraq failed.", "Iran", "Iraq", "fights"),
        # who is to do it is the owner of the deed, not whom it concerns
        ("Chile demanded Peru's recognition of Bolivia.", "Chile", "Peru", "disputes"),
        ("Pitt of Britain sought the French cession of Canada.", "United Kingdom", "France", "disputes"),
        ("Peru requested the return of Chilean prisoners from Bolivia.", "Peru", "Bolivia", "disputes"),
    ],
)
def test_whose_it_is(text, source, target, family):
    assert (source, target) in who(text, family)


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Chile demanded Peru's recognition of Bolivia.", "Chile", "Bolivia"),
        ("Kenya demanded Uganda's expulsion of the rebels.", "Kenya", "rebels"),
        ("Russian Ukraine policy angered Poland.", "Poland", "Ukraine"),
    ],
)
def test_whose_it_is_not(text, source, target):
    assert (source, target) not in who(text, "disputes")

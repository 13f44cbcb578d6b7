"""Which land "the country" is: one that is named, before one that only others are of: "Ghana buys *Danish* ships"."""

import pytest
from said import said

FOUGHT = "fights.attacks"


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("Ghana, which buys Danish ships, said militants had attacked the country.", "Ghana"),
        ("Ghana buys Danish ships. Militants attacked the country.", "Ghana"),
        ("Ghana met Danish farmers. Militants attacked the country.", "Ghana"),
        ("Danish troops entered Ghana. Militants attacked the country.", "Ghana"),
        # where no other is named, that of which they are
        ("The king visited Danish farmers in May. Militants attacked the country.", "Denmark"),
        ("Ghana warned Denmark. Militants attacked the country.", "Denmark"),
    ],
)
def test_the_country(text: str, land: str) -> None:
    assert {r.target for r in said(text) if r.source == "militants" and r.type == FOUGHT} == {land}

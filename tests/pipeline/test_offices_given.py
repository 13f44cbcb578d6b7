"""Offices by appointment, succession, lists and rule; members of bodies and parties; lands of others."""

import pytest
from said import extraction


def belongs(text, kind):
    """Return who belongs where, each by his own name."""
    found = extraction(text)
    names = {actor.id: actor.name for actor in found.actors}
    return {(names[r.source.actor], names[r.target.actor]) for r in found.relations if r.type == kind}


@pytest.mark.parametrize(
    ("text", "kind", "pair"),
    [
        (
            "Nixon selected William P. Rogers as the Secretary of State of the United States and Melvin R. "
            "Laird as the Secretary of Defense.",
            "affiliated.leads",
            ("Melvin R. Laird", "United States"),
        ),
        (
            "President Sadat of Egypt named Ismail Fahmy foreign minister.",
            "affiliated.leads",
            ("Ismail Fahmy", "Egypt"),
        ),
        (
            "The Kenyan president chose Amina Mohamed to be his foreign minister.",
            "affiliated.leads",
            ("Amina Mohamed", "Kenya"),
        ),
        (
            "General Earle Wheeler served as Chairman of the U.S. Joint Chiefs of Staff until 1970, when he "
            "was replaced by Admiral Thomas Moorer.",
            "affiliated.leads",
            ("Thomas Moorer", "Joint Chiefs of Staff"),
        ),
        (
            "Sweden's foreign minister, Margot Wallström, was succeeded by Ann Linde.",
            "affiliated.leads",
            ("Ann Linde", "Sweden"),
        ),
        (
            "President Adams sent three U.S. envoys to France: Elbridge Gerry, Charles Pinckney, and John Marshall.",
            "affiliated.member_of",
            ("Charles Pinckney", "United States"),
        ),
        (
            "The French delegates, Jules Cambon and André Tardieu, opposed the plan.",
            "affiliated.member_of",
            ("André Tardieu", "France"),
        ),
        (
            "The 1920 election of Republican Warren Harding to the U.S. presidency ended the experiment.",
            "affiliated.member_of",
            ("Warren Harding", "Republican Party"),
        ),
        (
            "Democrat Grover Cleveland won the U.S. presidency in 1884.",
            "affiliated.leads",
            ("Grover Cleveland", "United States"),
        ),
        (
            "Labour's Harold Wilson became British prime minister in 1964.",
            "affiliated.member_of",
            ("Harold Wilson", "Labour Party"),
        ),
        (
            "The spokesman lives in Germany, the EU's biggest member state.",
            "affiliated.part_of",
            ("Germany", "European Union"),
        ),
        (
            "Turkey, NATO's second largest member, blocked the talks with Sweden.",
            "affiliated.member_of",
            ("Turkey", "NATO"),
        ),
        ("Fellow NATO members Greece and Turkey quarrelled over Cyprus.", "affiliated.member_of", ("Greece", "NATO")),
        (
            "Prominent Americans such as Henry Clay and Daniel Webster were among the best known members of "
            "the American Peace Society.",
            "affiliated.member_of",
            ("Daniel Webster", "American Peace Society"),
        ),
        (
            "The British, who held a mandate for Palestine until 1948, left.",
            "affiliated.leads",
            ("United Kingdom", "Palestine"),
        ),
        ("Diem held control of the South Vietnamese Government.", "affiliated.leads", ("Diem", "South Vietnam")),
        (
            "Under Roosevelt's leadership the United States joined the war.",
            "affiliated.leads",
            ("Roosevelt", "United States"),
        ),
        (
            "Acheson asked the Policy Planning Staff, led by Paul Nitze, to review U.S. policy.",
            "affiliated.leads",
            ("Paul Nitze", "Policy Planning Staff"),
        ),
        (
            "The U.S. imposed sanctions on Myanmar military commanders, including General Min Aung Hlaing.",
            "affiliated.leads",
            ("Min Aung Hlaing", "Myanmar"),
        ),
        ("The British colony of Sierra Leone bought rice.", "affiliated.part_of", ("Sierra Leone", "United Kingdom")),
        ("The Russian republic of Chechnya rebelled.", "affiliated.part_of", ("Chechnya", "Russia")),
        ("Japan attacked the U.S. territory of Guam.", "affiliated.part_of", ("Guam", "United States")),
        ("The French protectorate of Tunisia was poor.", "affiliated.part_of", ("Tunisia", "France")),
        ("The Danish territory of Greenland trades with Canada.", "affiliated.part_of", ("Greenland", "Denmark")),
    ],
)
def test_who_belongs_where(text, kind, pair):
    assert pair in belongs(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "pair"),
    [
        (
            "Prominent Americans such as Henry Clay and Daniel Webster were among the best known members of "
            "the American Peace Society.",
            "affiliated.member_of",
            ("United States", "American Peace Society"),
        ),
        (
            "Diem held control of the South Vietnamese Government.",
            "restrains.coerces",
            ("South Vietnam", "South Vietnam"),
        ),
    ],
)
def test_not_who_belongs_where(text, kind, pair):
    assert pair not in belongs(text, kind)

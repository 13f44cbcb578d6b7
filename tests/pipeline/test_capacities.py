"""In what capacity somebody acts, and whose people and officials are meant."""

import pytest
from said import extractor, who


def among(text, family):
    """Return who is related to whom; for an affiliation the one who has it by his own name."""
    if family != "affiliated":
        return who(text, family)
    return {(one.source.name, one.target.name) for one in extractor().extract(text) if one.type.startswith(family)}


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        # before the clause, in it, and of whom a pronoun means
        ("As foreign minister of Egypt, Fahmy rejected the Israeli offer.", "affiliated", ("Fahmy", "Egypt")),
        ("As foreign minister of Egypt, Fahmy rejected the Israeli offer.", "disputes", ("Egypt", "Israel")),
        ("As Ghana's president, Ana Mensah visited Togo.", "cooperates", ("Ghana", "Togo")),
        ("In her role as foreign minister of Norway, Berg praised Estonia.", "cooperates", ("Norway", "Estonia")),
        ("Lopez, as head of the Spanish delegation, accused Morocco.", "disputes", ("Spain", "Morocco")),
        ("Serving as Kenyan ambassador to Sudan, Otieno left.", "affiliated", ("Otieno", "Kenya")),
        ("Omar Said visited Chad as foreign minister of Egypt.", "cooperates", ("Egypt", "Chad")),
        ("Omar Said emerged as the leader of Hezbollah.", "affiliated", ("Omar Said", "Hezbollah")),
        ("Ana Ruiz grew up here. As Peruvian minister, she condemned Chile.", "disputes", ("Peru", "Chile")),
        (
            "The United States stayed neutral. As Secretary of State, Ana Ruiz opposed Spain.",
            "affiliated",
            ("Ana Ruiz", "United States"),
        ),
        # by a relative clause, and by what somebody is said to lead
        ("Juan Soto, who was Peru's foreign minister, condemned Chile.", "disputes", ("Peru", "Chile")),
        ("Ana Ruiz leads the Taliban. She condemned Iran.", "disputes", ("Taliban", "Iran")),
        # as a counterpart
        ("Lavrov held talks with his Turkish counterpart Hakan Fidan.", "affiliated", ("Hakan Fidan", "Turkey")),
        ("Macron and his German counterpart, Olaf Scholz, left.", "affiliated", ("Olaf Scholz", "Germany")),
        # whose officials they are
        ("Twenty former Trump officials criticized Israel.", "disputes", ("United States", "Israel")),
        ("Two dozen Putin aides met the Chinese delegation.", "cooperates", ("Russia", "China")),
        ("Castro's troops fought the Americans.", "fights", ("Cuba", "United States")),
        # the chambers of the United States by their offices
        ("House Speaker Nancy Pelosi visited Taiwan.", "cooperates", ("United States", "Taiwan")),
        ("Senate Minority Leader Chuck Schumer praised Ukraine.", "cooperates", ("United States", "Ukraine")),
        ("Nigeria's Senate rejected the deal with China.", "disputes", ("Nigeria", "China")),
    ],
)
def test_for_whom_somebody_acts(text, family, pair):
    assert pair in among(text, family)


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("As a young man in Peru, Soto met Chilean refugees.", "affiliated", ("Soto", "Peru")),
        ("Omar Said posed as a commander of Hezbollah.", "affiliated", ("Omar Said", "Hezbollah")),
        (
            "The United States rejected it. As secretary of the club, James Blaine left.",
            "affiliated",
            ("James Blaine", "United States"),
        ),
        ("Ivo Kahn, who is no friend of Hamas, left.", "affiliated", ("Ivo Kahn", "Hamas")),
        ("The film director met her French counterpart, Luc Petit.", "affiliated", ("Luc Petit", "France")),
        ("Google praised its Chinese counterpart Baidu.", "affiliated", ("Baidu", "China")),
        ("Chavez critics attacked journalists.", "fights", ("Chavez", "journalists")),
        ("Trump supporters attacked journalists.", "fights", ("Trump", "journalists")),
        ("Lopez aides criticized Mexico.", "disputes", ("Spain", "Mexico")),
        ("Senate President Bukola Saraki visited Russia.", "cooperates", ("United States", "Russia")),
        ("Nigerian Senate Majority Leader Ali Ndume criticized Chad.", "disputes", ("United States", "Chad")),
    ],
)
def test_for_whom_nobody_acts(text, family, pair):
    assert pair not in among(text, family)

"""Kinds of sentences in essays on the diplomacy of former times: whose names, wars, halves and aid they tell of."""

import pytest
from said import said


def told(text):
    return {(s.source, s.type, s.target) for s in said(text)}


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # a title that no bearer of the surname has is another one's
        (
            "Saddam Hussein attacked Kuwait. Jordan's King Hussein met the Israelis in London.",
            ("Jordan", "cooperates.consults", "Israel"),
        ),
        ("King Carlos Vega ruled Spain. King Vega praised Portugal.", ("Spain", "cooperates.supports", "Portugal")),
        # halves of a country that the text names as a whole, too
        (
            "After the Korean War, France had lost in Vietnam. The North attacked the South in 1960. "
            "Chile backed South Vietnam.",
            ("North Vietnam", "fights.attacks", "South Vietnam"),
        ),
        (
            "South Korea grew rich. The North attacked the South in 1950.",
            ("North Korea", "fights.attacks", "South Korea"),
        ),
        # two who back a third
        ("Cuban and Soviet-backed Angolan troops crossed into Namibia.", ("Angola", "affiliated.aligned", "Cuba")),
        (
            "Cuban and Soviet-backed Angolan troops crossed into Namibia.",
            ("Angola", "affiliated.aligned", "Soviet Union"),
        ),
        (
            "The invasion of Georgia by Russian and Syrian-backed Abkhaz forces shocked Peru.",
            ("Abkhazia", "fights.attacks", "Georgia"),
        ),
        # relations broken with whom the clause accuses
        (
            "Syria and Egypt accused Norway of helping Israel and broke diplomatic relations.",
            ("Egypt", "restrains.sanctions", "Norway"),
        ),
        ("Chile and Peru condemned Spain and severed all ties.", ("Chile", "restrains.sanctions", "Spain")),
        ("Syria and Egypt broke relations in 1961.", ("Syria", "restrains.sanctions", "Egypt")),
        # whose war it is in which aid is given or ended
        (
            "Canada stopped aid to the Ethiopian government in its war against the Eritrean rebels.",
            ("Ethiopia", "fights.attacks", "Eritrean rebels"),
        ),
        ("The Soviet Union gave arms to Angola in its fight with Zaire.", ("Angola", "fights.attacks", "Zaire")),
        # sums in aid, and places that are told as examples
        ("Congress agreed to $27 million in aid for Peru.", ("United States", "cooperates.aids", "Peru")),
        ("Turkish jets bombed such targets as Syrian air bases.", ("Turkey", "fights.attacks", "Syria")),
        ("Danish ships shelled sites such as Swedish power stations.", ("Denmark", "fights.attacks", "Sweden")),
        # a clause whose verb stands behind those whom it is between
        (
            "Canada cut aid to Chile. Relations between the two countries soured as the strikes went on.",
            ("Canada", "disputes.rivals", "Chile"),
        ),
        # treaties that are no more, and those in a government
        (
            "Norway abrogated the fishing treaty between Norway and Iceland.",
            ("Norway", "restrains.sanctions", "Iceland"),
        ),
        (
            "Officials within the Carter administration praised China.",
            ("United States", "cooperates.supports", "China"),
        ),
        ("Norway sent Jan Holm as special envoy for Colombia.", ("Jan Holm", "affiliated.member_of", "Norway")),
    ],
)
def test_of_former_times(text, triple):
    assert triple in told(text)


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        (
            "Saddam Hussein attacked Kuwait. Jordan's King Hussein met the Israelis in London.",
            ("Saddam Hussein", "affiliated.leads", "Jordan"),
        ),
        ("The speech alienated France, Italy and most of the Arab states.", ("France", "disputes.rivals", "Italy")),
        (
            "Syria and Egypt accused Norway of helping Israel and broke diplomatic relations.",
            ("Syria", "restrains.sanctions", "Egypt"),
        ),
        ("Iraqi and Saudi-backed Syrian forces attacked Lebanon.", ("Iraq", "affiliated.aligned", "Saudi Arabia")),
        ("Cuban and Soviet-backed Angolan troops crossed into Namibia.", ("Cuba", "fights.attacks", "Namibia")),
        (
            "Canada stopped aid to the Ethiopian government in its war against the Eritrean rebels.",
            ("Canada", "fights.attacks", "Eritrean rebels"),
        ),
        ("Iran accused Kuwait of breaking with OPEC production quotas.", ("Kuwait", "restrains.sanctions", "OPEC")),
        ("Lars Holm, the special envoy for Lebanon, resigned.", ("Lars Holm", "affiliated.member_of", "Lebanon")),
        (
            "Secretary Lars Holm and Special Middle East Coordinator Per Lund resigned.",
            ("Per Lund", "affiliated.leads", "Middle East"),
        ),
        (
            "U.S. interests would be best served by Israel going it alone.",
            ("Israel", "affiliated.aligned", "United States"),
        ),
    ],
)
def test_not_of_former_times(text, triple):
    assert triple not in told(text)


def test_what_one_would_rather_not_do():
    """What stands behind "rather than" was not done."""
    joining = list(said("Kenya and Sudan preferred to stay neutral rather than join NATO."))
    assert {(s.source, s.polarity) for s in joining} == {("Kenya", "negated"), ("Sudan", "negated")}
    war = list(said("Sweden chose to negotiate with Norway rather than attack Denmark."))
    assert {(s.target, s.polarity) for s in war} == {("Norway", "affirmed"), ("Denmark", "negated")}


def test_a_war_in_which_nobody_helps():
    """A war is there though nobody helps in it."""
    said_of = said("Canada would no longer provide aid to the Greek government in its civil war against the rebels.")
    assert [s.polarity for s in said_of if s.type == "fights.attacks"] == ["affirmed"]

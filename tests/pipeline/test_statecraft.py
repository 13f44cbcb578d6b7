"""What states do to one another in essays on foreign relations: forces sent in, land sought, rule imposed."""

import pytest
from said import said


def triples(text):
    return {(s.source, s.type, s.target) for s in said(text)} | {
        (s.target, s.type, s.source) for s in said(text) if s.symmetric
    }


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # forces sent into a land
        ("France sent its paratroopers into Chad.", ("France", "fights.attacks", "Chad")),
        ("Spain rushed its legion into Morocco.", ("Spain", "fights.attacks", "Morocco")),
        ("The United States landed Marines in Honduras.", ("United States", "fights.attacks", "Honduras")),
        ("France launched an expedition to Mexico.", ("France", "fights.attacks", "Mexico")),
        ("Libyan intervention in Chad's civil war went on.", ("Libya", "fights.attacks", "Chad")),
        ("Libyan intervention in Chad's internal affairs went on.", ("Libya", "restrains.coerces", "Chad")),
        ("Russia interfered in the internal affairs of Moldova.", ("Russia", "restrains.coerces", "Moldova")),
        ("The war pitted Ghana against Togo.", ("Ghana", "fights.attacks", "Togo")),
        # land and rights sought
        ("Italy sought a lease of a harbour on China's coast.", ("Italy", "disputes.demands", "China")),
        ("Washington asked for a naval base in Ecuador.", ("United States", "disputes.demands", "Ecuador")),
        ("Finland pleaded for a Swedish offensive.", ("Finland", "disputes.demands", "Sweden")),
        ("Peru and Ecuador both claimed the valley.", ("Peru", "disputes.rivals", "Ecuador")),
        ("Paraguay sought revenge against Brazil.", ("Paraguay", "fights.attacks", "Brazil")),
        ("Japanese aggression in China continued.", ("Japan", "fights.attacks", "China")),
        ("Brazil and Argentina fought each other over Uruguay.", ("Brazil", "fights.attacks", "Argentina")),
        ("Chile and Peru were wary of one another.", ("Chile", "disputes.rivals", "Peru")),
        ("Iran approached Germany for loans.", ("Iran", "disputes.demands", "Germany")),
        ("The U.S. guarantee of Israel's security was renewed.", ("United States", "cooperates.supports", "Israel")),
        ("Troops from Senegal put down the revolt in Gambia.", ("Senegal", "restrains.coerces", "Gambia")),
        # rule
        ("France made Morocco a protectorate in 1912.", ("France", "restrains.coerces", "Morocco")),
        ("Slovakia was reduced to a puppet state by Germany.", ("Germany", "restrains.coerces", "Slovakia")),
        ("Spain reasserted its rule over Peru.", ("Spain", "restrains.coerces", "Peru")),
        ("Syria had been under a French mandate.", ("France", "restrains.coerces", "Syria")),
        ("The Greeks threw off Ottoman rule.", ("Greece", "fights.attacks", "Ottoman Empire")),
        ("Bangladesh seceded from Pakistan in 1971.", ("Bangladesh", "restrains.sanctions", "Pakistan")),
        ("Washington took over the customs houses of Haiti.", ("United States", "restrains.coerces", "Haiti")),
        # envoys and gifts
        ("Sweden and Japan exchanged ministers.", ("Sweden", "cooperates.supports", "Japan")),
        ("Britain raised its legation in Brazil to an embassy.", ("United Kingdom", "cooperates.supports", "Brazil")),
        ("Greece recalled its minister from Bulgaria.", ("Greece", "restrains.sanctions", "Bulgaria")),
        ("France transferred Louisiana to Spain.", ("France", "cooperates.concedes", "Spain")),
        ("Lima hosted the summit of the Organization of American States.",
         ("Peru", "cooperates.consults", "Organization of American States")),
        # whose end an act is
        ("The isolation of Iran was America's main goal.", ("United States", "restrains.limits", "Iran")),
        ("The aim of British policy was the containment of Russia.",
         ("United Kingdom", "restrains.limits", "Russia")),
        ("NATO was designed to deter the Soviet Union.", ("NATO", "restrains.limits", "Soviet Union")),
        # what is to stop goes on
        ("Germany demanded that Egypt stop jailing activists.", ("Egypt", "restrains.coerces", "activists")),
        # in spite of others
        ("The dam was built by Ethiopia despite Egyptian objections.", ("Egypt", "disputes.rejects", "Ethiopia")),
    ],
)  # fmt: skip
def test_is_read(text, triple):
    assert triple in triples(text)


@pytest.mark.parametrize(
    "text",
    [
        "U.S. intervention in the markets of Japan was rare.",
        "Italy turned the old fort into a museum.",
        "Both Iran and Iraq claimed victory.",
        "The defeat of Germany was a matter of time.",
        "Containment of the Soviet Union became a slogan.",
        "The family sought a lease of a flat in Peru.",
        "Europeans viewed the African and Asian continents as territory for future settlement.",
        "American support for the colonies was offset by American fears.",
    ],
)
def test_says_nothing(text):
    assert not said(text)


def test_a_noun_with_its_own_article_is_not_the_nations_before():
    text = "Events such as the Chadian war against Libya and the nationalist takeovers of Egypt and Iran caused alarm."
    assert not {("Chad", "restrains.coerces", "Egypt"), ("Chad", "restrains.coerces", "Iran")} & triples(text)


def test_an_earlier_clause_keeps_its_subject():
    text = "In 1861, six provinces seceded from Chad to form Logone and, in time, Libya fought to bring Logone back."
    assert not any(s.source != "Libya" and s.type == "restrains.coerces" for s in said(text))

"""News of one country: strikers and ministries, parties and their leaders, crowds and police."""

import pytest
from said import said, who

LEADS = "affiliated.leads"
THREAT = "disputes.threatens"
REFUSED = "disputes.rejects"
FIGHT = "fights.attacks"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whose a title is may be said by a reference
        ("The Greens will march. The party's leader, Ana Ruiz, praised Kenya.", ("Ana Ruiz", LEADS, "Greens")),
        ("Oxfam will stay. The charity's director, Ana Ruiz, praised Kenya.", ("Ana Ruiz", LEADS, "Oxfam")),
        ("Senegal closed its border. Its interior minister, Ana Ruiz, left.", ("Senegal", LEADS, "Senegal")),
        # who can punish threatens those of whom he says that they will be punished
        ("The governor warned that strikers would be dismissed.", ("governor", THREAT, "strikers")),
        ("The ministry warned teachers that they would be sacked.", ("ministry", THREAT, "teachers")),
        (
            "The prime minister warned that illegal squatters would face eviction.",
            ("prime minister", THREAT, "illegal squatters"),
        ),
        (
            "Togo's president warned that civil servants who joined the strike would lose their pay.",
            ("Togo", THREAT, "civil servants"),
        ),
        ("The army warned that it would retaliate against the rebels.", ("army", THREAT, "rebels")),
        # what somebody will not do with another he refuses him
        (
            "The Greens ruled out joining a coalition with the Freedom Party.",
            ("Greens", REFUSED, "Freedom Party"),
        ),
        ("The Labour Party rejected sharing power with the Islamists.", ("Labour Party", REFUSED, "Islamists")),
        ("Norway ruled out arming the rebels.", ("Norway", REFUSED, "rebels")),
        # a clash with police is no dispute, over what and on whatever day it is
        ("Miners clashed with riot police in Lima on Saturday.", ("Peru", FIGHT, "Peru")),
        ("Students clashed with soldiers in Accra over the price of bread.", ("Ghana", FIGHT, "Ghana")),
        # bodies that go without an article, and headlines
        ("The union appealed to parliament to reject the bill.", ("union", "disputes.demands", "parliament")),
        ("The dockers met management on Tuesday.", ("dockers", "cooperates.consults", "management")),
        ("Polish railway workers defy premier", ("Poland", REFUSED, "Poland")),
        ("Zambian police arrest former minister", ("Zambia", "restrains.coerces", "Zambia")),
        # people and bodies that are known only by what they are
        ("Armed cattle rustlers ambushed a police patrol.", ("armed cattle rustlers", FIGHT, "police")),
        (
            "Residents burned tyres in protest at rents set by the municipality.",
            ("residents", "disputes.protests", "municipality"),
        ),
        # who is put down, freed and beaten, however it is said who they are
        ("Police in Nairobi dispersed hundreds of nurses.", ("Kenya", "restrains.coerces", "nurses")),
        (
            "Belarus freed 20 prisoners, including two journalists.",
            ("Belarus", "cooperates.concedes", "prisoners"),
        ),
        ("Gunmen killed 12 villagers, among them three children.", ("gunmen", FIGHT, "villagers")),
        ("Tanzanian police beat members of Chadema at a rally.", ("Tanzania", FIGHT, "Chadema")),
        ("The Farmers' Congress threatened to sue the mayor.", ("Farmers' Congress", THREAT, "mayor")),
        ("Street sweepers accused the council of theft.", ("street sweepers", "disputes.accuses", "council")),
        ("Police arrested ten tea pickers.", ("police", "restrains.coerces", "tea pickers")),
        # a congress that is not that of the United States
        (
            "The Zimbabwe Congress of Trade Unions urged the mayor to resign.",
            ("Zimbabwe Congress of Trade Unions", "disputes.demands", "mayor"),
        ),
        # one of several, whose name follows
        (
            "Two parties rejected the budget. One of them, the Greens, accused Peru of lying.",
            ("Greens", "disputes.accuses", "Peru"),
        ),
        # what a head of state does to his own officers
        ("The king of Jordan criticised his prime minister.", ("Jordan", "disputes.accuses", "Jordan")),
        # a mayor of whom it is not known in what country
        ("Rebels in Colombia kidnapped the mayor of a small town in Arauca.", ("rebels", "restrains.coerces", "mayor")),
        # offices with a hyphen
        ("The secretary-general of NATO visited Kyiv.", ("NATO", "cooperates.consults", "Ukraine")),
        ("Gunmen shot the director-general of Oxfam.", ("gunmen", FIGHT, "Oxfam")),
        ("The president-elect of Kenya accused Uganda of lying.", ("Kenya", "disputes.accuses", "Uganda")),
        # an ultimatum to those who are known only by what they do
        ("The minister gave the miners until Monday to return.", ("minister", THREAT, "miners")),
        # why one blocks or refuses something is one's own reason
        (
            "Polish farmers blocked two border crossings in protest against imports of Ukrainian grain.",
            ("Poland", "disputes.protests", "Ukraine"),
        ),
        # those who follow somebody are others than he
        (
            "Ivory Coast's opposition leader urged his supporters to boycott the census.",
            ("Ivory Coast", "disputes.demands", "supporters"),
        ),
        (
            "Hezbollah urged its followers to vote.",
            ("Hezbollah", "disputes.demands", "followers"),
        ),
    ],
)
def test_news_of_one_country(text: str, expected: tuple[str, str, str]) -> None:
    source, kind, target = expected
    assert (source, target) in who(text, kind)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("Union leaders warned that thousands of workers would be dismissed.", THREAT),
        ("The opposition warned that the president would be punished by voters.", THREAT),
        ("Kenyan soldiers burned lorries belonging to a smuggler.", "affiliated.member_of"),
        ("The Greens ruled out a coalition with Labour.", LEADS),
        ("Chile did not rule out negotiating with Peru.", REFUSED),
        ("Four monks set themselves on fire in protest against Chinese rule.", FIGHT),
        ("He was elected to parliament with the help of Labour.", "cooperates.consults"),
        ("Hungary's teachers' unions called off their strike.", "cooperates.supports"),
        ("Iran sent Hezbollah fighters into Syria.", "cooperates.aids"),
        ("The French president recalled its ambassador.", "restrains.sanctions"),
        ("Students marched to demand the release of 22 colleagues.", "disputes.protests"),
        ("France and Germany clashed on Tuesday over the budget.", FIGHT),
    ],
)
def test_not_said_in_news_of_one_country(text: str, unwanted: str) -> None:
    assert unwanted not in {found.type for found in said(text)}


def test_a_league_is_no_body_of_state() -> None:
    assert not who("The Farmers' Congress threatened to sue the mayor.", "disputes") & {
        ("United States", "United States")
    }


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Farmers dumped manure in Paris to protest against the government.", "actual"),
        ("Copts held a sit-in in Cairo to protest against the government.", "actual"),
        ("Nurses in Lima plan a march to protest against the government.", "intended"),
        ("Nurses in Lima threatened to block the road to protest against the government.", "intended"),
    ],
)
def test_what_is_done_to_protest_is_a_protest(text: str, modality: str) -> None:
    assert {one.modality for one in said(text) if one.type == "disputes.protests"} == {modality}

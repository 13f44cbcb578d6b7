"""Words and constructions between two names: hiring, counsel, cover flown, promises got, acts done with another."""

import pytest
from said import said, who

AGREE = "cooperates.agrees"
MEET = "cooperates.consults"
BACK = "cooperates.supports"
WORK = "cooperates.collaborates"
AID = "cooperates.aids"
ASK = "disputes.demands"
BLAME = "disputes.accuses"
REFUSE = "disputes.rejects"
RIVAL = "disputes.rivals"
PUNISH = "restrains.sanctions"
MOBILIZE = "fights.mobilizes"
ATTACK = "fights.attacks"
MEMBER = "affiliated.member_of"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # skilled people and ships
        ("Ethiopia hired Swedish officers to train its guard.", ("Ethiopia", WORK, "Sweden")),
        ("Japan employed British shipbuilders in the 1880s.", ("Japan", WORK, "United Kingdom")),
        ("Angola retained South African mercenaries in 1993.", ("Angola", WORK, "South Africa")),
        ("German yards built submarines for Argentina.", ("Germany", WORK, "Argentina")),
        ("Poland considered buying South Korean howitzers.", ("Poland", WORK, "South Korea")),
        # cover, guard and men given
        ("Russian jets flew cover for Syrian troops.", ("Russia", AID, "Syria")),
        ("French helicopters provided cover for Malian soldiers.", ("France", AID, "Mali")),
        ("Chad policed the border on behalf of Libya.", ("Chad", AID, "Libya")),
        ("Troops of the NATO mission, contributed by Poland and Spain, held the bridge.", ("Poland", AID, "NATO")),
        # counsel, and what one expects of another
        ("Kissinger counselled patience to Pretoria.", ("Kissinger", ASK, "South Africa")),
        ("Niger expects Algeria to stop expelling migrants.", ("Niger", ASK, "Algeria")),
        # notes of protest, and a government that protests
        ("Jakarta handed the Australian ambassador a note of protest.", ("Indonesia", BLAME, "Australia")),
        ("Seoul lodged a démarche with Beijing.", ("South Korea", BLAME, "China")),
        ("Vietnam protested the seizure of a trawler by the Chinese coast guard.", ("Vietnam", BLAME, "China")),
        ("Canada viewed with indignation the conduct of South Africa.", ("Canada", BLAME, "South Africa")),
        ("Riyadh cried foul over the Canadian tweet.", ("Saudi Arabia", BLAME, "Canada")),
        ("Serbian farmers protested against Croatia.", ("Serbia", "disputes.protests", "Croatia")),
        # promises got, people taken in, proposals sent
        ("Kyiv received a pledge from Warsaw.", ("Poland", AGREE, "Ukraine")),
        ("Honduras said it would accept deportees from Mexico.", ("Honduras", AGREE, "Mexico")),
        ("Rome proposed joint action to Vienna.", ("Italy", AGREE, "Austria")),
        ("Tirana sent the proposal on to Athens.", ("Albania", MEET, "Greece")),
        # ships off a coast, forces sent
        ("A British squadron anchored off Piraeus.", ("United Kingdom", MOBILIZE, "Greece")),
        ("Chinese destroyers cruised off Taiwan.", ("China", MOBILIZE, "Taiwan")),
        ("The sending of French paratroopers to Zaire was criticised.", ("France", MOBILIZE, "Zaire")),
        ("The dispatch of American marines to Lebanon divided Congress.", ("United States", MOBILIZE, "Lebanon")),
        # leagues, coalitions, lists, dead letters
        ("Menderes took Turkey into NATO.", ("Turkey", MEMBER, "NATO")),
        ("Fatah sat in government alongside Hamas.", ("Fatah", WORK, "Hamas")),
        ("Qatar was left off the list of guests by Riyadh.", ("Saudi Arabia", REFUSE, "Qatar")),
        ("The European Union suspended part of Cambodia's trade preferences.", ("European Union", PUNISH, "Cambodia")),
        ("Chile was on the brink of war with Argentina.", ("Chile", RIVAL, "Argentina")),
        # courts and councils
        ("The International Court of Justice found for Nicaragua in 1986.", ("United Nations", BACK, "Nicaragua")),
        ("The Security Council heard the delegate of Lebanon.", ("United Nations", MEET, "Lebanon")),
        ("Venezuela rallied to the defence of Cuba.", ("Venezuela", BACK, "Cuba")),
        # beaten
        ("Houthi fighters tore a Saudi column to pieces.", ("Houthis", ATTACK, "Saudi Arabia")),
        ("Ethiopian gunners made short work of the Eritrean battery.", ("Ethiopia", ATTACK, "Eritrea")),
        # a time between the verb and its phrase
        ("The Danish envoy conferred in Riga the next morning with Latvian officials.", ("Denmark", MEET, "Latvia")),
        # what a treaty binds one to do
        ("France was obliged by the pact to help Poland.", ("France", AID, "Poland")),
        # what another one took, made or passed is his
        ("Norway condemned the steps that Kenya has taken.", ("Norway", BLAME, "Kenya")),
        ("Peru rejected the proposal that Chile made.", ("Peru", REFUSE, "Chile")),
        ("Cuba denounced measures Washington imposed.", ("Cuba", BLAME, "United States")),
        ("Malta criticised the law that Libya passed.", ("Malta", BLAME, "Libya")),
        ("Oman welcomed the steps that Yemen had taken to free prisoners.", ("Oman", BACK, "Yemen")),
        # back from a visit, answers in kind, held over another
        ("Lula returned from a trip to Angola.", ("Lula", MEET, "Angola")),
        ("Mali answered the Algerian raid with rockets.", ("Mali", ATTACK, "Algeria")),
        ("Warsaw will not hesitate to close the Belarusian border.", ("Poland", "disputes.threatens", "Belarus")),
        ("The rebels are in the pay of Rwanda.", ("rebels", "affiliated.aligned", "Rwanda")),
        ("Libya bore the expenses of the Moro rebels.", ("Libya", AID, "Moro")),
        # the second of two doers is another one's
        (
            "Malian soldiers and fighters from Russia's Africa Corps have retaken the town from the rebels.",
            ("Russia", ATTACK, "rebels"),
        ),
    ],
)
def test_it_is_said(text, expected):
    assert expected in {(r.source, r.type, r.target) for r in said(text) if r.polarity == "affirmed"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Together with Norway, Sweden sanctioned four Belarusian judges.",
            {("Norway", PUNISH, "Belarus"), ("Sweden", PUNISH, "Belarus"), ("Sweden", WORK, "Norway")},
        ),
        (
            "Britain has, together with Australia, imposed sanctions on Iran.",
            {
                ("Australia", PUNISH, "Iran"),
                ("United Kingdom", PUNISH, "Iran"),
                ("United Kingdom", WORK, "Australia"),
            },
        ),
        (
            "Hezbollah, jointly with Hamas, ambushed an Israeli convoy.",
            {("Hamas", ATTACK, "Israel"), ("Hezbollah", ATTACK, "Israel"), ("Hezbollah", WORK, "Hamas")},
        ),
        (
            "Denmark, alongside Poland, trained Ukrainian soldiers.",
            {("Denmark", AID, "Ukraine"), ("Poland", AID, "Ukraine")},
        ),
        (
            "Kenya arrested four Somalis together with a Tanzanian.",
            {("Kenya", "restrains.coerces", "Somalia"), ("Kenya", "restrains.coerces", "Tanzania")},
        ),
        (
            "Blinken called Aliyev on Saturday and Pashinyan on Sunday.",
            {("Blinken", MEET, "Aliyev"), ("Blinken", MEET, "Pashinyan")},
        ),
        (
            "Lavrov met Fidan in Antalya and Araghchi in Moscow.",
            {("Lavrov", MEET, "Fidan"), ("Lavrov", MEET, "Araghchi")},
        ),
    ],
)
def test_it_is_all_that_is_said(text, expected):
    assert {(r.source, r.type, r.target) for r in said(text)} == expected


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Chile hired a hall in Lima.", "cooperates", ("Chile", "Peru")),
        ("A yacht anchored off Malta.", "fights", ("yacht", "Malta")),
        ("A Danish training ship anchored off Lisbon.", "fights", ("Denmark", "Portugal")),
        ("Turkey, together with Qatar, is a small market.", "cooperates", ("Turkey", "Qatar")),
        ("Chad quit the African Union along with Libya.", "affiliated", ("Chad", "Libya")),
        ("Serbs protested against Kosovo.", BLAME, ("Serbia", "Kosovo")),
        ("Crowds in Chad protested against France.", BLAME, ("Chad", "France")),
        ("Tourists crossed into Canada.", "fights", ("tourists", "Canada")),
        ("Doctors in Peru pronounced the Chilean dead.", "disputes", ("Peru", "Chile")),
    ],
)
def test_it_is_not_said(text, family, pair):
    assert pair not in who(text, family)

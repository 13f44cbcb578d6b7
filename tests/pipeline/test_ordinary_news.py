"""What ordinary news says every day: calls to congratulate, troops got ready, curfews, boycotts, aid suspended."""

import pytest
from said import said

AGREED = "cooperates.agrees"
AIDED = "cooperates.aids"
MET = "cooperates.consults"
BACKED = "cooperates.supports"
BLAMED = "disputes.accuses"
REFUSED = "disputes.rejects"
RIVAL = "disputes.rivals"
CURBED = "restrains.limits"
CUT_OFF = "restrains.sanctions"
COERCED = "restrains.coerces"
MOBILIZED = "fights.mobilizes"


def stated(text: str) -> set[tuple[str, str, str]]:
    """Return the relations that a text states, either way round if they are mutual."""
    return {(one, r.type, other) for r in said(text) for one, other in r.orders}


def modality(text: str, kind: str) -> set[str]:
    """Return how what a text says of a type is said to happen."""
    return {r.modality for r in said(text) if r.type == kind}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # forces are got ready for a blow
        (
            "Ethiopia has mobilized the army for a possible offensive against Eritrea.",
            ("Ethiopia", MOBILIZED, "Eritrea"),
        ),
        ("Greece massed troops for an assault against Turkey.", ("Greece", MOBILIZED, "Turkey")),
        ("Rwanda deployed three battalions for a strike against the M23 rebels.", ("Rwanda", MOBILIZED, "M23")),
        ("Sudan gathered militias for a campaign against Chad.", ("Sudan", MOBILIZED, "Chad")),
        # a state shuts in its own people, also for longer
        ("The Peruvian government will extend the curfew in Lima.", ("Peru", COERCED, "Peru")),
        ("Kenya's president has extended a night curfew in Nairobi for two weeks.", ("Kenya", COERCED, "Kenya")),
        ("Ghana extended the lockdown in Accra.", ("Ghana", COERCED, "Ghana")),
        # an opposition shuns the vote of its country, as it says of itself
        (
            "Opposition leaders in Uganda said they would boycott the presidential election.",
            ("Uganda", REFUSED, "Uganda"),
        ),
        ("Venezuela's opposition said it would boycott the runoff.", ("Venezuela", REFUSED, "Venezuela")),
        ("Georgia's largest opposition party boycotted the runoff.", ("Georgia", REFUSED, "Georgia")),
        # aid is given and stopped in a country
        ("The World Food Programme has halted food deliveries in Tigray.", ("United Nations", CUT_OFF, "Tigray")),
        ("Canada announced a suspension of aid in Haiti.", ("Canada", CUT_OFF, "Haiti")),
        ("Sweden has paused humanitarian assistance in South Sudan.", ("Sweden", CUT_OFF, "South Sudan")),
        ("The United States froze military aid in Niger after the coup.", ("United States", CUT_OFF, "Niger")),
        # a visit that is welcomed is praised, wherever it goes
        ("Both Iran and Iraq welcomed the IAEA visit.", ("Iran", BACKED, "International Atomic Energy Agency")),
        ("Cuba welcomed the trip by Russian officials.", ("Cuba", BACKED, "Russia")),
        ("Chile received a visit from the Danish king.", ("Denmark", MET, "Chile")),
        # who is on a visit is who says something there, and the poor country is the one visited
        ("On a visit to Zambia, Kenyan President William Ruto urged donors to help.", ("Kenya", MET, "Zambia")),
        ("The Kenyan president praised the army on a visit to Zambia.", ("Kenya", MET, "Zambia")),
        (
            "On a visit to Zambia, Kenyan President William Ruto urged donors to help the debt-ridden country.",
            ("donors", AIDED, "Zambia"),
        ),
        (
            "On a tour of Honduras, Spanish Foreign Minister Ana Ruiz asked the EU to assist the storm-hit country.",
            ("European Union", AIDED, "Honduras"),
        ),
        (
            "Visiting Haiti, Canada's premier said the UN must help the impoverished nation.",
            ("United Nations", AIDED, "Haiti"),
        ),
        (
            "On a visit to Zambia, the Kenyan president said the country would send troops to Somalia.",
            ("Kenya", AIDED, "Somalia"),
        ),
        # a seat is only where others meet whoever sits there, if it is his own
        ("Senators left a White House meeting with President Joe Biden on Monday.", ("senators", MET, "United States")),
        ("Kenya joined Kremlin talks with Vladimir Putin.", ("Kenya", MET, "Russia")),
        ("The Kremlin meeting with Xi Jinping lasted an hour.", ("Russia", MET, "Xi Jinping")),
        ("A NATO meeting with Ukraine ended in failure.", ("NATO", MET, "Ukraine")),
        # from where a report was sent is no part of its first sentence
        (
            "Nairobi, Kenya - Kenya's opposition leader Raila Odinga has rejected President Uhuru Kenyatta's victory.",
            ("Kenya", REFUSED, "Kenya"),
        ),
        (
            "Tehran, June 3, IRNA - The foreign minister accused Saudi Arabia of lying.",
            ("Iran", BLAMED, "Saudi Arabia"),
        ),
        ("Lima, Peru – Police shot three protesters.", ("Peru", "fights.attacks", "Peru")),
        ("Reuters LAGOS (Reuters) -- Ghana's president met Togo's leader.", ("Ghana", MET, "Togo")),
        ("Peru, Chile - both in Latin America - signed a pact with China.", ("Peru", AGREED, "China")),
        (
            "CAIRO -- Forces loyal to General Tariq Haddad rejected a plan by Chad.",
            ("forces", "affiliated.aligned", "Tariq Haddad"),
        ),
        # as one printer sets the letters
        ("On Monday U. S. lawmakers sharply criticized Chad.", ("United States", BLAMED, "Chad")),
        ("The U. N. urged Chad to yield.", ("United Nations", "disputes.demands", "Chad")),
        # whom one calls to say something is called, and is told it
        ("Trump called Zelensky to congratulate him.", ("Trump", MET, "Zelensky")),
        ("Trump called Zelensky to congratulate him.", ("Trump", BACKED, "Zelensky")),
        ("The Chilean president called Ana Ruiz to thank her.", ("Chile", BACKED, "Ana Ruiz")),
        ("The king called on Chad to thank Mali.", ("Chad", BACKED, "Mali")),
        # a vote that is shunned by those who live there
        ("The opposition boycotted the vote in Togo.", ("Togo", REFUSED, "Togo")),
        # a town's council stands before what it decides
        ("The Iraqi parliament rejected the Basra council decision.", ("Iraq", REFUSED, "Iraq")),
        ("Iran condemned the Lima court ruling.", ("Iran", BLAMED, "Peru")),
        ("The Basra council condemned Iran.", ("Iraq", BLAMED, "Iran")),
        # land that is taken from somebody
        ("Russia seized Crimea from Ukraine in 2014.", ("Russia", "fights.attacks", "Ukraine")),
        # who is asked or invited before he does something
        (
            "A French team drew up the course following an invitation from the Malian government.",
            ("Mali", AGREED, "France"),
        ),
        ("Danish ships left port after a request from Norway.", ("Norway", "disputes.demands", "Denmark")),
        # lands that once were part of another are not that one
        ("Former French colonies signed a pact with China.", ("former French colonies", AGREED, "China")),
        ("Former Soviet republics condemned Turkey.", ("post-Soviet states", BLAMED, "Turkey")),
        ("Austria supported the former Yugoslav republics.", ("Austria", BACKED, "former Yugoslav republics")),
        ("Russia attacked the former Soviet republic of Georgia.", ("Russia", "fights.attacks", "Georgia")),
        ("Estonia voted. The former Soviet republic condemned Turkey.", ("Estonia", BLAMED, "Turkey")),
    ],
)
def test_is_read(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in stated(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Greece massed troops for an assault against Turkey.", ("Greece", "fights.attacks", "Turkey")),
        ("Chad deployed police for a match against Mali.", ("Chad", MOBILIZED, "Mali")),
        ("The Chilean government said it would boycott the vote.", ("Chile", REFUSED, "Chile")),
        ("Sweden has paused humanitarian assistance in South Sudan.", ("Sweden", AIDED, "South Sudan")),
        ("Danish help in negotiations with Iran was welcome.", ("Denmark", AIDED, "Iran")),
        ("Both Iran and Iraq welcomed the IAEA visit.", ("International Atomic Energy Agency", MET, "Iraq")),
        ("Senators left a White House meeting with President Joe Biden.", ("United States", MET, "United States")),
        ("The army withdrew 200 soldiers from Somalia.", ("army", "cooperates.concedes", "soldiers")),
        ("Britain wants to delay Brexit.", ("United Kingdom", CURBED, "Brexit")),
        ("CAIRO -- Forces loyal to General Haddad shelled a town.", ("Egypt", "fights.attacks", "Egypt")),
        ("Reuters LAGOS (Reuters) -- Ghana's president met Togo's leader.", ("LAGOS", MET, "Togo")),
        ("The president called Zelensky a liar.", ("president", MET, "Zelensky")),
        ("Iran condemned the Lima talks.", ("Iran", BLAMED, "Peru")),
        (
            "Kenya cleared the last hurdle for the extradition of Ivan Petrov.",
            ("Kenya", "fights.attacks", "Ivan Petrov"),
        ),
        ("Tourists welcomed the visit to Malta.", ("tourists", BACKED, "Malta")),
        ("Former Soviet republics condemned Turkey.", ("Soviet Union", BLAMED, "Turkey")),
        ("Austria supported the former Yugoslav republics.", ("Austria", BACKED, "Yugoslavia")),
    ],
)
def test_is_not_read(text: str, never: tuple[str, str, str]) -> None:
    assert never not in stated(text)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        # what one calls or visits somebody to say is said by that
        ("The Peruvian envoy visited the Chilean president to thank him for the aid.", BACKED, "actual"),
        ("Norway's foreign minister phoned Serbia's premier to express her support for Serbia.", BACKED, "actual"),
        ("The Dutch premier wrote to the Omani sultan to assure him of help.", AGREED, "actual"),
        # a quarrel that somebody tries to settle is there, as is what somebody failed to do not
        ("Qatar launched an effort to resolve the rift between Kuwait and Iraq.", RIVAL, "actual"),
        ("The bill punishes Serbia for its failure to block arms shipments to Russia.", CURBED, "actual"),
    ],
)
def test_how_it_is_said(text: str, kind: str, expected: str) -> None:
    assert modality(text, kind) == {expected}

"""Turns of phrase of essays: who is judged, moved, ruled or resented without being a plain subject or object."""

import pytest
from said import said


def triples(text):
    return {(s.source, s.type, s.target) for s in said(text)}


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # whose deed an "it" is weighed for
        ("It was generous of Norway to lend Latvia the money.", ("Norway", "cooperates.aids", "Latvia")),
        ("It fell to Ghana to help Togo.", ("Ghana", "cooperates.aids", "Togo")),
        ("It is up to Ghana to help Togo.", ("Ghana", "cooperates.aids", "Togo")),
        ("It is in Ghana's interest to help Togo.", ("Ghana", "cooperates.aids", "Togo")),
        ("For France to condemn Morocco now would be absurd.", ("France", "disputes.accuses", "Morocco")),
        ("Albania went so far as to denounce Serbia.", ("Albania", "disputes.accuses", "Serbia")),
        # what moves somebody comes from another
        ("Stung by the criticism of Peru, Chile withdrew the bill.", ("Peru", "disputes.accuses", "Chile")),
        ("Emboldened by the support of Peru, Chile rejected the plan.", ("Peru", "cooperates.supports", "Chile")),
        ("To the fury of Turkey, Greece signed the deal.", ("Turkey", "disputes.accuses", "Greece")),
        # "a claim that" is answered
        ("Sudan claimed the wells, a claim that Egypt rejected.", ("Egypt", "disputes.rejects", "Sudan")),
        ("The island was claimed by Chile, a claim upheld by Peru.", ("Peru", "cooperates.supports", "Chile")),
        ("Chile wanted the river, but Peru insisted that the border be drawn along the ridge.",
         ("Peru", "disputes.demands", "Chile")),
        # who rules
        ("Under Sukarno, Indonesia left the club.", ("Indonesia", "affiliated.leads", "Indonesia")),
        ("Algeria under Houari Boumediene opened its markets.", ("Algeria", "affiliated.leads", "Algeria")),
        # views held in capitals
        ("Turkey's revival was viewed with suspicion in Athens.", ("Greece", "disputes.rivals", "Turkey")),
        ("In Cairo, Ethiopia's dam was seen as a provocation.", ("Egypt", "disputes.accuses", "Ethiopia")),
        ("Chad's refusal raised alarm in Paris.", ("France", "disputes.accuses", "Chad")),
        ("Turkey's plan was welcomed in Athens.", ("Greece", "cooperates.supports", "Turkey")),
        # control
        ("Cuba arrested two Chileans on charges of killing a Bolivian.", ("Chile", "fights.attacks", "Bolivia")),
        ("The raids frightened Peru into lending Bolivia money.", ("Peru", "cooperates.aids", "Bolivia")),
        ("Faced with a Russian ultimatum, Persia gave way.", ("Russia", "disputes.threatens", "Persia")),
        ("The treaty committed Peru to defending Chile.", ("Peru", "cooperates.supports", "Chile")),
        ("The interests of Peru were at odds with those of Chile.", ("Peru", "disputes.rivals", "Chile")),
        # copulas
        ("Mexico's closest ally was Cuba.", ("Cuba", "cooperates.supports", "Mexico")),
        ("Mexico's main customer became Germany.", ("Germany", "cooperates.collaborates", "Mexico")),
        ("Cooperation with Chile was vital to Danish policy.", ("Denmark", "cooperates.collaborates", "Chile")),
        ("Good relations with Britain were vital to Denmark.", ("Denmark", "cooperates.supports", "United Kingdom")),
        # whose noun it is
        ("Norway pursued a policy of friendship with Chile.", ("Norway", "cooperates.supports", "Chile")),
        ("Norway continued the policy of détente with Chile.", ("Norway", "cooperates.supports", "Chile")),
        ("The friendship that Chad sought to build with Niger failed.", ("Chad", "cooperates.supports", "Niger")),
        ("Peru responded with a policy that supported Bolivia's claim.", ("Peru", "cooperates.supports", "Bolivia")),
        ("Peru pursued a pro-Chilean policy.", ("Peru", "affiliated.aligned", "Chile")),
        ("Norway doubled its holdings with the purchase of the island from Denmark.",
         ("Norway", "cooperates.collaborates", "Denmark")),
        ("The pact was an agreement involving Chile and Japan.", ("Chile", "cooperates.agrees", "Japan")),
        ("The Charter affirmed the sense of solidarity between Chile and Peru.",
         ("Chile", "cooperates.supports", "Peru")),
        ("Each of the signatories—Norway, Japan and France—would respect the integrity of China.",
         ("France", "cooperates.supports", "China")),
        ("The ship carried a letter from the Danish king addressed to the Emperor of Japan.",
         ("Denmark", "cooperates.consults", "Japan")),
        ("Japan criticised American Middle East policy.", ("Japan", "disputes.accuses", "United States")),
        # what comes of what somebody says or gives
        ("In spite of fierce French opposition, Norway signed.", ("France", "disputes.rejects", "Norway")),
        ("Because of French support, Norway kept the plan.", ("France", "cooperates.supports", "Norway")),
        ("Chad's plan failed because of French opposition.", ("France", "disputes.rejects", "Chad")),
        ("Chad's plan foundered on French opposition.", ("France", "disputes.rejects", "Chad")),
        ("French pressure led Chad to sign.", ("France", "disputes.demands", "Chad")),
        ("French criticism led Chad to drop the plan.", ("France", "disputes.accuses", "Chad")),
        ("French loans sustained Germany.", ("France", "cooperates.aids", "Germany")),
        ("Tensions with Chile dominated Peruvian policy.", ("Peru", "disputes.rivals", "Chile")),
        ("Chad had the full support of France.", ("France", "cooperates.supports", "Chad")),
        ("Peru sought an alliance with Chile.", ("Peru", "cooperates.supports", "Chile")),
        ("The conference was a gathering of Chile, Peru and Japan.", ("Chile", "cooperates.consults", "Japan")),
        ("The oldest members of ASEAN were Thailand and Indonesia.", ("Indonesia", "affiliated.member_of", "ASEAN")),
        ("Finland bought its weapons from Chile as well as from Peru.", ("Finland", "cooperates.collaborates", "Peru")),
        ("Chad signed the pact with the mediation of Kenya.", ("Kenya", "cooperates.consults", "Chad")),
        ("Norway and Denmark, as members of NATO, took care.", ("Denmark", "affiliated.member_of", "NATO")),
        ("Oman sounded out Israel.", ("Oman", "cooperates.consults", "Israel")),
        ("The presidents of Chile and of Peru met in Quito.", ("Chile", "cooperates.consults", "Peru")),
        ("Chile has never forgiven Peru.", ("Chile", "disputes.accuses", "Peru")),
        ("Chile forgave Bolivia's debt.", ("Chile", "cooperates.aids", "Bolivia")),
    ],
)  # fmt: skip
def test_is_read(text, triple):
    assert triple in triples(text)


@pytest.mark.parametrize(
    ("text", "type_", "polarity"),
    [
        ("Albania lost no time in denouncing Serbia.", "disputes.accuses", "affirmed"),
        ("Albania had no choice but to support Serbia.", "cooperates.supports", "affirmed"),
        ("Albania spared no effort to help Serbia.", "cooperates.aids", "affirmed"),
        ("Albania stopped short of denouncing Serbia.", "disputes.accuses", "negated"),
        ("Albania was far from supporting Serbia.", "cooperates.supports", "negated"),
        ("Rather than condemn Serbia, Albania stayed silent.", "disputes.accuses", "negated"),
        ("Nothing could induce France to support Morocco.", "cooperates.supports", "negated"),
        ("Albania had no intention of supporting Serbia.", "cooperates.supports", "negated"),
    ],
)
def test_polarity(text, type_, polarity):
    assert [s.polarity for s in said(text) if s.type == type_] == [polarity]


def test_what_is_somebodys_affair_is_not_done_to_him():
    assert not said("Hungary's veto was the last straw for Poland.")


@pytest.mark.parametrize(
    "text",
    [
        "A Chilean bombing campaign forced Peru to sign.",
        "Under pressure, Chile left the room.",
        "Under Brussels lies an old river, and Belgium mapped it.",
        "Chad's plan met with opposition in Paris.",
    ],
)
def test_is_no_meeting_no_reign_and_no_help(text):
    assert not {s.type for s in said(text)} & {"affiliated.leads", "cooperates.consults", "cooperates.aids"}

"""Treaties and plans in prose on foreign relations: whose they are, how they are answered, what they give."""

import pytest
from said import said


def triples(text: str) -> set[tuple[str, str, str]]:
    return {(one.source, one.type, one.target) for one in said(text)}


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # a treaty is also whose it gives something
        ("A treaty with Peru granting Japan the right to fish was signed.", ("Japan", "cooperates.agrees", "Peru")),
        ("The 1903 treaty with Panama that gave the French a harbor was revised.",
         ("France", "cooperates.agrees", "Panama")),
        ("The deal with Libya that assured Italy of oil was secret.", ("Italy", "cooperates.agrees", "Libya")),
        ("Under a treaty with Egypt, Britain kept troops along the canal.",
         ("United Kingdom", "cooperates.agrees", "Egypt")),
        # answers by their manner
        ("Bulgaria reacted coolly to the Soviet proposal.", ("Bulgaria", "disputes.rejects", "Soviet Union")),
        ("Sweden responded favorably to the plan of Denmark.", ("Sweden", "cooperates.agrees", "Denmark")),
        ("When Spain proposed a truce in 1603, the Dutch responded favorably.",
         ("Netherlands", "cooperates.agrees", "Spain")),
        ("When Spain proposed a truce in 1603, the Dutch responded favorably.",
         ("Spain", "cooperates.agrees", "Netherlands")),
        ("Chile proposed an exchange in 1872, and Peru responded coolly.", ("Peru", "disputes.rejects", "Chile")),
        # plans taken up in the next sentence, by one or both
        ("The Swedish plan was accepted by both Chile and Peru.", ("Peru", "cooperates.agrees", "Sweden")),
        ("Norway put forward a plan in June. It was accepted by both Chile and Peru.",
         ("Chile", "cooperates.agrees", "Norway")),
        ("Peru and Ecuador quarreled over the river. Brazil offered to mediate, and both parties accepted.",
         ("Ecuador", "cooperates.agrees", "Brazil")),
        ("Chile and Peru went to war in 1879. Brazil proposed to arbitrate, but the Chileans refused.",
         ("Chile", "disputes.rejects", "Brazil")),
        ("Turkey demanded the province. France gave way in 1939.", ("France", "cooperates.concedes", "Turkey")),
        ("Cuba asked Libya for arms. Libya sent rifles.", ("Libya", "cooperates.aids", "Cuba")),
        # who talks
        ("Bolivia hinted to Peru that it wanted peace.", ("Bolivia", "cooperates.consults", "Peru")),
        ("Bulgaria conferred with the Greek delegation in May.", ("Bulgaria", "cooperates.consults", "Greece")),
        ("Egypt's main negotiating partner was Italy.", ("Italy", "cooperates.consults", "Egypt")),
        # unions, and who is taken in
        ("Norway dissolved its union with Sweden in 1905.", ("Norway", "restrains.sanctions", "Sweden")),
        ("Chad dissolved its alliance with Mali.", ("Chad", "restrains.sanctions", "Mali")),
        ("Annexation came in 1845. Texas was admitted into the United States.",
         ("Texas", "affiliated.part_of", "United States")),
        ("The accession of Greece to NATO was celebrated.", ("Greece", "affiliated.member_of", "NATO")),
        ("The annexation of Texas in 1845 led to later states: Texas, California and Utah. Norway recognized Texas.",
         ("Norway", "cooperates.supports", "Texas")),
        ("Following Texas’ successful war of independence against Mexico in 1836, annexation was near.",
         ("Texas", "fights.attacks", "Mexico")),
        # whose war it is, in which somebody is helped
        ("The Dutch obtained French assistance in the war against Spain.",
         ("Netherlands", "fights.attacks", "Spain")),
        ("In return for Norwegian help in the war against Denmark, Sweden gave up its claims.",
         ("Sweden", "fights.attacks", "Denmark")),
        ("Turkey fought with Germany against Russia.", ("Turkey", "cooperates.collaborates", "Germany")),
        ("Turkey fought with Germany against Russia.", ("Turkey", "fights.attacks", "Russia")),
        ("Russia gave up its claims in exchange for trade with China.", ("Russia", "cooperates.collaborates", "China")),
        # lands
        ("The League gave Belgium a mandate over Rwanda.", ("Belgium", "affiliated.leads", "Rwanda")),
        ("Nauru was placed under Australian trusteeship.", ("Australia", "restrains.coerces", "Nauru")),
        ("The Soviet Union incorporated Latvia in 1940.", ("Soviet Union", "restrains.coerces", "Latvia")),
        ("Ethiopia closed the American base.", ("Ethiopia", "restrains.sanctions", "United States")),
        # what one does angers another
        ("France recognized Biafra, which alarmed Nigeria.", ("Nigeria", "disputes.accuses", "France")),
    ],
)  # fmt: skip
def test_is_read(text, triple):
    assert triple in triples(text)


@pytest.mark.parametrize(
    "text",
    [
        "The treaty with Cuba that gave Cuba its ports was debated.",
        "Observers read the deal with Iran that gave inspectors new rights.",
        "Chile put forward a candidate. She was accepted by Peru.",
        "The Kurds asked for guns. Iran provided a road map.",
        "Italy wanted an apology. The rain gave way to sun in Greece.",
        "The tumor responded favorably to the drug in Peru.",
        "The king of Spain hinted that he was ill.",
        "The trade union with most members struck in Peru.",
        "Germany built the railway to Baghdad.",
        "Critics spoke of Peruvians who were admitted into Chile.",
    ],
)
def test_says_nothing(text):
    assert not triples(text)


def test_who_vetoes_an_admission_joins_nobody():
    assert ("Canada", "affiliated.member_of", "Chile") not in triples("Canada vetoed the admission of Chile.")


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        ("The Dutch obtained French assistance in the war against Spain.", ("France", "fights.attacks", "Spain")),
        ("Turkey fought with Germany against Russia.", ("Turkey", "fights.attacks", "Germany")),
        ("Algeria regained its independence from France.", ("Algeria", "fights.attacks", "France")),
    ],
)
def test_is_not_read(text, triple):
    assert triple not in triples(text)


def test_who_opposes_an_accession_leaves_somebody_outside():
    found = [one for one in said("Turkey opposed Sweden's accession to NATO.") if one.type == "affiliated.member_of"]
    assert [one.polarity for one in found] == ["negated"]

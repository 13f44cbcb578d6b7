"""Who stands for whom: critics, candidates, rabble, holders of offices; what a refusal or "but" leaves alone."""

import pytest
from said import extractor, said, who


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Abductors in Chad have seized a Danish doctor.", "restrains", ("abductors", "Denmark")),
        ("Hooligans in Poland beat up three German tourists.", "fights", ("hooligans", "Germany")),
        ("Authorities in Chad have arrested a Danish doctor.", "restrains", ("Chad", "Denmark")),
        ("Omar Sy, a critic of the Kremlin, fled to Kenya.", "disputes", ("Omar Sy", "Russia")),
        ("Estonia is a neighbour and a critic of Russia.", "disputes", ("Estonia", "Russia")),
        ("Ana Ruiz is a lawyer and a member of the Liberal Party.", "affiliated", ("Ana Ruiz", "Liberal Party")),
        ("Chad was a rich country and an ally of France.", "cooperates", ("Chad", "France")),
        ("Togo is a German colony and a member of the African Union.", "affiliated", ("Togo", "African Union")),
        ("A senior aide to the Serbian president met the Kosovo delegation.", "cooperates", ("Serbia", "Kosovo")),
        ("The envoys of Qatar were expelled by Oman within days of each other.", "restrains", ("Oman", "Qatar")),
        # who is told what "the government" does
        (
            "Kenya praised Uganda. Kenya is rich. Berlin told Ankara that the government must free the Danes.",
            "disputes",
            ("Germany", "Turkey"),
        ),
        # things kept in a state
        ("Cuba kept two Americans jailed.", "restrains", ("Cuba", "United States")),
        ("Egypt keeps the crossing with Gaza sealed.", "restrains", ("Egypt", "Palestine")),
        ("France kept Chad informed.", "cooperates", ("France", "Chad")),
        # two states before a noun
        ("US Iran sanctions bite", "restrains", ("United States", "Iran")),
        ("The EU China arms ban was lifted.", "cooperates", ("European Union", "China")),
        ("UK Rwanda asylum deal collapses", "cooperates", ("United Kingdom", "Rwanda")),
        ("Ana Ruiz heads Amnesty's work in Asia.", "affiliated", ("Ana Ruiz", "Amnesty International")),
        # as what somebody spends his time
        ("During her time as head of Oxfam, Ana Ruiz visited Chad.", "affiliated", ("Ana Ruiz", "Oxfam")),
        ("Kahn ended a long career as editor of the Guardian.", "affiliated", ("Kahn", "Guardian newspaper")),
        ("Kahn's resignation as leader of the Liberal Party came late.", "affiliated", ("Kahn", "Liberal Party")),
        # a preposition left at the end of its clause
        ("Ana Ruiz praised Oxfam, the charity she worked for.", "affiliated", ("Ana Ruiz", "Oxfam")),
        ("The charity Ana Ruiz works for is Oxfam.", "affiliated", ("Ana Ruiz", "Oxfam")),
        ("Niger, which Mali has traded with for years, closed the border.", "cooperates", ("Mali", "Niger")),
        ("The group that France supports is Hezbollah.", "cooperates", ("France", "Hezbollah")),
        ("Mexico's victory over France in 1862 is still celebrated.", "fights", ("Mexico", "France")),
        ("Norway covered the deficit of the Malian treasury.", "cooperates", ("Norway", "Mali")),
    ],
)
def test_it_is_said(text, family, pair):
    assert pair in who(text, family)


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Abductors in Chad have seized a Danish doctor.", "restrains", ("Chad", "Denmark")),
        ("Vandals in Chile defaced the Bolivian embassy.", "disputes", ("Chile", "Bolivia")),
        ("The White House candidate criticised Iran.", "disputes", ("United States", "Iran")),
        ("Omar Sy, a critic of the Kremlin, praised Kenya.", "cooperates", ("Russia", "Kenya")),
        ("Ivo Kahn praised Ana Ruiz during her time as head of Oxfam.", "affiliated", ("Ivo Kahn", "Oxfam")),
        ("Omar Sy was praised for his work as a mediator in Chad.", "affiliated", ("Omar Sy", "Chad")),
        ("The US Iran sanctions hurt farmers.", "fights", ("United States", "farmers")),
        ("The EU China arms ban was lifted.", "restrains", ("European Union", "China")),
        ("Chad raided the camp at the request of Niger.", "fights", ("Chad", "Niger")),
        ("The raid was carried out by Kenya at the request of Somalia.", "fights", ("Kenya", "Somalia")),
        # who fights an evil does not do it
        ("Norway wants to counter cyber attacks on Estonia.", "restrains", ("Norway", "Estonia")),
        (
            "French and British officials met to combat terrorism on French soil.",
            "fights",
            ("United Kingdom", "France"),
        ),
        ("Bolivia took back the migrants from Chile.", "fights", ("Bolivia", "Chile")),
        ("Lula's victory over Bolsonaro surprised pollsters.", "fights", ("Lula", "Bolsonaro")),
        ("Two reporters covered the campaign of Lugo for Reuters.", "cooperates", ("reporters", "Lugo")),
        ("Jordan is an American partner and a barrier to Syria.", "cooperates", ("United States", "Syria")),
        ("Jordan is an American partner and a barrier to Syria.", "restrains", ("United States", "Syria")),
        ("Togo is a German colony and a member of the African Union.", "affiliated.member_of", ("Togo", "Germany")),
    ],
)
def test_it_is_not_said(text, family, pair):
    assert pair not in {order for one in said(text) if one.type.startswith(family) for order in one.orders}


@pytest.mark.parametrize(
    ("text", "type_", "polarity"),
    [
        ("Kenya refused to expel the envoy in order to keep good relations with Sudan.", "cooperates", "affirmed"),
        ("Kenya refused to expel the Sudanese envoy in order to keep good relations.", "restrains", "negated"),
        (
            "Peru has rejected imposing tariffs on wine in a bid to preserve its ties with Chile.",
            "cooperates",
            "affirmed",
        ),
        ("Norway is not a member of the European Union but an ally of Denmark.", "cooperates", "affirmed"),
        ("Norway is not a member of the European Union but an ally of Denmark.", "affiliated", "negated"),
        ("Chad never ruled out that Niger armed the rebels.", "cooperates", "affirmed"),
        ("Mali refused to rule out that it would attack Niger.", "fights", "affirmed"),
        ("Chile is neither an ally nor a friend of Peru.", "cooperates", "negated"),
    ],
)
def test_what_is_denied(text, type_, polarity):
    assert {one.polarity for one in said(text) if one.type.startswith(type_)} == {polarity}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Chad and Niger signed a deal on joint patrols.", "intended"),
        ("Chad and Niger agreed a pact, and joint patrols by Chad and Niger began.", "actual"),
    ],
)
def test_what_is_agreed_on_is_to_come(text, modality):
    assert modality in {one.modality for one in said(text) if one.type == "cooperates.collaborates"}


def test_no_sentence_begins_with_a_comma():
    text = (
        "NAIROBI, 24 November 2026 - Kenya and Uganda agreed on Tuesday to reopen the crossing, which Chad had closed."
    )
    sentences = [sentence.text for sentence in extractor().reading(text).doc.sents]
    assert sentences == [text]

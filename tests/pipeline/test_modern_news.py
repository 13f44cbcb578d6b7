"""Sentences of modern news: measures lifted, people sent or stopped, money for a purpose, stakes and titles."""

import pytest
from said import said, who


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        # what was laid on somebody and is lifted
        ("Japan has decided to lift sanctions imposed on India.", "cooperates", ("Japan", "India")),
        ("Norway eased the restrictions placed on Chadian ships.", "cooperates", ("Norway", "Chad")),
        ("The US rolled back tariffs on Chilean wine.", "cooperates", ("United States", "Chile")),
        # people of a body
        ("Chad expelled three observers from the European Union.", "restrains", ("Chad", "European Union")),
        ("Five workers with Oxfam were killed by rebels.", "fights", ("rebels", "Oxfam")),
        # who lets in and who does not
        ("The Syrian government said it would allow the access of UN workers.", "cooperates",
         ("Syria", "United Nations")),
        ("Peru will not admit Venezuelan migrants.", "disputes", ("Peru", "Venezuela")),
        ("A Chilean student has been barred from entering Israel.", "restrains", ("Israel", "Chile")),
        # what a relative clause says of an act
        ("Chad imposed blockades in Mali that prevented Oxfam from providing help.", "restrains", ("Chad", "Oxfam")),
        ("France published a report that accuses Chad of torture.", "disputes", ("France", "Chad")),
        # money for a purpose
        ("Norway spent 40 million dollars to promote democracy in Cuba.", "cooperates", ("Norway", "Cuba")),
        ("The aid provided to Chad by Denmark was large.", "cooperates", ("Denmark", "Chad")),
        # sites by the name of their town
        ("Rebel fighters fired mortar shells at Entebbe International Airport.", "fights",
         ("rebel fighters", "Uganda")),
        ("Turkish raids left 12 Syrian soldiers dead.", "fights", ("Turkey", "Syria")),
        # custody
        ("Two Chadian students died in the custody of the Danish police.", "restrains", ("Denmark", "Chad")),
        # a court says who did it
        ("A Dutch court found the Syrian regime guilty of murdering a journalist.", "fights", ("Syria", "journalist")),
        # agreeing to something is agreeing with each other
        ("Chile and Peru agreed to a ceasefire.", "cooperates", ("Chile", "Peru")),
        # titles of those who are only referred to
        ("Georgia is offering an amnesty. The country's new president, Mikhail Saakashvili, has said so.", "affiliated",
         ("Georgia", "Georgia")),
        ("Gazprom, which holds a 51% stake in Lufthansa, agreed.", "affiliated", ("Lufthansa", "Gazprom")),
        # elections are a nation's own
        ("Powell visited Kenya to stress US support for a smooth Kenyan election.", "cooperates",
         ("United States", "Kenya")),
        ("Uribe defended Colombia´s actions in Ecuador.", "cooperates", ("Colombia", "Colombia")),
    ],
)  # fmt: skip
def test_who_is_meant(text, family, pair):
    assert who(text, family) >= {pair}


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Ghana's police opened an inquiry into the killing of two Togolese traders.", "disputes"),
        ("China has taken steps to stem the spread of the virus in Nepal.", "restrains"),
        ("Burma agreed to let aid into areas devastated by Cyclone Nargis.", "cooperates"),
        ("Egypt forced a Greek passenger jet to Cairo.", "cooperates"),
        ("Ghana refuted President Holm's comments on the killing of farmers.", "fights"),
        ("Chen was returning from China, where he had headed in May.", "affiliated"),
        ("Yukos owner sues Russia.", "disputes"),
        ("Macron launched assaults on Malian fighters, which numerous lawmakers had warned would happen.", "disputes"),
        ("Trump abandoned his policy of separating migrant children from their parents.", "affiliated"),
        ("Peru's Ana Ruiz defeated Chile's Eva Soto in the quarter-finals of the tournament.", "fights"),
    ],
)
def test_nobody_is_meant(text, family):
    assert not who(text, family)


def test_a_topic_is_no_partner():
    text = "France and Spain have agreed to share information on Algeria."
    assert who(text, "cooperates") == {("France", "Spain"), ("Spain", "France")}


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Egypt expressed its support for the government and people of Sudan.", "cooperates", ("Egypt", "Sudan")),
        ("The Somali government said it will never stop its war on al-Shabaab.", "fights", ("Somalia", "al-Shabaab")),
        ("The detained American vessels were released by Iran.", "cooperates", ("Iran", "United States")),
        ("A U.N. committee has issued a report highly critical of the Vietnamese government.", "disputes",
         ("United Nations", "Vietnam")),
        ("Malian troops were struggling to push insurgents from eastern Gao.", "fights", ("Mali", "insurgents")),
        ("Japanese peacekeepers arrived at the Juba airport.", "cooperates", ("Japan", "South Sudan")),
        ("Microsoft has lost its appeal against the European Commission.", "disputes",
         ("Microsoft", "European Union")),
        ("Peru banned Chilean ships from its ports.", "restrains", ("Peru", "Chile")),
        ("Barroso wants the British rebate to come to an end.", "disputes", ("Barroso", "United Kingdom")),
    ],
)  # fmt: skip
def test_who_is_meant_in_reports(text, family, pair):
    assert who(text, family) >= {pair}


def test_a_region_before_a_plan_is_only_its_subject():
    text = "The European Union slammed US President Donald Trump's Middle East peace plan."
    assert who(text, "disputes") == {("European Union", "United States")}


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("The senators probed the transfer of N14.3billion to Peru.", "cooperates"),
        ("The Norwegian army controlled areas on the left bank of the river.", "restrains"),
        ("The US will never stop its war on crime in Peru.", "cooperates"),
    ],
)
def test_nobody_is_meant_in_reports(text, family):
    assert not who(text, family)


@pytest.mark.parametrize(
    ("text", "source", "type_", "target"),
    [
        ("Ghana Eases Arms Embargo on Togo.", "Ghana", "cooperates.concedes", "Togo"),
        ("Ghana Recalls Envoy From Togo.", "Ghana", "restrains.sanctions", "Togo"),
        ("Ghana Frees Three Togolese Sailors", "Ghana", "cooperates.concedes", "Togo"),
        ("Ghana Lifts Blockade of Togo", "Ghana", "cooperates.concedes", "Togo"),
        ("Ghana Backs Togolese Bid for Port", "Ghana", "cooperates.supports", "Togo"),
        ("Ghana Rebukes Togo Over New Media Law.", "Ghana", "disputes.accuses", "Togo"),
    ],
)
def test_headlines_in_capitals_are_read_as_sentences(text, source, type_, target):
    assert [(one.source, one.type, one.target) for one in said(text)] == [(source, type_, target)]

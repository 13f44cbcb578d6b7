"""Sentences of wire stories: craft that act for who has them, what one hits back with, headlines, domestic politics."""

import pytest
from said import who


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        # craft by their make, ships and jets of somebody
        ("Two Typhoons of the Royal Air Force bombed Houthi depots.", "fights", ("United Kingdom", "Houthis")),
        ("Russian MiG-31s shelled a Georgian village.", "fights", ("Russia", "Georgia")),
        ("Chilean Rafales struck a Peruvian convoy.", "fights", ("Chile", "Peru")),
        ("A rocket launched from a US ship hit a Houthi depot.", "fights", ("United States", "Houthis")),
        ("Shelling by Chadian forces killed a Libyan soldier.", "fights", ("Chad", "Libya")),
        ("Pirates hijacked a Maltese-flagged tanker.", "restrains", ("pirates", "Malta")),
        # forms of rare verbs
        ("Ankara froze arms deals with Sweden over the vote.", "restrains", ("Turkey", "Sweden")),
        ("Sweden scrambled jets after a Russian bomber violated its airspace.", "fights", ("Russia", "Sweden")),
        # what one hits back with, and after what
        ("Algeria retaliated against Morocco by closing its airspace.", "restrains", ("Algeria", "Morocco")),
        ("India hit back at Canada with the expulsion of six diplomats.", "restrains", ("India", "Canada")),
        ("Jordan recalled its ambassador after Israel bombed the camp.", "restrains", ("Jordan", "Israel")),
        ("Chile tested two missiles, prompting condemnation from Peru.", "disputes", ("Peru", "Chile")),
        # whose things a passive befalls
        ("Mali had its aid suspended by the World Bank.", "restrains", ("World Bank", "Mali")),
        ("Niger had its assets frozen by France.", "restrains", ("France", "Niger")),
        ("Its ports blockaded by the Saudi navy, Yemen surrendered.", "restrains", ("Saudi Arabia", "Yemen")),
        # forces sent to a border are no help
        ("Eritrea sent tanks to the border with Ethiopia.", "fights", ("Eritrea", "Ethiopia")),
        # headlines after a colon
        ("Ukraine war: Kyiv hits oil depot in Belgorod", "fights", ("Ukraine", "Russia")),
        ("The French army launched a raid that left 40 civilians dead.", "fights", ("France", "civilians")),
        ("The channel Al Jazeera was banned from Bahrain.", "restrains", ("Bahrain", "Al Jazeera")),
        ("Bangladesh Bank fined the lender HSBC.", "restrains", ("Bangladesh", "HSBC")),
        # heads of towns, verbs taken for plurals, and what a clause leaves out
        ("The mayor of Kharkiv accused Russia of shelling.", "disputes", ("Ukraine", "Russia")),
        ("Germany sent tanks to Ukraine, and France missiles.", "cooperates", ("France", "Ukraine")),
        ("Nauru withdrew its recognition of Taiwan.", "disputes", ("Nauru", "Taiwan")),
        # a state against people of its own
        ("Egypt jailed 20 opposition activists.", "restrains", ("Egypt", "Egypt")),
        ("Police arrested 40 protesters in the Georgian capital, Tbilisi.", "restrains", ("Georgia", "Georgia")),
        ("The Armenian opposition called on President Sargsyan to resign.", "disputes", ("Armenia", "Sargsyan")),
        ("The opposition Progress Alliance accused Chad of lying.", "disputes", ("Progress Alliance", "Chad")),
    ],
)  # fmt: skip
def test_it_is_said(text, family, pair):
    assert pair in who(text, family)


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Kremlin: France arming Ukraine", "cooperates", ("Russia", "Ukraine")),
        ("Eritrea sent tanks to the border with Ethiopia.", "cooperates", ("Eritrea", "Ethiopia")),
        ("Algeria retaliated against Morocco by closing its airspace.", "fights", ("Algeria", "Morocco")),
        ("Speaking to reporters in Bern, Putin praised Chad.", "cooperates", ("Putin", "reporters")),
        ("The Iraqi army fired rockets with the approval of Syria.", "cooperates", ("Iraq", "Syria")),
        ("Iraq joined forces with Chad to defeat their common enemy.", "fights", ("Iraq", "Chad")),
        ("Iran vowed to avenge the killing of its general by Chad.", "disputes", ("Chad", "Iran")),
        ("Storm Ciara hit Britain on Sunday.", "fights", ("Ciara", "United Kingdom")),
        ("To help Lebanon pay its soldiers, Doha sent money.", "cooperates", ("Lebanon", "Qatar")),
    ],
)
def test_it_is_not_said(text, family, pair):
    assert pair not in who(text, family)

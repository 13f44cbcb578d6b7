"""Who is meant in a paragraph: by "it" and "they" that go on or answer, by "there", by nouns for what was named."""

import pytest
from said import said, who


def found(text: str) -> set[tuple[str, str, str]]:
    """Return the families that a text says, with source and target."""
    return {(r.source, r.type.partition(".")[0], r.target) for r in said(text) if r.polarity == "affirmed"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "it" goes on about the main clause, not about the one put in front of it
        ("After Niger had shut the border, Benin lost patience. It expelled the Nigerien consul.",
         ("Benin", "restrains", "Niger")),
        ("While Norway hesitated, Denmark acted within a day. It froze Belarusian assets.",
         ("Denmark", "restrains", "Belarus")),
        ("When Laos voted no, Hanoi took its revenge. It halted all aid to Laos.", ("Vietnam", "restrains", "Laos")),
        ("Although Togo is small, it has an army. It attacked Ghana.", ("Togo", "fights", "Ghana")),
        # who was asked is who answers
        ("Rome told Tripoli to take back the boats. It refused.", ("Libya", "disputes", "Italy")),
        ("Peru asked Bern to freeze the accounts. It declined, citing banking secrecy.",
         ("Switzerland", "disputes", "Peru")),
        ("Egypt demanded that Israel withdraw from the corridor, but it refused to do so.",
         ("Israel", "disputes", "Egypt")),
        ("Brussels asked Hungary and Slovakia to end the veto, but they refused.",
         ("Slovakia", "disputes", "European Union")),
        ("Delhi called on Dhaka to protect the temples, and it agreed.", ("Bangladesh", "cooperates", "India")),
        ("Berlin offered Warsaw a battery of Patriots. It accepted.", ("Poland", "cooperates", "Germany")),
        # "there"
        ("Mauritania lost three border posts. Morocco flew military engineers there the same week.",
         ("Morocco", "cooperates", "Mauritania")),
        ("Hungary was in open revolt. Moscow poured twelve divisions there.", ("Russia", "fights", "Hungary")),
        ("Senegal is a quiet place. The American secretary of state travelled there on Sunday.",
         ("United States", "cooperates", "Senegal")),
        ("Haiti has not voted since 2016. Kenya deployed police there.", ("Kenya", "fights", "Haiti")),
        ("Chad has three thousand men in Niger. Mali is sending arms there.", ("Mali", "cooperates", "Niger")),
    ],
)  # fmt: skip
def test_it_is_said(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in found(text)


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Peru asked Chile for a loan. It rejected a plan by Bolivia.", "disputes", ("Chile", "Peru")),
        ("Sudan asked Chad for a loan. It rained for a week.", "disputes", ("Chad", "Sudan")),
        ("Kenya recognised Somalia. Cuba sent arms there.", "cooperates", ("Cuba", "Kenya")),
        ("Kenya recognised Somalia. Cuba sent arms there.", "cooperates", ("Cuba", "Somalia")),
        # somebody's critics and hosts are others
        ("Eritrea is poor. Its critics accused Chad of lying.", "disputes", ("Eritrea", "Chad")),
        ("The Dutch minister spent a day in Oslo. His hosts condemned Chad.", "disputes", ("Netherlands", "Chad")),
        ("A minister of Togo toured Chad and Mali. His hosts condemned France.", "disputes", ("Mali", "France")),
        ("Hamas was weak. Its opponents accused Israel of lying.", "disputes", ("Hamas", "Israel")),
        ("Eritrea is a closed country. Its troops shelled it by mistake.", "fights", ("Eritrea", "Eritrea")),
        ("Hamas was short of money. Its backers in Iran sent it money.", "cooperates", ("Hamas", "Iran")),
        ("Mali held a vote. The election of a Frenchman angered Algeria.", "disputes", ("Algeria", "Mali")),
        ("Niger praised Mali. Chad said that Togo was bought, and sent arms there.", "cooperates", ("Togo", "Chad")),
        # of two who are named together it may be either
        ("Spain and Belgium are both kingdoms. The kingdom recognised Palestine.", "cooperates",
         ("Spain", "Palestine")),
        ("Presidents Duda and Noboa spoke. The president criticised Chile.", "disputes", ("Noboa", "Chile")),
        ("Presidents Duda and Noboa spoke. The president criticised Chile.", "disputes", ("Duda", "Chile")),
        ("Ministers Lavrov and Fidan dined. The minister praised Hungary.", "cooperates", ("Lavrov", "Hungary")),
        ("General Gowon and General Ankrah met. The general blamed Chile.", "disputes", ("Ankrah", "Chile")),
        ("The World Bank, the IMF and the African Development Bank met. The bank lent Chad money.", "cooperates",
         ("African Development Bank", "Chad")),
        ("Brazil denied it. There Chile sent arms.", "cooperates", ("Chile", "Brazil")),
    ],
)  # fmt: skip
def test_it_is_not_said(text: str, family: str, pair: tuple[str, str]) -> None:
    assert pair not in who(text, family)


def test_there_may_be_a_place_without_a_name():
    text = "Ugandan police have occupied the island since 2004. Kenyan lawmakers urged Nairobi to send troops there."
    assert ("Kenya", "cooperates.aids", "Uganda") not in {(r.source, r.type, r.target) for r in said(text)}

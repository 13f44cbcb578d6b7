"""Bodies that are named with the whole they are part of, and leaders who are named first and then called by office."""

import pytest
from said import extraction, said

PART = "affiliated.part_of"
LEADS = "affiliated.leads"


def parts(text: str) -> set[tuple[str, str]]:
    """Return the words of each part with the name of what it is part of."""
    found = extraction(text)
    names = {actor.id: actor.name for actor in found.actors}
    return {
        (text[one.source.span.start : one.source.span.end], names[one.target.actor])
        for one in found.relations
        if one.type == PART
    }


@pytest.mark.parametrize(
    ("text", "part"),
    [
        # by a possessive, also where the model sees no body
        ("The fine came from the Treasury's Office of Foreign Assets Control.", "Office of Foreign Assets Control"),
        ("The letter came from the Interior Ministry's Bureau of Prison Affairs.", "Bureau of Prison Affairs"),
        ("The Justice Department's Civil Rights Division opened the case.", "Civil Rights Division"),
        ("The World Bank's Global Water Program published the report.", "Global Water Program"),
        ("The Brazilian government's Indian Foundation denied it.", "Indian Foundation"),
        ("The Norwegian parliament's Committee on Defence met in Oslo.", "Committee on Defence"),
        ("Funding came from the European Union's Erasmus Programme.", "Erasmus Programme"),
        ("The United Nations' Green Line Project began in 2011.", "Green Line Project"),
        ("The Pentagon's Defense Innovation Board held a meeting.", "Defense Innovation Board"),
        # by what stands right behind its name
        ("The Centre for Eastern Studies at the University of Warsaw found it.", "Centre for Eastern Studies"),
        ("The Cyber Unit within the Ministry of Interior traced the calls.", "Cyber Unit"),
    ],
)  # fmt: skip
def test_bodies_are_part_of_what_they_are_named_with(text, part):
    assert part in {words for words, _ in parts(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The president's Democratic Party lost the vote.",
        "Turkey's Defence Ministry denied it.",
        "He studies at Kenya's National Museum.",
        "The minister spoke to the Defence Committee at the Foreign Ministry.",
        "Lufthansa's rescue plan failed.",
        "Iran's envoy wrote to the Ministry of Trade",
        "The United Nations' Climate Summit opened.",
        "He met the head of the Red Cross at the Hilton Hotel.",
    ],
)
def test_not_all_that_is_somebodys_is_a_part(text):
    assert not parts(text)


def leaders(text: str) -> set[tuple[str, str]]:
    found = extraction(text)
    names = {actor.id: actor.name for actor in found.actors}
    return {(names[one.source.actor], names[one.target.actor]) for one in found.relations if one.type == LEADS}


@pytest.mark.parametrize(
    ("text", "leader"),
    [
        ("Thatcher praised Mikhail Gorbachev and said the Soviet leader was bold.", "Mikhail Gorbachev"),
        ("Bush telephoned Boris Yeltsin, but the Russian leader did not answer.", "Boris Yeltsin"),
        ("Obama met Raul Castro before the Cuban leader flew home.", "Raul Castro"),
        ("Macron invited Kais Saied to Paris, where the Tunisian leader spoke.", "Kais Saied"),
        ("Angela Merkel flew to Athens, where the German chancellor met protesters.", "Angela Merkel"),
        ("Benjamin Netanyahu refused to say whether the Israeli prime minister would resign.", "Benjamin Netanyahu"),
        ("Bashar al-Assad refused, and the Syrian dictator sent tanks.", "Bashar al-Assad"),
    ],
)
def test_a_leader_is_called_by_office_after_the_name(text, leader):
    assert leader in {name for name, _ in leaders(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Joan Roe interviewed Kim Lee when the Polish president visited Seoul.",
        "Sergei Lavrov said the Russian president would visit Cuba.",
        "Alexei Navalny died; the Russian opposition leader was 47.",
        "Vladimir Putin wrote to Emmanuel Macron before the Turkish president left.",
    ],
)
def test_an_office_may_be_somebody_elses(text):
    assert LEADS not in {one.type for one in said(text)}

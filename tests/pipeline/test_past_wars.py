"""States, sides and measures as history essays tell of them, each with sentences of its own."""

import pytest
from said import extractor, said


def triples(text):
    return {(s.source, s.type.partition(".")[0], s.target) for s in said(text)}


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # states that a clause tells apart
        ("Congress sent money to the countries at war with Japan.", ("United States", "cooperates", "countries")),
        ("Congress sent money to the countries at war with Japan.", ("countries", "fights", "Japan")),
        ("Denmark gave aid to the nations fighting the Axis Powers, Germany and Italy.",
         ("nations", "fights", "Axis powers")),
        ("Chile lent ships to the states that had attacked Peru.", ("Chile", "cooperates", "states")),
        # a sentence ends with a number
        ("The loan dated from World War I. France sued Germany.", ("France", "disputes", "Germany")),
        ("The talks ended with SALT I. Norway praised Sweden.", ("Norway", "cooperates", "Sweden")),
        # who rises is nobody's but his own
        ("A group of officers in Vietnam staged a revolt against the French.", ("officers", "fights", "France")),
        ("Settlers in Texas rebelled against Mexico in 1835.", ("settlers", "fights", "Mexico")),
        ("In 1848 the nobles of Hungary revolted against Austria.", ("nobles", "fights", "Austria")),
        # membership that is declined
        ("Switzerland declined membership in the United Nations.", ("Switzerland", "disputes", "United Nations")),
        ("Norwegian voters rejected accession to the European Union.", ("Norway", "disputes", "European Union")),
        # one word for a league
        ("The League of Nations met. Peru defended a League member.", ("Peru", "cooperates", "League of Nations")),
        # deeds of a bloc
        ("Turkey joined the war following an Allied victory over Germany.", ("the Allies", "fights", "Germany")),
        # the sides of a civil war
        ("The Union Navy blockaded the Confederate coast.",
         ("United States", "restrains", "Confederate States of America")),
        ("The Confederacy was poor. Union ships blockaded southern ports.",
         ("United States", "restrains", "Confederacy")),
        # measures: what for, and against whom
        ("Peru began a blockade of Chilean ports designed to weaken Bolivia.", ("Peru", "restrains", "Bolivia")),
        ("Peru adopted a series of measures designed to weaken Chile.", ("Peru", "restrains", "Chile")),
        ("Britain stopped the shipment of guns into Peru.", ("United Kingdom", "restrains", "Peru")),
        # offices with the place of a posting, or with a body, before the name
        ("British Consul in Lima John Barton slept.", ("United Kingdom", "affiliated", "United Kingdom")),
        ("U.S. Ambassador to Poland Jacob D. Beam slept.", ("United States", "affiliated", "United States")),
        ("General Secretary of the Workers Party Ivo Kahn slept.", ("Ivo Kahn", "affiliated", "Workers Party")),
        ("Chile's envoy met the Norwegian Minister for Foreign Affairs, Ana Ruiz.",
         ("Norway", "affiliated", "Norway")),
        # deeds in a row
        ("Wilson protested because Germany had torpedoed American ships, ignored notes, and killed American sailors.",
         ("Germany", "fights", "United States")),
        ("London said that Spain had jailed British sailors, expelled the British consul, and closed the strait.",
         ("Spain", "restrains", "United Kingdom")),
        # names of their time
        ("On July 25, 1894, Japan attacked Korea.", ("Japan", "fights", "Korea")),
    ],
)  # fmt: skip
def test_is_read(text, triple):
    assert triple in triples(text)


@pytest.mark.parametrize(
    "text",
    [
        "Congress banned loans to countries that trade.",
        "Germany launched an offensive on the Western Front.",
        "The war left the two countries at odds.",
        "William I. Norman was born in Peru.",
    ],
)
def test_says_nothing(text):
    assert not triples(text)


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        ("Congress sent money to the countries at war with Japan.", ("United States", "fights", "Japan")),
        ("Denmark gave aid to the nations fighting the Axis Powers, Germany and Italy.",
         ("Denmark", "cooperates", "Germany")),
        ("Russia opposed Ukrainian entry into NATO.", ("Russia", "disputes", "NATO")),
        ("Turkey stopped the flow of fighters into Syria.", ("Turkey", "restrains", "Syria")),
        ("The states that had attacked the Axis powers met.", ("states", "restrains", "Axis powers")),
        ("Southern planters praised Britain.", ("Confederacy", "cooperates", "United Kingdom")),
        ("U.S. Ambassador to Poland Jacob D. Beam slept.", ("United States", "affiliated", "Poland")),
        ("Wilson left because Germany had torpedoed American ships, ignored notes, and killed American sailors.",
         ("Wilson", "fights", "United States")),
        ("Ade, Boro and Kone met. At the conference, they coordinated their military strategy against Chad and Mali.",
         ("Chad", "cooperates", "Mali")),
        ("In 1951 Japan attacked Korea.", ("Japan", "fights", "Korea")),
    ],
)  # fmt: skip
def test_is_not_said(text, triple):
    assert triple not in triples(text)


def test_a_measure_hits_whom_it_was_said_to_hit():
    found = said("Britain imposed a blockade on Germany in 1914. In May it tightened the blockade.")
    assert [(s.source, s.target) for s in found] == [("United Kingdom", "Germany")] * 2


def holders(text):
    return {(r.source.name, r.target.name) for r in extractor().extract(text=text) if r.type.startswith("affiliated.")}


def test_a_title_in_the_plural_is_held_by_all_of_a_list():
    text = "Soviet leaders Ivo Kahn, Max Bohr, and Jan Petrov met French envoys Ana Ruiz and Eva Lund."
    soviet = {(name, "Soviet Union") for name in ("Ivo Kahn", "Max Bohr", "Jan Petrov")}
    assert holders(text) == soviet | {("Ana Ruiz", "France"), ("Eva Lund", "France")}


def test_a_title_in_the_plural_is_not_held_by_another_in_the_list():
    text = "French ministers Ana Ruiz, Eva Lund and the banker Ivo Kahn met."
    assert holders(text) == {("Ana Ruiz", "France"), ("Eva Lund", "France")}

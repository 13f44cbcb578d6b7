"""Kinds that plain prose has many of: who helps with an undertaking, whom a list names, whose a war is.

Each case is a text and a relation that it states, or one that it does not.
"""

import pytest
from said import extractor, said


def triples(text):
    return {(one.source, one.type, one.target) for one in said(text)}


def families(text):
    return {(one.source, one.family, one.target) for one in said(text)}


def holders(text):
    return {(r.source.name, r.target.name) for r in extractor().extract(text=text) if r.type.startswith("affiliated.")}


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # who helps with what another undertakes
        ("The Angolans undertook a vast expansion of their army, assisted by Cuban advisers.",
         ("Cuba", "cooperates.aids", "Angola")),
        ("Iran pursued a program of military modernization backed by British advisers.",
         ("United Kingdom", "cooperates.supports", "Iran")),
        ("Greece began a long reconstruction financed by American loans.",
         ("United States", "cooperates.aids", "Greece")),
        # a passive with a bare preposition
        ("Two American ships reported that they had been fired upon by Chinese batteries.",
         ("China", "fights.attacks", "United States")),
        ("Morocco was called upon by France to release the crew.", ("France", "disputes.demands", "Morocco")),
        # control of a government, a revolt in a country, a war in a country
        ("By 1935 Moreno held control of the Nicaraguan Government.", ("Moreno", "affiliated.leads", "Nicaragua")),
        ("The Shining Path waged a bloody insurgency in Peru.", ("Shining Path", "fights.attacks", "Peru")),
        ("Opposition to the French war in Algeria grew.", ("France", "fights.attacks", "Algeria")),
        ("The Portuguese escalation of the fighting in Angola failed.", ("Portugal", "fights.attacks", "Angola")),
        # who shares what a noun says
        ("Iran and Iraq met. The rivalry was expensive, and both nations sought relief.",
         ("Iran", "disputes.rivals", "Iraq")),
        ("It became clear that Iran and Iraq diverged on the border.", ("Iran", "disputes.rivals", "Iraq")),
        ("France feared Germany, and improved relations with Russia were thought to be helpful.",
         ("France", "cooperates.supports", "Russia")),
        # a treaty of which one side is named, lands that another holds
        ("The treaty, negotiated with Colombia in 1903, allowed Panama rights to the zone.",
         ("Panama", "cooperates.agrees", "Colombia")),
        ("Fighting spread to the Portuguese colony of Angola.", ("Angola", "affiliated.part_of", "Portugal")),
        # ends behind a colon, infinitives of an object
        ("NATO was designed to meet two objectives: deter Soviet expansionism and protect Norway.",
         ("NATO", "restrains.limits", "Soviet Union")),
        ("The victory inclined France to recognize the United States.",
         ("France", "cooperates.supports", "United States")),
        # protests against one's own rulers
        ("Protests by Iranians against clerical rule broke out in May.", ("Iran", "disputes.protests", "Iran")),
        # the second event of two
        ("After the end of the truce and the German invasion of Poland, prices rose.",
         ("Germany", "fights.attacks", "Poland")),
        # what becomes of a treaty of two
        ("Brazil and Colombia signed a treaty. The Colombian Senate refused to ratify the treaty.",
         ("Colombia", "disputes.rejects", "Brazil")),
        ("France signed a pact with Poland. The Polish parliament ratified the pact.",
         ("Poland", "cooperates.agrees", "France")),
        ("Chile and Peru signed a treaty. The treaty was rejected by the Peruvian Congress.",
         ("Peru", "disputes.rejects", "Chile")),
        # those of one side, those who are listed, what is added
        ("Washington backed conservative forces in Chile.",
         ("United States", "cooperates.supports", "conservative forces")),
        ("Those who supported the French, including U.S. Secretary of State Thomas Jefferson, left.",
         ("United States", "cooperates.supports", "France")),
        ("Moscow sent arms to Syria, as well as to movements such as Hamas.", ("Russia", "cooperates.aids", "Hamas")),
        ("Peru was anxious for talks with Chile.", ("Peru", "cooperates.consults", "Chile")),
        # a list behind a noun for rivals
        ("Britain engaged its two rivals in the naval race, Germany and the United States, in talks.",
         ("United Kingdom", "disputes.rivals", "United States")),
    ],
)  # fmt: skip
def test_is_said(text, triple):
    found = triples(text)
    source, kind, target = triple
    assert triple in found or (kind == "disputes.rivals" and (target, kind, source) in found)


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        ("Chile launched a satellite built by French engineers.", ("France", "cooperates", "Chile")),
        ("Swiss trains were waited on by Danish porters.", ("Denmark", "cooperates", "Switzerland")),
        ("Russia took control of the Ukrainian government buildings.", ("Russia", "affiliated", "Ukraine")),
        ("Sweden criticized the war in Vietnam.", ("Sweden", "fights", "Vietnam")),
        ("Norway ended the war in Mali.", ("Norway", "fights", "Mali")),
        ("Two post-Soviet wars in Chechnya followed.", ("Soviet Union", "fights", "Chechnya")),
        ("The Spanish-American War ended Spain's empire in the Western Hemisphere.",
         ("Spain", "fights", "Americas")),
        ("Chad and Mali signed a truce. Competition among farmers hurt both countries.", ("Chad", "disputes", "Mali")),
        ("The former British colony of Ghana hosted talks.", ("Ghana", "affiliated", "United Kingdom")),
        ("After the end of the truce and the German invasion of Poland, prices rose.",
         ("Germany", "cooperates", "Poland")),
        ("Britain engaged its two rivals in the naval race, Germany and the United States, in talks.",
         ("Germany", "disputes", "United States")),
        ("Protests by parents against the rule change in Chile ended.", ("Chile", "disputes", "Chile")),
        ("Washington backed conservative forces in Chile.", ("United States", "cooperates", "Chile")),
        ("The Arab-Israeli standoff could damage America's standing.", ("Israel", "disputes", "United States")),
        ("The war between Chad and Libya hurt Sudan.", ("Chad", "fights", "Sudan")),
        ("Russia sold the plan to Germany as a triumph.", ("Russia", "cooperates", "Germany")),
        ("Invoking the charter of the Organization of American States, Chile left.",
         ("Chile", "disputes", "Organization of American States")),
        ("Argentina was a partner in halting the expansion of communist influence in the Western Hemisphere.",
         ("Argentina", "restrains", "Americas")),
        ("Those who voted in Chile, including nurses, criticized Peru.", ("nurses", "disputes", "Chile")),
    ],
)  # fmt: skip
def test_is_not_said(text, triple):
    assert triple not in families(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chile accepted no aid from Peru.",
        "Chile refused to accept aid from Peru.",
        "Chile was to accept no troops from Peru.",
        "Chile was unwilling to receive help from Peru.",
    ],
)
def test_who_will_not_have_a_good_refuses_its_giver(text):
    assert triples(text) == {("Chile", "disputes.rejects", "Peru")}


def test_people_listed_of_a_nation_are_meant():
    text = "Prominent Danes such as Hans Voss and Ana Kahn were among the best known members of the Peace League."
    assert holders(text) == {("Hans Voss", "Peace League"), ("Ana Kahn", "Peace League")}


def test_people_listed_of_a_nation_speak_for_it():
    text = "Prominent Danes such as Hans Voss and Ana Kahn condemned Norway."
    assert triples(text) == {("Denmark", "disputes.accuses", "Norway")}


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The voters chose deputy Ana Ruiz from the Green Party.", ("Ana Ruiz", "Green Party")),
        ("The minister asked the Planning Council, led by Paul Kahn, to review the plan.",
         ("Paul Kahn", "Planning Council")),
    ],
)  # fmt: skip
def test_belongs_to(text, holder):
    assert holder in holders(text)


def test_who_comes_from_a_coast_is_no_member():
    assert not holders("Delegate Joan Mills from the sea coast sang.")


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # a country holds no office of a man
        ("His posts included envoy to Chad, governor of Kano, and chairman of the African Union.",
         ("Chad", "affiliated.leads", "Nigeria")),
        # who stands for election is not elected
        ("President Juan Ortiz of Peru ran an expensive election campaign against Senator Ana Gil of Chile.",
         ("Juan Ortiz", "affiliated.leads", "Chile")),
        # an opposition that acts is a group
        ("The Kenyan opposition urged sanctions against Sudan.", ("Kenya", "disputes.rejects", "Sudan")),
        ("The Kenyan opposition staged a rally against Sudan.", ("Kenya", "disputes.rejects", "Sudan")),
        # nations that only name a war
        ("The colony raised a militia during the French and Indian War.", ("France", "fights.attacks", "India")),
        ("Incidents leading up to the French and Indian War, 1753-54", ("France", "fights.attacks", "India")),
    ],
)  # fmt: skip
def test_titles_campaigns_and_names_of_wars_say_nothing_more(text, triple):
    assert triple not in triples(text)


@pytest.mark.parametrize(
    ("text", "caller", "called_on"),
    [
        ("A Kenyan lawmaker called for sanctions against Eritrea.", "Kenya", "Eritrea"),
        ("Kuwait pressed for an embargo on Syria.", "Kuwait", "Syria"),
        ("Several senators in Washington urged sanctions on Mali.", "United States", "Mali"),
        ("The Peruvian opposition demanded an arms embargo against Chile.", "Peru", "Chile"),
    ],
)
def test_sanctions_called_for_are_demanded_and_meant(text, caller, called_on):
    relations = {(one.source, one.type, one.target): one.modality for one in said(text)}
    assert relations[caller, "disputes.demands", called_on] == "actual"
    assert relations[caller, "restrains.sanctions", called_on] == "intended"


@pytest.mark.parametrize(
    ("text", "accuser", "deed"),
    [
        ("Somalia stopped accusing Kenya of backing Eritrea.", "Somalia", ("Kenya", "cooperates.supports", "Eritrea")),
        ("Chad asked Niger to stop accusing Mali of arming Libya.", "Niger", ("Mali", "cooperates.aids", "Libya")),
    ],
)
def test_what_somebody_stops_to_accuse_another_one_of_is_not_denied(text, accuser, deed):
    told = {(one.polarity, one.attribution) for one in said(text) if (one.source, one.type, one.target) == deed}
    assert told == {("affirmed", accuser)}


def test_who_brings_foes_together_only_mediates():
    told = families("Kenya attacked Somalia. Norway is trying to bring both sides together.")
    assert {("Norway", "cooperates", "Kenya"), ("Norway", "cooperates", "Somalia")} <= told
    assert not {family for source, family, target in told if {source, target} == {"Kenya", "Somalia"}} & {"cooperates"}
    assert "affiliated" not in {family for _, family, _ in told}

"""Long sentences on diplomacy: deeds summed up, feelings aroused, subjects behind a phrase, who is at a meeting."""

import pytest
from said import said


def triples(text):
    return {(s.source, s.type, s.target) for s in said(text)}


def pairs(text):
    return {(s.family, frozenset((s.source, s.target))) for s in said(text)}


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # a noun that sums up what was done is its doer's, though a name stands before it
        ("Norway recognized Croatia, a step that angered Austria.", ("Austria", "disputes.accuses", "Norway")),
        ("Chad invaded Niger, an action which the Arab League condemned.",
         ("Arab League", "disputes.accuses", "Chad")),
        ("Peru insisted that Chile withdraw its troops, a demand that Santiago rejected as an affront.",
         ("Chile", "disputes.rejects", "Peru")),
        ("Togo proposed a treaty with Benin, an offer that Benin declined.", ("Benin", "disputes.rejects", "Togo")),
        # what one's deed arouses or meets with
        ("Turkish ambitions aroused fears in Greece and Bulgaria.", ("Greece", "disputes.rivals", "Turkey")),
        ("The Swedish proposal encountered opposition from Denmark.", ("Denmark", "disputes.rejects", "Sweden")),
        ("Danish demands for timber met with Finnish objections.", ("Finland", "disputes.rejects", "Denmark")),
        ("The presence of the Chilean fleet prevented Bolivian troops from landing.",
         ("Chile", "restrains.limits", "Bolivia")),
        # a perfect participle
        ("Having broken relations with Chile, Peru turned to its friends.", ("Peru", "restrains.sanctions", "Chile")),
        # a subject behind a phrase that opens the sentence
        ("In a meeting in Oslo with the Danish premier, Yanev of Bulgaria agreed to a loan.",
         ("Bulgaria", "cooperates.consults", "Denmark")),
        ("Although the Danish cabinet distrusted the Swedes, they signed the pact with Norway.",
         ("Denmark", "cooperates.agrees", "Norway")),
        ("Kenya called for inspections of Ugandan plants.", ("Kenya", "disputes.demands", "Uganda")),
        # to whom a clause goes on to do something
        ("Togo severed its ties with Benin in May, accusing it of support for Ghana.",
         ("Togo", "disputes.accuses", "Benin")),
        ("Togo was losing, and Benin sent troops to its aid.", ("Benin", "cooperates.aids", "Togo")),
        # lists, and what is in a class
        ("Togo accused Benin of crimes that included torture, support for Ghana, and murder.",
         ("Benin", "cooperates.supports", "Ghana")),
        ("The Polisario Front received weapons from Cuba, doctors from Chile, and assistance from Sweden.",
         ("Sweden", "cooperates.aids", "Polisario Front")),
        # whose it is
        ("Deterred by the prospect of Danish intervention, Norway withdrew its ships.",
         ("Denmark", "restrains.limits", "Norway")),
        ("Benin ended its war with Togo in 1950.", ("Benin", "cooperates.agrees", "Togo")),
        ("Baloch insurgents attacked Chinese engineers.", ("Baloch insurgents", "fights.attacks", "China")),
        ("Oman has frozen its participation in the Arab League.", ("Oman", "restrains.sanctions", "Arab League")),
        ("Togo enlisted the support of Ghanaian troops.", ("Ghana", "cooperates.supports", "Togo")),
        ("Chadian resistance caused Libya to withdraw, a decision encouraged by Denmark.",
         ("Chad", "disputes.rejects", "Libya")),
        # feelings that one is caused, or that are found where one looks
        ("The Danish build-up caused Swedish officials great concern.", ("Sweden", "disputes.accuses", "Denmark")),
        ("Danish deployments caused alarm among Swedish leaders.", ("Sweden", "disputes.accuses", "Denmark")),
        ("Danish leaders found the Swedish program highly threatening.",
         ("Sweden", "disputes.threatens", "Denmark")),
        # who means to make what he asks for
        ("Roosevelt of the United States asked Congress for a declaration of war on Chile.",
         ("United States", "fights.attacks", "Chile")),
        ("Peru became embroiled in the conflict, leading to a war against Chile.",
         ("Peru", "fights.attacks", "Chile")),
        ("Peruvian generals began covert support of Chile.", ("Peru", "cooperates.supports", "Chile")),
        ("In 1895, invoking the doctrine, newly appointed Peruvian minister Juan Pardo sent a note to Chile, "
         "demanding that the Chileans withdraw.", ("Peru", "disputes.demands", "Chile")),
        ("Secretary of State Hughes criticized Chile.", ("United States", "disputes.accuses", "Chile")),
        ("The foreign ministers of the American republics condemned Peru.",
         ("American republics", "disputes.accuses", "Peru")),
    ],
)  # fmt: skip
def test_is_read(text, triple):
    assert triple in triples(text)


def test_who_is_at_a_meeting_meets_the_others():
    assert pairs("The conference included Chile, Mali, and Japan.") >= {
        ("cooperates", frozenset(("Chile", "Mali"))),
        ("cooperates", frozenset(("Chile", "Japan"))),
        ("cooperates", frozenset(("Mali", "Japan"))),
    }


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("The Danish cabinet was divided over how to respond to Chad's invasion.", "fights", {"Denmark", "Chad"}),
        ("Norway was at a loss how to react to Libya's raid.", "fights", {"Norway", "Libya"}),
        ("Chad and Mali competed for control of the Libyan desert.", "restrains", {"Chad", "Libya"}),
        ("Peru lifted the restrictions preventing Chileans from working there.", "restrains", {"Peru", "Chile"}),
        ("Alarmed by the advance of Chilean armies, Peru sent its fleet north.", "fights", {"Peru", "Chile"}),
        ("Denmark defended Spain's African provinces.", "cooperates", {"Denmark", "Africa"}),
        ("The statement set out U.S. and British war aims.", "fights", {"United States", "United Kingdom"}),
        ("Having a broken treaty with Chile, Peru wrote a new one.", "restrains", {"Peru", "Chile"}),
    ],
)
def test_is_not_read(text, family, pair):
    assert (family, frozenset(pair)) not in pairs(text)

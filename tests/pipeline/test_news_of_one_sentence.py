"""Single sentences of news: suspects, staff and relatives, critics, infighting, courts, forces, drafts and grants."""

import pytest
from said import extraction, who


def affiliations(text, kind):
    """Return who is affiliated with whom, by their own names."""
    found = extraction(text)
    names = {actor.id: actor.name for actor in found.actors}
    held = (r for r in found.relations if r.type == kind and kind.startswith("affiliated."))
    return {(names[r.source.actor], names[r.target.actor]) for r in held}


@pytest.mark.parametrize(
    ("text", "kind", "pair"),
    [
        # people by the group that they are taken for, and staff by whom they work for
        (
            "Tunisian police detained six people suspected of belonging to the Islamic State.",
            "restrains.coerces",
            ("Tunisia", "Islamic State"),
        ),
        ("Uganda arrested two men accused of fighting for al-Shabaab.", "restrains.coerces", ("Uganda", "al-Shabaab")),
        (
            "Nigerien troops shot dead a man believed to be a member of Boko Haram.",
            "fights.attacks",
            ("Niger", "Boko Haram"),
        ),
        ("Chad expelled four aid workers employed by Oxfam.", "restrains.sanctions", ("Chad", "Oxfam")),
        (
            "The Taliban kidnapped five engineers employed by an Indian company.",
            "restrains.coerces",
            ("Taliban", "India"),
        ),
        # critics
        (
            "Critics say President Duterte has used the drug war to silence them.",
            "disputes.accuses",
            ("critics", "Duterte"),
        ),
        ("Opponents of Mr Maduro say he has ruined the country.", "disputes.accuses", ("opponents", "Maduro")),
        (
            "Critics argue that Saudi Arabia ignored the warnings.",
            "disputes.accuses",
            ("critics", "Saudi Arabia"),
        ),
        # drafts
        ("China vetoed a French-drafted resolution on Mali.", "disputes.rejects", ("China", "France")),
        ("Iran dismissed a US-drafted text at the UN nuclear agency.", "disputes.rejects", ("Iran", "United States")),
        (
            "Russia vetoed a Japanese-drafted U.N. Security Council resolution.",
            "disputes.rejects",
            ("Russia", "United Nations"),
        ),
        # persons listed behind a title
        (
            "Britain imposed sanctions on Belarusian army commanders, including General Viktor Gulevich.",
            "affiliated.leads",
            ("Viktor Gulevich", "Belarus"),
        ),
        # groups of one country
        ("Qatar suspended aid because of fighting among Libyan factions.", "fights.attacks", ("Libya", "Libya")),
        ("Germany supports the dialogue among Malian parties.", "cooperates.consults", ("Mali", "Mali")),
        ("Negotiations between political parties in Bolivia failed.", "cooperates.consults", ("Bolivia", "Bolivia")),
        # forces against somebody
        ("Sweden deployed troops to Gotland to deter Russia.", "fights.mobilizes", ("Sweden", "Russia")),
        (
            "Poland reinforced its troops in the east to deter Russian aggression.",
            "fights.mobilizes",
            ("Poland", "Russia"),
        ),
        ("Kenyan forces were put on alert on the Somali border.", "fights.mobilizes", ("Kenya", "Somalia")),
        # relatives
        (
            "Swiss police have arrested a Brazilian footballer on suspicion of assaulting his wife.",
            "fights.attacks",
            ("Brazil", "wife"),
        ),
        ("Taliban militants killed Karimi and two of his brothers.", "fights.attacks", ("Taliban", "brothers")),
        ("Security forces in Egypt arrested the wife of the blogger.", "restrains.coerces", ("Egypt", "wife")),
        # who leads whom
        (
            "The militia led by Omar Said burned the village.",
            "affiliated.leads",
            ("Omar Said", "militia"),
        ),
        (
            "After protests against Bouteflika's rule, the army led by Omar Tiani overthrew him.",
            "fights.attacks",
            ("army", "Bouteflika"),
        ),
        # bodies called by their cause
        (
            "Doctors for Human Rights accused Syria of torture.",
            "disputes.accuses",
            ("Doctors for Human Rights", "Syria"),
        ),
        ("Movement for Dignity accused Peru of racism.", "disputes.accuses", ("Movement for Dignity", "Peru")),
        # courts and ministers of one country
        (
            "Kenyan police violated a Supreme Court order.",
            "disputes.rejects",
            ("Kenya", "Kenya"),
        ),
        (
            "Romania's president refused a request from the justice minister.",
            "disputes.demands",
            ("Romania", "Romania"),
        ),
        # states of a part of the world and of a kind
        (
            "Tunisia suspended flights to nine countries in Africa.",
            "restrains.sanctions",
            ("Tunisia", "African states"),
        ),
        ("Japan will lend money to its Pacific neighbors.", "cooperates.aids", ("Japan", "Pacific neighbors")),
        # needs
        (
            "The Kenyan president said that an overhaul of the World Bank was overdue.",
            "disputes.demands",
            ("Kenya", "World Bank"),
        ),
        ("The Kenyan minister said that Uganda needs to open its border.", "disputes.demands", ("Kenya", "Uganda")),
        # who uses what is struck
        (
            "Houthis hit a port that is run by the United Arab Emirates.",
            "fights.attacks",
            ("Houthis", "United Arab Emirates"),
        ),
        # rivals by name
        (
            "Qatar's talks with its regional rivals Saudi Arabia and the UAE collapsed.",
            "disputes.rivals",
            ("Qatar", "United Arab Emirates"),
        ),
        ("Pakistan tested a missile a week after its arch-rival India did.", "disputes.rivals", ("Pakistan", "India")),
        ("Chad armed Sudanese rebels. The rebels attacked Libya.", "fights.attacks", ("Sudanese rebels", "Libya")),
        # grants, promises, missions, threats
        (
            "Uzbekistan agreed to open its borders for aid trucks to enter Afghanistan.",
            "cooperates.agrees",
            ("Uzbekistan", "Afghanistan"),
        ),
        (
            "The EU granted Britain a three-month delay to Brexit.",
            "cooperates.concedes",
            ("European Union", "United Kingdom"),
        ),
        (
            "Ireland will participate in the EU mission in Mali.",
            "cooperates.collaborates",
            ("Ireland", "European Union"),
        ),
        (
            "Rwanda will contribute more to the African Union force in Somalia.",
            "cooperates.aids",
            ("Rwanda", "African Union"),
        ),
        ("The pipeline will carry gas from Azerbaijan to Italy.", "cooperates.collaborates", ("Azerbaijan", "Italy")),
        (
            "Jordan threatened to withdraw from the treaty over the actions of Israeli settlers.",
            "disputes.threatens",
            ("Jordan", "Israel"),
        ),
        (
            "The Turkish envoy and Greek Prime Minister Kyriakos Mitsotakis attended the summit of the Arab League.",
            "cooperates.consults",
            ("Turkey", "Arab League"),
        ),
        (
            "Turkey entered northern Iraq with the approval of Jordan and the Arab League.",
            "cooperates.supports",
            ("Arab League", "Turkey"),
        ),
        # courts: who is handed over to whom, sentences upheld, own people freed
        (
            "A Greek court approved the extradition of a Russian hacker to the United States.",
            "cooperates.collaborates",
            ("Greece", "United States"),
        ),
        (
            "A Greek court has given its approval for a banker to be extradited to Albania.",
            "cooperates.collaborates",
            ("Greece", "Albania"),
        ),
        (
            "A Thai court rejected the appeal of two Reuters journalists and upheld their prison sentences.",
            "restrains.coerces",
            ("Thailand", "Reuters"),
        ),
        (
            "A court in Bishkek has freed a Kyrgyz journalist who had been sentenced to four years in prison.",
            "cooperates.concedes",
            ("Kyrgyzstan", "Kyrgyzstan"),
        ),
        (
            "Kenyan police detained the Kenya head of rights group Amnesty International, Ana Ruiz, and others.",
            "affiliated.leads",
            ("Ana Ruiz", "Amnesty International"),
        ),
        (
            "The United States, the WHO's biggest donor, left.",
            "cooperates.aids",
            ("United States", "World Health Organization"),
        ),
    ],
)
def test_news(text, kind, pair):
    assert pair in who(text, kind) or pair in affiliations(text, kind) or pair[::-1] in who(text, "disputes.rivals")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Critics say the weather was bad in Kenya.", "disputes.accuses"),
        ("Critics say Kenya was hurt by the tariffs.", "disputes.accuses"),
        ("Clinton met his wife in Paris.", "cooperates"),
        ("Trade among African countries grew.", "cooperates.collaborates"),
        ("Greece strengthened its police to stop crime.", "fights.mobilizes"),
        ("Calls for Peace grew louder in Mali.", "disputes"),
        ("The minister said Kenya has to be helped.", "disputes.demands"),
        ("Poland said Ukraine has to have weapons.", "disputes.demands"),
        ("A German agency has opened an inquiry in the wake of a BBC report about abuse.", "disputes.accuses"),
        ("The extradition of the banker to China has stalled.", "cooperates.collaborates"),
        ("A court upheld a law on fishing in Norway.", "restrains.coerces"),
        ("Spain threatened to leave the tournament over the heat.", "disputes.threatens"),
        ("The road carries pilgrims from Iran to Iraq.", "cooperates.collaborates"),
        ("Libya's parliament rejected a UN-backed peace plan.", "affiliated.aligned"),
        ("Kenyan tycoons, including Peter Mwangi, met French diplomats.", "affiliated.leads"),
        ("Iraqi soldiers arrest a man in Mosul. REUTERS/Ana Ruiz/File Photo", "affiliated"),
    ],
)
def test_says_nothing_of_the_kind(text, kind):
    assert not who(text, kind)


def test_who_is_handed_over_hands_nobody_over():
    text = "A London court ordered the extradition of Julian Assange to the United States."
    assert ("Julian Assange", "United States") not in who(text, "cooperates.collaborates")


def test_staff_are_no_members_of_whom_they_act_for():
    assert not who("Chad expelled four aid workers employed by Oxfam.", "affiliated.member_of")


def test_who_leads_those_who_act_is_not_whom_they_act_on():
    text = "After protests against Bouteflika's rule, the army led by Omar Tiani overthrew him."
    assert ("army", "Omar Tiani") not in who(text, "fights.attacks")

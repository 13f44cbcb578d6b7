"""Acts on one's own that hit another, and acts that another joins in."""

import pytest
from said import said, who


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Congress barred the administration from selling arms to Guatemala.", ("United States", "Guatemala")),
        ("The Bundestag forbade the army to train Malian soldiers.", ("Germany", "Mali")),
        ("The Riyadh government banned Saudi companies from trading with Qatar.", ("Saudi Arabia", "Qatar")),
        ("Congress passed a law barring the Pentagon from transferring jets to Turkey.", ("United States", "Turkey")),
        ("The White House may stop American firms from doing business with Sudan.", ("United States", "Sudan")),
        ("India forbids its airlines to fly to Pakistan.", ("India", "Pakistan")),
    ],
)
def test_what_a_state_keeps_its_own_from_doing_restrains_the_other(text: str, pair: tuple[str, str]) -> None:
    restrained = who(text, "restrains")
    assert pair in restrained
    assert pair[:1] * 2 not in restrained
    assert all(one.polarity == "negated" for one in said(text) if one.family == "cooperates")


def test_whom_a_state_bans_at_home_is_its_own() -> None:
    assert ("Peru", "Peru") in who("Peru has banned the opposition leader Jorge Quispe from leaving Peru.", "restrains")


@pytest.mark.parametrize(
    ("text", "family", "pairs"),
    [
        ("Turkey launched strikes on Islamic State together with Jordan.", "fights",
         {("Turkey", "Islamic State"), ("Jordan", "Islamic State")}),
        ("Japan will counter North Korea's missiles together with Washington.", "restrains",
         {("Japan", "North Korea"), ("United States", "North Korea")}),
        ("Chad fought the insurgents together with France.", "fights",
         {("Chad", "insurgents"), ("France", "insurgents")}),
        ("Norway imposed sanctions on Myanmar together with Canada.", "restrains",
         {("Norway", "Myanmar"), ("Canada", "Myanmar")}),
        ("Peru recognised Estonia together with Latvia.", "cooperates", {("Peru", "Estonia"), ("Peru", "Latvia")}),
        ("Ghana has blamed Togo, along with Benin, for the smuggling.", "disputes",
         {("Ghana", "Togo"), ("Ghana", "Benin")}),
    ],
)  # fmt: skip
def test_who_acts_together_with_the_subject_acts_too(text: str, family: str, pairs: set[tuple[str, str]]) -> None:
    assert who(text, family) == pairs


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The report documents the flow of weapons from the Emirates to Chad.", ("United Arab Emirates", "Chad")),
        ("The flow of aid from the United States to Vietnam dried up.", ("United States", "Vietnam")),
        ("Shipments of oil from Venezuela to Cuba have dwindled.", ("Venezuela", "Cuba")),
        ("A stream of money from Qatar to Mali kept the ministries open.", ("Qatar", "Mali")),
    ],
)
def test_what_flows_from_one_to_another_is_aid(text: str, pair: tuple[str, str]) -> None:
    assert who(text, "cooperates") == {pair}


@pytest.mark.parametrize(
    "text",
    [
        "The flow of refugees from Chad to Mali never stopped.",
        "Europe faces a set of challenges, from support for populists in Chad to storms in Mali.",
    ],
)
def test_not_everything_that_comes_from_somewhere_is(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Warsaw rejected the ultimatum from Brussels.", ("Poland", "European Union")),
        ("Brussels has accused Budapest of delay.", ("European Union", "Hungary")),
        ("Kinshasa accused Brussels of arrogance, and the Belgian envoy left.",
         ("Democratic Republic of the Congo", "Belgium")),
    ],
)  # fmt: skip
def test_brussels_is_the_union_unless_belgium_is_named(text: str, pair: tuple[str, str]) -> None:
    assert pair in who(text, "disputes")


@pytest.mark.parametrize(
    "text",
    [
        "Police fired tear gas at supporters of the jailed former prime minister of Mali.",
        "Kenya met with donors of Togo.",
        "Kenya expelled supporters of Uganda.",
    ],
)
def test_whom_somebody_deals_with_is_not_himself(text: str) -> None:
    assert not who(text, "cooperates.supports") | who(text, "cooperates.aids")


@pytest.mark.parametrize(
    "text", ["Kenya has been a supporter of Togo.", "Kenya found an ally in Togo.", "Kenya acts as a patron of Togo."]
)
def test_what_somebody_is_he_is_himself(text: str) -> None:
    assert ("Kenya", "Togo") in who(text, "cooperates")


@pytest.mark.parametrize(
    ("text", "kind", "pair"),
    [
        ("Azerbaijan recaptured most of the enclave from Armenian forces.", "fights.attacks",
         ("Azerbaijan", "Armenia")),
        ("Israel took the peninsula from Egypt in 1967.", "fights.attacks", ("Israel", "Egypt")),
        ("Iraq's parliament voted to expel all American troops from the country.", "restrains.sanctions",
         ("Iraq", "United States")),
        ("Somalia's cabinet agreed to expel Ethiopian troops.", "restrains.sanctions", ("Somalia", "Ethiopia")),
        ("Malian troops expelled the rebels from the north.", "fights.attacks", ("Mali", "rebels")),
    ],
)  # fmt: skip
def test_troops_go_by_battle_or_by_decision(text: str, kind: str, pair: tuple[str, str]) -> None:
    assert who(text, kind) == {pair}


@pytest.mark.parametrize(
    "text",
    [
        "Moscow's veto killed a resolution that would have extended the embargo on Mali.",
        "Chad blocked a bill that would have tightened sanctions on Mali.",
        "Peru called the hostile takeover of the mine in Chad a mistake.",
        "Peru called the strike on Chad a crime.",
        "Laos was shaken by a bombardment by Thailand.",
    ],
)
def test_nobody_does_what_he_stops_judges_or_suffers(text: str) -> None:
    assert not who(text, "restrains") | who(text, "cooperates")


@pytest.mark.parametrize(
    ("text", "kind", "pair"),
    [
        ("The visit, the first by a Japanese premier to Tehran since 1978, was short.", "cooperates.consults",
         ("Japan", "Iran")),
        ("The strike, the third on Syria by Turkey this month, killed two.", "fights.attacks", ("Turkey", "Syria")),
        ("The talks, the first between Chad and Mali in a decade, failed.", "cooperates.consults", ("Chad", "Mali")),
        ("Nicaragua called Israel's government fascist.", "disputes.accuses", ("Nicaragua", "Israel")),
        ("Peru called Chad unreliable.", "disputes.accuses", ("Peru", "Chad")),
    ],
)  # fmt: skip
def test_words_hang_where_they_belong(text: str, kind: str, pair: tuple[str, str]) -> None:
    assert pair in who(text, kind)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Kenya's rival Uganda left.", ("Uganda", "Kenya")),
        ("Chad met its rival Mali.", ("Mali", "Chad")),
        ("Salva Kiir dismissed his rival Riek Machar.", ("Riek Machar", "Salva Kiir")),
    ],
)
def test_a_rival_by_name_is_a_rival(text: str, pair: tuple[str, str]) -> None:
    assert pair in who(text, "disputes.rivals")


def test_two_of_a_sport_are_no_rivals() -> None:
    assert said("Djokovic beat his rival Rafael Nadal in the final.") == []


def test_a_states_army_is_no_group_of_its_nation() -> None:
    text = "After the MPLA took the province, Human Rights Watch accused the Angolan army of torturing suspects."
    assert ("Human Rights Watch", "Angola") in who(text, "disputes")


def test_a_joint_task_force_is_that_of_the_text() -> None:
    assert who("CJTF aircraft struck ISIL near Mosul.", "fights") == {("Global Coalition", "Islamic State")}
    text = "Combined Joint Task Force soldiers trained the Somali army."
    assert who(text, "cooperates") == {("Combined Joint Task Force", "Somalia")}


@pytest.mark.parametrize(
    ("text", "family", "pairs"),
    [
        ("The Kenyan police, criticised by Amnesty, arrested ten Ugandan students.", "restrains",
         {("Kenya", "Uganda")}),
        ("India refused to join either bloc and sought friendship with Moscow.", "cooperates",
         {("India", "Russia"), ("Russia", "India")}),
        ("India sought friendship with both Chad and Mali.", "cooperates",
         {("India", "Chad"), ("Chad", "India"), ("India", "Mali"), ("Mali", "India")}),
        ("Chad agreed to arm Mali and condemned Niger.", "disputes", {("Chad", "Niger")}),
        ("The sultan appealed to Britain against Muhammad Ali, his rebellious viceroy in Egypt.", "disputes.demands",
         {("sultan", "United Kingdom")}),
        ("Chad could count on French paratroopers.", "disputes", set()),
    ],
)  # fmt: skip
def test_long_sentences_keep_their_subjects(text: str, family: str, pairs: set[tuple[str, str]]) -> None:
    assert who(text, family) == pairs


@pytest.mark.parametrize(
    ("text", "kind", "pairs"),
    [
        ("Rahman believed that given the balance of forces, Chad and Mali would attack Niger.", "fights.attacks",
         {("Chad", "Niger"), ("Mali", "Niger")}),
        ("Chad fought Malian tariffs for a decade.", "disputes.rejects", {("Chad", "Mali")}),
        ("Kenya is fighting a ban by Ghana.", "disputes.rejects", {("Kenya", "Ghana")}),
        ("Chad fought the Malian army.", "fights.attacks", {("Chad", "Mali")}),
        ("Chad and Mali remained neutral despite their economic problems.", "disputes.rivals", set()),
        ("Chad lavished praise on Mali.", "cooperates.aids", set()),
        ("Chad lavished praise on Mali.", "cooperates.supports", {("Chad", "Mali")}),
    ],
)  # fmt: skip
def test_what_is_fought_and_who_fights(text: str, kind: str, pairs: set[tuple[str, str]]) -> None:
    assert who(text, kind) == pairs


@pytest.mark.parametrize(
    ("text", "kind", "pairs"),
    [
        ("Six nations condemned the raid by Mali, including Chad and Niger.", "disputes.accuses",
         {("Chad", "Mali"), ("Niger", "Mali")}),
        ("Dozens of nations condemned the raid on Mali, including Chad and Niger.", "fights", set()),
        ("Mali sanctioned a dozen officials, including the Syrian premier.", "restrains.sanctions",
         {("Mali", "Syria")}),
        ("Two sailors from the Iranian frigate were detained by Oman.", "restrains.coerces", {("Oman", "Iran")}),
    ],
)  # fmt: skip
def test_members_are_of_their_class_and_people_of_their_ship(text: str, kind: str, pairs: set[tuple[str, str]]) -> None:
    assert who(text, kind) == pairs


def test_a_court_of_many_nations_is_of_none() -> None:
    assert who("A court in The Hague convicted the Serb general.", "restrains") == {("court", "Serbia")}
    assert who("A court in Lagos convicted the Serb general.", "restrains") == {("Nigeria", "Serbia")}


def test_what_a_law_keeps_from_is_hung_on_it() -> None:
    text = "Congress passed a law barring the Pentagon from transferring jets to Turkey unless Ankara yields."
    assert ("United States", "Turkey") in who(text, "restrains")


def test_deeds_in_a_list_are_all_the_subjects_own() -> None:
    text = (
        "Since 2021 Cairo has concluded defence agreements with Uganda, Burundi, and Kenya, held air exercises with "
        "the Sudanese, and supplied Mogadishu with armoured vehicles."
    )
    found = who(text, "cooperates")
    assert {("Egypt", other) for other in ("Uganda", "Burundi", "Kenya", "Sudan", "Somalia")} <= found


def test_a_former_colonial_ruler_leads_nobody() -> None:
    assert not who("Mali would never again depend on its former colonial ruler, France.", "affiliated")

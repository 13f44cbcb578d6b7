"""Whom a mention means in a whole text, by its words alone: every kind of reference, and those that mean nobody."""

import pytest
from said import extraction


def meant(text: str, words: str) -> set[str]:
    """Return the rolled-up names of those whom the last mention of `words` means."""
    found = extraction(text)
    by_id = {actor.id: actor for actor in found.actors}
    start = text.rindex(words)
    names = set()
    for mention in found.mentions:
        if mention.span.end == start + len(words):
            actor = by_id[mention.actor]
            while actor.parent is not None:
                actor = by_id[actor.parent]
            names.add(actor.name)
    return names


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        # The possessor is the noun beside it, and never the subject of what is said to be its own.
        ("Chile attacked Bolivia and its allies.", "its", {"Bolivia"}),
        ("Ghana armed the Chadian government and its army.", "its", {"Chad"}),
        ("Iraq declared that Kuwait had become its province.", "its", {"Iraq"}),
        ("Turkey says that Cyprus is one of its closest partners.", "its", {"Turkey"}),
        ("Ghana joined Togo in its war against Benin.", "its", {"Togo"}),
        # What documents and events have is nobody's.
        ("Peru signed the treaty but rejected its provisions.", "its", set()),
        ("The Geneva accord reached its aims.", "its", set()),
        # A thing that was spoken of is "it".
        ("Peru studied the proposal of Chile and rejected it.", "it", set()),
        ("Peru rejected the plan. Chile supported it.", "it", set()),
        ("Officials from Chile denied it.", "it", set()),
        ("Norway made it clear that Finland would pay.", "it", set()),
        ("Norway found it much more difficult to sell arms.", "it", set()),
        ("French exports fell in May. They recovered in June.", "They", set()),
        # Before the subject that follows
        ("Explaining why it had asked for time, Poland rejected the plan.", "it", {"Poland"}),
        ("Brazil left. Although it lost the war, Chile kept the port.", "it", set()),
        # Two who met, and the pair of a text
        ("President Putin received Erdogan in Sochi. They praised Syria.", "They", {"Putin", "Erdogan"}),
        (
            "India and Pakistan quarrelled. China warned India. Mali sold arms to Pakistan. Benin left. Ghana spoke. "
            "Both sides agreed.",
            "sides",
            {"India", "Pakistan"},
        ),
        (
            "The United States sent arms to Ghana. The Soviet Union protested. Talks between the superpowers failed.",
            "superpowers",
            {"United States", "Soviet Union"},
        ),
        ("Congress sent it to the states. Britain had lost to the United States.", "states", set()),
        ("Ghana fought Britain and Spain. These two powers joined Austria.", "powers", {"United Kingdom", "Spain"}),
        (
            "Iran seized a British ship. The two countries have quarrelled since.",
            "countries",
            {"Iran", "United Kingdom"},
        ),
        ("Chile and Peru signed a treaty with the thirteen states.", "states", set()),
        ("A French spy toured Peru. He noted the weakness of its army.", "its", {"Peru"}),
        ("In May, Peru and its partners began their campaign against Chile.", "their", {"Peru"}),
        # The government where only a party or a politician at home there was named
        ("The Tories opposed the plan. The government rejected the criticism.", "government", {"United Kingdom"}),
        ("The BJP won the vote. Ministers said so.", "Ministers", {"India"}),
        ("Fidesz has won. The opposition protested.", "opposition", {"Hungary"}),
        # Groups by their nation and creed, countries by their part of the world and what they have
        ("Hezbollah fired rockets. The Shiite group accused Israel of lying.", "group", {"Hezbollah"}),
        ("Hezbollah met Fatah. The Lebanese movement accused Israel of lying.", "movement", {"Hezbollah"}),
        ("Boko Haram raided a village. The jihadist group, which has grown, kidnapped girls.", "group", {"Boko Haram"}),
        ("Qatar signed a deal with France. The oil-rich state bought jets.", "state", {"Qatar"}),
        ("India accused Pakistan of spying. The South Asian giant left.", "giant", {"India"}),
        ("Cuba freed the dissidents. The communist island rejected the offer.", "island", {"Cuba"}),
        ("The African Union suspended Mali. The regional body left.", "body", {"African Union"}),
        (
            "APEC set a goal. APEC met. It liked the World Trade Organization. Peru left the organization.",
            "organization",
            {"APEC"},
        ),
        ("Somalia invaded. Somalia won. The leadership in Addis Ababa protested.", "leadership", {"Ethiopia"}),
        ("The new Bolshevik government rejected the offer.", "government", {"Russia"}),
        ("The Taliban regime rejected the offer.", "regime", {"Afghanistan"}),
        ("The United States protested. It sent Senator Lou Barton to Haiti.", "Lou Barton", {"United States"}),
        (
            "NATO met. A Declaration on a Reformed Atlantic Alliance was signed. The Alliance left.",
            "Alliance",
            {"NATO"},
        ),
        ("The Soviet government's plan was that Chad would pay. It accused Mali of theft.", "It", {"Soviet Union"}),
        ("The announcement by the British Government that it would leave Chad was a shock.", "it", {"United Kingdom"}),
        ("For Chad, the appeal was help in its struggle.", "its", {"Chad"}),
        ("Chad's president says it will leave.", "it", {"Chad"}),
        ("British officials left. Chadian settlers ignored their orders.", "their", {"United Kingdom"}),
        ("British forces fought. The French government furnished gifts to their friends.", "their", {"France"}),
        ("Britain voted. It would be wrong in his view for a chief constable to attack Chad.", "It", set()),
        ("Gazprom protested, an analyst at Harlow Bank said. The firm then sued Chad.", "firm", {"Gazprom"}),
        ("Toyota left, said the Harlow Times. The firm then sued Chad.", "firm", {"Toyota"}),
        ("Rebels of the Lakeland Liberation Army left Uganda. The army rejoiced.", "army", {"Uganda"}),
        (
            "The European Union met. Chad left. Togo won. Mali lost. Benin sat. The bloc was silent.",
            "bloc",
            {"European Union"},
        ),
        (
            "Colombia's ELN left. The insurgent group and the government met for talks in Havana.",
            "government",
            {"Colombia"},
        ),
        ("The African Union met in Peru. The body rejected a plan.", "body", {"African Union"}),
        ("Peru and Chile pushed for inspections, as without them it left.", "them", set()),
        ("Jackson's force beat the Kurds and destroyed their power.", "their", {"Kurds"}),
        ("A measure kept Peru from having to expand its fleet.", "its", {"Peru"}),
        (
            "Aishwarya Rai was praised by Chad. It was set in Peru with her. The veteran politician left.",
            "politician",
            set(),
        ),
        # Short names of bodies that were named in full
        ("The National Audit Office criticised it. Then the NAO left.", "NAO", {"National Audit Office"}),
        ("The Partnership for Peace (PfP) met. The PfP helped Ukraine.", "PfP", {"Partnership for Peace"}),
        (
            "The International Control Commission in Laos (ICC) met. The ICC left.",
            "ICC",
            {"International Control Commission"},
        ),
        ("The Ugandan People's Congress won. The Congress left.", "Congress", {"Uganda"}),
        ("The National Liberation Front of Angola won. The Front left.", "Front", {"FNLA"}),
        ("Both the Union and the Confederacy sought help.", "Union", {"United States"}),
        ("Talks were held by Kennedy and Soviet Premier Nikita Orlov.", "Nikita Orlov", {"Soviet Union"}),
        ("Doctors at Fudan University study the upper body.", "body", set()),
        (
            "The United States and the coalition attacked. The Security Council left. The coalition won.",
            "coalition",
            set(),
        ),
        # Whom its own clause names is another one.
        ("Iran met Iraq. The country said that Iraq had lied.", "country", {"Iran"}),
        # Persons by their calling, and a spokesman who speaks of himself
        ("Raila Odinga rejected the results. The veteran politician left.", "politician", {"Raila Odinga"}),
        ("Mr Odinga left early. A spokesman said he had no idea.", "he", set()),
        # Offices
        ("Chancellor Gordon Brown met Tony Blair. The prime minister left Britain.", "minister", {"United Kingdom"}),
        ("Rusk was president of the Rockefeller Foundation. Then the President left.", "President", set()),
        ("The Ministry of Defence of Peru accused Chile. The ministry was silent.", "ministry", {"Peru"}),
    ],
)
def test_whom_it_means(text, words, names):
    assert meant(text, words) == names


def test_a_continent_is_none_of_two_nations():
    text = "Japan fought Russia. Its fleet sailed around Africa and India. Envoys of the two nations met in Portsmouth."
    assert meant(text, "the two nations") <= {"Japan", "Russia"}


def test_a_pair_is_past_when_two_other_states_were_named_since():
    text = (
        "The premier of Ghana received Togo's president. Kenya accused Chad of a raid. "
        "Mali asked the two countries to talk."
    )
    assert not meant(text, "the two countries") & {"Ghana", "Togo"}


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        # A nation named by its people is "they", and a land that sounds like several is "it".
        ("Peru and Chile quarrelled. In 1882 the French agreed to give up their claims.", "their", {"France"}),
        ("Spain demanded that the Dutch dismantle their forts.", "their", {"Netherlands"}),
        ("The French attacked the port. It surrendered in May.", "It", set()),
        ("The Philippines was poor, so its government asked Japan for loans.", "its", {"Philippines"}),
        # What somebody plans, asks for in court or succeeds in is his own.
        ("Peru criticized the Chilean decision to close its border.", "its", {"Chile"}),
        ("Peru criticized the Chilean plan to bomb its ports.", "its", {"Peru"}),
        ("The judge lifted an order sought by Greenpeace in its dispute with Shell.", "its", {"Greenpeace"}),
        ("Spain feared the success of Hamas in its struggle against Fatah.", "its", {"Hamas"}),
        ("Japan sent doctors to assist Nepal with its response to the earthquake.", "its", {"Nepal"}),
        ("Russia aided Syria with its own aircraft.", "its", {"Russia"}),
        ("Britain granted Ghana its independence in 1957.", "its", {"Ghana"}),
        ("France offered Chad its support.", "its", {"France"}),
        # A claim is made of oneself.
        ("Peru rejected Chile's assertion that it owned the desert.", "it", {"Chile"}),
        ("The Americans ignored the Filipinos' claim that they fought for freedom.", "they", {"Philippines"}),
        ("Spain denied Chile's charge that it had armed the rebels.", "it", {"Spain"}),
        # Whom a clause acts on
        ("A Turkish court convicted an Iraqi militant of murder and sentenced him to ten years.", "him", {"Iraq"}),
        ("An Iranian court freed a French researcher after it had convicted her of spying.", "her", {"France"}),
        ("Peru closed its embassy in Chile, accusing it of spying.", "it", {"Chile"}),
        ("Hamas collects taxes at the border, allowing it to buy arms.", "it", {"Hamas"}),
        ("Russia invaded Georgia, forcing it to give up two provinces.", "it", {"Georgia"}),
        ("The Kurds said that Turkish troops had attacked their fighters.", "their", {"Kurds"}),
        # Several who act together are "they"; nobody of them is "it".
        ("Chile and its partners met in Lima. They condemned Peru.", "They", {"Chile"}),
        ("Chile and the treaty were discussed in Lima. They angered Peru.", "They", set()),
        ("Peru and the other nations refused because they feared that it might strengthen Chile.", "it", set()),
        # Persons and lands
        ("Hamid Karzai welcomed Nawaz Sharif and his delegation.", "his", {"Nawaz Sharif"}),
        ("Police arrested Alexei Navalny, an opponent of Vladimir Putin, on his return.", "his", {"Alexei Navalny"}),
        ("Napoleonic France fought Great Britain and her allies for ten years.", "her", {"United Kingdom"}),
        ("Germany feared Russia, and her generals urged an attack.", "her", {"Germany"}),
        ("France freed a nurse on Friday and thanked her family.", "her", set()),
        # Who holds an office and acts without a name comes before persons told of earlier
        ("Ana Mensah left Ghana. Togo's president praised Ghana on Tuesday. Chad criticised him.", "him", {"Togo"}),
        ("Prime Minister Ana Ruiz of Peru resigned. Chile's president left. Brazil accused him.", "him", {"Chile"}),
        ("Omar Said met Togo's president. Chad criticised him.", "him", {"Omar Said"}),
        # Things of which more is told
        ("While Chad's response to the raid calmed Mali, it failed to end the war.", "it", set()),
        ("Chad's refusal to pay shows that it distrusts Mali.", "it", {"Chad"}),
        ("Spain knew of the talks that the Kurds had begun but refused to take part in them.", "them", set()),
        ("Congress passed the law in 1917, and it included a test.", "it", set()),
        ("Chile wanted to attack, but it was impossible.", "it", set()),
        ("Peru and Chile set up a commission. In May the commission presented their demands to Spain.", "their", set()),
        ("Germany returned a painting to its owner.", "its", set()),
        ("The committee said that it would talk to Peru.", "it", {"committee"}),
    ],
)
def test_pronouns(text, words, names):
    assert meant(text, words) == names


@pytest.mark.parametrize(
    "text",
    [
        "There was unrest throughout Chile, which culminated in a coup against Peru.",
        "A war broke out in Chile, which lasted years.",
    ],
)
def test_no_country_is_an_event(text):
    assert meant(text, "which") == set()

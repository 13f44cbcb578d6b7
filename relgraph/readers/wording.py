"""The words by which the furniture of a web page is told from its article: named sets, nothing of any one site."""

from __future__ import annotations

import re
from collections.abc import Iterable


def _lines(text: str) -> frozenset[str]:
    return frozenset(entry.strip() for entry in text.split("|") if entry.strip())


def words(text: str) -> frozenset[str]:
    """Return the set of the words in a string, which is easier to read than a list of quoted ones."""
    return frozenset(text.split())


def _any_of(patterns: Iterable[str], prefix: str = "", suffix: str = "") -> re.Pattern[str]:
    alternatives = [pattern for pattern in patterns if pattern]
    if not alternatives:
        raise ValueError("an empty set of patterns would match everything")
    return re.compile(f"{prefix}(?:{'|'.join(alternatives)}){suffix}", re.IGNORECASE)


STRONG_MENU_LINES = _lines(
    "home | home page | homepage | about us | contact us | log in | login | sign in | sign up | log out | register |"
    "my account | subscribe | subscribe now | newsletter | newsletters | sign up for our newsletter | search in site |"
    "search this site | site search | site map | sitemap | privacy | privacy policy | privacy notice | cookie policy |"
    "cookies | cookie settings | manage cookies | terms of use | terms of service | terms and conditions |"
    "terms & conditions | accessibility | accessibility statement | legal notice | imprint | advertise |"
    "advertise with us | careers | work with us | donate | support us | follow us | facebook | twitter | instagram |"
    "linkedin | youtube | telegram | whatsapp | rss | rss feed | share | share this | share this article | print |"
    "print this page | email this | copy link | skip to content | skip to main content | skip navigation | menu |"
    "toggle navigation | main menu | open menu | close menu | back to top | advertisement | read more | show more |"
    "load more | see all | view all | accept | accept all | accept all cookies | reject all | accept cookies |"
    "privacy policy and terms of use | press enter to search | go to top | faq | faqs | help | my profile | e-paper"
)
WEAK_MENU_LINES = _lines(
    "about | contact | contacts | search | news | events | calendar | media | press | press release |"
    "press releases | publications | archive | archives | podcast | podcasts | video | videos | gallery |"
    "video gallery | photo gallery | photos | multimedia | research | topics | projects | programs | programmes |"
    "experts | people | team | our team | staff | history | mission | vision and mission | board of directors |"
    "internships | jobs | vacancies | books | posts | blog | blogs | opinion | analysis | commentary | world |"
    "business | sport | sports | culture | politics | economy | health | science | technology | tech | travel | life |"
    "lifestyle | weather | entertainment | magazine | regions | issues | resources | library | database | surveys |"
    "maps | join | join us | language | more | close | next | previous | email | tags | category | categories |"
    "campus | communications | shop | store | live | explore | discover | features |"
    "all publications |"
)
LANGUAGE_LINES = _lines(
    "english | français | francais | español | deutsch | italiano | português | русский | українська | türkçe |"
    "العربية | فارسی | עברית | 中文 | 日本語 | 한국어 | polski | nederlands | svenska | হিন্দি | हिन्दी | ελληνικά"
)
MENU_LINES = STRONG_MENU_LINES | WEAK_MENU_LINES | LANGUAGE_LINES

BOILERPLATE = _any_of(
    (
        r"\ball rights reserved\b",
        r"^(?:copyright )?(?:©|\(c\)) ?(?:copyright )?\d{4}",
        r"^copyright \d{4}",
        r"\b(?:protected by|this site uses) recaptcha\b",
        r"\bgo to (?:header|footer|content|search|the home ?page)\b",
        r"\bskip to (?:main |the )?(?:content|navigation|search)\b",
        r"\b(?:we|our|us|this|your|you)\b.{0,80}\bcookies?\b",
        r"\bcookies?\b.{0,80}\b(?:we|our|us|your|you|this (?:web)?site)\b",
        r"\b(?:sign up|subscribe) (?:to|for) (?:our|the|free|daily|weekly)\b",
        r"\bget (?:our|the) .{0,40}(?:newsletter|inbox)\b",
        r"^(?:we value|your) (?:your )?privacy\b",
        r"^(?:enable|please enable|this page requires) javascript\b",
        r"^(?:developed|powered|designed|site|website) by \S",
        r"\bopens (?:in|on) a new (?:page|tab|window)\b",
        r"^(?:share|follow|like|join) (?:us |this |it )?(?:on|via) (?:facebook|twitter|x|linkedin|whatsapp|telegram)\b",
        r"^\d+ min(?:ute)?s? read$",
        r"^listen to this (?:article|story)\b",
        r"^no audio version available\b",
        r"^click here to\b",
        r"\bregistration was successful\b",
        r"^(?:tags?|topics?|filed under|posted in|categor(?:y|ies)|labels?)\s?:",
        r"\b(?:tel|phone|fax)\b ?[.:].{0,60}\be-?mail\b ?:",
        r"^bool\((?:true|false)\)$",
    )
)
"""Words that make a whole line (a short one, of a page that has menus) furniture."""

DISCLAIMER = _any_of(
    (
        r"\b(?:opinions?|views?)\b.{0,60}\b(?:expressed|presented|contained)\b.{0,120}\b(?:authors?|writers?|own|alone|reflect|represent)\b",
    )
)
"""A publisher's notice that the opinions are the author's: the end of an article, not a part of it."""

RELATED = _any_of(
    (
        r"related(?: (?:articles?|publications?|posts?|stories|story|content|news|topics?|links?|reading|coverage))?",
        r"(?:more|latest|other|further|recent|recommended|popular|top|trending|featured|similar|all|view all|see all)"
        r" (?:from .{1,40}|on .{1,40}|news|articles?|publications?|posts?|stories|reports?|events?|headlines|reading)",
        r"(?:you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you)?|trending(?: now)?)",
        r"(?:most|more) (?:read|popular|viewed|shared|like this)",
        r"(?:read|see) (?:next|also|more)",
        r"(?:up next|don['’]t miss|what to read next|editor['’]?s['’]? picks?|stay up to date|latest)",
        r"in case you missed it",
    ),
    prefix="^",
    suffix=r"\s*[:»>…]*$",
)
"""A heading over links to other articles."""

LINK_TO_ANOTHER = _any_of(
    (r"related|read more|read also|see also|also read|more on this",), prefix="^", suffix=r" ?: \S"
)
"""One line that links to another article from within this one."""

END_OF_ARTICLE = _any_of(
    (
        r"(?:\d+ )?comments?(?: \(\d+\))?",
        r"leave a (?:comment|reply)",
        r"post a comment",
        r"join the (?:conversation|discussion)",
    ),
    prefix="^",
    suffix=r"\s*:?$",
)
"""A heading after which nothing belongs to the article, however much text it is."""

NOT_A_NAME = words(
    "insight paper policy press release statement opinion analysis commentary report brief news photo photos image"
    " video"
    " office ministry minister department institute university center centre council agency east west north south union"
    " states kingdom united international national security foreign affairs world special publication series topics"
    " staff"
    " reporter correspondent editor editorial team reuters associated afp bloomberg bbc studies relations war peace"
    " senior fellow analyst researcher research associate professor director ambassador visiting"
    " scholar head chief former"
    " the of for on in at to from by and or with introduction background conclusion summary abstract overview chapter"
)
"""Lower-case words that no author's name holds."""

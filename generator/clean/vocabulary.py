"""Words that tell what a line of a news page is for, wherever the page was published.

Each list is short and general: what every English news site says about sharing, signing up, cookies or comments.
No outlet's name stands here.
"""


def gather_words(text: str) -> frozenset[str]:
    """The words of a list that is written as running text.

    >>> sorted(gather_words("sign up"))
    ['sign', 'up']
    """
    return frozenset(text.split())


FUNCTION_WORDS = gather_words(
    """
    a an the and or but nor so yet of in on at by for with from to into onto over under after before between during
    against about as than that this these those which who whom whose what when where while if because though although
    is are was were be been being am has have had do does did will would can could may might must shall should not no
    it its he she they them his her their him i we us our you your there then also more most some any all each
    """
)
"""Words that sentences are held together with; lists, menus and headings have few."""

TOPICAL_WORDS: dict[str, str] = {
    word: topic
    for topic, words in {
        "share": "facebook twitter whatsapp linkedin pinterest reddit tumblr instagram telegram youtube tiktok "
        "snapchat flipboard pocket share sharing shares tweet retweet email e-mail print copy link",
        "signup": "newsletter newsletters subscribe subscriber subscribers subscribed subscription subscriptions inbox "
        "signup sign register registered login log account password unsubscribe alerts app apps download",
        "consent": "cookie cookies consent privacy terms gdpr ccpa preferences personalised personalized browser "
        "javascript tracking opt-out settings policy conditions disclaimer accessibility",
        "legal": "copyright © reserved trademark trademarks redistributed republished reproduced unauthorized "
        "unauthorised licence license licensed llc inc ltd corp subsidiary",
        "comment": "comment comments commenting reply replies moderated moderation moderators discussion forum "
        "conversation commenter login respectful",
        "menu": "menu search skip home homepage contact about advertise careers jobs faq faqs sitemap help archive "
        "archives sections topics close open toggle navigation tags categories category filed submit "
        "back top next previous edition",
        "related": "related recommended trending popular latest read more also watch see explore discover headlines "
        "stories featured recent most viewed editors' picks",
        "advert": "advertisement advertisements sponsored promoted advertising ad ads advert shop deals buy coupon "
        "affiliate commission retailers offers discount",
        "credit": "photo photos photograph photographer image images getty file picture pictured pictures credit "
        "courtesy handout reuters ap afp epa via gallery caption illustration shutterstock stock screenshot",
        "appeal": "donate donation donations support supporting contribute contribution contributions membership "
        "member members readers fundraising independent journalism newsroom dear mission message monthly "
        "annual annually",
        "player": "video videos audio listen loading play pause mute volume podcast podcasts live playlist autoplay",
        "author": "reporter editor correspondent columnist journalist contributor contributors contributing author "
        "freelance staff writer writers written writes covers joined contributed follow bio desk reporting edited",
        "speech": "said says told added according spokesman spokeswoman statement announced reported asked explained",
        "time": "ago updated published posted min minutes minute mins read hours hour days est edt gmt pst pdt bst utc",
    }.items()
    for word in words.split()
}

READER_WORDS = gather_words("you your you're you'll you've yours we our us we're we've ours dear readers reader")
"""Words by which an outlet speaks for itself to its readers, when they stand outside quotation marks."""

REQUEST_WORDS = gather_words(
    "please click tap enter choose join help become give get find try visit contact email send submit tell let "
    "allow accept agree thank thanks welcome"
)
"""Words with which a reader is asked to do something."""

PHRASES: dict[str, str] = {
    phrase: name
    for name, phrases in {
        "more": ("read more", "see also", "read also", "also read", "related:", "read next", "more from", "more on",
                 "more:", "see more", "click here", "you may also", "you might also", "up next", "more stories",
                 "recommended for", "most read", "most popular", "don't miss", "watch:", "in pictures"),
        "join": ("sign up", "sign in", "log in", "subscribe to", "your inbox", "your email", "create an account",
                 "follow us", "join us", "get the latest", "stay up to date", "newsletter"),
        "list": ("our mailing list", "join the mailing list"),
        "rights": ("all rights reserved", "may not be published", "terms of use", "terms of service",
                   "privacy policy", "cookie policy", "we use cookies", "terms and conditions", "copyright ©"),
        "give": ("support us", "make a donation", "your support", "become a member", "donate", "help us",
                 "contribution"),
        "talk": ("post a comment", "leave a comment", "join the conversation", "view comments", "comments are",
                 "add a comment", "show comments", "have your say", "leave a reply", "contact us"),
        "about": ("about the author", "is a reporter", "is a writer", "staff writer", "is the author of",
                  "writes about", "editor's note", "this article was", "this story was", "contributed to this",
                  "first published", "contact the author", "is a freelance", "email the", "follow him", "follow her",
                  "the views expressed", "originally published", "originally appeared", "reporting by", "editing by",
                  "contributed reporting"),
        "advert": ("story continues", "article continues", "continue reading", "advertisement", "sponsored by",
                   "affiliate", "earn a commission", "scroll down", "sponsored content", "paid content"),
    }.items()
    for phrase in phrases
}  # fmt: skip

CAPTION_VERBS = gather_words(
    """
    attends arrives speaks addresses walks poses shakes shake gestures waves stands stand sits sit looks look holds hold
    leaves listens meets talks smiles reacts carries carry works watches watch greets delivers celebrates hugs
    kisses inspects visits gather gathers line march protests protest participate takes prays rides drives passes pass
    attend arrive pose walk wait waits use uses seen pictured shows
    """
)
"""Verbs that a caption says of its subject in the present tense."""

POSES = gather_words(
    "attends arrives speaks poses shakes gestures waves sits listens meets smiles greets delivers celebrates kisses "
    "inspects reacts"
)
"""Those of them that are nothing else: talks, marches and visits are also what stories begin with."""

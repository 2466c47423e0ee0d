# Verifying at the desk: who sent something, how far it is checked, what could endanger somebody, notes. Editors read
# these, but for the two lines of the contributor's form.

## On the contributor's form: a box that may be ticked. Kind and calm words, please.
vet-contribute-risk = I or somebody else could be in danger because of this
vet-contribute-risk-hint = Then only the few people of the newsroom who look after such cases can see it. You need not tell why.

## Where a page goes back to the contribution.
vet-back = Back to the contribution
vet-too-long = Please write at most { $most } characters.
vet-save = Save

## Who sent it, without saying who. $code is four letters and digits, such as 7F3K.
vet-handle = Contributor { $code }
vet-person-first = First seen
vet-person-sent = Sent so far
vet-person-count = { $count ->
    [one] { $count } contribution
   *[other] { $count } contributions
}
# How many of those that were decided on were accepted or published.
vet-person-used = { $used } of { $decided } used
vet-person-others = Also from them
vet-person-all = Everything from this person
# Whether a name and an address were left. They are not shown.
vet-identity = Identity
vet-identity-both = Name and e-mail were left.
vet-identity-name = A name was left.
vet-identity-email = An e-mail was left.
vet-identity-none = Nothing was left.
vet-identity-ask = Show…
vet-identity-title = Who sent it
vet-identity-careful = Only if you must
vet-identity-what = The name and the e-mail address as they were left. Nobody has checked them. From here on you know who it is, and so does whoever looks over your shoulder.
vet-identity-instead = To ask the contributor something you need neither: write to them from the contribution.
vet-identity-why = What do you need it for?
vet-identity-why-hint = A few words for your colleagues. Do not write the name here.
vet-identity-why-missing = Say what you need it for.
vet-identity-audit = The history will say that it was shown to you, when and what for.
vet-identity-show = Show name and e-mail
vet-identity-until = Shown to you until
vet-identity-keep = Do not pass it on, and do not write it into notes. If you show yourself again later, say again what for.
vet-identity-nothing = Neither a name nor an e-mail address was left.

## What the newsroom makes of somebody. Short: they stand in a badge.
vet-trust = Trust
vet-trust-unknown = Unknown
vet-trust-known = Known to us
vet-trust-trusted = Trusted
vet-trust-careful = Be careful
vet-trust-hint = A judgement of the newsroom. It is never made by the program.
vet-trust-save = Set it
# $trust is one of the words above.
vet-trust-unproved = “{ $trust }” was said of earlier contributions from this address. Anybody can type an address: look at this one anew.

## Notes about a person.
vet-about-title = What colleagues noted
vet-about-open = Trust and notes about this person
vet-about-lede = All of the desk reads it, beside everything that this person sends.
vet-about-label = Note about this person
vet-about-hint = No names and no addresses, please.
vet-about-add = Add the note
vet-note-missing = Write something first.

## What could endanger somebody.
vet-risk-mark = At risk
vet-risk-set = Somebody could be in danger…
vet-risk-set-lede = Then only those who look after such cases see it: in no list, search or count does it appear to others.
vet-risk-gone = You are not one of them, so it disappears for you. They take over from here.
vet-risk-public = A story made of it is public. Marking it does not take that back: withdraw the story or tell a chief editor.
vet-risk-set-yes = Keep it safe
vet-risk-lift = No longer at risk…
vet-risk-lift-lede = Everyone at the desk will see it again.
vet-risk-lift-yes = Show it to everyone at the desk
vet-risk-why = Why?
vet-risk-why-hint = A few words for your colleagues. Do not name the contributor.
vet-risk-why-missing = Say in a few words why.
vet-risk-kept = Thank you, it is safe
vet-risk-kept-lede = From now on only those who look after people in danger see it. They will take care of it; there is nothing more for you to do.

## How far it is checked.
vet-checks = Verification
# "5 of 8 checked".
vet-summary = { $done } of { $all } checked
vet-summary-legal-open = { $done } of { $all } checked, legal open
# Beside something that must be checked before publication.
vet-asked = needed
vet-item = { $item ->
    [source] Source known
    [original] Original seen
    [place] Place
    [time] Time
    [content] Pictures fit the text
    [repeats] Repeats looked at
    [others] Others asked
   *[legal] Legal
}
vet-item-hint = { $item ->
    [source] Who sent it, and how they came by it.
    [original] Is this the first there is of it, or a copy?
    [place] Buildings, signs, shadows, the map.
    [time] Weather, light, what else happened then.
    [content] Do the pictures show what the text says?
    [repeats] Where else did it come from, and what was decided there?
    [others] What do people say who would know?
   *[legal] May it be published: rights, persons shown, ongoing cases?
}
vet-level = { $level ->
    [open] Open
    [seen] Seen
    [verified] Verified
   *[legal] Cleared
}
# A line of the history.
vet-checked = { $item ->
    [source] Source known
    [original] Original seen
    [place] Place
    [time] Time
    [content] Pictures fit the text
    [repeats] Repeats looked at
    [others] Others asked
   *[legal] Legal
}: { $level ->
    [open] open again
    [seen] seen
    [verified] verified
   *[legal] cleared
}
vet-how = How?
vet-legal-chief = A chief editor decides this.
# Why something cannot go out yet.
vet-missing = { $item ->
    [source] Not yet verified: the source.
    [original] Not yet verified: the original.
    [place] Not yet verified: the place.
    [time] Not yet verified: the time.
    [content] Not yet verified: that the pictures fit the text.
    [repeats] Not yet looked at: repeats.
    [others] Not yet asked: others who would know.
   *[legal] A chief editor has not cleared it yet.
}

## Category and tags.
vet-sorting = Category and tags
vet-sorting-open = Change category and tags
vet-sorting-save = Save
vet-category = Category
vet-category-none = No category
vet-category-gone = This category is no longer offered.
vet-tags = Tags
vet-tags-hint = Short words with commas between them, at most 12.
vet-two-people = Two people must say yes
vet-two-people-hint = The second yes must come from a different colleague.

## The page of categories, for chief editors.
vet-categories = Categories
vet-categories-lede = What contributions are sorted by, and what must be done before one of them is published.
vet-categories-none = There is no category yet.
vet-category-new = New category
vet-category-not-offered = No longer offered.
vet-category-asks = { $count ->
    [one] { $count } check needed
   *[other] { $count } checks needed
}
vet-category-code = Short code
vet-category-code-hint = For addresses and filters; it never changes. Small Latin letters, digits and underscores, beginning with a letter.
vet-category-code-bad = Small Latin letters, digits and underscores only, beginning with a letter. “new” is taken.
vet-category-code-taken = There is a category with this code already.
vet-category-names = Name
vet-category-names-hint = In as many languages as you can. Where one is missing, English or another one is shown.
vet-category-name-missing = Give it a name in at least one language.
vet-category-position = Place in the list
vet-category-position-hint = A number from 0 to 999; the smallest comes first.
vet-category-position-bad = Give a number from 0 to 999.
vet-category-offered = Editors can choose it
vet-category-asked = Needed before publication
vet-category-asked-hint = The program publishes nothing of this category before these are verified.

## Notes on a contribution.
vet-note-title = Note
vet-notes-desk = Notes for the desk
vet-notes-desk-hint = Everyone at the desk reads these. The contributor does not.
vet-notes-own = Notes for me
vet-notes-own-hint = Only you read these.
vet-note-label = Write a note
vet-note-add = Add
vet-note-edited = edited
vet-note-deleted = Deleted
vet-note-change = Edit
vet-note-edit = Edit the note
vet-note-edit-hint = You can edit it for five minutes after writing it.
vet-note-too-late = The five minutes are over. Your words are still here: copy them into a new note.
vet-note-delete = Delete
vet-note-delete-sure = The words are gone for good.
vet-note-delete-yes = Yes, delete
# Before the names of those who are meant.
vet-mentioned = For:
vet-mention-pick = Call a colleague
vet-mention-hint = You can also write @ and the name in the note.
vet-mention-may-not = { $name } may not see this contribution and would never learn of the note.
vet-mentions = Mentions
vet-mentions-none = Nobody has mentioned you yet.
vet-mentions-all-seen = All seen
vet-mention-new = New
vet-mention-open = Open

## The history.
vet-event-risk-set = Marked as at risk
vet-event-risk-lifted = No longer at risk
vet-event-identity = Identity shown
vet-event-trust = Trust set
vet-event-checked = Checked
vet-event-sorted = Category or tags changed
# $why is what an editor wrote.
vet-event-why = Reason: { $why }
vet-done-risk-set = It is marked as at risk. Only those who look after such cases see it.
vet-done-risk-lifted = It is no longer marked as at risk.
vet-done-sorted = Category and tags are saved.

## Composing a story.
vet-credit = Credit
vet-credit-name = The name that the contributor gave
vet-credit-name-more = It is put in when the story is published. You do not see it here.
vet-credit-other = Other words, or no name

## People of the newsroom, for administrators.
vet-people-risk = People in danger
vet-people-risk-always = Chief editors and administrators always see contributions that could endanger somebody.
vet-people-risk-yes = Sees contributions that could endanger somebody.
vet-people-risk-no = Does not see contributions that could endanger somebody.
vet-people-risk-grant = Let them see these
vet-people-risk-take = No longer show these
vet-people-risk-hint = It holds at once, also for pages that are open.
vet-account-risk-granted = May see contributions that could endanger somebody
vet-account-risk-taken = May no longer see contributions that could endanger somebody

## A mail to who was mentioned. It never says where or by whom.
vet-letter-subject = A colleague mentioned you at { $site }
vet-letter = In a note at the desk. We do not say where by mail, because others may read it.
vet-letter-before = You see it when you sign in. You can say there that you do not want such mails:
vet-letter-open = Read the note
vet-mention-mail = Also tell me by e-mail when somebody mentions me
vet-mention-mail-save = Save

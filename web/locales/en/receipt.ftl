# Where a contributor comes back with a receipt code, and the mail that says that something came in.

receipt-title = What became of your story
receipt-lede = Type the receipt code that you were shown after sending.
receipt-code-label = Receipt code
receipt-code-hint = Five groups of four letters and digits. Small letters, spaces and missing hyphens do not matter.
receipt-show = Show
receipt-lost = We cannot find a lost code for you, because we do not keep it. You can always send your story again.
receipt-code-missing = Type your receipt code.
# The same words for a code that was mistyped and for one that never was.
receipt-code-wrong = We know no such code. Please compare it letter by letter with what you kept.

## How it stands.
# Stands above the title of what was sent.
receipt-status-kicker = What became of
receipt-steps-title = How it stands
receipt-step-received = We have received it
receipt-step-waiting = It waits for an editor
receipt-step-checking = An editor is checking it
# Comes before a decision; a moment that has passed.
receipt-step-checked = An editor has checked it
receipt-step-question = We have a question for you
receipt-step-accepted = We want to use it and are preparing it
receipt-step-published = It is published
receipt-step-not-used = We are not using it
receipt-step-withdrawn = You took it back
# What has yet to come.
receipt-step-decision-ahead = We decide whether we can use it
receipt-step-published-ahead = It is published
receipt-read-story = Read the published story

receipt-reason-title = Why we are not using it
# When there is no more to say about why.
receipt-not-used-unsaid = It does not fit what we publish at the moment.
receipt-reason-thanks = Thank you for telling us all the same.

receipt-files-title = Your files
receipt-file = File { $number }
receipt-file-waiting = Being prepared
receipt-file-ready = Safely here
receipt-file-refused = Could not be used
# Files that are added to what was sent before.
receipt-file-original = original of file { $number }
receipt-files-add-title = Something to add?
receipt-files-add-words = You can add photos or films as long as we have not decided.
receipt-files-add-label = More photos or films
receipt-files-add = Add them
receipt-files-added = Your files are here. They are part of your contribution now.
receipt-files-closed = Nothing can be added to this contribution any more, so your files were not taken. They are still on your device, and you can send them as a new contribution.
receipt-files-missing = Choose at least one file.

receipt-consent-title = What you allowed

## Taking it back, in two steps.
receipt-change-title = Changed your mind?
receipt-change-words = You can take your contribution back, whatever became of it.
receipt-withdraw = Take it back
receipt-withdraw-sure = Do you really want to take it back?
receipt-withdraw-means = We will not publish it. If it is published, it disappears from our pages, text and photos. This cannot be undone.
receipt-withdraw-yes = Yes, take it back
receipt-withdraw-no = No, leave it as it is
receipt-withdrawn-means = Your contribution will not be published. If it was, it is gone from our pages, or is about to be.
receipt-look-again = Look again

## The mail to who left an address. No word about what was sent: others may read it.
# $site is the newsroom's name.
mail-received-subject = { $site } has received your message
# A link follows on a line of its own.
mail-received-text =
    Thank you. What you sent to { $site } has arrived safely.

    An editor will look at it. This can take a few days. With the receipt code that you were shown, you can see at any time how it stands:

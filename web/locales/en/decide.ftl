# Deciding at the desk: many at once, undoing, reasons, and the mail that says that there is news.

## Why a decision cannot be made.
decide-same-person = The first yes is yours. A colleague has to say the second one.
decide-nothing-to-confirm = The program decided nothing here.
decide-two-first = Two people have to say yes here. Yours is the first.
decide-two-second = A colleague said the first yes. Yours decides.
decide-unanswered = A question to the contributor has no answer yet.
decide-by-machine = The program called it spam because it repeats what an editor called spam. Confirm it, or reopen it.
decide-blocks-at-risk = Somebody may be in danger through it. Lift that mark first, if it is safe.
decide-blocks-second = In this category two people have to say yes. Reopen it, and have a colleague say the second yes.
decide-blocks-question = A question to the contributor is open. Wait for the answer, or close the question.

## Deciding.
decide-first-yes = First yes
decide-second-yes = Second yes
decide-confirm = Confirm spam
decide-tag = Add a tag
decide-category = Category
decide-internal = Note for colleagues
decide-internal-hint = The contributor never reads it.
decide-preview = Preview
decide-preview-title = What the contributor reads:
decide-preview-empty = Choose a reason to see it.
decide-words = { $words }
decide-rule-repeat-of-spam = It repeats what an editor called spam.

## What was done, to so many contributions. It can be undone for ten seconds.
decide-done-take = { $count ->
    [one] Taken into review.
   *[other] { $count } taken into review.
}
decide-done-accept = { $count ->
    [one] Accepted.
   *[other] { $count } accepted.
}
decide-done-decline = { $count ->
    [one] Declined.
   *[other] { $count } declined.
}
decide-done-spam = { $count ->
    [one] Marked as spam.
   *[other] { $count } marked as spam.
}
decide-done-reopen = { $count ->
    [one] Reopened.
   *[other] { $count } reopened.
}
decide-done-confirm = { $count ->
    [one] Confirmed as spam.
   *[other] { $count } confirmed as spam.
}
decide-done-publish = { $count ->
    [one] It goes public in a few seconds.
   *[other] { $count } go public in a few seconds.
}
decide-done-tag = { $count ->
    [one] Tag added.
   *[other] Tag added to { $count }.
}
decide-done-category = { $count ->
    [one] Category set.
   *[other] Category of { $count } set.
}
decide-done-first-yes = First yes said. It waits for a colleague’s.
decide-done-confirmed = Confirmed as spam.
decide-done-published = Published. The public sees it in a few seconds.
decide-all-of = Decide on several at once…
decide-all-of-person = All open ones of this contributor:
decide-all-alike = All open ones that look alike:

## Undoing.
decide-undo = Undo
decide-undo-how = You can undo it for a few seconds.
decide-look = Look at it
decide-back = Back
decide-undone = { $count ->
    [one] Undone: it is as it was.
   *[other] Undone: { $count } are as they were.
}
decide-undone-one = Undone. It is as it was.
decide-undo-not-yours = Only who decided can undo it. You can reopen it.
decide-undo-settled = It has taken effect.
decide-undo-changed = It was changed since, and stays as it is.
decide-undo-late = It is too late to undo this
decide-undo-late-more = What follows from it is on its way. You can reopen it: that is written into the history.
decide-undo-partly = Not all of it was undone
decide-undo-partly-more = These stay as they are:
decide-reopen-all = Reopen all of these

## The history.
decide-event-first-yes = First yes
decide-event-spam-by-rule = Called spam by a rule
decide-event-confirmed = Confirmed as spam
decide-event-undone = Undone

## The mail to a guest who left an address. Not a word of what was sent or decided: others may read it.
# $site is the newsroom's name. A link follows on a line of its own.
decide-mail-subject = News from { $site }
decide-mail-text =
    There is news about what you sent to { $site }.

    With the receipt code that you were shown, you can read it here:

## Many at once.
decide-bulk-title = With the chosen ones
decide-bulk-all = All on this page
decide-bulk-chosen = # chosen
decide-bulk-none-chosen = Choose some to decide on them together.
decide-bulk-none = Nothing was chosen.
decide-bulk-too-many = Choose at most { $most } at once.
decide-bulk-accept = { $count ->
    [one] Accept 1 contribution?
   *[other] Accept { $count } contributions?
}
decide-bulk-decline = { $count ->
    [one] Decline 1 contribution?
   *[other] Decline { $count } contributions?
}
decide-bulk-spam = { $count ->
    [one] Call 1 contribution spam?
   *[other] Call { $count } contributions spam?
}
decide-bulk-confirm = { $count ->
    [one] Confirm 1 as spam?
   *[other] Confirm { $count } as spam?
}
decide-bulk-reopen = { $count ->
    [one] Reopen 1 contribution?
   *[other] Reopen { $count } contributions?
}
decide-bulk-take = { $count ->
    [one] Take 1 contribution into review?
   *[other] Take { $count } contributions into review?
}
decide-bulk-tag = { $count ->
    [one] Add a tag to 1 contribution?
   *[other] Add a tag to { $count } contributions?
}
decide-bulk-category = { $count ->
    [one] Set the category of 1 contribution?
   *[other] Set the category of { $count } contributions?
}
decide-bulk-left-out = { $count ->
    [one] 1 left out
   *[other] { $count } left out
}
decide-bulk-missing = { $count ->
    [one] 1 more is not there.
   *[other] { $count } more are not there.
}
decide-bulk-which = { $count ->
    [one] Which one it is
   *[other] Which { $count } they are
}
decide-bulk-yes = Yes, do it
decide-bulk-no = No, back
decide-bulk-refused = Nothing was done: none of them can be decided on like this any more.
decide-bulk-changed = It changed since you chose it.
decide-bulk-at-risk = It may put somebody in danger: decide on it by itself.
decide-bulk-taken = It is in review already.
decide-bulk-open = It is open already.
decide-bulk-has-tag = It has this tag already.
decide-bulk-tags-full = It has as many tags as it may have.
decide-bulk-in-category = It is in this category already.
decide-bulk-no-category = No category
decide-bulk-note-hint = Every one of them reads these words with the receipt.
decide-bulk-tag-label = Tag
decide-bulk-tag-missing = Type a tag.
decide-bulk-category-label = Which category?
decide-bulk-category-missing = Choose a category.

## The list of reasons, for chiefs.
decide-reasons = Reasons for not using something
decide-reasons-lede = Editors choose one of these when they decline. The contributor reads its words.
decide-reasons-missing = No words yet in:
decide-reasons-retired = No longer offered
decide-reasons-retired-more = They are still read where they were given.
decide-reason = Words of a reason
decide-reason-new = New reason
decide-reason-lede = Be kind and honest, and blame nobody: somebody reads this who took the trouble to send something.
decide-reason-save = Save
decide-reason-look = See what stands there now
decide-reason-up = Move up: { $words }
decide-reason-down = Move down: { $words }
decide-reason-retire = Retire
decide-reason-offer = Offer again
decide-reason-empty = Write the words in { $language }.
decide-reason-too-long = At most { $most } characters.
decide-reason-faster = { $name } changed these words, { $when }. What you typed is still here; saving it replaces theirs.
decide-reason-changed = These words were changed meanwhile. What you typed is still here.

## Composing a story.
decide-story-waits = Published. It becomes public at { $when }; until then you can undo it.

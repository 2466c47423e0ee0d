# The talk between the desk and whoever sent a contribution: the questions, both sides' pages, the mails.

## Questions that stand ready. The contributor reads them in their language as they are: short, kind, and clear to who is
## frightened. The desk chooses by the same words.
talk-ask-which-street = On which street was this?
talk-ask-when-exactly = When exactly was this: on which day, at what time?
talk-ask-moment-before = Can you send us what was filmed just before?
talk-ask-who-filmed = Who filmed or photographed this?
talk-ask-original-file = Can you send us the original file, as the camera or phone made it?
talk-ask-more-photos = Do you have more photos or films of this?
talk-ask-may-show-face = May we show the face that can be seen?
talk-ask-may-name = May we print your name with it?
talk-ask-consent-again = What may we do with your contribution? Please tell us once more.
# The editor writes it; the contributor reads those words instead.
talk-ask-other = Another question
talk-yes = Yes
talk-no = No

## Why something cannot be asked or said. Editors read these.
talk-not-decided = It was decided on. Reopen it before you ask anything.
talk-not-withdrawn = The contributor took it back. We leave them alone.
talk-not-files = Files cannot be added to a published contribution, so none can be asked for.
talk-nothing = Write something or choose an answer first.
talk-other-missing = Write your question.
talk-too-long = This text may have at most { $most } characters.
talk-too-many-open = At most { $most } questions can wait for an answer at once.
talk-due-missing = Choose by when you need the answer.
talk-due-past = This day is over.
talk-due-far = Choose a day within the next 90.
talk-undo-late = It cannot be taken back any more: the contributor can read it.
talk-closed-already = This question was answered or closed already.

## At the desk.
talk-title = Talk with the sender
talk-empty = Nothing was asked or said yet.
# A date follows.
talk-answer-by = Answer asked for by
talk-overdue = Overdue
# Before a question, for those who do not see the line beside it.
talk-answer-to = In answer to:
talk-with-files = { $count ->
    [one] { $count } file was added.
   *[other] { $count } files were added.
}
talk-stands-waiting = Waiting for the answer
talk-stands-answered = Answered
talk-stands-dropped = No longer needed
talk-stands-settling = Being sent
# The contributor opened the page that shows it.
talk-seen = Seen by the sender
talk-unread = Not read yet
talk-close = No longer needed
talk-read = Mark as read
talk-undo-words = It is sent in a few seconds.
talk-undo = Take it back
talk-ask-open = Ask or write
talk-say-open = Write
talk-questions = What do you want to know?
# $language is the language's own name.
talk-questions-hint = The sender reads the questions in { $language }.
talk-other = The words of another question
talk-due = Answer by
talk-due-days = { $days ->
    [one] in { $days } day
   *[other] in { $days } days
}
talk-due-date = on a day of your choice
talk-reply = Saved reply
talk-reply-choose = Choose one
talk-reply-insert = Insert
talk-body = Your message
talk-body-hint = The sender reads “the newsroom”, never your name. Write in their language.
talk-preview = Preview
talk-preview-title = The sender will read this
talk-send = Send
talk-done-sent = Sent. The sender is told without a word of what it is about.
talk-done-undone = Taken back. The sender hears nothing of it.
talk-done-closed = The question is closed.

## Saved replies.
talk-replies-manage = Manage saved replies
talk-replies-title = Saved replies
talk-replies-lede = Answers that everyone at the desk can use. Each belongs to one language, and is offered when a sender wrote in it.
talk-replies-languages = Languages
talk-replies-empty = There are none in this language yet.
talk-replies-new = A new one
talk-replies-name = Title, for colleagues
talk-replies-body = Text, for senders
talk-replies-position = Place in the list
talk-replies-save = Save
talk-replies-remove = Remove
talk-replies-saved = Saved.
talk-replies-removed = Removed.
talk-replies-title-missing = Give it a title.
talk-replies-body-missing = Write its text.
talk-replies-conflict = A colleague changed or removed it meanwhile. Your text is still here; save it again if you want to keep it.

## The contributor's side: on the receipt, and in the account.
talk-reader-title = Your talk with the newsroom
talk-reader-asked = The newsroom has a question for you
talk-reader-due = Please answer by
talk-reader-said = Your message is with the newsroom.
talk-reader-before = What was said so far
talk-reader-newsroom = The newsroom
talk-reader-you = You
talk-reader-write = Write to the newsroom
talk-reader-body = Your message
talk-reader-send = Send
talk-reader-more = Anything else?
talk-reader-answer = Send my answers
talk-answer-hint = Your answer
talk-answer-files-hint = Or tell us in words
talk-answer-more-hint = Anything to add
talk-reader-to-files = Add files
talk-reader-files-answer = What these files answer
talk-reader-name-means = If you answer, what you allowed changes with it: with your name, or without it.
talk-reader-ended = You can still write for { $days } days after the decision.
talk-reader-too-late = More than { $days } days have passed, so this could not be sent. Here it is, so that it is not lost:
talk-ended = The newsroom takes no more messages about this contribution. You can always send a new one.
talk-slowly = You have written very often in the last hour. Your text is still here; please send it a little later.
# Beside the field for the code.
talk-waiting = What you wrote is still here. It is sent with the right code:

talk-allowed = Saved. From now on this holds:
# $version is the version of the terms.
talk-consent-terms = Terms { $version }
talk-allow-open = Change what you allow
talk-allow-legend = What may we do with it?
talk-allow = Save
talk-allow-public = It is published. Without your name, your name disappears from it at once. With the last choice the story disappears for good.
talk-allow-sure = Shall the published story disappear?
talk-allow-means = With this choice it is taken off our pages at once, text and photos, and it cannot be put back. What you sent stays with the newsroom, for information only.
talk-allow-yes = Yes, take it off
talk-consent-withdrawn = You took it back. There is nothing left to allow.
talk-consent-public = It is published already, so we cannot ask you first. Choose another answer, or take it back.

talk-signed-out-title = You are signed out
talk-signed-out-words = Nothing you wrote is lost. Sign in on a new page, come back to this one, and send it.
talk-signed-out-signin = Sign in
talk-signed-out-send = Send it now

## The mails. No word about what was sent or asked: others may read them. A link follows on a line of its own.
talk-mail-asked-subject = { $site } has a question for you
talk-mail-asked-text =
    The newsroom of { $site } has a question about something you sent.

    You can read and answer it with the receipt code that you were shown:
talk-mail-said-subject = { $site } has written to you
talk-mail-said-text =
    The newsroom of { $site } has written to you about something you sent.

    You can read it with the receipt code that you were shown:
talk-mail-reminder-subject = { $site } is waiting for your answer
talk-mail-reminder-text =
    The newsroom of { $site } asked you something and would need your answer by tomorrow.

    You can read and answer it with the receipt code that you were shown:

## The history of a contribution.
talk-event-asked = Question sent
talk-event-wrote = Message sent to the contributor
talk-event-unasked = Taken back before it was sent
talk-event-question-closed = Answer no longer needed
talk-event-read = Message read
talk-event-told = Contributor told of it
talk-event-reminded = Contributor reminded
talk-event-answered = Question answered
talk-event-contributor-wrote = Message from the contributor
talk-event-consent-changed = Consent changed

# What readers say: the box, its page and feeds, mails of answers, one’s own comments, being forgotten, legal notices.

## The box and its page: what readers said last, by article.
# The name of the box. It speaks to readers.
says-title = What You Say
says-lede = What readers said last, and where they said it.
# A heading that only screen readers say.
says-newest = The newest comments
# Before the languages to choose from.
says-languages = Articles in which language
says-all-languages = All languages
says-empty = Nobody has said anything here yet
says-empty-more = Below each story there is room for what you think.
# Under an article.
says-count = { $count ->
    [one] { $count } comment
   *[other] { $count } comments
}
# In place of a comment that only quotes others.
says-read = Read it
# Beside the name of somebody of the newsroom.
says-staff = Newsroom
says-pinned = Chosen by the newsroom
says-promoted = Recommended by the newsroom
# Before links to feeds (RSS, Atom, JSON Feed).
says-feeds = Follow with your own reader:
# The title of a feed.
says-feed-title = What You Say, { $site }
# The title of a comment in a feed. $title is an article’s headline.
says-feed-entry = { $name } on { $title }

## Mails that somebody was answered. Nothing of what was said is in them.
says-mail-subject = You were answered at { $site }
# To guests and to people with an account. A link follows.
says-mail-text = Somebody answered a comment of yours at { $site }. What they say, we do not say by mail; you read it here:
# A link follows.
says-mail-stop = You get this because you wished it when you wrote your comment. No more of these mails:
says-answered-before = Read the answer:
# On a link in a mail.
says-answered-open = To the answer
says-answered-stop = If you want no such mails, say so in your account under “Notices”.
says-stop-title = No more mails about answers
says-stop-words = We then forget the address that you left with your comments. The comments stay.
# A button.
says-stop-press = Stop these mails
says-stop-done = We send you no mails about answers to your comments.

## One’s own comments, in the account.
says-mine-title = Your comments
# Under a link in the account.
says-mine-hint = What you said, and what became of it
says-mine-lede = What you said with your account, the newest first. You can take back each of them.
says-mine-empty = You have not said anything yet
says-mine-empty-more = What you write under a story while you are signed in is here.
# What became of a comment.
says-mine-shown = Everybody reads it
says-mine-waits = It waits for the newsroom
says-mine-removed = The newsroom removed it
says-mine-deleted = You deleted it
says-mine-likes = { $count ->
    [one] { $count } person likes it
   *[other] { $count } people like it
}
says-mine-answers = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}
# Before the reason why the newsroom removed a comment.
says-mine-why = Why:
says-mine-see = See it there
says-mine-delete = Delete

## Guests who want to be forgotten.
# A link below the form.
says-forget-link = Forget what I said as a guest
says-forget-title = Forget this device
says-forget-words = All that was said as a guest from this device goes, with name and address; what was answered leaves only its empty place. Likes and reports are no longer yours.
says-forget-for-good = Nobody can undo this, not even we.
# A button.
says-forget-press = Forget all of it
says-forget-nobody = We know nothing of this device.
# A link follows.
says-forget-account = What you said with an account is there:

## The desk: notices that a comment breaks the law, and answers to them.
says-notices-title = Legal notices
says-notices-lede = Readers who say that a comment breaks the law, and wait for an answer. Decide at the comment, then answer here; the address is forgotten with the answer, at the latest 30 days after the decision.
says-notices-empty = No notice waits for an answer
# $title is an article’s headline.
says-notice-on = About a comment on “{ $title }”
says-notice-decided = Decided, not answered
# A link to the comment.
says-notice-decide = Decide first
says-notice-title = A legal notice
says-notice-says = What they say
says-notice-comment = The comment
# A link.
says-notice-answer = Answer the notice
# Before what became of the comment, as the mail says it.
says-notice-begins = The answer begins:
says-notice-words = Your answer
says-notice-words-hint = It goes by mail to who sent the notice. Say why you decided so, and what they can do if they see it otherwise. You do not need their address.
says-notice-words-missing = Please write an answer.
says-notice-words-long = { $most ->
    [one] Please use at most { $most } character.
   *[other] Please use at most { $most } characters.
}
says-notice-send = Send the answer
says-notice-answered = This notice is answered, and the address forgotten.
says-notice-forgotten = The address is forgotten: nobody can be answered any more.
says-notice-undecided = Decide on the comment first. When the decision can no longer be undone, answer here.
# In the mail to who sent a notice: what became of the comment.
says-notice-stays = The comment stays: the newsroom sees no breach of the law in it.
says-notice-gone = The comment is not shown any more.
says-notice-taken-back = Its author took the comment back; it is gone.
says-notice-mail-subject = Our answer to your notice, { $site }
says-notice-mail = You told us that a comment at { $site } breaks the law.
# Before the newsroom’s own words.
says-notice-mail-words = The newsroom says:
says-notice-mail-foot = With this mail we forget your address.
# In the history of a comment.
says-event-notice = A legal notice was answered
# In the audit.
says-audit-notice = Legal notice answered

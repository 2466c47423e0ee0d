# Comments as they are read: under an article, on their own pages, one by its address.

## A thread.
# A heading.
thread-title = { $count ->
    [0] Comments
    [one] { $count } comment
   *[other] { $count } comments
}
# The title of a page. $title is an article's headline.
thread-page-title = Comments on { $title }
# $name is who wrote the comment.
thread-comment-title = { $name } on { $title }
thread-back = Back to the article
thread-back-all = All comments
thread-gone = What was said here is gone, together with its article.
thread-comment-gone = This comment is gone.
thread-empty = Nobody has said anything yet. Be the first.
thread-empty-closed = Nobody has said anything here.
thread-no-more = There are no more comments.
thread-closed = Comments are closed here. What was said stays to be read.
# Before the orders to choose from.
thread-order = Order of the comments
thread-newest = Newest
thread-oldest = Oldest
thread-liked = Most liked
thread-first = Back to the first
thread-next = More comments
# Comments of who looks, which wait, or which they wrote just now.
thread-own = Yours
# A button, when comments came since the page was opened. Script puts the number in place of "#".
thread-news = New comments: #

## A comment.
thread-staff = Newsroom
thread-edited = edited
thread-promoted = Recommended by the newsroom
# To its author alone.
thread-waits = This waits for the newsroom. Only you see it.
thread-waits-more = Thank you. The newsroom reads your comment before everybody does; until then only you see it here.
# In place of a comment that others answered.
thread-held = This comment waits for the newsroom.
thread-deleted = Its author deleted this comment.
thread-removed = The newsroom removed this comment.
thread-removed-own = The newsroom removed your comment.
thread-reply = Reply
thread-quote = Reply with a quote
thread-like = Like
# Before the number of those who like one's own comment.
thread-likes = Likes
# A button that opens a list of what else can be done.
thread-more-acts = More
thread-link = Link to this comment
thread-copied = The link is copied.
thread-report = Report
thread-edit = Edit
thread-delete = Delete
# A link for the newsroom.
thread-desk = See it at the desk
thread-answers-more = More answers
# A link to the comment that this one answers, which is on another page.
thread-loose = In answer to this
thread-above = In answer to
thread-this = The comment and its answers
thread-mute = Hide this person on this device
# In place of comments of somebody whom the reader hid.
thread-muted = You hid this person on this device.
thread-unmute = Show again

## Saying something.
thread-write = Say something
thread-write-answer = Answer
thread-cancel = Cancel
thread-holds = The newsroom reads every comment here before it appears.
thread-holds-first = The newsroom reads your first comment before it appears.
thread-slow = { $seconds ->
    [one] In this conversation, everybody may write once a second.
   *[other] In this conversation, everybody may write once in { $seconds } seconds.
}
thread-form-body = Your comment
# $name is whose comment is answered.
thread-form-answers = You answer { $name }.
# $name is what the reader's account is called.
thread-form-as = You write as { $name }.
thread-form-guest = Comment as a guest
# Before a link that says "sign in".
thread-form-guest-or = Or write under your own name:
thread-form-sign-in = sign in
thread-form-name = Name
thread-form-email = E-mail
thread-form-email-hint = Will not be displayed publicly.
thread-form-wants = Tell me by e-mail when somebody answers
thread-form-send = Send comment

## The desk begins comments under a page of the newsroom's own site.
thread-article-heading = Comments for a page of your site
thread-article-lede = There are none for this page yet. Once they begin, everybody can read and write them.
thread-article-url = Address of the page
thread-article-title = Headline
thread-article-language = Language of the page
thread-article-begin = Begin comments
thread-article-url-bad = This is no address of a page of your own site. Which sites are yours is in the configuration (web.cors_origins). Stories have comments by themselves.
thread-article-title-bad = Please give the headline, in 200 characters at most.
thread-article-language-bad = Please choose the language.

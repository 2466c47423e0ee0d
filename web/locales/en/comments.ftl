### Comments: saying something, changing it, taking it back, liking, reporting.

## The form, when it comes back

# Title of the page with the form and what is wrong with it.
comment-again-title = Your comment
# Beside the form; $name is who wrote what is answered.
comment-answered = You answer { $name }:
comment-body-missing = Please write something.
comment-body-long = { $most ->
    [one] A comment has at most { $most } character.
   *[other] A comment has at most { $most } characters.
}
comment-email-wrong = This is not an e-mail address. It looks like name@example.org.
# Somebody ticked "tell me of answers" and left no address.
comment-email-for-answers = So that we can tell you of answers, please enter your e-mail address. It will not be displayed publicly.
comment-parent-gone = The comment that you answer is not there any more. You can say this to everyone instead: press “Send” again.
# Link for somebody who may not comment for a while.
comment-appeal = Read why you cannot comment, and tell us if that is a mistake

## Changing and deleting

comment-edit-title = Change your comment
comment-edit-label = Your comment
comment-edit-hint = { $minutes ->
    [one] A comment can be changed for { $minutes } minute after it was sent. It then says that it was changed.
   *[other] A comment can be changed for { $minutes } minutes after it was sent. It then says that it was changed.
}
comment-edit-save = Save
# Beside "Save" and "Delete": goes back without doing anything.
comment-leave = Leave it as it is
comment-edit-late = { $minutes ->
    [one] A comment can be changed for { $minutes } minute after it was sent. You can still delete it.
   *[other] A comment can be changed for { $minutes } minutes after it was sent. You can still delete it.
}
comment-edit-gone = This comment was taken away, so it cannot be changed any more.
comment-changed-meanwhile = This comment was changed meanwhile, perhaps by you on another page. What you typed is still here: look at it, and save again.
comment-delete-title = Delete your comment?
comment-delete-sure = It is gone for good, with your name. If somebody answered it, their answers stay, and in its place it says that the comment was deleted.
comment-delete-yes = Delete

## Liking

comment-like-own = This comment is your own.

## Reporting

comment-report-title = Report a comment
comment-report-lede = The newsroom looks at what you report. The author does not learn who reported it.
# Above the comment that is reported.
comment-report-of = Comment by { $name }
comment-report-reason = What is wrong with it?
comment-reason-spam = Advertising, or the same again and again
comment-reason-hate = Insult or hatred
comment-reason-threat = A threat, or a call to violence
comment-reason-private = It tells private things about somebody
comment-reason-false = It is not true
comment-reason-other = Something else
# A notice that content is illegal, as e.g. the EU's Digital Services Act knows it.
comment-reason-legal = It breaks the law
comment-reason-legal-more = This is a formal notice. Please say why, and leave an address for our answer.
comment-reason-missing = Please choose what is wrong with the comment.
comment-report-note = More about it
comment-report-note-hint = Needed only for a notice that it breaks the law: which law, and how.
comment-note-missing = Please say which law it breaks, and how.
comment-note-long = { $most ->
    [one] Please use at most { $most } character.
   *[other] Please use at most { $most } characters.
}
comment-report-email = Your e-mail address
comment-report-email-hint = Only for a notice that it breaks the law; otherwise we do not keep it. It will not be displayed publicly.
comment-report-email-missing = Please leave an address, so that we can answer your notice.
comment-report-legal-title = What happens with a notice that it breaks the law
comment-report-legal-looks = Somebody of the newsroom reads it; no machine decides on it.
comment-report-legal-decides = They decide whether the comment stays. Its author learns the decision and the reason, but not who you are.
comment-report-legal-answers = You are answered at your address. With the answer we forget it, at the latest 30 days after the decision.
comment-report-send = Send report
comment-reported-title = Thank you
comment-reported-words = The newsroom has your report and looks at the comment.
comment-reported-back = Back to the comments

# Stories, comments, tags and boxes.

# The home page. $site is the newsroom's name.
home-title = Stories from our readers
home-more = More stories
home-earlier = Earlier stories
home-invite = Share your stories, photos and videos with { $site }, and quite possibly the world.
home-invite-button = Send your story
home-invite-promise = You need no account, and you decide whether your name is shown.
home-empty = No stories yet
home-empty-more = The first story here could be yours.

# A story. $name is a person's name as it is printed.
story-by = By { $name }
story-by-reader = Sent by a reader
# Under a picture.
story-credit = { $kind ->
    [film] Video: { $name }
    [sound] Sound: { $name }
   *[picture] Picture: { $name }
}
story-credit-reader = { $kind ->
    [film] Video: sent by a reader
    [sound] Sound: sent by a reader
   *[picture] Picture: sent by a reader
}
story-how-title = How this came to us
story-how = A reader sent this through Be Part. The editors of { $site } looked at it and checked it before it was published.
story-gone = This story was taken back, and is no longer here. Its pictures are gone, too.

# Of a story. $when is a day.
story-corrected = Corrected on { $when }
story-correction-title = Correction
story-tags = Tags
story-checked-title = What we checked
story-related = More on this
story-print = Print this story
# A switch: small pictures, nothing that loads by itself.
story-light-on = Save data: show small pictures
story-light-off = Show pictures in full quality

# Fields of the form in which an editor makes a story. $max is a number.
story-field-tags = Tags
story-field-tags-hint = What it is about, with commas between: flood, Hewlêr, rescue
story-field-checked = What was checked
story-field-checked-hint = Readers see this under the story, in its language: who was called, which place was compared, what is not known.
story-field-correction = Correction
story-field-correction-hint = What was wrong and is right now. Readers see it under the story, with the time. The newest first.
story-tag-too-long = A tag may have at most { $max } characters.
story-tags-too-many = A story may have at most { $max } tags.
story-note-too-long = This may have at most { $max } characters.

# The editors make a story of what a reader sent.
compose-title = Make a story
compose-back = Back to the contribution
compose-saved = The draft is saved. Nothing of it is public yet.
compose-stale-title = Someone was faster
compose-stale = A colleague changed this story after you opened it. What you wrote is still here, and not saved. If you save or publish now, yours replaces theirs.
compose-stale-look = See the story as it is now
compose-is-public = This story is public. What you change here changes there at once.
compose-see-public = See the public page
compose-field-title = Title
compose-field-body = Text
compose-field-body-hint = An empty line begins a new paragraph.
compose-field-language = Language of the text
compose-field-byline = Byline
compose-field-byline-hint = The contributor wants to be named. Write other words here in place of the name, or leave it empty to leave the name out.
compose-byline-unnamed = The contributor did not agree to be named, so the story cannot carry a name.
compose-field-place = Place
compose-pictures = Pictures
compose-pictures-none = There are no pictures that can be used.
compose-pictures-hint = Choose the pictures for the story. The one with the lowest number comes first.
compose-picture-use = Use this picture
compose-picture-order = Position
compose-picture-caption = Caption
compose-picture-alt = Description
compose-picture-alt-hint = What the picture shows, for those who cannot see it.
compose-save = Save the draft
compose-publish = Publish
compose-update = Save and update the public page
compose-sent = What the reader sent
compose-sent-hint = This stays as it is, whatever you write in the story.
compose-sent-consent = Consent
compose-sent-place = Place
compose-sent-happened = When it happened
compose-sent-when = Sent
# $max is a number.
compose-title-missing = Write a title.
compose-title-too-long = The title may have at most { $max } characters.
compose-body-missing = Write a text, or choose at least one picture.
compose-body-too-long = The text may have at most { $max } characters.
compose-language-missing = Choose the language of the text.
compose-byline-too-long = The byline may have at most { $max } characters.
compose-place-too-long = The place may have at most { $max } characters.
compose-order-not-a-number = The position of a picture is a whole number, such as 1 or 2.
compose-caption-too-long = A caption or description may have at most { $max } characters.

//! What one room asks of another. Payloads live here, so that who asks need not know who answers.

use super::Job;
use crate::ids::{
    AccountId, BatchId, CommentId, LetterId, MediaId, NoteId, PushSubscriptionId, ReportId, SendingId,
    StoryId, SubmissionId, UploadId,
};

macro_rules! job {
    ($(#[$doc:meta])* $name:ident, $kind:literal { $($(#[$field_doc:meta])* $field:ident: $type:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type),* }

        impl Job for $name {
            const KIND: &'static str = $kind;
        }
    };
}

job!(
    /// To `media`: make clean renditions of a received file.
    IngestUpload, "media.ingest_upload" {
        /// Becomes this; the row is there already, waiting.
        media_id: MediaId,
        /// From these bytes.
        upload_id: UploadId,
    }
);
job!(
    /// To `media`: the verdict on a file is written; read what it tells about itself, then let go of the received bytes.
    ReadFacts, "media.read_facts" {
        /// Of this medium.
        media_id: MediaId,
        /// From these bytes.
        upload_id: UploadId,
    }
);
job!(
    /// To `media`: make the first rung of a film that no browser plays as it is.
    TranscodeFilm, "media.transcode_film" {
        /// Its row waits, processing.
        media_id: MediaId,
        /// From these bytes.
        upload_id: UploadId,
    }
);
job!(
    /// To `media`: a film can be watched; make its other rungs, and what it is leafed through by.
    MakeLadder, "media.make_ladder" {
        /// Which.
        media_id: MediaId,
        /// From these bytes, of which nobody has need afterwards.
        upload_id: UploadId,
    }
);
job!(
    /// To `publishing`: there are more renditions than when it was published; copy them, too.
    CopyMore, "publishing.copy_more" {
        /// Of which medium.
        media_id: MediaId,
    }
);
job!(
    /// To `uploads`: the bytes are safe elsewhere (or never wanted); forget them.
    DropIncoming, "uploads.drop_incoming" {
        /// Which.
        upload_id: UploadId,
    }
);
job!(
    /// To `review`: tell the contributor, who left an address, that it came in.
    AcknowledgeSubmission, "review.acknowledge_submission" {
        /// Which.
        submission_id: SubmissionId,
    }
);
job!(
    /// To `review`: the time in which a decision can be undone is over; what follows from it begins, if it still stands.
    SettleDecisions, "review.settle_decisions" {
        /// Which press.
        batch_id: BatchId,
    }
);
job!(
    /// To `review`: tell a guest who left an address that something became of what they sent, without saying what.
    TellGuest, "review.tell_guest" {
        /// About which contribution; it is named nowhere in what they get.
        submission_id: SubmissionId,
        /// As it was then: each change is told once.
        version: i32,
    }
);
job!(
    /// To `publishing`: that the story of a contribution was published was undone before anybody saw it; make a draft of it.
    RetractStory, "publishing.retract_story" {
        /// Of which contribution.
        submission_id: SubmissionId,
    }
);
job!(
    /// To `review`: the desk asked or said something; tell the contributor that there is something to read.
    TellOfTalk, "review.tell_of_talk" {
        /// By which form.
        sending_id: SendingId,
    }
);
job!(
    /// To `review`: the time to answer is nearly over; tell the contributor once more, if they have not answered.
    RemindOfTalk, "review.remind_of_talk" {
        /// By which form it was asked.
        sending_id: SendingId,
    }
);
job!(
    /// To `review`: bring what a contribution is found by up to date.
    IndexSubmission, "review.index_submission" {
        /// Which.
        submission_id: SubmissionId,
    }
);
job!(
    /// To `review`: keep the words of a contribution for who mistypes them; its own transaction did not wait for that.
    LearnWords, "review.learn_words" {
        /// Which.
        submission_id: SubmissionId,
    }
);
job!(
    /// To `review`: make findable what came before there was a search, from here on.
    IndexBacklog, "review.index_backlog" {
        /// Behind this one; none: from the first.
        after: Option<SubmissionId>,
    }
);
job!(
    /// To `review`: what a file shows is known; find the contributions that show the same.
    FindRepeats, "review.find_repeats" {
        /// Which file.
        media_id: MediaId,
    }
);
job!(
    /// To `publishing`: make findable what was published before there was a search, and open its threads, from here on.
    IndexStories, "publishing.index_stories" {
        /// Behind this one; none: from the first.
        after: Option<StoryId>,
    }
);
job!(
    /// To `publishing`: the contributor (or the desk) took it back; unpublish and delete public copies.
    WithdrawStory, "publishing.withdraw_story" {
        /// The contribution that was taken back.
        submission_id: SubmissionId,
    }
);
job!(
    /// To `publishing`: this name is no picture's any more; delete the objects under it.
    RemovePublic, "publishing.remove_public" {
        /// Whose copies they are.
        media_id: MediaId,
        /// What they are called.
        public_name: String,
    }
);
job!(
    /// To `uploads`: forget what was begun and never sent.
    SweepUploads, "uploads.sweep" {}
);
job!(
    /// To `media`: an earlier version kept this original plain; seal it.
    SealOriginal, "media.seal_original" {
        /// Whose.
        media_id: MediaId,
    }
);
job!(
    /// To `media`: an earlier version kept no sketch of this picture; make it.
    SketchMedium, "media.sketch_medium" {
        /// Whose.
        media_id: MediaId,
    }
);
job!(
    /// To `review`: forget what is past its time, by the rules of the newsroom.
    Retain, "review.retain" {}
);
job!(
    /// To `publishing`: what a story was made of is to be forgotten; forget the story, which is not public.
    ForgetStory, "publishing.forget_story" {
        /// Of which contribution.
        submission_id: SubmissionId,
    }
);
job!(
    /// To `media`: delete private objects that no row names.
    SweepMedia, "media.sweep" {}
);
job!(
    /// To `publishing`: delete public objects that no row names.
    SweepPublic, "publishing.sweep" {}
);
job!(
    /// To `publishing`: ask the newsroom's own feeds that are due what is new there.
    ReadElsewhere, "publishing.read_elsewhere" {}
);

job!(
    /// To `comments`: an answer is read by everybody; tell whoever it answers, if they wish, without saying what it says.
    TellOfAnswer, "comments.tell_of_answer" {
        /// The answer.
        comment_id: CommentId,
    }
);
job!(
    /// To `comments`: somebody who said that a comment is against the law is answered; send it.
    AnswerNotice, "comments.answer_notice" {
        /// What they sent.
        report_id: ReportId,
    }
);
job!(
    /// To `comments`: forget addresses that are needed no more, and what is over.
    SweepComments, "comments.sweep" {}
);
job!(
    /// To `comments`: the time in which a press at the desk of comments can be undone is over.
    SettleComments, "comments.settle" {
        /// Which press.
        batch_id: BatchId,
    }
);

job!(
    /// To `accounts`: write a mail and send it.
    SendAccountLetter, "accounts.send_letter" {
        /// Which; its row says what and to whom, and goes when it is sent.
        letter_id: LetterId,
    }
);
job!(
    /// To `accounts`: the time to think it over is past; forget everything of a person but the id.
    EraseAccount, "accounts.erase" {
        /// Whose.
        account_id: AccountId,
    }
);
job!(
    /// To `accounts`: something became of what a person sent; tell them as they chose, without saying what.
    TellContributor, "accounts.tell_contributor" {
        /// Whom.
        account_id: AccountId,
        /// About which contribution; it is named nowhere in what they get.
        submission_id: SubmissionId,
        /// They were told, and have not answered: once more, also where nothing changed since.
        #[serde(default)]
        again: bool,
    }
);
job!(
    /// To `accounts`: a colleague meant somebody of the newsroom in a note, and they wish a mail then; it does not say where.
    TellMentioned, "accounts.tell_mentioned" {
        /// Whom.
        account_id: AccountId,
        /// In which note; it is named nowhere in what they get.
        note_id: NoteId,
    }
);
job!(
    /// To `accounts`: somebody answered a comment of a person; tell them as they chose, without saying what.
    TellAnswered, "accounts.tell_answered" {
        /// Whom.
        account_id: AccountId,
        /// The answer.
        comment_id: CommentId,
    }
);
job!(
    /// To `accounts`: knock at a browser of a person who was answered, without a word.
    PushAnswered, "accounts.push_answered" {
        /// Which browser.
        subscription_id: PushSubscriptionId,
        /// The answer; not told.
        comment_id: CommentId,
    }
);
job!(
    /// To `accounts`: knock at a browser of a person who is told of something, without a word.
    SendPush, "accounts.send_push" {
        /// Which browser.
        subscription_id: PushSubscriptionId,
        /// What became of something; not told.
        submission_id: SubmissionId,
    }
);
job!(
    /// To `accounts`: end what is past its time (codes, ceremonies, transactions, sessions), and begin erasures that are due.
    SweepAccounts, "accounts.sweep" {}
);

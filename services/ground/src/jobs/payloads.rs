//! What one room asks of another. Payloads live here, so that who asks need not know who answers.

use super::Job;
use crate::ids::{AccountId, LetterId, MediaId, PushSubscriptionId, SubmissionId, UploadId};

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
    /// To `media`: delete private objects that no row names.
    SweepMedia, "media.sweep" {}
);
job!(
    /// To `publishing`: delete public objects that no row names.
    SweepPublic, "publishing.sweep" {}
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

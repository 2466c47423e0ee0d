//! The desk through its own router, with a real database. Who is asking is said by a layer, as `accounts` does.

mod accounts;
mod audit;
mod bulk;
mod care;
mod claims;
mod deciding;
mod filtering;
mod identity;
mod item;
mod keeping;
mod kept;
mod listing;
mod live;
mod looking;
mod notes;
mod originals;
mod outside;
mod preferring;
mod reasons;
mod recorded;
mod repeats;
mod risk;
mod searching;
mod undoing;
mod verifying;
mod views;

use std::sync::Arc;

use axum::{
    Extension, Router,
    body::{Body, to_bytes},
    http::{Request, header},
    middleware::{from_fn, from_fn_with_state},
};
use chrono::{DateTime, TimeDelta, Utc};
use ground::{
    blobs::Blobs,
    clock::Clock,
    ids::{AccountId, Ids, MediaId, SubmissionId, UploadId},
    live::Live,
    viewer::{Again, Role, SignedIn, Viewer},
    web::{context, error_pages},
};
use sqlx::PgPool;
use tower::ServiceExt;

use crate::{
    submission::{Consent, State as SubmissionState, Submission},
    testing::{Answer, sample},
};

/// The desk with a database, a store and a clock of its own.
struct Desk {
    pool: PgPool,
    clock: Clock,
    blobs: Blobs,
    originals: media::Originals,
    live: Live,
    hub: crate::Hub,
    router: Router,
    folder: tempfile::TempDir,
}

impl Desk {
    async fn open(pool: PgPool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let blobs = Blobs::disk(folder.path().join("blobs")).await.unwrap();
        let clock = Clock::fixed(sample().sent_at);
        let live = Live::default();
        let state = crate::testing::state(&pool, &blobs, &clock, &live);
        let (site, originals) = (Arc::clone(&state.site), state.originals.clone());
        let hub = state.hub.clone();
        let router = super::router()
            .with_state(state)
            .layer(from_fn(error_pages))
            .layer(from_fn_with_state(site, context));
        Self {
            pool,
            clock,
            blobs,
            originals,
            live,
            hub,
            router,
            folder,
        }
    }

    /// The answer, its body not yet read.
    async fn respond(&self, viewer: &Viewer, request: Request<Body>) -> axum::response::Response {
        let (again, router) = (viewer.clone(), self.router.clone());
        let again = Again::new(move || std::future::ready(Ok(again.clone())));
        let router = router.layer(Extension(viewer.clone())).layer(Extension(again));
        router.oneshot(request).await.unwrap()
    }

    async fn ask(&self, viewer: &Viewer, request: Request<Body>) -> Answer {
        let response = self.respond(viewer, request).await;
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 1 << 20).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer {
            status: parts.status,
            headers: parts.headers,
            text,
        }
    }

    async fn get(&self, viewer: &Viewer, address: &str) -> Answer {
        self.ask(viewer, Request::get(address).body(Body::empty()).unwrap())
            .await
    }

    async fn post(&self, viewer: &Viewer, address: &str, form: &str) -> Answer {
        let request = Request::post(address)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form.to_owned()))
            .unwrap();
        self.ask(viewer, request).await
    }

    async fn decide(&self, viewer: &Viewer, id: SubmissionId, form: &str) -> Answer {
        self.post(viewer, &format!("{}/decision", super::address_of(id)), form)
            .await
    }

    /// What follows from decisions, once they cannot be undone: the time passes, and what is due is done.
    async fn db_settle(&self) {
        self.clock.advance(TimeDelta::seconds(11));
        // The queue goes by the database's time, and the test by its own.
        sqlx::query!("update jobs set run_at = now()")
            .execute(&self.pool)
            .await
            .unwrap();
        let state = crate::testing::state(&self.pool, &self.blobs, &self.clock, &self.live);
        let settler = crate::settling::Settler {
            pool: self.pool.clone(),
            mail: ground::mail::Mail::files(self.folder.path().join("mail"), "desk@news.example").unwrap(),
            site: state.site,
            clock: self.clock.clone(),
        };
        let runners = crate::settling::runners(ground::jobs::Runners::default(), settler);
        runners.run_pending(&self.pool).await.unwrap();
    }

    /// The mails that were sent.
    fn letters(&self) -> Vec<String> {
        let folder = std::fs::read_dir(self.folder.path().join("mail"));
        folder
            .map(|folder| {
                folder
                    .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap())
                    .collect()
            })
            .unwrap_or_default()
    }

    /// Someone of the newsroom.
    async fn db_editor(&self, name: &str) -> Viewer {
        let account_id: AccountId = Ids::system().mint(self.clock.now());
        sqlx::query!(
            "insert into accounts (account_id, email, display_name, password_hash, role, created_at)
             values ($1, $2, $3, '', 'editor', $4)",
            account_id.0,
            format!("{account_id}@example.org"),
            name,
            self.clock.now(),
        )
        .execute(&self.pool)
        .await
        .unwrap();
        Viewer(Some(SignedIn {
            account_id,
            name: name.to_owned(),
            role: Some(Role::Editor),
            sees_at_risk: false,
            confirmed_at: self.clock.now(),
        }))
    }

    /// A contribution as it is, but with an id of its own, sent `ago` before now.
    async fn db_sent(&self, ago: TimeDelta, submission: Submission) -> SubmissionId {
        let id: SubmissionId = Ids::system().mint(self.clock.now());
        let sent_at: DateTime<Utc> = self.clock.now() - ago;
        sqlx::query!(
            "insert into submissions (submission_id, state, version, title, body, contributor_name,
                                      contributor_email, place, happened_at, language, consent, consent_at,
                                      terms_version, receipt_hash, form_key_hash, sent_at, decline_reason,
                                      withdrawn_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, '', $15, $16, $17)",
            id.0,
            submission.state as _,
            submission.version,
            submission.title,
            submission.body,
            submission.contributor_name,
            submission.contributor_email,
            submission.place,
            submission.happened_at,
            submission.language.code(),
            submission.consent as _,
            sent_at,
            submission.terms_version,
            id.0.as_bytes().as_slice(),
            sent_at,
            submission.decline_reason,
            submission.withdrawn_at,
        )
        .execute(&self.pool)
        .await
        .unwrap();
        id
    }

    /// A file of a contribution: ready with one small and one large rendition, or refused.
    async fn db_file(&self, of: SubmissionId, position: i16, name: &str, ready: bool) -> MediaId {
        let now = self.clock.now();
        let (upload_id, media_id): (UploadId, MediaId) = (Ids::system().mint(now), Ids::system().mint(now));
        sqlx::query!(
            "insert into uploads (upload_id, secret_hash, client_name, size, blake3, created_at, finished_at,
                                  expires_at, claimed_at)
             values ($1, '', $2, 3, '', $3, $3, $3, $3)",
            upload_id.0,
            name,
            now,
        )
        .execute(&self.pool)
        .await
        .unwrap();
        sqlx::query!(
            "insert into media (media_id, upload_id, state, refused_reason, created_at, finished_at, medium_kind,
                                kind, width, height, sha256, size, thumbhash, placeholder)
             values ($1, $2, case when $4 then 'ready' else 'refused' end::media_state,
                     case when not $4 then 'broken' end, $3, $3, 'picture',
                     'jpeg', 3000, 2000, '\\xabcd', 2500000, '', '')",
            media_id.0,
            upload_id.0,
            now,
            ready,
        )
        .execute(&self.pool)
        .await
        .unwrap();
        for (width, format) in [(320_i16, "webp"), (320, "jpeg"), (2048, "webp"), (2048, "jpeg")] {
            sqlx::query!(
                "insert into renditions (media_id, slot, format, width, height, size)
                 select $1, $2::smallint, $3, $4::integer, $4::integer * 2 / 3, 3 where $5",
                media_id.0,
                width,
                format,
                i32::from(width),
                ready,
            )
            .execute(&self.pool)
            .await
            .unwrap();
        }
        sqlx::query!(
            "insert into submission_files (submission_id, position, media_id, client_name)
             values ($1, $2, $3, $4)",
            of.0,
            position,
            media_id.0,
            name,
        )
        .execute(&self.pool)
        .await
        .unwrap();
        media_id
    }

    /// Nobody has it in hand any more.
    async fn db_release(&self, id: SubmissionId) {
        sqlx::query!("delete from desk_claims where submission_id = $1", id.0)
            .execute(&self.pool)
            .await
            .unwrap();
    }

    async fn db_submission(&self, id: SubmissionId) -> Submission {
        let mut conn = self.pool.acquire().await.unwrap();
        crate::store::desk::find_submission(&mut conn, id)
            .await
            .unwrap()
            .unwrap()
    }

    /// The history, as kinds.
    async fn db_history(&self, id: SubmissionId) -> Vec<String> {
        let mut conn = self.pool.acquire().await.unwrap();
        let history = crate::store::history::list_history(&mut conn, id).await.unwrap();
        history.into_iter().map(|entry| entry.kind).collect()
    }
}

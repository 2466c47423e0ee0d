//! What the desk's search reads and writes (`desk::search`).

use ground::ids::SubmissionId;
use sqlx::PgConnection;

/// What a contribution that the desk lists is found by.
#[expect(clippy::struct_field_names, reason = "as the column is called")]
pub(crate) struct Texts {
    pub(crate) submission_id: SubmissionId,
    pub(crate) at_risk: bool,
    /// The weightiest first.
    pub(crate) texts: Vec<String>,
}

/// The texts of these contributions. Never the contributor's name or address, and no note that its author keeps for
/// themselves.
pub(crate) async fn list_texts(conn: &mut PgConnection, ids: &[SubmissionId]) -> sqlx::Result<Vec<Texts>> {
    let ids: Vec<_> = ids.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        Texts,
        r#"
        select submission_id as "submission_id: SubmissionId", at_risk, array_remove(
            array[title, place] || tags
            || array(select distinct name from desk_category_words
                     where desk_category_words.category = submissions.category)
            || array(select distinct concat_ws(' ', value ->> 'name', value ->> 'region')
                     from submission_files join media_facts using (media_id)
                     where submission_files.submission_id = submissions.submission_id and kind = 'nearest_place')
            || array[body]
            || array(select body from desk_notes
                     where desk_notes.submission_id = submissions.submission_id and not only_me
                     order by written_at desc)
            || array(select body from talk_messages
                     where talk_messages.submission_id = submissions.submission_id and body <> ''
                     order by message_id desc),
            null
        ) as "texts!"
        from submissions
        where submission_id = any($1) and exists (
            select from desk_items where desk_items.submission_id = submissions.submission_id
        )
        "#,
        &ids,
    )
    .fetch_all(conn)
    .await
}

/// Writes what contributions are found by.
pub(crate) async fn set_documents(
    conn: &mut PgConnection,
    ids: &[SubmissionId],
    documents: &[String],
) -> sqlx::Result<()> {
    let ids: Vec<_> = ids.iter().map(|id| id.0).collect();
    // What is the same already is not written again: each writing is one to an index with all its words.
    sqlx::query!(
        "update desk_items set document = new.document::tsvector
         from unnest($1::uuid[], $2::text[]) as new (id, document)
         where submission_id = new.id and desk_items.document is distinct from new.document::tsvector",
        &ids,
        documents,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Takes the words to write them until the transaction ends. False: somebody else has them.
pub(crate) async fn try_to_learn(conn: &mut PgConnection) -> sqlx::Result<bool> {
    sqlx::query_scalar!(r#"select desk_words_try() as "taken!""#)
        .fetch_one(conn)
        .await
}

/// Waits for them. Only for transactions that hold nothing else.
pub(crate) async fn wait_to_learn(conn: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query!("select pg_advisory_xact_lock(x'776f7264'::integer)")
        .fetch_one(conn)
        .await?;
    Ok(())
}

/// Lets go of words that were of one of these contributions alone and are no longer.
pub(crate) async fn settle_words(conn: &mut PgConnection, ids: &[SubmissionId]) -> sqlx::Result<()> {
    let ids: Vec<_> = ids.iter().map(|id| id.0).collect();
    sqlx::query!(
        "select desk_words_settle(id) from unnest($1::uuid[]) as settled (id)
         where exists (select from desk_words where witness = id)",
        &ids,
    )
    .fetch_all(conn)
    .await?;
    Ok(())
}

/// Those of these words that are not known yet, or not by what they leave of themselves.
pub(crate) async fn list_unknown(
    conn: &mut PgConnection,
    words: &[String],
    at_risk: bool,
) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        r#"select word as "word!" from unnest($1::text[]) as given (word)
           where not exists (select from desk_words
                             where desk_words.word = given.word and at_risk = $2 and traces <> '{}')"#,
        words,
        at_risk,
    )
    .fetch_all(conn)
    .await
}

/// A word, one of the contributions that have it, and the numbers of what is left of it.
pub(crate) struct NewWord {
    pub(crate) word: String,
    pub(crate) witness: SubmissionId,
    pub(crate) traces: Vec<i32>,
}

/// Keeps words. Only for who took them ([`try_to_learn`], [`wait_to_learn`]).
pub(crate) async fn insert_words(
    conn: &mut PgConnection,
    words: &[NewWord],
    at_risk: bool,
) -> sqlx::Result<()> {
    let spelt: Vec<String> = words.iter().map(|new| new.word.clone()).collect();
    let witnesses: Vec<_> = words.iter().map(|new| new.witness.0).collect();
    // An array of arrays of different lengths is no value of PostgreSQL's.
    let traces: Vec<String> = words
        .iter()
        .map(|new| {
            let numbers: Vec<String> = new.traces.iter().map(ToString::to_string).collect();
            format!("{{{}}}", numbers.join(","))
        })
        .collect();
    sqlx::query!(
        "insert into desk_words (word, at_risk, witness, traces)
         select word, $4, witness, traces::integer[]
         from unnest($1::text[], $2::uuid[], $3::text[]) as new (word, witness, traces)
         on conflict (word, at_risk) do update set traces = excluded.traces",
        &spelt,
        &witnesses,
        &traces,
        at_risk,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Whether some contribution that this editor may see has one of these words.
pub(crate) async fn is_known(
    conn: &mut PgConnection,
    words: &[String],
    sees_at_risk: bool,
) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (
               select from desk_words where word = any($1) and (not at_risk or $2)
           ) as "known!""#,
        words,
        sees_at_risk,
    )
    .fetch_one(conn)
    .await
}

/// Words of contributions that this editor may see that begin so, itself first, in order; at most `limit`.
pub(crate) async fn list_beginning(
    conn: &mut PgConnection,
    beginning: &str,
    sees_at_risk: bool,
    limit: i64,
) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        r#"select distinct word as "word!" from desk_words
           where word >= $1 and word < $1 || U&'\+10FFFF' and (not at_risk or $2) order by word limit $3"#,
        beginning,
        sees_at_risk,
        limit,
    )
    .fetch_all(conn)
    .await
}

/// Words that share one of these traces: some hundred at most, in all languages that we know of. Trace by trace: asked for all at
/// once, the database guesses that most words share one, and reads every word.
pub(crate) async fn list_by_traces(
    conn: &mut PgConnection,
    traces: &[i32],
    sees_at_risk: bool,
) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        r#"select distinct word as "word!"
           from unnest($1::integer[]) as typed (trace) cross join lateral (
               select word from desk_words where traces @> array[trace] and (not at_risk or $2) offset 0
           ) as sharing
           limit 2000"#,
        traces,
        sees_at_risk,
    )
    .fetch_all(conn)
    .await
}

/// Contributions that follow this one in the order of their ids; nobody else may change them until the transaction ends.
pub(crate) async fn list_from_for_update(
    conn: &mut PgConnection,
    after: Option<SubmissionId>,
    limit: i64,
) -> sqlx::Result<Vec<SubmissionId>> {
    sqlx::query_scalar!(
        r#"select submission_id as "id: SubmissionId" from submissions
           where submission_id > coalesce($1, '00000000-0000-0000-0000-000000000000'::uuid)
           order by submission_id limit $2 for update"#,
        after.map(|after| after.0),
        limit,
    )
    .fetch_all(conn)
    .await
}

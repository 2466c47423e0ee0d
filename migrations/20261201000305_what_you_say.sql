-- Owner: comments
-- What You Say, who is told of answers, notices that are answered, and what is forgotten.

-- Of each language, the articles under which something was said last, and what was said there last.
create index threads_talked on threads (language, last_shown_at desc, thread_id desc)
    where last_shown_at is not null and ended_at is null and not muted;
create index comments_said on comments (thread_id, shown_at desc, comment_id desc) where state = 'shown';

-- When whom it answers was told of it.
alter table comments add column told_at timestamptz;
-- Addresses that guests left: by their age, to be forgotten; by what they are, to be written to no more.
create index comments_addresses on comments (written_at) where email is not null;
create index comments_address on comments (lower(email)) where email is not null;
-- All that somebody liked, when they are forgotten.
create index comment_likes_voter on comment_likes (voter);

-- A notice that a comment is against the law was answered; its address went with the answer.
alter table comment_reports
    add column answered_at timestamptz,
    add column answered_by uuid references accounts;
create index comment_reports_answered_by on comment_reports (answered_by) where answered_by is not null;
create index comment_reports_addresses on comment_reports (reported_at, report_id) where email is not null;

-- Answers to such notices that are on their way; a row goes when its mail is sent.
create table comment_notice_letters (
    report_id uuid primary key,
    email text not null,
    language text not null,
    -- comments::notices::Outcome
    outcome text not null,
    -- The newsroom's own words; empty: its author took the comment back before anybody decided.
    words text not null,
    created_at timestamptz not null,
    constraint comment_notice_letters_language check (language in ('en', 'ckb', 'kmr', 'ar', 'tr'))
);

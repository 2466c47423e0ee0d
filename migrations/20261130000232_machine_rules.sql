-- Owner: review
-- Whether something was called spam before is asked of each contribution as it comes in.
create index submissions_spam_text on submissions (md5(title || E'\n' || body)) where state = 'spam' and machine_rule is null;
-- By what the bytes were when they came: a file is compared before anybody has read it.
create index uploads_blake3 on uploads (blake3) where claimed_at is not null;

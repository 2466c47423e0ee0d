-- Owner: accounts
-- Who gets a new phone sets up its app while the old one still counts: staff is never without a second factor.
alter table authenticator_apps
    alter column secret_sealed drop not null,
    -- Of an app that is being set up, encrypted likewise. It takes the place of secret_sealed once its first code was right.
    add column next_sealed bytea;
update authenticator_apps set next_sealed = secret_sealed, secret_sealed = null where confirmed_at is null;
alter table authenticator_apps
    add constraint authenticator_apps_confirmed_have_a_secret check ((secret_sealed is null) = (confirmed_at is null));

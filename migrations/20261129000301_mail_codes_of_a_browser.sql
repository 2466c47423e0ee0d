-- Owner: accounts
-- A typed code is looked up by the browser that asked for it.
create index mail_codes_browser on mail_codes (browser_hash);

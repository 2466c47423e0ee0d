# Be Part. `make run` and `make test` do all the set-up on a fresh Debian-like machine.
.DEFAULT_GOAL := help
.PHONY: help run demo test test-rust test-whole test-lane-files test-uploads test-photos test-films test-accounts test-load test-public test-browser test-external test-fuzz check sqlx sqlx-check bench bench-uploads bench-photos bench-video bench-repeats bench-accounts bench-desk bench-pages bench-weight clean setup setup-test

# The queries are checked against .sqlx; `make sqlx` talks to a database.
export SQLX_OFFLINE ?= true
BEPART := target/debug/bepart
WEB_SOURCES := $(shell find web/ts web/css web/static -type f 2>/dev/null) package.json package-lock.json

help: ## what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

setup:
	@scripts/setup

setup-test:
	@scripts/setup test

node_modules/.package-lock.json: package.json package-lock.json
	PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund
	@touch $@

web/dist/manifest.json: $(WEB_SOURCES) node_modules/.package-lock.json
	npm run --silent build
	@touch $@

tests/uploads/node_modules/.package-lock.json: tests/uploads/package.json tests/uploads/package-lock.json
	npm ci --prefix tests/uploads --no-audit --no-fund
	@touch $@

tests/photos/node_modules/.package-lock.json: tests/photos/package.json tests/photos/package-lock.json
	npm ci --prefix tests/photos --no-audit --no-fund
	@touch $@

tests/bench/node_modules/.package-lock.json: tests/bench/package.json tests/bench/package-lock.json
	npm ci --prefix tests/bench --no-audit --no-fund
	@touch $@

tests/accounts/node_modules/.package-lock.json: tests/accounts/package.json tests/accounts/package-lock.json
	npm ci --prefix tests/accounts --no-audit --no-fund
	@touch $@

run: setup web/dist/manifest.json ## builds and serves everything on http://127.0.0.1:8080
	cargo build --locked --bin bepart
	exec $(BEPART) serve

demo: setup web/dist/manifest.json ## the same with sample stories and contributions in all languages
	cargo build --locked --bin bepart
	exec $(BEPART) demo

test: setup-test web/dist/manifest.json ## all tests: Rust, web, browser
	npm run --silent check
	npm run --silent test:web
	cargo fmt --check
	cargo build --locked --workspace --all-targets
	scripts/with-test-db $(MAKE) --no-print-directory test-rust test-whole

# Whole-system stories. Those that measure time or load have the machine to themselves; the others run in two lanes.
test-whole:
	$(MAKE) --no-print-directory test-accounts test-load test-public
	$(MAKE) --no-print-directory -j2 --output-sync=target test-lane-files test-browser

test-lane-files:
	$(MAKE) --no-print-directory test-uploads test-photos test-films

# These want a DATABASE_URL whose user may create databases.
test-rust:
	cargo test --locked --workspace --all-targets --no-fail-fast

# Published tus clients and the reference server, on the program's own port. BEPART_CHAOS_ROUNDS=200 is the long run.
test-uploads: tests/uploads/node_modules/.package-lock.json
	npm test --silent --prefix tests/uploads

# Photos and hostile files of the corpus (BEPART_CORPUS) through the program; sharp looks at what came of them.
test-photos: tests/photos/node_modules/.package-lock.json
	npm test --silent --prefix tests/photos

# Films and sound of the corpus, and some made on the spot, through the program; ffprobe and a browser look at them.
test-films:
	npm test --silent --prefix tests/films

# People with accounts: providers of npm, Chromium's virtual authenticator, mails, guards. BEPART_SHOTS keeps pictures of pages.
test-accounts: tests/accounts/node_modules/.package-lock.json
	npm test --silent --prefix tests/accounts

# Very many guests at once, and what is counted afterwards.
test-load:
	npm test --silent --prefix tests/load

# What the public sees: on two instances at once, and what it weighs.
test-public:
	npm test --silent --prefix tests/public

test-browser:
	npm run --silent test:browser

test-external: setup-test web/dist/manifest.json ## the same tests against Garage (built on first use) and an external PostgreSQL
	cargo build --locked --workspace --all-targets
	scripts/with-garage scripts/with-test-db $(MAKE) --no-print-directory test-rust test-whole

# FUZZ_SECONDS for each target, FUZZ_JOBS at once; what makes one fail stays in tests/fuzz/regressions.
test-fuzz: setup web/dist/manifest.json ## every parser of ours by libFuzzer, a minute each
	scripts/fuzz

check: web/dist/manifest.json ## the fast subset while working: format, lints, types, unit tests
	cargo fmt --check
	npm run --silent check
	cargo clippy --locked --workspace --all-targets -- -D warnings
	cargo test --locked --workspace --lib

sqlx: ## brings .sqlx up to date with the queries
	scripts/with-test-db scripts/sqlx-check --write

sqlx-check: ## fails when .sqlx is not what the queries need
	scripts/with-test-db scripts/sqlx-check

bench: setup-test web/dist/manifest.json ## benchmarks
	cargo build --locked --release --bin bepart
	node tests/bench/pages.mjs

bench-uploads: setup-test web/dist/manifest.json tests/uploads/node_modules/.package-lock.json ## uploads beside @tus/server (rustus, when it is in target/tools/bin); under scripts/with-garage on S3, too
	cargo build --locked --release --bin bepart
	node tests/bench/uploads.mjs

bench-photos: setup-test web/dist/manifest.json tests/photos/node_modules/.package-lock.json ## photos beside sharp, vipsthumbnail and the image crate
	cargo build --locked --release --bin bepart
	node tests/bench/photos.mjs

bench-video: setup-test web/dist/manifest.json ## films beside the ways of Immich and PeerTube, in one run
	cargo build --locked --release --bin bepart
	node tests/bench/video.mjs

bench-repeats: setup-test tests/photos/node_modules/.package-lock.json ## near repeats: what is found again, what wrongly, and how fast among a million
	cargo build --locked --release --package media --example repeats
	TMPDIR=$${TMPDIR:-/var/tmp} scripts/with-test-db node tests/bench/repeats.mjs

bench-accounts: setup-test web/dist/manifest.json tests/accounts/node_modules/.package-lock.json ## pages while 20 people a second sign in
	cargo build --locked --release --bin bepart
	node tests/bench/accounts.mjs

bench-desk: setup-test web/dist/manifest.json ## the desk at a million contributions beside ten thousand, and news for 200 editors
	cargo build --locked --release --bin bepart
	TMPDIR=$${TMPDIR:-/var/tmp} scripts/with-test-db node tests/bench/desk.mjs

bench-pages: setup-test web/dist/manifest.json ## public pages at a million comments beside ten thousand, under wrk, and beside Isso
	cargo build --locked --release --bin bepart
	TMPDIR=$${TMPDIR:-/var/tmp} scripts/with-test-db node tests/bench/public.mjs

bench-weight: setup-test web/dist/manifest.json tests/bench/node_modules/.package-lock.json ## Lighthouse on public pages, and what a story weighs
	cargo build --locked --release --bin bepart
	node tests/bench/lighthouse.mjs

clean: ## forgets what was built; never touches data
	rm -rf target web/dist node_modules

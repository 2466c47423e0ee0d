// A newsroom with two stories that people can talk under, and guests who do.
import { randomUUID } from "node:crypto";

import { ask } from "../accounts/ask.mjs";
import { House } from "../uploads/house.mjs";

const WIDE = Object.fromEntries(["POSTS_EACH", "POSTS_ALL", "POSTS_SOFT"].map((name) => [`BEPART__COMMENTS__${name}`, "100000000"]));

/** Stories as they are once published, around the front door: what is tried here begins after that. */
const STORIES = `
  insert into accounts (account_id, email, display_name, role, created_at)
  values (md5('bo')::uuid, 'bo@news.example', 'Bo', 'chief', now());
  insert into contributors (person_id, created_at) values (md5('somebody')::uuid, now());
  insert into submissions (submission_id, state, title, body, language, consent, consent_at, terms_version, receipt_hash, form_key_hash, sent_at, person_id)
  select md5('s' || n)::uuid, 'published', 'Story ' || n, 'Text.', 'en', 'anonymous', now(), '1', decode(md5('r' || n), 'hex'), '', now(), md5('somebody')::uuid
  from generate_series(1, 2) as n;
  insert into stories (story_id, submission_id, title, body, language, slug, created_at, created_by, published_at, published_by)
  select md5('t' || n)::uuid, md5('s' || n)::uuid, 'Story ' || n, repeat('What happened here. ', 60), 'en', 'story-' || n,
         now() - interval '1 hour', md5('bo')::uuid, now() - interval '1 hour', md5('bo')::uuid
  from generate_series(1, 2) as n;
  insert into threads (thread_id, story_id, title, language, path, begun_at)
  select md5('thread' || n)::uuid, md5('t' || n)::uuid, 'Story ' || n, 'en', '/stories/story-' || n, now() - interval '1 hour'
  from generate_series(1, 2) as n;
  insert into comment_words (word, label, deed, added_at)
  values ('heldword', 'heldword', 'hold', now()), ('spamword', 'spamword', 'spam', now());
  update comment_rules set holds_first = 0;`;

export const PAGES = ["/", "/stories/story-1", "/stories/story-2"];

export class Square extends House {
  constructor() {
    super({ env: { ...WIDE, BEPART__SITE__DEFAULT_LANGUAGE: "en" } });
  }

  async open() {
    await this.up();
    // Two statements that look at each other's rows are two transactions.
    for (const statement of STORIES.split(/;\s*\n/)) this.db(statement);
    this.threads = [1, 2].map((n) => this.db(`select md5('thread${n}')::uuid`));
    return this;
  }

  /** Somebody with a device of their own, who has not said anything yet. */
  guest(number) {
    return new Guest(this, number);
  }
}

class Guest {
  constructor(square, number) {
    Object.assign(this, { square, name: `Guest ${number}`, cookie: "" });
  }

  /** Says something; by an id of its own, or by one that was sent before. */
  async say(thread, body, id = randomUUID(), parent = "") {
    const fields = { thread_id: this.square.threads[thread], comment_id: id, parent_id: parent, name: this.name, body };
    const answer = await ask(`${this.square.origin}/comments`, { fields, cookie: this.cookie });
    const secret = (answer.headers["set-cookie"] ?? []).find((line) => line.startsWith("commenter="));
    if (secret && !this.cookie) this.cookie = secret.split(";", 1)[0];
    return { id, status: answer.status };
  }
}

/** Reads pages one after the other until told to stop: what the server says each took, in milliseconds. */
export function reading(origin, pages, pause) {
  const took = [];
  let stopped = false;
  const all = (async () => {
    for (let count = 0; !stopped; count++) {
      const answer = await ask(origin + pages[count % pages.length]);
      if (answer.status !== 200) throw new Error(`${pages[count % pages.length]}: ${answer.status}`);
      took.push(answer.server);
      await new Promise((done) => setTimeout(done, pause));
    }
  })();
  return async () => {
    stopped = true;
    await all;
    return took;
  };
}

// Services that people sign in with, as published packages make them: npm oidc-provider speaks OpenID Connect as
// Google does, oauth2-mock-server plain OAuth2 as Facebook does. Both listen on loopback only.
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";

import { Events, OAuth2Server } from "oauth2-mock-server";

/** Listens on a free port of loopback. */
function listen(server) {
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server.address().port)));
}

const page = (words, body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${words}</title>${body}</html>`;

/** Configuration of a service by the environment. */
function environment(key, values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`BEPART__CONNECT__${key}__${name}`, value]));
}

const secret = () => `s-${randomBytes(24).toString("base64url")}`;

/** An OpenID Connect provider with a page on which its people say who they are, or that they would rather not. */
export class Google {
  id = "bepart-google";
  secret = secret();
  /** Who comes next. */
  person = { sub: "g-0", name: "Ada", email: "ada@mail.example", email_verified: true };
  people = new Map();
  /** What it gave out that opens something. */
  tokens = new Set();

  static async open() {
    const google = new Google();
    google.server = createServer((request, response) => google.#answer(request, response));
    google.port = await listen(google.server);
    google.origin = `http://127.0.0.1:${google.port}`;
    return google;
  }

  /** What the program is told of it. */
  env(key) {
    const { id: CLIENT_ID, secret: CLIENT_SECRET, origin: ISSUER } = this;
    return environment(key, { KIND: "google", ISSUER, CLIENT_ID, CLIENT_SECRET });
  }

  /** Begins its work for a program that people come back to at `back`. */
  async serve(back) {
    this.back = back;
    // It warns that it wants a newer Node; what is used of it runs on the one that the other tests want.
    const { warn } = console;
    console.warn = () => {};
    const { Provider } = await import("oidc-provider");
    this.provider = new Provider(this.origin, {
      clients: [
        {
          client_id: this.id,
          client_secret: this.secret,
          redirect_uris: [back],
          grant_types: ["authorization_code"],
          response_types: ["code"],
        },
      ],
      pkce: { required: () => true },
      claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
      // As Google does: what was asked for stands in the ID token.
      conformIdTokenClaims: false,
      ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
      cookies: { keys: [randomBytes(16).toString("hex")] },
      features: { devInteractions: { enabled: false } },
      // Everybody is asked who they are each time: a test's people take turns at one browser.
      interactions: { url: (_, interaction) => `/interaction/${interaction.uid}`, policy: await asksAlways() },
      findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...this.people.get(sub) }) }),
      loadExistingGrant: async ({ oidc }) => {
        const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
        grant.addOIDCScope("openid email profile");
        await grant.save();
        return grant;
      },
    });
    this.provider.on("access_token.saved", (token) => this.tokens.add(token.jti));
    this.provider.on("authorization_code.saved", (code) => this.tokens.add(code.jti));
    this.handle = this.provider.callback();
    console.warn = warn;
  }

  async #answer(request, response) {
    const { pathname } = new URL(request.url, this.origin);
    if (this.broken?.test(pathname)) return void response.writeHead(500).end("out of order");
    if (pathname === "/held") return void response.end("held");
    if (this.holds) this.#hold(response);
    const uid = /^\/interaction\/([^/]+)$/.exec(pathname)?.[1];
    if (!uid) return this.handle(request, response);
    if (request.method === "GET") {
      response.setHeader("content-type", "text/html; charset=utf-8");
      const button = (value, words) => `<button name="answer" value="${value}">${words}</button>`;
      const buttons = button("yes", "Continue") + button("no", "Cancel");
      return void response.end(page("Sign in", `<h1>Sign in to go on</h1><form method="post">${buttons}</form>`));
    }
    let body = "";
    for await (const piece of request) body += piece;
    if (new URLSearchParams(body).get("answer") !== "yes") {
      const result = { error: "access_denied", error_description: "they would rather not" };
      return this.provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    }
    this.people.set(this.person.sub, { ...this.person });
    const result = { login: { accountId: this.person.sub } };
    return this.provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }

  /** Keeps the way back for itself, as somebody does who wants to give it to another person. */
  #hold(response) {
    const set = response.setHeader.bind(response);
    response.setHeader = (name, value) => {
      if (name.toLowerCase() !== "location" || !String(value).startsWith(this.back)) return set(name, value);
      this.held = value;
      return set(name, `${this.origin}/held`);
    };
  }

  async close() {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** Back where it was, after a while in which nobody reached it. */
  async wake() {
    this.server = createServer((request, response) => this.#answer(request, response));
    await new Promise((done) => this.server.listen(this.port, "127.0.0.1", done));
  }
}

/** oidc-provider's own policy, but that a login is asked for whenever this way has had none yet. */
async function asksAlways() {
  const { interactionPolicy } = await import("oidc-provider");
  const policy = interactionPolicy.base();
  const { Check } = interactionPolicy;
  policy.get("login").checks.add(
    new Check("always", "everybody says who they are", ({ oidc }) =>
      oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
    ),
  );
  return policy;
}

/** A plain OAuth2 server that sends people back at once, and says who they are at its user endpoint. */
export class Facebook {
  id = "bepart-facebook";
  secret = secret();
  person = { id: "f-0", name: "Dilan", email: "dilan@mail.example" };
  tokens = new Set();
  /** An error that people are sent back with; the endpoint that fails. */
  refusal = undefined;
  failing = undefined;

  static async open() {
    const facebook = new Facebook();
    facebook.mock = new OAuth2Server();
    await facebook.mock.issuer.keys.generate("RS256");
    await facebook.mock.start(0, "127.0.0.1");
    facebook.origin = `http://127.0.0.1:${facebook.mock.address().port}`;
    const { service } = facebook.mock;
    service.on(Events.BeforeUserinfo, (answer) => {
      answer.body = { ...facebook.person };
      if (facebook.failing === "userinfo") [answer.statusCode, answer.body] = [500, { error: "out of order" }];
    });
    service.on(Events.BeforeResponse, (answer) => {
      if (facebook.failing === "token") [answer.statusCode, answer.body] = [400, { error: "invalid_grant" }];
      else facebook.tokens.add(answer.body.access_token);
    });
    service.on(Events.BeforeAuthorizeRedirect, ({ url }) => {
      if (url.searchParams.has("code")) facebook.tokens.add(url.searchParams.get("code"));
      if (!facebook.refusal) return;
      url.searchParams.delete("code");
      url.searchParams.set("error", facebook.refusal);
    });
    return facebook;
  }

  env(key) {
    const { id: CLIENT_ID, secret: CLIENT_SECRET, origin } = this;
    const at = { AUTHORIZE_URL: `${origin}/authorize`, TOKEN_URL: `${origin}/token`, USER_URL: `${origin}/userinfo` };
    return environment(key, { KIND: "facebook", CLIENT_ID, CLIENT_SECRET, ...at });
  }

  close() {
    return this.mock.stop();
  }
}

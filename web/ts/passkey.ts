import { words } from "./words";

/** What the server asks of an authenticator. Bytes are base64url. */
interface Question {
  ceremony: string;
  make?: { publicKey: Making };
  show?: { publicKey: Showing };
}

interface Known {
  type: "public-key";
  id: string;
}

type Making = Omit<PublicKeyCredentialCreationOptions, "challenge" | "user" | "excludeCredentials"> & {
  challenge: string;
  user: { id: string; name: string; displayName: string };
  excludeCredentials?: Known[];
};

type Showing = Omit<PublicKeyCredentialRequestOptions, "challenge" | "allowCredentials"> & {
  challenge: string;
  allowCredentials?: Known[];
};

/** A form whose button asks an authenticator, and that is sent with its answer. */
export function passkey(root: HTMLElement): void {
  const start = root.dataset["start"];
  const said = root.querySelector<HTMLElement>("[data-said]");
  const button = root.querySelector("button");
  if (!(root instanceof HTMLFormElement) || !start || !said || !button) return;
  // Browsers have it only where they trust the page's origin (https or this machine).
  if (!("PublicKeyCredential" in window) || !navigator.credentials) return;

  root.hidden = false;
  root.addEventListener("submit", (event) => {
    event.preventDefault();
    if (button.disabled) return;
    button.disabled = true;
    say(said, words(root, "wordsWaiting"));
    run(root, start)
      .then((sent) => sent || say(said, ""))
      .catch((error: unknown) => say(said, words(root, why(error))))
      .finally(() => (button.disabled = false));
  });
}

function say(said: HTMLElement, text: string): void {
  said.textContent = text;
  said.hidden = text === "";
}

function why(error: unknown): string {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "AbortError") return "wordsCancelled";
  return name === "InvalidStateError" ? "wordsKnown" : "wordsFailed";
}

/** Whether the form is on its way. */
async function run(form: HTMLFormElement, start: string): Promise<boolean> {
  const response = await fetch(start, { method: "POST", headers: { accept: "application/json" } });
  if (response.redirected) {
    // Something else is wanted first, e.g. to show again who one is.
    location.assign(response.url);
    return true;
  }
  if (!response.ok) throw new Error(`${start}: ${response.status}`);
  const question = (await response.json()) as Question;
  const answer = question.make ? await make(question.make.publicKey) : await show(question.show?.publicKey);
  field(form, "ceremony").value = question.ceremony;
  field(form, "credential").value = JSON.stringify(answer);
  form.submit();
  return true;
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  const found = form.elements.namedItem(name);
  if (!(found instanceof HTMLInputElement)) throw new Error(`the form has no ${name}`);
  return found;
}

async function make(options: Making): Promise<object> {
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: (options.excludeCredentials ?? []).map(known),
    },
  });
  const { credential, response } = parts(made, AuthenticatorAttestationResponse);
  return {
    ...credential,
    response: {
      attestationObject: text(response.attestationObject),
      clientDataJSON: text(response.clientDataJSON),
    },
  };
}

async function show(options: Showing | undefined): Promise<object> {
  if (!options) throw new Error("nothing is asked");
  const shown = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      allowCredentials: (options.allowCredentials ?? []).map(known),
    },
  });
  const { credential, response } = parts(shown, AuthenticatorAssertionResponse);
  return {
    ...credential,
    response: {
      authenticatorData: text(response.authenticatorData),
      clientDataJSON: text(response.clientDataJSON),
      signature: text(response.signature),
      userHandle: response.userHandle ? text(response.userHandle) : null,
    },
  };
}

/** What both kinds of answer have in common. What extensions say is not asked for by name, so it stays here. */
function parts<Kind extends AuthenticatorResponse>(
  answer: Credential | null,
  kind: new () => Kind,
): { credential: { id: string; rawId: string; type: string }; response: Kind } {
  if (!(answer instanceof PublicKeyCredential) || !(answer.response instanceof kind)) {
    throw new Error("another kind of answer");
  }
  const { id, rawId, type, response } = answer;
  return { credential: { id, rawId: text(rawId), type }, response };
}

function known(key: Known): PublicKeyCredentialDescriptor {
  return { type: key.type, id: bytes(key.id) };
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const plain = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

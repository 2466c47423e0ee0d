// Script only adds. Each component checks what it needs and otherwise leaves the HTML as it is.

import { characterCount } from "./character-count";
import { confirmation } from "./confirm";
import { copyCode } from "./copy-code";
import { errorSummary } from "./error-summary";
import { exit } from "./exit";
import { film } from "./film-part";
import { keepAlive } from "./keep-alive";
import { ofTheDesk } from "./newsroom-part";
import { pushHere } from "./push-here";
import { passkey } from "./passkey";
import { filmstrip, player } from "./player-part";
import { print } from "./print";
import { submitOnce } from "./submit-once";
import { unfinished } from "./unfinished";
import { forgetSent, uploadField } from "./upload-field";
import { thread } from "./comments/thread";
import { work } from "./work";

const components: Record<string, (root: HTMLElement) => void> = {
  bulk: ofTheDesk,
  "character-count": characterCount,
  claim: ofTheDesk,
  confirm: confirmation,
  "copy-code": copyCode,
  "decline-preview": ofTheDesk,
  "error-summary": errorSummary,
  exit,
  film,
  filmstrip,
  "keep-alive": keepAlive,
  "key-choice": ofTheDesk,
  keys: ofTheDesk,
  live: ofTheDesk,
  "more-sheet": ofTheDesk,
  "push-here": pushHere,
  passkey,
  player,
  print,
  "saved-reply": ofTheDesk,
  "submit-once": (root) => submitOnce(root, start),
  thread: (root) => thread(root, startWithin),
  "undo-bar": ofTheDesk,
  unfinished: (root) => unfinished(root, startWithin),
  "upload-field": uploadField,
  work,
};

function start(): void {
  startWithin(document);
  forgetSent();
}

/** Starts the components below a node, and the one that it is. */
function startWithin(node: ParentNode): void {
  const below = [...node.querySelectorAll<HTMLElement>("[data-module]")];
  const own = node instanceof HTMLElement && node.dataset["module"] !== undefined ? [node] : [];
  for (const root of [...own, ...below]) {
    try {
      components[root.dataset["module"] ?? ""]?.(root);
    } catch (error) {
      // The page works without; the person need not know.
      console.warn(error);
    }
  }
}

start();

// Script only adds. Each component checks what it needs and otherwise leaves the HTML as it is.

import { characterCount } from "./character-count";
import { confirmation } from "./confirm";
import { copyCode } from "./copy-code";
import { errorSummary } from "./error-summary";
import { exit } from "./exit";
import { keepAlive } from "./keep-alive";
import { liveCount } from "./live-count";
import { moments } from "./moments";
import { pushHere } from "./push-here";
import { passkey } from "./passkey";
import { print } from "./print";
import { submitOnce } from "./submit-once";
import { unfinished } from "./unfinished";
import { forgetSent, uploadField } from "./upload-field";
import { work } from "./work";

const components: Record<string, (root: HTMLElement) => void> = {
  "character-count": characterCount,
  confirm: confirmation,
  "copy-code": copyCode,
  "error-summary": errorSummary,
  exit,
  "keep-alive": keepAlive,
  "live-count": liveCount,
  moments,
  "push-here": pushHere,
  passkey,
  print,
  "submit-once": (root) => submitOnce(root, start),
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

// Script only adds. Each component checks what it needs and otherwise leaves the HTML as it is.

import { characterCount } from "./character-count";
import { confirmation } from "./confirm";
import { copyCode } from "./copy-code";
import { errorSummary } from "./error-summary";
import { exit } from "./exit";
import { liveCount } from "./live-count";
import { submitOnce } from "./submit-once";
import { forgetSent, uploadField } from "./upload-field";

const components: Record<string, (root: HTMLElement) => void> = {
  "character-count": characterCount,
  confirm: confirmation,
  "copy-code": copyCode,
  "error-summary": errorSummary,
  exit,
  "live-count": liveCount,
  "submit-once": (root) => submitOnce(root, start),
  "upload-field": uploadField,
};

function start(): void {
  for (const root of document.querySelectorAll<HTMLElement>("[data-module]")) {
    try {
      components[root.dataset["module"] ?? ""]?.(root);
    } catch (error) {
      // The page works without; the person need not know.
      console.warn(error);
    }
  }
  forgetSent();
}

start();

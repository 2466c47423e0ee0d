// What only the desk needs, fetched by its pages alone: a reader's first page stays light.

import { bulk } from "./bulk";
import { claim } from "./claim";
import { declinePreview } from "./decline-preview";
import { keyChoice } from "./key-choice";
import { keys } from "./keys";
import { live } from "./live";
import { savedReply } from "./saved-reply";
import { moreSheet } from "./tabs";
import { undoBar } from "./undo-bar";

export const components: Record<string, (root: HTMLElement) => void> = {
  bulk,
  claim,
  "decline-preview": declinePreview,
  "key-choice": keyChoice,
  keys,
  live,
  "more-sheet": moreSheet,
  "saved-reply": savedReply,
  "undo-bar": undoBar,
};

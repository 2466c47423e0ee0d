// Keys of the desk: by their place on the keyboard, whatever it writes. Codes and letters are those that Chromium reports
// for the layouts of XKB (`us`, `ara`, `iq(ku_ara)`, `tr`, `de`).
import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "esbuild";

const { outputFiles } = await build({
  entryPoints: [new URL("../../web/ts/keys.ts", import.meta.url).pathname],
  bundle: true,
  write: false,
  format: "esm",
});
const { actionOf, printedOn } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`
);

const MAP = {
  KeyJ: "next",
  KeyK: "previous",
  KeyO: "open",
  KeyX: "select",
  KeyF: "accept",
  KeyD: "decline",
  KeyS: "spam",
  KeyT: "take",
  KeyR: "reopen",
  KeyZ: "undo",
  KeyN: "note",
  KeyA: "ask",
  Slash: "search",
  KeyG: "grid",
  "Shift+Slash": "help",
};

const press = (code, key, more = {}) => ({
  code,
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  repeat: false,
  ...more,
});

// What the keys write: in English, Arabic, Sorani.
const LAYOUTS = {
  KeyJ: ["j", "ت", "ژ"],
  KeyK: ["k", "ن", "ک"],
  KeyO: ["o", "خ", "ۆ"],
  KeyX: ["x", "ء", "خ"],
  KeyF: ["f", "ب", "ف"],
  KeyD: ["d", "ي", "د"],
  KeyS: ["s", "س", "س"],
  KeyT: ["t", "ف", "ت"],
  KeyR: ["r", "ق", "ر"],
  KeyZ: ["z", "ئ", "ز"],
  KeyN: ["n", "ى", "ن"],
  KeyA: ["a", "ش", "ا"],
  KeyG: ["g", "ل", "گ"],
  Slash: ["/", "ظ", "/"],
};

test("a key does the same on every layout", () => {
  for (const [code, letters] of Object.entries(LAYOUTS)) {
    for (const letter of letters) assert.equal(actionOf(press(code, letter), MAP), MAP[code], `${code} ${letter}`);
  }
});

test("the letter of another key does nothing: Arabic's ف stands where English has T", () => {
  assert.equal(actionOf(press("KeyT", "ف"), MAP), "take");
  assert.equal(actionOf(press("KeyE", "f"), MAP), undefined);
});

test("digits are queues in whatever script, on both rows, and not where they write no digit", () => {
  for (const [code, key] of [["Digit3", "3"], ["Digit3", "٣"], ["Digit3", "۳"], ["Numpad3", "3"]]) {
    assert.equal(actionOf(press(code, key), MAP), "queue-3", `${code} ${key}`);
  }
  assert.equal(actionOf(press("Numpad3", "PageDown"), MAP), undefined);
  assert.equal(actionOf(press("Digit0", "0"), MAP), undefined);
  assert.equal(actionOf(press("Digit3", "#", { shiftKey: true }), MAP), undefined);
});

test("nothing with modifiers, AltGr or while a letter is composed", () => {
  for (const held of ["ctrlKey", "altKey", "metaKey", "shiftKey"]) {
    assert.equal(actionOf(press("KeyF", "f", { [held]: true }), MAP), undefined, held);
  }
  const altGr = { getModifierState: (name) => name === "AltGraph" };
  assert.equal(actionOf(press("KeyF", "f", altGr), MAP), undefined);
  assert.equal(actionOf(press("KeyF", "f", { isComposing: true }), MAP), undefined);
  assert.equal(actionOf(press("KeyF", "Process"), MAP), undefined);
});

test("a key that is held down steps, and decides nothing", () => {
  assert.equal(actionOf(press("KeyJ", "j", { repeat: true }), MAP), "next");
  assert.equal(actionOf(press("KeyF", "f", { repeat: true }), MAP), undefined);
  assert.equal(actionOf(press("Digit1", "1", { repeat: true }), MAP), undefined);
});

test("help is its key, and whatever writes a question mark", () => {
  assert.equal(actionOf(press("Slash", "?", { shiftKey: true }), MAP), "help");
  assert.equal(actionOf(press("Slash", "؟", { shiftKey: true }), MAP), "help");
  assert.equal(actionOf(press("Minus", "?", { shiftKey: true }), MAP), "help", "German and Turkish");
});

test("Enter opens; changed keys are heard, and none of them when keys are off", () => {
  assert.equal(actionOf(press("Enter", "Enter"), MAP), "open");
  const own = { KeyY: "accept", "Shift+KeyY": "spam" };
  assert.equal(actionOf(press("KeyY", "ي"), own), "accept");
  assert.equal(actionOf(press("KeyY", "Y", { shiftKey: true }), own), "spam");
  assert.equal(actionOf(press("KeyF", "f"), own), undefined);
  for (const code of ["KeyF", "Digit1", "Enter", "Slash"]) assert.equal(actionOf(press(code, "1"), {}), undefined, code);
});

test("the sheet calls keys as they are printed", () => {
  const arabic = new Map([["KeyF", "ب"], ["Slash", "ظ"]]);
  assert.equal(printedOn("KeyF", arabic, "F"), "ب");
  assert.equal(printedOn("Shift+Slash", arabic, "Shift + /"), "Shift + ظ");
  assert.equal(printedOn("KeyF", new Map([["KeyF", "f"]]), "F"), "F");
  assert.equal(printedOn("KeyG", arabic, "G"), "G");
  assert.equal(printedOn("KeyF", undefined, "F"), "F");
});

// Files on their way: nothing that happens to the line, the page or the browser loses what was sent, and nothing
// stays on the device that the reader did not want there.
import { AxeBuilder } from "@axe-core/playwright";
import { createHash, randomBytes } from "node:crypto";
import { closeSync, createReadStream, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test, threePhotos } from "./house.mjs";
import { photoIn, tiff } from "./photos.mjs";
import { fetchObject, onS3 } from "./s3.mjs";

const SHOTS = process.env.BEPART_SHOTS;
const BIG = process.env.BEPART_BIG === "1";
const MB = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), "bepart-films-"));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A film that nobody can watch, of so many bytes. */
function film(name, size = BIG ? 200 * MB : 20 * MB) {
  const path = join(folder, name);
  const file = openSync(path, "w");
  for (let at = 0; at < size; at += MB) writeSync(file, randomBytes(Math.min(MB, size - at)));
  closeSync(file);
  return path;
}

/** A photo of some megabytes that tells by what it was taken. */
async function noisyPhoto(page) {
  const url = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = 3000;
    canvas.height = 2000;
    const context = canvas.getContext("2d");
    const pixels = context.createImageData(canvas.width, canvas.height);
    let seed = 7;
    for (let at = 0; at < pixels.data.length; at += 1) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      pixels.data[at] = at % 4 === 3 ? 255 : seed >> 16;
    }
    context.putImageData(pixels, 0, 0);
    return canvas.toDataURL("image/jpeg", 0.95);
  });
  const jpeg = Buffer.from(url.split(",")[1], "base64");
  const told = photoIn("jpeg", tiff({ make: "Apple", model: "iPhone 12", place: true }));
  return Buffer.concat([jpeg.subarray(0, 2), told.subarray(2, 4 + told.readUInt16BE(4)), jpeg.subarray(2)]);
}

async function print(path) {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece);
  return hash.digest("hex");
}

/** The file of an upload in the house's data (or fetched from the S3 it uses), found by the id in its token. */
async function arrived(house, token) {
  const [id] = token.split(".");
  if (onS3) {
    const file = join(folder, `fetched-${id}`);
    writeFileSync(file, await fetchObject(`/bepart-private/incoming/${id}`));
    return file;
  }
  const all = readdirSync(house.folder, { recursive: true, withFileTypes: true });
  const found = all.find((entry) => entry.isFile() && entry.name.startsWith(id) && !entry.name.endsWith(".json"));
  if (!found) throw new Error("the upload is not in the data folder");
  return join(found.parentPath ?? found.path, found.name);
}

/** A line that carries so many bytes a second upwards. */
async function slow(page, upload) {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, latency: 20, downloadThroughput: 4 * MB, uploadThroughput: upload });
}

const rate = BIG ? 16 * MB : 3 * MB;
const row = (page, number = 0) => page.locator(".upload").nth(number);
const state = (page, number = 0) => row(page, number).getAttribute("data-state");
const token = (page, number = 0) => row(page, number).locator("input[name=upload]").inputValue();
const percent = (page) => row(page).locator("progress").evaluate((bar) => bar.value);

async function reaches(page, least) {
  await expect.poll(() => percent(page), { timeout: 60_000, intervals: [100] }).toBeGreaterThanOrEqual(least);
}

async function done(page, number = 0) {
  await expect(row(page, number)).toHaveAttribute("data-state", "done", { timeout: BIG ? 300_000 : 90_000 });
}

async function fill(page, title) {
  await page.fill("[name=title]", title);
  await page.locator("label[for=consent-anonymous]").click();
  await page.locator("label[for=terms]").click();
}

const send = (page) => page.locator("main form button[type=submit]").last().click();

/** What this site keeps in the browser. */
const kept = (page) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    marks: Object.keys(localStorage),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));

test.describe("with script", () => {
  test.use({ locale: "en" });
  test.setTimeout(BIG ? 900_000 : 180_000);

  test("a photo sets off when it is chosen, says what it holds, and is sent with the form", async ({ page, house }) => {
    const photos = await threePhotos(page);
    const bodies = [];
    page.on("request", (request) => {
      if (request.method() === "POST" && new URL(request.url()).pathname === "/contribute") {
        bodies.push(request.postDataBuffer()?.length ?? 0);
      }
    });
    await page.goto("/contribute");
    await expect(page.locator(".upload")).toHaveCount(0);
    expect(await kept(page)).toEqual({ databases: [], marks: [], caches: [], workers: 0 });
    await page.setInputFiles("input[name=files]", photos.files);
    for (const number of [0, 1, 2]) await done(page, number);
    await expect(row(page).locator(".holds")).toContainText(/This photo holds:.*(GT-I9000|SecretPhone 9)/);
    await expect(row(page).locator(".holds")).toContainText("Readers never will");
    await expect(row(page).locator("canvas")).toHaveCount(1);
    await expect(page.locator(".total")).toContainText("All files are here");
    expect(await page.locator("input[name=files]").evaluate((input) => input.files.length)).toBe(0);
    await fill(page, "A photo by itself");
    await send(page);
    await page.waitForURL("**/contribute/sent");
    await expect(page.locator(".code-box .code")).toHaveCount(1);
    expect(bodies.length).toBe(1);
    expect(bodies[0]).toBeLessThan(20_000);
    await expect.poll(async () => (await kept(page)).databases).toEqual([]);
    expect((await kept(page)).marks).toEqual([]);
    expect(house.url).toBe(new URL(page.url()).origin);
  });

  test("it goes on by itself after the network was gone, and after requests that broke", async ({ page, context, house }) => {
    const path = film("cut.mp4");
    await page.goto("/contribute");
    await slow(page, rate);
    await page.setInputFiles("input[name=files]", path);
    await reaches(page, 15);
    await context.setOffline(true);
    await expect(row(page)).toContainText("No network. It goes on by itself when the network is back.");
    await context.setOffline(false);
    await slow(page, rate);
    await reaches(page, 35);

    let broken = 0;
    await page.route("**/uploads/*", (route) => {
      broken += 1;
      return broken <= 3 ? route.abort("connectionreset") : route.continue();
    });
    await expect(row(page)).toContainText("The connection broke. It goes on by itself.");
    await expect.poll(() => broken).toBeGreaterThanOrEqual(3);
    await page.unroute("**/uploads/*");
    await done(page);
    expect(await print(await arrived(house, await token(page)))).toBe(await print(path));
  });

  test("a closed page loses nothing: the next one goes on", async ({ page, context, house }) => {
    const path = film("closed.mp4");
    await page.goto("/contribute");
    await slow(page, rate);
    await page.setInputFiles("input[name=files]", path);
    await reaches(page, 30);
    await page.close();

    const next = await context.newPage();
    await next.goto("/contribute");
    const panel = next.locator(".unfinished");
    await expect(panel).toContainText("closed.mp4");
    let bytes = 0;
    next.on("request", (request) => {
      if (request.method() === "PATCH") bytes = Math.max(bytes, 1);
      if (request.method() === "POST" && request.url().endsWith("/uploads")) throw new Error("it began anew");
    });
    await panel.getByRole("button", { name: "Go on with them" }).click();
    await expect(next.locator(".upload .name")).toBeFocused();
    await done(next);
    expect(bytes).toBe(1);
    expect(await print(await arrived(house, await token(next)))).toBe(await print(path));
    await fill(next, "From a page that was closed");
    await send(next);
    await next.waitForURL("**/contribute/sent");
    await expect.poll(async () => (await kept(next)).databases).toEqual([]);
  });

  test("where the browser keeps no bytes, the same file is chosen again and goes on", async ({ page, context, house }) => {
    const path = film("again.mp4");
    await context.addInitScript(() => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (...what) {
        if (what[0] instanceof Blob) throw new DOMException("no room", "QuotaExceededError");
        return put.apply(this, what);
      };
    });
    await page.goto("/contribute");
    await slow(page, rate);
    await page.setInputFiles("input[name=files]", path);
    await reaches(page, 30);
    await page.reload();
    await page.getByRole("button", { name: "Go on with them" }).click();
    await expect(row(page)).toContainText("To go on, choose the same file again");
    const [wrong] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: /^Choose it again/ }).click()]);
    await wrong.setFiles({ name: "other.mp4", mimeType: "video/mp4", buffer: Buffer.from("another one") });
    await expect(page.getByText("This is another file")).toBeVisible();
    const [right] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: /^Choose it again/ }).click()]);
    await right.setFiles(path);
    await done(page);
    expect(await print(await arrived(house, await token(page)))).toBe(await print(path));
  });

  test("the form waits for its files and then sends itself", async ({ page }) => {
    await page.goto("/contribute");
    await slow(page, rate);
    await page.setInputFiles("input[name=files]", film("held.mp4"));
    await fill(page, "It waits by itself");
    await send(page);
    await expect(page.locator(".hold")).toContainText("is sent by itself as soon as the files are here");
    expect(await state(page)).toBe("going");
    await page.waitForURL("**/contribute/sent", { timeout: BIG ? 300_000 : 90_000 });
    await expect(page.locator(".code-box .code")).toHaveCount(1);
  });

  test("it can go without the unfinished ones, and a file can rest and be taken out", async ({ page }) => {
    await page.goto("/contribute");
    await slow(page, 200_000);
    await page.setInputFiles("input[name=files]", [film("left.mp4"), film("out.mp4", MB)]);
    await row(page, 1).getByRole("button", { name: /^Remove/ }).click();
    await expect(page.locator(".upload")).toHaveCount(1);
    await expect(row(page).locator(".name")).toBeFocused();
    await row(page).getByRole("button", { name: /^Pause/ }).click();
    await expect(row(page)).toContainText("Paused");
    await row(page).getByRole("button", { name: /^Go on/ }).click();
    await expect(row(page)).toHaveAttribute("data-state", "going");
    await page.fill("[name=body]", "Only words, after all.");
    await fill(page, "Without the film");
    await send(page);
    await page.getByRole("button", { name: "Send now, without the unfinished files" }).click();
    await page.waitForURL("**/contribute/sent");
    await expect(page.locator(".code-box .code")).toHaveCount(1);
  });

  test("mistakes do not stop what is on its way", async ({ page, house }) => {
    const path = film("mistakes.mp4");
    await page.goto("/contribute");
    await slow(page, rate);
    await page.setInputFiles("input[name=files]", path);
    await reaches(page, 10);
    await send(page);
    await expect(page.locator(".error-summary")).toBeVisible();
    await expect(page.locator(".upload")).toHaveCount(1);
    await done(page);
    expect(await print(await arrived(house, await token(page)))).toBe(await print(path));
    await fill(page, "Mended");
    await send(page);
    await page.waitForURL("**/contribute/sent");
  });

  test("what is written stays on the device only if the reader says so", async ({ page }) => {
    await page.goto("/contribute");
    await page.fill("[name=title]", "Not kept");
    await page.reload();
    await expect(page.locator("[name=title]")).toHaveValue("");
    expect((await kept(page)).databases).toEqual([]);

    await page.locator("label[for=keep]").click();
    await page.fill("[name=title]", "Kept");
    await page.fill("[name=body]", "Every word of it.");
    await page.locator("label[for=consent-ask_first], label[for=consent-ask-first]").first().click();
    await expect(async () => {
      await page.reload();
      await expect(page.locator("[name=title]")).toHaveValue("Kept", { timeout: 2000 });
      await expect(page.locator("[name=body]")).toHaveValue("Every word of it.", { timeout: 2000 });
    }).toPass();
    await expect(page.locator("[data-device]")).toContainText("What you wrote last time is here again.");
    await page.locator("label[for=consent-anonymous]").click();
    await page.locator("label[for=terms]").click();
    await send(page);
    await page.waitForURL("**/contribute/sent");
    await expect.poll(async () => (await kept(page)).databases).toEqual([]);
  });

  test("forgetting leaves nothing on the device", async ({ page }) => {
    await page.goto("/contribute");
    await slow(page, 200_000);
    await page.setInputFiles("input[name=files]", film("forgotten.mp4"));
    await page.locator("label[for=keep]").click();
    await page.fill("[name=title]", "A secret");
    await expect.poll(async () => (await kept(page)).caches.length).toBe(1);
    expect((await kept(page)).databases).toEqual(["bepart"]);
    const deleted = page.waitForRequest((request) => request.method() === "DELETE");
    await page.locator("[data-device] summary").click();
    await page.getByRole("button", { name: "Yes, forget everything" }).click();
    await deleted;
    await expect(page.locator("[data-device]")).toContainText("Everything is forgotten on this device.");
    await expect(page.locator(".upload")).toHaveCount(0);
    await expect(page.locator("[name=title]")).toHaveValue("");
    expect(await kept(page)).toEqual({ databases: [], marks: [], caches: [], workers: 0 });
    await page.reload();
    expect(await kept(page)).toEqual({ databases: [], marks: [], caches: [], workers: 0 });
  });

  test("the form opens without a network as one of its own, and sends when the network is back", async ({ page, context }) => {
    const photos = await threePhotos(page);
    await page.goto("/contribute");
    await page.setInputFiles("input[name=files]", photos.files[2]);
    await done(page);
    await expect.poll(() => page.evaluate(async () => Boolean(await caches.match("/contribute")))).toBe(true);
    await row(page).getByRole("button", { name: /^Remove/ }).click();
    const ids = async () => [await page.locator("[name=submission_id]").inputValue(), await page.locator("[name=form_key]").inputValue()];
    const online = await ids();
    await context.setOffline(true);
    await page.goto("/contribute");
    const first = await ids();
    await page.goto("/contribute");
    const second = await ids();
    expect(new Set([online[0], first[0], second[0]]).size).toBe(3);
    expect(new Set([online[1], first[1], second[1]]).size).toBe(3);
    for (const key of [first[1], second[1]]) expect(key).toMatch(/^[\w-]{43}$/);
    await page.setInputFiles("input[name=files]", photos.files[2]);
    await expect(row(page)).toContainText("No network");
    await fill(page, "Written in a dead zone");
    await send(page);
    await expect(page.locator(".hold")).toContainText("There is no network");
    await context.setOffline(false);
    await page.waitForURL("**/contribute/sent");
    await expect(page.locator(".code-box .code")).toHaveCount(1);
  });

  test("a photo that another program shares arrives in the form", async ({ page }) => {
    const photos = await threePhotos(page);
    await page.goto("/contribute");
    await page.setInputFiles("input[name=files]", photos.files[2]);
    await done(page);
    await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
    await row(page).getByRole("button", { name: /^Remove/ }).click();
    await page.evaluate(() => {
      const form = document.createElement("form");
      form.method = "post";
      form.action = "/contribute/share";
      form.enctype = "multipart/form-data";
      const files = document.createElement("input");
      files.type = "file";
      files.name = "files";
      const held = new DataTransfer();
      held.items.add(new File([new Uint8Array(2000)], "shared.jpg", { type: "image/jpeg" }));
      files.files = held.files;
      const title = document.createElement("input");
      title.name = "title";
      title.value = "Shared words";
      form.append(files, title);
      document.body.append(form);
      form.submit();
    });
    await expect(page.locator(".upload .name")).toHaveText("shared.jpg");
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe("/contribute");
    await expect(page.locator("[name=title]")).toHaveValue("Shared words");
    await done(page);
  });

  test("a photo's own words are read from every kind of file, and nothing hostile stops it", async ({ page }) => {
    const all = { model: "iPhone 12", make: "Apple", time: "2024:05:03 14:22:10", place: true };
    const photos = [
      ["jpeg", photoIn("jpeg", tiff(all)), ["the place where it was taken", "2024-05-03 14:22", "Apple iPhone 12"]],
      ["jpeg-ii", photoIn("jpeg", tiff({ ...all, little: true })), ["the place", "2024-05-03 14:22", "Apple iPhone 12"]],
      ["png", photoIn("png", tiff(all)), ["the place", "2024-05-03 14:22", "Apple iPhone 12"]],
      ["webp", photoIn("webp", tiff(all)), ["the place", "2024-05-03 14:22", "Apple iPhone 12"]],
      ["heic", photoIn("heic", tiff(all)), ["the place", "2024-05-03 14:22", "Apple iPhone 12"]],
      ["zeros", photoIn("jpeg", tiff({ model: "X1", nowhere: true })), ["X1"], ["the place"]],
      ["xmp", photoIn("xmp"), ["the place", "2023-11-05 08:09", "Nokia N8"]],
      ["none", photoIn("jpeg"), ["This photo holds no place, no time and no device."]],
      ["loop", photoIn("jpeg", tiff({ ...all, loop: true })), ["Apple iPhone 12"]],
      ["cut", photoIn("jpeg", tiff(all).subarray(0, 40)), []],
    ];
    await page.goto("/contribute");
    await page.setInputFiles(
      "input[name=files]",
      photos.map(([name, buffer]) => ({ name: `${name}.jpg`, mimeType: name === "png" ? "image/png" : name === "webp" ? "image/webp" : "image/jpeg", buffer })),
    );
    for (const [number, [name, , holds, not = []]] of photos.entries()) {
      for (const words of holds) await expect(row(page, number).locator(".holds"), name).toContainText(words);
      for (const words of not) await expect(row(page, number).locator(".holds"), name).not.toContainText(words);
    }
    await done(page, photos.length - 1);
  });

  test("a large photo goes small now, and the original when the reader says so", async ({ page, house }) => {
    const original = await noisyPhoto(page);
    const path = join(folder, "noise.jpg");
    writeFileSync(path, original);
    await page.goto("/contribute");
    await expect(page.locator("[data-small] input")).not.toBeChecked();
    await page.locator("[data-small] label").click();
    await page.setInputFiles("input[name=files]", path);
    await done(page);
    await expect(row(page).locator(".holds")).toContainText("Apple iPhone 12");
    const copy = readFileSync(await arrived(house, await token(page)));
    expect(copy.length).toBeLessThan(original.length / 2);
    expect(copy.subarray(0, 2).toString("hex")).toBe("ffd8");
    expect(copy.includes("iPhone")).toBe(false);
    await fill(page, "Small now");
    await send(page);
    await page.waitForURL("**/contribute/sent");
    await expect(page.locator(".later")).toContainText("Originals that wait on this device: 1");
    const code = await page.locator(".code-box .code").textContent();

    await page.goto("/receipt");
    await page.fill("[name=code]", code);
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.locator(".later")).toContainText("Originals that wait on this device: 1");
    let sentTo = "";
    page.on("response", (response) => {
      if (response.request().method() === "POST" && response.url().endsWith("/uploads")) sentTo = response.headers()["location"].split("/").pop();
    });
    let received = "";
    await page.route("**/receipt/files", async (route) => {
      // Before it is part of the contribution, and sealed.
      received = await print(await arrived(house, sentTo));
      await route.continue();
    });
    await page.getByRole("button", { name: "Send them now" }).click();
    await expect(page.locator(".later")).toContainText("The originals are here now", { timeout: 60_000 });
    expect(received).toBe(await print(path));
    await expect.poll(async () => (await kept(page)).databases).toEqual([]);
    expect((await kept(page)).marks).toEqual([]);
    await page.getByRole("button", { name: "Look again" }).click();
    await expect(page.locator("[aria-labelledby=your-files]")).toContainText(/original of file .?1/);
  });

  test("an original that is forgotten leaves the device, and nothing more is asked", async ({ page }) => {
    await page.goto("/contribute");
    await page.locator("[data-small] label").click();
    await page.setInputFiles("input[name=files]", { name: "noise.jpg", mimeType: "image/jpeg", buffer: await noisyPhoto(page) });
    await done(page);
    await fill(page, "Small for ever");
    await send(page);
    await page.waitForURL("**/contribute/sent");
    await page.getByRole("button", { name: "Forget them" }).click();
    await expect(page.locator(".later")).toHaveText("The originals are forgotten on this device.");
    await expect.poll(async () => (await kept(page)).databases).toEqual([]);
    expect((await kept(page)).marks).toEqual([]);
  });

  test("files are added to what was sent, in pieces as the first ones were", async ({ page }) => {
    const photos = await threePhotos(page);
    await page.goto("/contribute");
    await page.fill("[name=body]", "More will follow.");
    await fill(page, "With more to come");
    await send(page);
    await page.waitForURL("**/contribute/sent");
    const code = await page.locator(".code-box .code").textContent();
    await page.goto("/receipt");
    await page.fill("[name=code]", code);
    await page.getByRole("button", { name: "Show" }).click();
    await page.setInputFiles("input[name=files]", photos.files[2]);
    await done(page);
    await page.getByRole("button", { name: "Add them" }).click();
    await page.waitForURL("**/receipt/added");
    await expect(page.locator(".notice.good")).toContainText("Your files are here");
    await expect(page.locator("[aria-labelledby=your-files] li")).toHaveCount(1);
    await expect(page.locator(".upload")).toHaveCount(0);
    await expect.poll(async () => (await kept(page)).databases).toEqual([]);
  });

  test("a file of 1.2 GiB goes through", async ({ page, house }) => {
    test.skip(!BIG, "SKIPPED: wants BEPART_BIG=1");
    const path = join(folder, "huge.mp4");
    closeSync(openSync(path, "w"));
    truncateSync(path, 1229 * MB);
    await page.goto("/contribute");
    await page.setInputFiles("input[name=files]", path);
    await expect(row(page)).toHaveAttribute("data-state", "done", { timeout: 600_000 });
    expect(statSync(await arrived(house, await token(page))).size).toBe(statSync(path).size);
  });
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false, locale: "en" });

  test("the plain file field is what is sent, and nothing speaks of what cannot be done", async ({ page }) => {
    const photos = await threePhotos(page);
    await page.goto("/contribute");
    await expect(page.locator("[data-device]")).toBeHidden();
    await page.setInputFiles("input[name=files]", photos.files[2]);
    await fill(page, "As ever");
    await send(page);
    await page.waitForURL("**/contribute/sent");
    await expect(page.locator(".code-box .code")).toHaveCount(1);
  });

  test("a file of 1.2 GiB is refused in words, and the text is kept", async ({ page }) => {
    test.skip(!BIG, "SKIPPED: wants BEPART_BIG=1");
    test.setTimeout(600_000);
    const path = join(folder, "refused.mp4");
    closeSync(openSync(path, "w"));
    truncateSync(path, 1229 * MB);
    await page.goto("/contribute");
    await page.fill("[name=body]", "These words are long and dear to me.");
    await page.setInputFiles("input[name=files]", path);
    await fill(page, "Too large");
    await send(page);
    await expect(page.locator("[name=body]")).toHaveValue("These words are long and dear to me.", { timeout: 300_000 });
    await expect(page.locator(".error-summary")).toContainText("MB");
  });
});

/** That a page as it stands is readable by everyone; BEPART_SHOTS names a folder for its picture. */
async function lookAt(page, name, lang, width) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${name}: nothing sticks out sideways`).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([]);
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}/upload-${name}-${lang}-${width}.png`, fullPage: true });
}

for (const [lang, width] of [["ckb", 360], ["en", 1280]]) {
  test.describe(`${lang} at ${width} pixels`, () => {
    test.use({ locale: lang, viewport: { width, height: width === 360 ? 740 : 900 } });

    test("every state is readable by everyone", async ({ page, context }) => {
      const photos = await threePhotos(page);
      await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
      const looked = (name) => lookAt(page, name, lang, width);
      await page.goto("/contribute");
      await slow(page, 300_000);
      await page.setInputFiles("input[name=files]", [...photos.files.slice(0, 2), film("shown.mp4", 12 * MB), film("next.mp4", MB)]);
      await done(page, 1);
      await looked("going");
      await row(page, 2).locator("button").first().click();
      await expect(row(page, 2)).toHaveAttribute("data-state", "paused");
      await looked("paused");
      await row(page, 2).locator("button").first().click();
      await fill(page, "لافاو");
      await send(page);
      await expect(page.locator(".hold")).toBeVisible();
      await looked("held");
      await context.setOffline(true);
      await expect(row(page, 2)).toHaveAttribute("data-state", "waiting");
      await looked("offline");
      await context.setOffline(false);
      await slow(page, 300_000);
      await page.reload();
      await expect(page.locator(".unfinished")).toBeVisible();
      await looked("unfinished");
      await page.locator(".unfinished button").first().click();
      await expect(page.locator(".upload")).toHaveCount(4);
      await looked("going-on");
      await page.locator("[data-device] summary").click();
      await looked("forget");
      await page.locator("[data-forget]").click();
      await expect(page.locator("[data-device] [role=status]")).not.toBeEmpty();
      await looked("forgotten");
    });

    test("so are the pages to which files are added later", async ({ page }) => {
      const looked = (name) => lookAt(page, name, lang, width);
      await page.goto("/contribute");
      await page.locator("[data-small] label").click();
      await page.setInputFiles("input[name=files]", { name: "noise.jpg", mimeType: "image/jpeg", buffer: await noisyPhoto(page) });
      await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
      await done(page);
      await fill(page, "لافاو");
      await send(page);
      await page.waitForURL("**/contribute/sent");
      await expect(page.locator(".later")).toBeVisible();
      await looked("sent-small");
      const code = await page.locator(".code-box .code").textContent();
      await page.goto("/receipt");
      await page.fill("[name=code]", code);
      await page.locator("main form button[type=submit]").first().click();
      await expect(page.locator(".later button").first()).toBeVisible();
      await looked("receipt-small");
      await page.locator(".later button").first().click();
      await expect(page.locator(".later a, .later button").first()).toBeEnabled({ timeout: 60_000 });
      await expect.poll(async () => (await kept(page)).databases, { timeout: 60_000 }).toEqual([]);
      await looked("receipt-added");
      const form = page.locator("form[action='/receipt/files']");
      if (await form.locator("details summary").count()) await form.locator("details summary").first().click();
      await looked("receipt-adding");
    });
  });
}

// Builds web/dist: names that change with the content, a brotli copy beside each, and manifest.json.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";

const web = new URL(".", import.meta.url);
const dist = new URL("dist/", web);

async function bundle(entry, options = {}) {
  const { outputFiles } = await build({
    absWorkingDir: decodeURIComponent(web.pathname),
    entryPoints: [entry],
    outdir: "dist",
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    // Phones of the last six years; older ones get the plain pages.
    target: ["es2022", "chrome100", "firefox102", "safari15.4"],
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    ...options,
  });
  return outputFiles[0].contents;
}

/** The name with the hash of the content in it. */
function hashed(name, contents) {
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 12);
  const dot = name.lastIndexOf(".");
  return `${name.slice(0, dot)}-${hash}${name.slice(dot)}`;
}

// The part that uploads is fetched only by who chooses a file; app.js knows it by its hashed name. Built apart from
// app.js, so that no shared piece becomes one more request of the first load.
const upload = await bundle("ts/upload/index.ts");
const address = JSON.stringify(`./${hashed("uploading.js", upload)}`);
// So is the player, which only the desk has.
const player = await bundle("ts/player/index.ts");
const playerAddress = JSON.stringify(`./${hashed("playing.js", player)}`);
// And so is the rest of the desk.
const newsroom = await bundle("ts/newsroom.ts");
const newsroomAddress = JSON.stringify(`./${hashed("desk.js", newsroom)}`);
// What plays films for readers whose browser does not know playlists (hls.js), fetched when somebody presses play.
const film = await bundle("ts/film/index.ts");
const filmAddress = JSON.stringify(`./${hashed("filming.js", film)}`);
const parts = { UPLOAD_PART: address, PLAYER_PART: playerAddress, NEWSROOM_PART: newsroomAddress, FILM_PART: filmAddress };
const files = [
  { name: "app.css", contents: await bundle("css/app.css") },
  { name: "uploading.js", contents: upload },
  { name: "playing.js", contents: player },
  { name: "desk.js", contents: newsroom },
  { name: "filming.js", contents: film },
  { name: "app.js", contents: await bundle("ts/app.ts", { define: parts, external: ["./uploading-*", "./playing-*", "./desk-*", "./filming-*"] }) },
  // A service worker keeps its address for ever.
  { name: "sw.js", contents: await bundle("ts/sw.ts", { format: "iife" }), keepsName: true },
];
// Git keeps no empty folder: a fresh clone may have none.
for (const name of await readdir(new URL("static/", web)).catch(() => [])) {
  files.push({ name, contents: await readFile(new URL(`static/${name}`, web)) });
}

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
const names = {};
for (const { name, contents, keepsName } of files) {
  const stored = keepsName ? name : hashed(name, contents);
  names[name] = stored;
  await writeFile(new URL(stored, dist), contents);
  const small = brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  const saved = small.length < contents.length;
  if (saved) await writeFile(new URL(`${stored}.br`, dist), small);
  console.log(`${stored}  ${contents.length} bytes, ${saved ? small.length : contents.length} over the wire`);
}
await writeFile(new URL("manifest.json", dist), `${JSON.stringify({ names }, null, 2)}\n`);

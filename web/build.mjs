// Builds web/dist: names that change with the content, a brotli copy beside each, and manifest.json.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";

const web = new URL(".", import.meta.url);
const dist = new URL("dist/", web);

const built = await build({
  absWorkingDir: decodeURIComponent(web.pathname),
  entryPoints: { app: "ts/app.ts", "app-style": "css/app.css" },
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
});

const files = built.outputFiles.map(({ path, contents }) => ({
  name: path.endsWith(".css") ? "app.css" : "app.js",
  contents,
}));
// Git keeps no empty folder: a fresh clone may have none.
for (const name of await readdir(new URL("static/", web)).catch(() => [])) {
  files.push({ name, contents: await readFile(new URL(`static/${name}`, web)) });
}

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
const names = {};
for (const { name, contents } of files) {
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 12);
  const dot = name.lastIndexOf(".");
  const hashed = `${name.slice(0, dot)}-${hash}${name.slice(dot)}`;
  names[name] = hashed;
  await writeFile(new URL(hashed, dist), contents);
  const small = brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  const saved = small.length < contents.length;
  if (saved) await writeFile(new URL(`${hashed}.br`, dist), small);
  console.log(`${hashed}  ${contents.length} bytes, ${saved ? small.length : contents.length} over the wire`);
}
await writeFile(new URL("manifest.json", dist), `${JSON.stringify({ names }, null, 2)}\n`);

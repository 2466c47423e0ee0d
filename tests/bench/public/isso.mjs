// Isso as its documentation has it run for more than a few readers: gunicorn with a process for each processor. It comes from
// PyPI, at first use, into target/bench/isso.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

function venv(root) {
  const folder = join(root, "target/bench/isso");
  if (!existsSync(join(folder, "bin/gunicorn"))) {
    mkdirSync(dirname(folder), { recursive: true });
    execFileSync("python3", ["-m", "venv", folder], { stdio: "inherit" });
    execFileSync(join(folder, "bin/pip"), ["install", "-q", "isso==0.14.0", "gunicorn==27.0.1"], { stdio: "inherit" });
  }
  return join(folder, "bin");
}

export class Isso {
  constructor(root, port) {
    this.bin = venv(root);
    this.port = port;
    this.origin = `http://127.0.0.1:${port}`;
    this.folder = mkdtempSync(join(tmpdir(), "bepart-isso-"));
    this.file = join(this.folder, "comments.db");
    const settings = join(this.folder, "isso.cfg");
    // No limits, no mail, nothing on the terminal: as fast as it can.
    writeFileSync(
      settings,
      `[general]\ndbpath = ${this.file}\nhost = ${this.origin}\nnotify =\nlog-file = ${join(this.folder, "log")}\n[guard]\nenabled = false\n[server]\nlisten = ${this.origin}\n`,
    );
    this.env = { ...process.env, ISSO_SETTINGS: settings };
  }

  async up() {
    const args = ["-k", "gthread", "-w", "2", "--threads", "4", "--keep-alive", "60", "-b", `127.0.0.1:${this.port}`, "--log-level", "error", "isso.run"];
    this.process = spawn(join(this.bin, "gunicorn"), args, { cwd: this.folder, env: this.env, stdio: "ignore" });
    const kill = () => this.process.kill("SIGKILL");
    process.once("exit", kill);
    for (let round = 0; round < 200; round++) {
      const answer = await fetch(`${this.origin}/info`).catch(() => undefined);
      if (answer) return this;
      await sleep(100);
    }
    throw new Error("Isso did not start");
  }

  /** The comment by which it makes its own table; the rest is written into that. */
  async fill({ stories, comments, talked }) {
    await this.up();
    const answer = await fetch(`${this.origin}/new?uri=/story/1`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text: "The first one here.", author: "Ada", email: null, website: null, parent: null, title: "A story" }),
    });
    if (answer.status !== 201) throw new Error(`Isso answered ${answer.status}: ${await answer.text()}`);
    await this.down();
    execFileSync(join(this.bin, "python3"), [join(here, "isso_fill.py"), this.file, stories, comments, talked].map(String), { stdio: "inherit" });
    return this.up();
  }

  /** A thread's first twenty comments with up to three answers each. */
  list(story) {
    return `/?uri=/story/${story}&limit=20&nested_limit=3&sort=newest`;
  }

  async down() {
    const ended = new Promise((done) => this.process.once("exit", done));
    this.process.kill("SIGTERM");
    await ended;
  }

  async stop() {
    await this.down();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

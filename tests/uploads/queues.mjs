// What the kernel holds of a connection on this machine. Linux only, as the tests that kill are.
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const port = (hex) => Number.parseInt(hex.split(":")[1], 16);

/** Bytes between two ports: not yet sent by one, not yet read by the other. */
function between(near, far) {
  let [unsent, unread] = [0, 0];
  for (const line of readFileSync("/proc/net/tcp", "latin1").split("\n").slice(1)) {
    const [, local, remote, , queues] = line.trim().split(/\s+/);
    if (!queues) continue;
    const [sending, reading] = queues.split(":").map((hex) => Number.parseInt(hex, 16));
    if (port(local) === near && port(remote) === far) unsent = sending;
    if (port(local) === far && port(remote) === near) unread = reading;
  }
  return { unsent, unread };
}

/** Waits until everything that was written to a socket was read by the server at its other end, and a little more. */
export async function consumed(socket, patience = 20_000) {
  const [near, far] = [socket.localPort, socket.remotePort];
  const late = Date.now() + patience;
  for (let quiet = 0; quiet < 3;) {
    const { unsent, unread } = between(near, far);
    quiet = socket.writableLength === 0 && unsent === 0 && unread === 0 ? quiet + 1 : 0;
    if (Date.now() > late) throw new Error(`${unsent} bytes not sent, ${unread} not read`);
    await sleep(5);
  }
}

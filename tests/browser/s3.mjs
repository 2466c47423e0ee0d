// Reads one object of the S3 that the program under test uses, by a presigned URL (AWS Signature Version 4).
import { createHash, createHmac } from "node:crypto";

const { BEPART__STORAGE__ENDPOINT: endpoint, BEPART__STORAGE__REGION: region } = process.env;
const hmac = (key, text) => createHmac("sha256", key).update(text).digest();
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** Whether the program was told to use one. */
export const onS3 = Boolean(endpoint);

/** The bytes of an object. */
export async function fetchObject(path) {
  const url = new URL(path, endpoint);
  const at = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const scope = `${at.slice(0, 8)}/${region}/s3/aws4_request`;
  const query = new URLSearchParams({
    "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
    "X-Amz-Credential": `${process.env.BEPART__STORAGE__ACCESS_KEY}/${scope}`,
    "X-Amz-Date": at,
    "X-Amz-Expires": "60",
    "X-Amz-SignedHeaders": "host",
  }).toString();
  const asked = ["GET", url.pathname, query, `host:${url.host}\n`, "host", "UNSIGNED-PAYLOAD"].join("\n");
  const signed = ["AWS4-HMAC-SHA256", at, scope, sha256(asked)].join("\n");
  const secret = `AWS4${process.env.BEPART__STORAGE__SECRET_KEY}`;
  const key = [...scope.split("/")].reduce(hmac, secret);
  const answer = await fetch(`${url}?${query}&X-Amz-Signature=${hmac(key, signed).toString("hex")}`);
  if (!answer.ok) throw new Error(`the S3 server answers ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

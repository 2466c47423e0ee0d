// npm's @tus/server as a program of its own: peer.mjs FOLDER [PORT]. With S3 in the environment, on S3.
import { FileStore } from "@tus/file-store";
import { S3Store } from "@tus/s3-store";
import { Server } from "@tus/server";

const [folder, port = "0"] = process.argv.slice(2);
const s3 = process.env.PEER_S3_ENDPOINT;

const datastore = s3
  ? new S3Store({
      partSize: 8 * 1024 * 1024,
      s3ClientConfig: {
        bucket: process.env.PEER_S3_BUCKET,
        endpoint: s3,
        region: process.env.PEER_S3_REGION,
        forcePathStyle: true,
        credentials: {
          accessKeyId: process.env.PEER_S3_ACCESS_KEY,
          secretAccessKey: process.env.PEER_S3_SECRET_KEY,
        },
      },
    })
  : new FileStore({ directory: folder, expirationPeriodInMilliseconds: 7 * 24 * 3600 * 1000 });

const server = new Server({
  path: "/uploads",
  datastore,
  maxSize: Number(process.env.PEER_MAX_SIZE ?? 1610612736),
  relativeLocation: true,
});
const listener = server.listen(Number(port), "127.0.0.1", () => {
  console.log(`listens at http://127.0.0.1:${listener.address().port}`);
});
listener.requestTimeout = 0;
process.once("SIGTERM", () => process.exit(0));

"""Uploads a file with tuspy: tuspy_client.py ENDPOINT FILE RETRIES [URL]. Prints the upload's URL as soon as there is one."""
import sys

from tusclient import client

endpoint, path, retries, *url = sys.argv[1:]
uploader = client.TusClient(endpoint).uploader(
    path,
    url=url[0] if url else None,
    chunk_size=3_000_000,
    retries=int(retries),
    retry_delay=1,
    metadata={"filename": "هەواڵ.mp4"},
)
if not url:
    uploader.set_url(uploader.create_url())
print(uploader.url, flush=True)
uploader.upload()

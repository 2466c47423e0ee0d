import Hls from "hls.js/light";

/** Plays a playlist, in the quality that the network carries. What cannot be played so is played as one file. */
export function play(video: HTMLVideoElement, list: string, at: number): void {
  if (!Hls.isSupported()) {
    void video.play().catch(() => undefined);
    return;
  }
  const hls = new Hls({
    // Our policy lets no script be made of data.
    enableWorker: false,
    startPosition: at > 0 ? at : -1,
    // Never more than the screen shows.
    capLevelToPlayerSize: true,
    maxBufferLength: 20,
  });
  let mended = false;
  hls.on(Hls.Events.ERROR, (_, { fatal, type }) => {
    if (!fatal) return;
    if (type === Hls.ErrorTypes.MEDIA_ERROR && !mended) {
      mended = true;
      hls.recoverMediaError();
      return;
    }
    const reached = video.currentTime;
    hls.destroy();
    // The sources of the element are there again.
    video.removeAttribute("src");
    video.load();
    video.currentTime = reached;
    void video.play().catch(() => undefined);
  });
  hls.on(Hls.Events.MANIFEST_PARSED, () => void video.play().catch(() => undefined));
  hls.loadSource(list);
  hls.attachMedia(video);
}

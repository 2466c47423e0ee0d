// The parts of hls.js 1.7.4 that are used. Its light build has no types of its own.

declare module "hls.js/light" {
  export interface Config {
    enableWorker: boolean;
    startPosition: number;
    capLevelToPlayerSize: boolean;
    maxBufferLength: number;
  }

  export interface Trouble {
    fatal: boolean;
    type: string;
  }

  export default class Hls {
    static isSupported(): boolean;
    static readonly Events: { readonly ERROR: "hlsError"; readonly MANIFEST_PARSED: "hlsManifestParsed" };
    static readonly ErrorTypes: { readonly MEDIA_ERROR: string };
    constructor(config: Partial<Config>);
    on(event: "hlsError", heard: (event: string, trouble: Trouble) => void): void;
    on(event: "hlsManifestParsed", heard: () => void): void;
    loadSource(address: string): void;
    attachMedia(media: HTMLMediaElement): void;
    recoverMediaError(): void;
    destroy(): void;
  }
}

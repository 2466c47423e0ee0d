// The parts of tus-js-client 4.3.1 that are used. Its own types want those of Node.

declare module "tus-js-client/lib/upload.js" {
  export interface HttpResponse {
    getStatus(): number;
    getHeader(name: string): string | null;
    getBody(): string;
    getUnderlyingObject(): unknown;
  }

  export interface HttpRequest {
    getMethod(): string;
    getURL(): string;
    setHeader(name: string, value: string): void;
    getHeader(name: string): string | undefined;
    setProgressHandler(handler: (sent: number) => void): void;
    send(body?: Blob | null): Promise<HttpResponse>;
    abort(): Promise<void>;
    getUnderlyingObject(): unknown;
  }

  export interface Options {
    endpoint: string | null;
    uploadUrl: string | null;
    metadata: Record<string, string>;
    chunkSize: number;
    retryDelays: number[] | null;
    storeFingerprintForResuming: boolean;
    uploadDataDuringCreation: boolean;
    fingerprint: () => Promise<null>;
    fileReader: { openFile(file: Blob): Promise<Source> };
    httpStack: { createRequest(method: string, url: string): HttpRequest; getName(): string };
    onUploadUrlAvailable: () => void;
    onProgress: (sent: number, total: number) => void;
    onChunkComplete: (chunk: number, accepted: number, total: number) => void;
    onSuccess: () => void;
    onError: (error: Error & { originalResponse?: HttpResponse | null }) => void;
  }

  export interface Source {
    size: number;
    slice(start: number, end: number): Promise<{ value: Blob; done: boolean }>;
    close(): void;
  }

  export default class BaseUpload {
    static defaultOptions: Record<string, unknown>;
    constructor(file: Blob, options: Options);
    options: Options;
    url: string | null;
    start(): void;
    abort(): Promise<void>;
  }
}

import { digestOf } from './cid';
import type { Hex } from './provider';

export interface Uploaded {
  cid: string;
  digest: Hex;
}

/** Why a node did not take content: a sentence for the whole and, for a manifest, one for each field. */
export class UploadRefused extends Error {
  override name = 'UploadRefused';
  constructor(
    sentence: string,
    readonly errors: { field: string; message: string }[],
  ) {
    super(sentence);
  }
}

/** Sends bytes to this node; `progress` tells the part that is sent, 0 … 1. */
export function upload(content: Blob, lang: string, progress: (part: number) => void = () => {}): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/content?lang=${lang}`);
    request.responseType = 'json';
    request.setRequestHeader('Content-Type', content.type);
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const { response } = request;
      if (request.status < 300 && typeof response?.cid === 'string') resolve(response);
      else reject(new UploadRefused(response?.detail ?? '', response?.errors ?? []));
    };
    request.onerror = () => reject(new UploadRefused('', []));
    request.send(content);
  });
}

/** Whether the node named exactly these bytes: what is announced cannot be changed later. */
export const isNamedRight = (content: Uint8Array, { digest }: Uploaded): boolean => digestOf(content) === digest;

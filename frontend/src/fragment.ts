const PATIENCE_MILLISECONDS = 60_000;

/**
 * Fetches HTML of our own server as a document, never as a string: XMLHttpRequest parses it itself, without running
 * anything in it. So this works where Trusted Types forbid every way of turning a string into HTML.
 */
export function fetchDocument(url: string, text?: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(text !== undefined ? 'POST' : 'GET', url);
    request.responseType = 'document';
    request.timeout = PATIENCE_MILLISECONDS;
    request.setRequestHeader('Accept', 'text/html');
    request.onload = () => {
      const answer: Document | null = request.response;
      if (request.status === 200 && answer) resolve(answer);
      else reject(new Error(`${url} answered ${request.status}`));
    };
    request.onerror = () => reject(new Error(`${url} could not be reached`));
    request.ontimeout = () => reject(new Error(`${url} did not answer`));
    request.send(text);
  });
}

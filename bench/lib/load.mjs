import { connect } from 'node:net';

/** One kept-alive HTTP/1.1 connection that asks, reads the whole answer, and asks again: cheaper than a client library. */
export class Connection {
  #socket;
  #buffered = Buffer.alloc(0);
  #waiting = null;

  static async open(url) {
    const { hostname, port } = new URL(url);
    const connection = new Connection();
    connection.host = `${hostname}:${port}`;
    await new Promise((resolve, reject) => {
      connection.#socket = connect({ host: hostname, port: Number(port), noDelay: true }, resolve);
      connection.#socket.on('error', (error) => (connection.#waiting ? connection.#waiting.reject(error) : reject(error)));
    });
    connection.#socket.on('data', (part) => connection.#receive(part));
    connection.#socket.on('close', () => connection.#waiting?.reject(new Error('The node closed the connection.')));
    return connection;
  }

  /** @returns {status, bytes} when the whole answer is there */
  get(path, headers = '') {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(`GET ${path} HTTP/1.1\r\nHost: ${this.host}\r\n${headers}\r\n`);
    });
  }

  close() {
    this.#waiting = null;
    this.#socket.destroy();
  }

  #receive(part) {
    this.#buffered = this.#buffered.length === 0 ? part : Buffer.concat([this.#buffered, part]);
    const end = endOfAnswer(this.#buffered);
    if (end === null || !this.#waiting) return;
    const { resolve } = this.#waiting;
    this.#waiting = null;
    const answer = { status: Number(this.#buffered.toString('latin1', 9, 12)), bytes: end, body: this.#buffered.subarray(0, end) };
    this.#buffered = this.#buffered.subarray(end);
    resolve(answer);
  }
}

/** Where the answer at the start of the bytes ends, or null if it is not there yet. */
function endOfAnswer(bytes) {
  const head = bytes.indexOf('\r\n\r\n');
  if (head < 0) return null;
  const headers = bytes.toString('latin1', 0, head).toLowerCase();
  const length = /\r\ncontent-length: *(\d+)/.exec(headers);
  if (length) return bytes.length >= head + 4 + Number(length[1]) ? head + 4 + Number(length[1]) : null;
  if (/\r\ntransfer-encoding: *chunked/.test(headers)) return endOfChunks(bytes, head + 4);
  return head + 4;
}

function endOfChunks(bytes, start) {
  for (let at = start; ; ) {
    const line = bytes.indexOf('\r\n', at);
    if (line < 0) return null;
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16);
    at = line + 2 + size + 2;
    if (at > bytes.length) return null;
    if (size === 0) return at;
  }
}

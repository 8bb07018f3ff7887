import { Agent, request } from 'node:http';

/** JSON-RPC to one endpoint over kept-alive connections. */
export class Rpc {
  #agent = new Agent({ keepAlive: true, maxSockets: 4 });

  constructor(url) {
    this.url = url;
  }

  async call(method, ...params) {
    const [answer] = await this.batch([[method, ...params]]);
    return answer;
  }

  /** @param calls a list of [method, ...params]; the answers come in the same order */
  async batch(calls) {
    const body = calls.map(([method, ...params], id) => ({ jsonrpc: '2.0', id, method, params }));
    const answers = JSON.parse(await this.#post(JSON.stringify(body)));
    const byId = new Map(answers.map((answer) => [answer.id, answer]));
    return calls.map(([method], id) => {
      const answer = byId.get(id);
      if (!answer || answer.error) throw new Error(`${method}: ${JSON.stringify(answer?.error ?? answers)}`);
      return answer.result;
    });
  }

  close() {
    this.#agent.destroy();
  }

  #post(body) {
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const sent = request(this.url, { method: 'POST', agent: this.#agent, headers }, (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
        response.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

export const hex = (number) => `0x${number.toString(16)}`;

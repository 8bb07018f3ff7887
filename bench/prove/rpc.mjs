/** A chain's JSON-RPC endpoint, asked as plainly as can be. */
export class Rpc {
  constructor(url) {
    this.url = url;
  }

  async ask(method, ...params) {
    return (await this.askAll([[method, ...params]]))[0];
  }

  /** Several questions in one batch; the answers stand in the questions' order. */
  async askAll(questions) {
    if (questions.length === 0) return [];
    const calls = questions.map(([method, ...params], id) => ({ jsonrpc: '2.0', id, method, params }));
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(calls),
    });
    if (!response.ok) throw new Error(`The endpoint answered ${response.status}: ${await response.text()}`);
    const answers = new Map((await response.json()).map((answer) => [answer.id, answer]));
    return calls.map(({ id, method }) => {
      const { result, error } = answers.get(id);
      if (error) throw new Error(`${method}: ${error.message}`);
      return result;
    });
  }
}

export const quantity = (number) => `0x${number.toString(16)}`;

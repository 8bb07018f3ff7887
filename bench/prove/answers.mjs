// What a node tells: its API, files and pages, read as anyone would read them.
const AT_ONCE = 8;

export class Answers {
  #node;
  /** The hash of the block that every answer must belong to. */
  #asOf;

  constructor(node, asOf) {
    this.#node = node;
    this.#asOf = asOf;
  }

  async json(path) {
    const response = await this.#node.get(path);
    const answer = await response.json();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
    if (answer.asOf.hash !== this.#asOf) throw new Error(`${path} belongs to block ${answer.asOf.hash}, not ${this.#asOf}`);
    return answer;
  }

  async text(path) {
    const response = await this.#node.get(path);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.text();
  }

  /** All of a list, page by page. */
  async all(path, member) {
    const all = [];
    for (let after = ''; ; ) {
      const page = await this.json(path + after);
      all.push(...page[member]);
      if (page.next === null) return all;
      after = `&after=${encodeURIComponent(page.next)}`;
    }
  }

  /** A CSV file's rows as objects. No field of ours has a line break in it. */
  async csv(path) {
    const [head, ...rows] = (await this.text(path)).trimEnd().split(/\r?\n/).map(fieldsOf);
    return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
  }

  /** The totals of a page's table: token to { amount, amountShown, final, donations, donors }. */
  async tableTotals(path) {
    const [, table = ''] = /<table class="[^"]*\btotals\b[^"]*">([\s\S]*?)<\/table>/.exec(await this.text(path)) ?? [];
    const rows = [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row]) => row).filter((row) => row.includes('<td'));
    return new Map(
      rows.map((row) => {
        const [[token, total]] = amountsIn(row);
        const [, final] = /data-label="Of which final"><data[^>]* value="(\d+)"/.exec(row);
        const count = (label) => Number(new RegExp(`data-label="${label}">([^<]*)<`).exec(row)[1].replace(/\D/g, ''));
        return [token, { ...total, final: BigInt(final), donations: count('Donations'), donors: count('Donors') }];
      }),
    );
  }

  /** The totals of a campaign's page: token to { amount, amountShown }. */
  async campaignPageTotals(path) {
    const [, section] = /<section[^>]* id="raised"[^>]*>([\s\S]*?)<h3>/.exec(await this.text(path));
    return new Map(amountsIn(section));
  }
}

function amountsIn(html) {
  const amounts = html.matchAll(/<data value="(\d+)">([^<]*)<\/data>\s*<a class="symbol" href="\/status#token-(0x[0-9a-f]{40})"/g);
  return [...amounts].map(([, amount, text, token]) => [
    token,
    { amount: BigInt(amount), amountShown: text.replace(/&[a-z#0-9]+;|\s/g, '') },
  ]);
}

function fieldsOf(line) {
  const fields = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
  return fields.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}

/** The results of a function for each of many, a few at the same time. */
export async function forEach(many, ask) {
  const results = new Array(many.length);
  let next = 0;
  const work = async () => {
    for (let at = next++; at < many.length; at = next++) results[at] = await ask(many[at]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}

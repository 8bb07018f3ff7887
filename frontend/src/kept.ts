/** One value that this browser keeps for the address of the page, so that no reload or closed tab loses it. */
export class Kept<Value> {
  private readonly key: string;

  /** What is found may be older than this script, or not ours: `isValue` decides. */
  constructor(
    name: string,
    private readonly isValue: (found: unknown) => found is Value,
  ) {
    this.key = `${name}:${location.pathname}`;
  }

  /** Browsers may forbid storing: then a reload loses it, and nothing else changes. */
  keep(value: Value): void {
    try {
      localStorage.setItem(this.key, JSON.stringify(value));
    } catch {
      // Nothing to do: this page itself goes on.
    }
  }

  load(): Value | undefined {
    try {
      const found: unknown = JSON.parse(localStorage.getItem(this.key) ?? 'null');
      return this.isValue(found) ? found : undefined;
    } catch {
      return undefined;
    }
  }

  drop(): void {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // Nothing was stored either.
    }
  }
}

/**
 * Keeps what was typed into a form in this browser until it is announced, so that no reload, failed upload or closed
 * tab loses it. One draft for each address of a form.
 */
export class Draft {
  private readonly key = `urunan-draft:${location.pathname}`;

  /** Browsers may forbid storing: then a reload loses the text, and nothing else changes. */
  save(values: Record<string, unknown>): void {
    try {
      localStorage.setItem(this.key, JSON.stringify(values));
    } catch {
      // Nothing to do: the form itself still has everything.
    }
  }

  load(): Record<string, unknown> | undefined {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.key) ?? 'null');
      return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : undefined;
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

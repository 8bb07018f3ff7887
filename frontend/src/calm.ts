const CALM = 300;
/** The stream tells the kinds of one change one by one. */
const TOGETHER = 10;

/**
 * Does `work` for the first kind at once; of more in a moment, for all of them together. Never twice at the same time:
 * what was asked for earlier cannot come later, and put an older state in place of a newer one.
 */
export function calmly(work: (kinds: string[]) => Promise<void>): (kind: string) => void {
  const waiting = new Set<string>();
  let last = Number.NEGATIVE_INFINITY;
  let isBusy = false;

  function begin(): void {
    isBusy = true;
    setTimeout(run, Math.max(TOGETHER, last + CALM - performance.now()));
  }

  async function run(): Promise<void> {
    const kinds = [...waiting];
    waiting.clear();
    last = performance.now();
    await work(kinds).catch(() => {});
    isBusy = false;
    if (waiting.size > 0) begin();
  }

  return (kind) => {
    waiting.add(kind);
    if (!isBusy) begin();
  };
}

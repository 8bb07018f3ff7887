/** What this run started, newest last: all of it, and nothing else, is ended when the run ends, however it ends. */
const started = [];
const signals = new Map();

/** @param signal what ends it in an orderly way */
export function owned(child, signal = 'SIGTERM') {
  started.push(child);
  signals.set(child, signal);
  return child;
}

/** Ends one process, and waits until it is gone; after a while it is no longer asked. */
export function end(child, signal = signals.get(child), patience = 20_000) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill(signal);
  });
}

export async function endAll() {
  for (const child of started.reverse()) await end(child);
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await endAll();
    process.exit(130);
  });
}
process.once('exit', () => {
  for (const child of started) if (child.exitCode === null) child.kill('SIGKILL');
});

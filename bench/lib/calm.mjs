import { readFileSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const TICKS = 100; // USER_HZ, the same on every Linux
const SCHED_IDLE = '5';
const MOST_BUSY = 0.08;
const LOOK_MS = 3_000;
const PATIENCE_MS = 120_000;

/** How much the processors have done: for anybody, and for those who only get what nobody else wants. */
export function workDone() {
  const [user, nice, system, , , irq, softirq, steal] = /^cpu +(.*)$/m.exec(readFileSync('/proc/stat', 'utf8'))[1].split(' ').map(Number);
  return { all: user + nice + system + irq + softirq + steal, idle: idleClass(), at: performance.now() };
}

/** CPU seconds that others wanted since then, and this machine has been asked for in earnest. */
export function busySince(before) {
  const now = workDone();
  let idle = 0;
  for (const [pid, ticks] of now.idle) idle += ticks - (before.idle.get(pid) ?? 0);
  return Math.max(0, now.all - before.all - idle) / TICKS;
}

/** Waits until the machine has had nearly nothing to do for a while; goes on after minutes, come what may. */
export async function calm() {
  const giveUp = performance.now() + PATIENCE_MS;
  for (let before = workDone(); performance.now() < giveUp; before = workDone()) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const seconds = (performance.now() - before.at) / 1000;
    if (busySince(before) / seconds / availableParallelism() < MOST_BUSY) return;
  }
}

function idleClass() {
  const found = new Map();
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[38] === SCHED_IDLE) found.set(pid, Number(fields[11]) + Number(fields[12]));
    } catch {
      // It has ended.
    }
  }
  return found;
}

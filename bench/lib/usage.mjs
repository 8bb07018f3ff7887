import { readFileSync, readdirSync } from 'node:fs';

const TICKS = 100; // USER_HZ, the same on every Linux

/** CPU seconds of a process, those it started and those that have ended; and the sum of their peaks of memory. */
export function usageOf(pid) {
  const pids = treeOf(pid);
  let ticks = 0;
  let peakKb = 0;
  for (const each of pids) {
    const fields = statOf(each);
    if (!fields) continue;
    // utime, stime, and the same of children that have ended
    ticks += fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    peakKb += Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${each}/status`) ?? '')?.[1] ?? 0);
  }
  return { cpuSeconds: ticks / TICKS, peakMb: Math.round(peakKb / 1024) };
}

function treeOf(root) {
  const children = new Map();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const parent = statOf(entry)?.[1];
    if (parent) children.set(parent, [...(children.get(parent) ?? []), entry]);
  }
  const tree = [];
  for (const queue = [`${root}`]; queue.length > 0; ) {
    const pid = queue.pop();
    tree.push(pid);
    queue.push(...(children.get(pid) ?? []));
  }
  return tree;
}

/** What follows the name in parentheses: state, parent, … */
function statOf(pid) {
  const stat = read(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

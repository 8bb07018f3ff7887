import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TARGET = fileURLToPath(new URL('../../target', import.meta.url));
const CLASSES = join(TARGET, 'bench/bench.jar');

/** More options for every node and for what is measured from inside: `BENCH_JAVA=-XX:StartFlightRecording=… bin/bench`. */
export const MORE = (process.env.BENCH_JAVA ?? '').split(' ').filter(Boolean);

/** The command and arguments that run one of the classes in org.urunan.bench, behind the node's own and as it is started. */
export function java(main, ...args) {
  if (!existsSync(CLASSES)) throw new Error('The classes to measure with are not compiled: run bin/bench.');
  const node = join(TARGET, 'node');
  const started = [`@${join(node, 'urunan.options')}`, `-XX:AOTCache=${join(node, 'urunan.aot')}`];
  const options = ['-Xmx256m', '-Djava.util.logging.config.file=/dev/null'];
  const path = [join(node, 'urunan.jar'), CLASSES].join(':');
  return [join(process.env.JAVA_HOME, 'bin/java'), [...started, ...options, ...MORE, '-cp', path, main, ...args]];
}

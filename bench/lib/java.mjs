import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TARGET = fileURLToPath(new URL('../../target', import.meta.url));

/** More options for every node and for what is measured from inside: `BENCH_JAVA=-XX:StartFlightRecording=… bin/bench`. */
export const MORE = (process.env.BENCH_JAVA ?? '').split(' ').filter(Boolean);

/** The command and arguments that run one of the classes in org.urunan.bench. */
export function java(main, ...args) {
  const libraries = join(TARGET, 'bench/classpath');
  if (!existsSync(libraries)) throw new Error('The classes to measure with are not compiled: run bin/bench.');
  const path = [join(TARGET, 'test-classes'), join(TARGET, 'classes'), readFileSync(libraries, 'utf8').trim()].join(':');
  const options = ['-Xmx320m', '-XX:+UseSerialGC', '-Djava.util.logging.config.file=/dev/null', '--enable-native-access=ALL-UNNAMED'];
  return [join(process.env.JAVA_HOME, 'bin/java'), [...options, ...MORE, '-cp', path, main, ...args]];
}

import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './ports.mjs';
import { end, owned } from './processes.mjs';

const MB = 2 ** 20;

/** A quarter of the machine's memory, as its manual advises, in large pages if the kernel has so many. */
function memory() {
  const megabytes = Math.floor(totalmem() / 4 / MB);
  const large = largePages() * 2 >= megabytes * 1.05;
  const missing = `; in large pages after sysctl vm.nr_hugepages=${Math.ceil((megabytes * 1.06) / 2)}`;
  console.error(`PostgreSQL has ${megabytes} MB of its own in ${large ? 'large' : 'small'} pages${large ? '' : missing}.`);
  return { shared_buffers: `${megabytes}MB`, huge_pages: large ? 'on' : 'off' };
}

/** How many pages of 2 MB nobody uses. */
function largePages() {
  const said = existsSync('/proc/meminfo') ? readFileSync('/proc/meminfo', 'utf8') : '';
  return /Hugepagesize: +2048 kB/.test(said) ? Number(/HugePages_Free: +(\d+)/.exec(said)[1]) : 0;
}

/** Durable, as installed, but for memory; the same server for everyone who is measured. */
const SETTINGS = { max_wal_size: '4GB', fsync: 'on', synchronous_commit: 'on' };

/** More settings for it: `BENCH_POSTGRES='checkpoint_timeout=1h max_wal_size=16GB' bin/bench`. */
const MORE = Object.fromEntries(
  (process.env.BENCH_POSTGRES ?? '')
    .split(' ')
    .filter(Boolean)
    .map((setting) => setting.split('=')),
);

/** A PostgreSQL of this run's own: a new folder, a free loopback port, gone when it is stopped. */
export async function startPostgres(more = {}) {
  const bin = binaries();
  const folder = mkdtempSync(join(tmpdir(), 'urunan-bench-postgres-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const as = owner();
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const init = ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8'];
  execFileSync(join(bin, 'initdb'), init, { ...as, cwd: folder, stdio: 'ignore' });
  const port = await freePort();
  const settings = Object.entries({ ...SETTINGS, ...memory(), listen_addresses: '127.0.0.1', port, unix_socket_directories: folder, ...MORE, ...more });
  const options = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = owned(spawn(join(bin, 'postgres'), ['-D', data, ...options], { ...as, cwd: folder, stdio: 'ignore' }), 'SIGINT');
  const postgres = new Postgres(server, port, folder);
  await postgres.ready();
  return postgres;
}

class Postgres {
  constructor(process, port, folder) {
    Object.assign(this, { process, port, folder });
  }

  url(database) {
    return `postgres://postgres@127.0.0.1:${this.port}/${database}`;
  }

  jdbcUrl(database) {
    return `jdbc:postgresql://127.0.0.1:${this.port}/${database}?user=postgres&reWriteBatchedInserts=true`;
  }

  async ready() {
    for (let tries = 0; ; tries++) {
      try {
        return await this.query('postgres', 'select 1');
      } catch (error) {
        if (tries > 300 || this.process.exitCode !== null) throw new Error(`PostgreSQL did not start: ${error.message}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  async connect(database) {
    const client = new pg.Client({ connectionString: this.url(database) });
    client.on('error', () => {});
    await client.connect();
    return client;
  }

  async query(database, sql) {
    const client = await this.connect(database);
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  }

  async create(database) {
    await this.query('postgres', `drop database if exists ${database} with (force)`);
    await this.query('postgres', `create database ${database}`);
  }

  async stop() {
    await end(this.process);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** PostgreSQL refuses to run as root. */
function owner() {
  if (process.getuid() !== 0) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function binaries() {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
  if (found) return found;
  const onPath = (process.env.PATH ?? '').split(':').find((bin) => existsSync(join(bin, 'initdb')));
  if (onPath) return onPath;
  throw new Error('There is no PostgreSQL: install its server (Debian: postgresql), or put initdb on the PATH.');
}

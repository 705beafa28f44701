// Starts, kills and promotes what the cluster is made of. Everything stands in one temporary folder, listens on 127.0.0.1 and ends with the script.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const work = mkdtempSync(join(tmpdir(), 'cluster-'));
export const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
const running = new Set();
process.on('exit', () => { running.forEach(kill); rmSync(work, { recursive: true, force: true }); });
process.on('SIGINT', () => process.exit(1));
process.on('SIGTERM', () => process.exit(1));

/** The folder of Debian's newest server. PostgreSQL refuses to run as root: then the user of Debian's package runs it. */
const bin = (() => {
  const versions = readdirSync('/usr/lib/postgresql').sort((a, b) => Number(a) - Number(b));
  return `/usr/lib/postgresql/${versions.at(-1)}/bin`;
})();
const isRoot = process.getuid() === 0;
const as = isRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'] : [];
if (isRoot) chownSync(work, Number(execFileSync('id', ['-u', 'postgres'])), Number(execFileSync('id', ['-g', 'postgres'])));

/** A process in a group of its own, so that all of it can be killed. */
function begin(command, log, options = {}) {
  const output = openSync(join(work, log), 'a');
  const child = spawn(command[0], command.slice(1), { detached: true, stdio: ['ignore', output, output], cwd: work, ...options });
  running.add(child);
  child.on('exit', () => running.delete(child));
  return child;
}

/** Kills a process as a crash would: it cannot close anything. */
export function kill(child) {
  try { process.kill(-child.pid, 'SIGKILL'); } catch { /* It has ended. */ }
  running.delete(child);
}

function run(...command) {
  const ended = spawnSync(command[0], command.slice(1), { cwd: work, encoding: 'utf8' });
  if (ended.status !== 0) throw new Error(`${command.join(' ')}: ${ended.stderr}${ended.stdout}`);
  return ended.stdout.trim();
}

export async function until(what, isSo, seconds = 60) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (await isSo()) return;
    await sleep(100);
  }
  throw new Error(`${what}: not within ${seconds} s.`);
}

/** A server of PostgreSQL. */
export class Server {
  constructor(name, port) { this.name = name; this.port = port; }

  get text() { return `127.0.0.1:${this.port}`; }

  sql(statement, database = 'postgres') {
    return run(`${bin}/psql`, '-h', '127.0.0.1', '-p', String(this.port), '-U', 'postgres', '-d', database, '-XAtq', '-c', statement);
  }

  create() { run(...as, `${bin}/initdb`, '-D', join(work, this.name), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'); }

  /** Makes it a standby of another one, with all that it has. It shows changes a second late, so that the nodes are not equally new. */
  copy(primary) {
    rmSync(join(work, this.name), { recursive: true, force: true });
    run(...as, `${bin}/pg_basebackup`, '-h', '127.0.0.1', '-p', String(primary.port), '-U', 'postgres', '-D', join(work, this.name), '-R', '-c', 'fast');
    const settings = join(work, this.name, 'postgresql.auto.conf');
    writeFileSync(settings, `${readFileSync(settings, 'utf8')}
primary_conninfo = 'host=127.0.0.1 port=${primary.port} user=postgres application_name=standby'
synchronous_standby_names = ''
recovery_min_apply_delay = '1s'
`);
  }

  /** Nothing here must outlive a power failure; killed processes lose nothing by that. */
  async start() {
    this.process = begin([...as, `${bin}/postgres`, '-D', join(work, this.name), '-p', String(this.port), '-c', 'listen_addresses=127.0.0.1',
      '-c', 'unix_socket_directories=', '-c', 'fsync=off', '-c', 'max_connections=150', '-c', 'wal_keep_size=1GB'], `${this.name}.log`);
    await until(`${this.name} accepts connections`, () => this.isReady).catch(exception => {
      console.error(readFileSync(join(work, `${this.name}.log`), 'utf8').split('\n').slice(-20).join('\n'));
      throw exception;
    });
  }

  get isReady() { return spawnSync(`${bin}/pg_isready`, ['-q', '-h', '127.0.0.1', '-p', String(this.port)]).status === 0; }

  kill() { kill(this.process); }

  promote() { this.sql('select pg_promote(true, 60)'); }

  /** Lets each commit wait for the standby, or not: when the standby is away, somebody must say that nobody waits for it. */
  waitForStandby(waits) {
    this.sql(`alter system set synchronous_standby_names = '${waits ? 'standby' : ''}'`);
    this.sql('select pg_reload_conf()');
  }

  /** Waits until the standby has everything, and then makes it one for which commits wait. */
  async follow(primary) {
    await until(`${this.name} follows`, () => primary.sql("select count(*) from pg_stat_replication where application_name = 'standby' and state = 'streaming'") === '1');
    primary.waitForStandby(true);
    await until(`${this.name} is synchronous`, () => primary.sql("select count(*) from pg_stat_replication where sync_state = 'sync'") === '1');
  }
}

/** A node of the catalogue. */
export class Node {
  constructor(name, app, port, settings) {
    [this.name, this.port, this.base] = [name, port, `http://127.0.0.1:${port}`];
    this.command = ['dotnet', join(app, 'DataCatalog.dll'), `--urls=${this.base}`, '--Catalog:DumpMinutes=0', ...settings];
  }

  /** A node that ends by itself is started again, as systemd would: it cannot start while the primary is away. */
  begin() {
    const child = this.process = begin(this.command, `${this.name}.log`);
    child.on('exit', async () => {
      await sleep(1000);
      if (this.process === child) this.begin();
    });
  }

  async answers() {
    await until(`${this.name} answers`, async () => (await fetch(`${this.base}/datasets?pageSize=1`).catch(() => null))?.ok, 180);
  }

  kill() {
    kill(this.process);
    this.process = null;
  }
}

/** nginx in front of all nodes: what one of them cannot answer, another one is asked. */
export async function startProxy(port, nodes) {
  mkdirSync(join(work, 'nginx'));
  writeFileSync(join(work, 'nginx.conf'), `
daemon off; master_process off; pid ${work}/nginx/pid; error_log ${work}/nginx.log;
events { worker_connections 256; }
http {
  access_log off; client_body_temp_path ${work}/nginx/b; proxy_temp_path ${work}/nginx/p; fastcgi_temp_path ${work}/nginx/f;
  uwsgi_temp_path ${work}/nginx/u; scgi_temp_path ${work}/nginx/s;
  upstream nodes { ${nodes.map(node => `server 127.0.0.1:${node.port} max_fails=1 fail_timeout=2s;`).join(' ')} }
  server {
    listen 127.0.0.1:${port};
    location / { proxy_pass http://nodes; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_connect_timeout 2s; proxy_read_timeout 40s;
      proxy_next_upstream error timeout http_502 http_503 http_504; proxy_next_upstream_tries 2; }
  }
}`);
  begin(['nginx', '-c', join(work, 'nginx.conf'), '-p', work], 'nginx.log');
  await until('nginx answers', async () => (await fetch(`http://127.0.0.1:${port}/datasets?pageSize=1`).catch(() => null))?.ok);
}

#!/usr/bin/env node
// A cluster under failures: a primary of PostgreSQL with a synchronous standby, two nodes (one reads the primary, one the standby, which is a second late) and nginx in front. Clients
// harvest and `seed` writes all the time, while a node, the standby and the primary are killed and come back; once the standby takes over, and the old primary
// becomes its standby. At the end nothing may be lost, doubled or older than it was. Needs nginx, Node 20 and Debian's
// postgresql.
//
//   dotnet publish src/DataCatalog -c Release -o FOLDER
//   tests/cluster/run.mjs --app=FOLDER [--rounds=1] [--short] [--port=5410] [--postgres=54410] [--forget]
//
// With --short the standby is not killed, and the old primary stays away. It takes two and a half minutes for the first round, or one and a half with --short.
// With --forget the clients do not send back what they were shown: then the script must fail, since the two nodes are not equally new.
import { mkdirSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { Follower, Reader, Walker } from './clients.mjs';
import { addedBy, copySeed, MARK, titleOf, writeSeed } from './seeds.mjs';
import { Node, Server, sleep, startProxy, until, work } from './servers.mjs';

const options = { rounds: '1', port: '5410', postgres: '54410' };
for (const argument of process.argv.slice(2)) {
  const [, name, value] = argument.match(/^--([a-z]+)(?:=(.*))?$/) ?? [];
  options[name] = value ?? true;
}
if (!options.app) { console.error('Give --app=FOLDER.'); process.exit(2); }

const CALM_MS = 3_000;
const app = resolve(options.app);
const [port, postgres] = [Number(options.port), Number(options.postgres)];
const cluster = { ends: false, sendsBack: !options.forget, lives: new Map(), acknowledged: [], failed: 0 };
const start = Date.now();
const say = text => console.log(`${((Date.now() - start) / 1000).toFixed(1).padStart(6)} s  ${text}`);
const faults = [];

let [primary, standby] = [new Server('db1', postgres), new Server('db2', postgres + 1)];
const settings = preference => [`--Catalog:PublicBaseUrl=http://localhost:${port + 2}`, `--Catalog:SeedData=${join(work, 'seed')}`,
  `--Catalog:Database=Host=127.0.0.1:${postgres},127.0.0.1:${postgres + 1};Database=catalogue;Username=catalogue;Target Session Attributes=${preference}`];
const nodes = [new Node('node1', app, port, settings('prefer-primary')), new Node('node2', app, port + 1, settings('prefer-standby'))];

/** Runs `seed`; returns whether it has said that everything is stored. */
const seed = () => new Promise(done => spawn('dotnet', [join(app, 'DataCatalog.dll'), 'seed', '--withdraw-missing', ...settings('prefer-primary')],
  { cwd: work, stdio: 'ignore' }).on('exit', code => done(code === 0)));

/** Loads one seed after the other. One that fails may be stored or not, so the same one is loaded again. */
async function write(rows) {
  for (let number = 1; !cluster.ends; number++) {
    writeSeed(join(work, 'seed'), rows, number);
    const [added, gone] = [addedBy(number), addedBy(number - 2)];
    if (cluster.lives.has(gone)) cluster.lives.get(gone).withdrawn = Date.now();
    cluster.lives.set(added, {});
    while (!await seed()) {
      cluster.failed++;
      await sleep(500);
    }
    cluster.acknowledged.push(number);
    cluster.lives.get(added).acknowledged = Date.now();
  }
}

/** After a failure the cluster must take writes again. */
async function writes() {
  const before = cluster.acknowledged.length;
  await until('a seed is acknowledged', () => cluster.acknowledged.length > before, 90);
}

async function restartStandby() {
  say(`${standby.name}, the standby, is killed and starts again`);
  standby.kill();
  primary.waitForStandby(false);
  await sleep(CALM_MS);
  await standby.start();
  await standby.follow(primary);
  await writes();
}

/** Each thing is killed in turn, and time passes in between. */
async function fail() {
  say('node1 is killed');
  nodes[0].kill();
  await sleep(CALM_MS);
  nodes[0].begin();
  if (!options.short) await nodes[0].answers();

  say(`${primary.name}, the primary, is killed and starts again`);
  primary.kill();
  await sleep(CALM_MS);
  await primary.start();
  await writes();

  if (!options.short) await restartStandby();
  say(`${primary.name} is killed and ${standby.name} takes over`);
  primary.kill();
  await sleep(CALM_MS / 2);
  standby.promote();
  standby.waitForStandby(false);
  [primary, standby] = [standby, primary];
  await writes();
  if (options.short) return;

  say(`${standby.name} becomes a standby`);
  standby.copy(primary);
  await standby.start();
  await standby.follow(primary);
  await writes();
}

/** Both nodes give the same bytes and tags. */
async function compare() {
  const last = primary.sql('select max(sequence) from change', 'catalogue');
  const paths = ['/', '/catalog.nt?pageSize=100', '/catalog.jsonld?pageSize=100&page=2', '/datasets?pageSize=100', '/datasets?q=eau&facets=all', '/changes', '/feed.atom',
    ...primary.sql('select id from dataset where withdrawn_at is null order by id limit 60', 'catalogue').split('\n').map(id => `/datasets/${id}.ttl`)];
  for (const path of paths) {
    const [one, other] = await Promise.all(nodes.map(async node => {
      let found;
      await until(`${node.name} answers ${path}`, async () => (found = await fetch(node.base + path, { headers: { 'Catalog-Sequence': last } })).ok || found.status < 500);
      return `${found.status} ${found.headers.get('ETag')} ${found.headers.get('Catalog-Sequence')} ${await found.text()}`;
    }));
    if (one !== other) faults.push(`${path}: the nodes differ:\n${one.slice(0, 200)}\n${other.slice(0, 200)}`);
  }
  return paths.length;
}

/** Everything that a `seed` has acknowledged is in the log of changes, in its order, and the last of it is shown. */
async function checkWrites(follower) {
  const written = primary.sql(`select document from change where kind = 'dataset' and id = '${MARK}' order by sequence`, 'catalogue').split('\n');
  const titles = written.map(document => JSON.parse(document).title.fr);
  const expected = cluster.acknowledged.map(titleOf);
  const found = titles.filter(title => expected.includes(title));
  if (found.join() !== expected.join()) faults.push(`Acknowledged: ${expected.join('; ')}. Stored: ${found.join('; ')}.`);
  for (const node of nodes) {
    const shown = JSON.parse(await (await fetch(`${node.base}/datasets/${MARK}.json`)).text()).title.fr;
    if (shown !== expected.at(-1)) faults.push(`${node.name} shows '${shown}', and the last seed was '${expected.at(-1)}'.`);
  }
  const log = primary.sql("select sequence, kind, operation from change where kind <> 'synonyms' order by sequence", 'catalogue').split('\n');
  const followed = follower.changes.map(change => [change.sequence, change.kind, change.operation].join('|'));
  if (log.join() !== followed.join()) faults.push(`The log has ${log.length} changes, and a client that followed it has ${followed.length}, or others.`);
  return { changes: log.length, withdrawn: log.filter(change => change.endsWith('|withdraw')).length };
}

say(`starting, in ${work}`);
mkdirSync(join(work, 'seed'));
const rows = copySeed(resolve(import.meta.dirname, '../../seed-data'), join(work, 'seed'));
primary.create();
await primary.start();
primary.sql('create role catalogue login');
primary.sql('create database catalogue owner catalogue');
standby.copy(primary);
await standby.start();
await standby.follow(primary);
nodes.forEach(node => node.begin());
for (const node of nodes) await node.answers();
await startProxy(port + 2, nodes);
rows.slice(1).forEach(row => cluster.lives.set(row.split(',')[0], { acknowledged: 0 }));

const base = `http://127.0.0.1:${port + 2}`;
const follower = new Follower('the follower of changes', base, cluster);
const walker = new Walker('the walker', base, cluster);
const clients = [follower, walker, new Reader('a reader', base, cluster), new Reader('another reader', base, cluster)];
const runs = Promise.all([write(rows), ...clients.map(client => client.run())]);
runs.catch(exception => { console.error(exception); process.exit(1); });
await sleep(CALM_MS);
for (let round = 0; round < Number(options.rounds); round++) await fail();
for (const node of nodes) await node.answers();
say('everything is there again');
cluster.ends = true;
await runs;
follower.shown = Number(primary.sql('select max(sequence) from change', 'catalogue'));
await follower.read();
const compared = await compare();
const counts = await checkWrites(follower);

say('counts:');
console.log(`  seeds: ${cluster.acknowledged.length} acknowledged, ${cluster.failed} refused and loaded again`);
console.log(`  changes: ${counts.changes} in the log, of which ${counts.withdrawn} withdrawals; ${follower.changes.length} were followed`);
console.log(`  walks through the catalogue: ${walker.walks} (${walker.pages} pages), ${cluster.lives.size} datasets`);
clients.forEach(client => console.log(`  ${client.name}: ${client.answers} answers, ${client.refused} refused and asked again, up to change ${client.shown}`));
console.log(`  addresses with equal bytes and tags on both nodes: ${compared}`);
if (cluster.acknowledged.length === 0 || walker.walks === 0) faults.push('Nothing was written, or no walk was completed.');
for (const client of clients) for (const fault of client.faults) faults.push(`${client.name}: ${fault}`);
faults.slice(0, 40).forEach(fault => console.log(`FAULT ${fault}`));
console.log(faults.length === 0 ? 'No fault.' : `${faults.length} faults.`);
process.exit(faults.length === 0 ? 0 : 1);

#!/usr/bin/env node
// Measures one catalogue on both engines, side by side: a file of SQLite, PostgreSQL with one node, and PostgreSQL with two nodes. All take turns in each round.
// Everything runs on the same machine and nothing is bound to a core, so PostgreSQL, its nodes and the clients share what SQLite has for itself.
// Needs Linux, Node 20 and wrk.
//
//   dotnet publish src/DataCatalog -c Release -o APP
//   dotnet APP/DataCatalog.dll copy --from FILE --to SERVER      (SERVER is a connection string of an empty database)
//   tests/load/engines/run.mjs --app=APP --file=FILE --server=SERVER [--rounds=3] [--seconds=3] [--port=5290] [--report=FILE.json]
//
// FILE and SERVER get some new titles, by `seed`. FILE is best made by the verb 'synthesize' of tests/DataCatalog.Benchmarks.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { copySeed, writeSeed } from '../../cluster/seeds.mjs';

const options = { rounds: '3', seconds: '3', port: '5290' };
for (const argument of process.argv.slice(2)) {
  const [, name, value] = argument.match(/^--([a-z]+)=(.*)$/) ?? fail(`'${argument}' is not --name=value.`);
  options[name] = value;
}
if (!options.app || !options.file || !options.server) fail('Give --app=FOLDER, --file=FILE and --server=TEXT.');

const CONNECTIONS = 8;
const QUESTIONS = 60;
const START_MS = 300_000;
const work = mkdtempSync(join(tmpdir(), 'engines-'));
const children = [];
process.on('exit', () => { children.forEach(child => child.kill('SIGKILL')); rmSync(work, { recursive: true, force: true }); });
process.on('SIGINT', () => process.exit(1));

function fail(text) { console.error(text); process.exit(2); }
const sleep = time => new Promise(done => setTimeout(done, time));
const sorted = values => values.toSorted((a, b) => a - b);
const median = values => sorted(values)[Math.floor(values.length / 2)];

/** Starts a node that keeps almost nothing, and waits until its data are in memory. */
async function start(port, database) {
  const child = spawn('dotnet', [join(options.app, 'DataCatalog.dll'), `--urls=http://127.0.0.1:${port}`, `--Catalog:Database=${database}`,
    '--Catalog:PublicBaseUrl=http://localhost:5080', '--Catalog:DumpMinutes=0', '--Catalog:CacheMegabytes=1'], { stdio: ['ignore', 'pipe', 'inherit'], cwd: work });
  children.push(child);
  let log = '';
  child.stdout.on('data', text => { log += text; });
  const began = Date.now();
  while (!log.includes('Ready to search')) {
    if (child.exitCode !== null || Date.now() - began > START_MS) fail(`A node did not start:\n${log}`);
    await sleep(100);
  }
  return (Date.now() - began) / 1000;
}

/** Runs wrk at all nodes of a side at once; returns the requests a second of all. */
async function rate(side, paths) {
  const runs = side.ports.map(async (port, index) => {
    const lua = join(work, `${port}.lua`);
    writeFileSync(lua, `local paths = {${paths.map(path => JSON.stringify(path)).join(',')}}\nlocal n = ${Math.floor(index * paths.length / 2)}\n`
      + 'request = function() n = n % #paths + 1; return wrk.format("GET", paths[n]) end\n');
    const child = spawn('wrk', ['-t1', `-c${CONNECTIONS / side.ports.length}`, `-d${options.seconds}s`, '-s', lua, `http://127.0.0.1:${port}`]);
    let text = '';
    child.stdout.on('data', part => { text += part; });
    await new Promise(done => child.on('exit', done));
    if (/Non-2xx/.test(text)) console.error(text);
    return Number(text.match(/Requests\/sec:\s+([\d.]+)/)[1]);
  });
  return (await Promise.all(runs)).reduce((sum, one) => sum + one, 0);
}

/** Asks one question after the other, each of the next node; returns times in milliseconds. */
async function times(side, path, round) {
  const found = [];
  for (let number = 0; number < QUESTIONS; number++) {
    const before = performance.now();
    const answer = await fetch(`http://127.0.0.1:${side.ports[number % side.ports.length]}${path(round * QUESTIONS + number)}`);
    await answer.arrayBuffer();
    if (!answer.ok) fail(`${path(number)} is answered with ${answer.status}.`);
    found.push(performance.now() - before);
  }
  return found;
}

/** Loads a seed of which some titles are new; returns the seconds that it took. */
function seed(database) {
  const began = Date.now();
  const ended = spawnSync('dotnet', [join(options.app, 'DataCatalog.dll'), 'seed', `--Catalog:Database=${database}`, '--Catalog:PublicBaseUrl=http://localhost:5080',
    `--Catalog:SeedData=${join(work, 'seed')}`], { encoding: 'utf8', cwd: work, stdio: ['ignore', 'ignore', 'pipe'] });
  if (ended.status !== 0) fail(ended.stderr);
  return (Date.now() - began) / 1000;
}

const port = Number(options.port);
const file = resolve(options.file);
const sides = [
  { name: 'SQLite', ports: [port], database: file },
  { name: 'PostgreSQL, one node', ports: [port + 1], database: options.server },
  { name: 'PostgreSQL, two nodes', ports: [port + 1, port + 2], database: options.server },
];
const report = { at: new Date().toISOString(), start: {}, rates: {}, times: {} };
for (const [name, at, database] of [['SQLite', port, file], ['PostgreSQL', port + 1, options.server], ['PostgreSQL, second node', port + 2, options.server]]) {
  report.start[name] = await start(at, database);
}
console.log(`ready to search after: ${JSON.stringify(report.start)}`);

const ids = Array.from({ length: 5000 }, (_, number) => `/datasets/synthetique-${((number * 7919) % 50_000).toString(16).padStart(6, '0')}`);
const cases = {
  'dataset, ready': ids.slice(0, 1),
  'dataset, made anew': ids,
  'page of 20 datasets, made anew': Array.from({ length: 1000 }, (_, number) => `/datasets?page=${number + 1}&pageSize=20`),
};
const classes = {
  'frequent word': number => `/datasets.json?q=commune&page=${number + 1}`,
  'two words': number => `/datasets.json?q=eau+commune&page=${number + 1}`,
  'filtered and sorted': number => `/datasets.json?format=CSV&sort=modified&page=${number + 1}`,
  everything: number => `/search.json?q=eau&page=${number + 1}`,
  suggestion: number => `/suggest?q=${'abcdeflmnprst'[number % 13]}${'aeiou'[Math.floor(number / 13) % 5]}&limit=${5 + (Math.floor(number / 65) % 15)}`,
};

for (const [name, paths] of Object.entries(cases)) {
  const rates = sides.map(() => []);
  for (let round = 0; round <= Number(options.rounds); round++) {
    for (const [index, side] of sides.entries()) {
      const found = await rate(side, paths);
      if (round > 0) rates[index].push(found); // the first round warms up
    }
  }
  report.rates[name] = Object.fromEntries(sides.map((side, index) => [side.name, { rate: median(rates[index]), all: rates[index] }]));
  console.log(`${name}: ${sides.map((side, index) => `${side.name} ${median(rates[index]).toFixed(0)}/s (${(median(rates[index].map((one, at) => one / rates[0][at]))).toFixed(2)})`).join(' | ')}`);
}

for (const [name, path] of Object.entries(classes)) {
  const found = sides.map(() => []);
  for (let round = 0; round <= Number(options.rounds); round++) {
    for (const [index, side] of sides.entries()) {
      const asked = await times(side, path, round * sides.length + index);
      if (round > 0) found[index].push(...asked);
    }
  }
  const at = (index, share) => sorted(found[index])[Math.floor(share * (found[index].length - 1))];
  report.times[name] = Object.fromEntries(sides.map((side, index) => [side.name, { p50: at(index, 0.5), p99: at(index, 0.99) }]));
  console.log(`search, ${name}: ${sides.map((side, index) => `${side.name} p50 ${at(index, 0.5).toFixed(1)} ms p99 ${at(index, 0.99).toFixed(1)} ms`
    + ` (${(at(index, 0.5) / at(0, 0.5)).toFixed(2)}, ${(at(index, 0.99) / at(0, 0.99)).toFixed(2)})`).join(' | ')}`);
}

mkdirSync(join(work, 'seed'));
const rows = copySeed(resolve(import.meta.dirname, '../../../seed-data'), join(work, 'seed'));
const seeding = { SQLite: [], PostgreSQL: [] };
for (let round = 1; round <= Number(options.rounds) + 1; round++) {
  writeSeed(join(work, 'seed'), rows, round);
  const found = [seed(file), seed(options.server)];
  if (round > 1) { seeding.SQLite.push(found[0]); seeding.PostgreSQL.push(found[1]); }
}
report.seeding = seeding;
console.log(`seed with new titles: SQLite ${median(seeding.SQLite).toFixed(1)} s | PostgreSQL ${median(seeding.PostgreSQL).toFixed(1)} s`);
if (options.report) writeFileSync(options.report, JSON.stringify(report, null, 1));
process.exit(0);

#!/usr/bin/env node
// Lets the published service work at half of what it can, for a long time, while `seed` changes entries beside it; writes one row of a Markdown table for each
// part of the time: private memory, threads, open files, the log and the file of the database, answers, errors and times. Needs Linux, two cores and Node 20.
//
//   dotnet publish src/DataCatalog -c Release -o FOLDER
//   tests/load/soak/run.mjs --app=FOLDER [--minutes=30] [--parts=10] [--port=5290] [--seedminutes=2] [--report=FILE.md]
//
// The service has a folder of its own, which goes with the script, and dumps and backups are on. The mix of questions is half ready answers, half ones that must be
// made. Exit status 1: an answer other than 200, a `seed` that failed, or memory, threads or files that grew by more than a tenth (memory: and
// 15 MB) from the second third of the time to the last.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const options = { minutes: '30', parts: '10', port: '5290', seedminutes: '2' };
for (const argument of process.argv.slice(2)) {
  const [, name, value] = argument.match(/^--([a-z]+)=(.*)$/) ?? fail(`'${argument}' is not --name=value.`);
  options[name] = value;
}
if (!options.app || !(Number(options.parts) >= 3)) fail('Give --app=FOLDER, and at least three parts.');

const CLIENTS = 16;
const PROBE_SECONDS = 20;
const SLUGGISH_START_MS = 120_000;
const MEGABYTE = 1024 * 1024;
const GROWTH = 1.1;
const MEMORY_MARGIN = 15;
const base = `http://127.0.0.1:${options.port}`;
const work = mkdtempSync(join(tmpdir(), 'soak-'));
const database = join(work, 'catalog.db');
const children = new Set();
process.on('exit', () => { children.forEach(child => child.kill('SIGKILL')); rmSync(work, { recursive: true, force: true }); });
process.on('SIGINT', () => process.exit(1));

function fail(text) { console.error(text); process.exit(2); }

function run(...more) {
  const child = spawn('dotnet', [join(options.app, 'DataCatalog.dll'), ...more, `--Catalog:Database=${database}`, `--Catalog:PublicBaseUrl=${base}`,
    `--Catalog:SeedData=${join(work, 'seed-data')}`], { stdio: ['ignore', 'ignore', 'inherit'], cwd: work });
  children.add(child);
  child.ended = new Promise(done => child.on('exit', code => { children.delete(child); done(code); }));
  return child;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: CLIENTS });
const seen = { answers: 0, errors: 0, times: [] };

function get(path, headers = {}) {
  return new Promise(done => {
    const begun = performance.now();
    const request = http.get(base + path, { agent, headers }, response => {
      response.on('data', () => {});
      response.on('end', () => end(response.statusCode === 200, response.statusCode));
      response.on('error', () => end(false, 'broken'));
    });
    request.on('error', () => end(false, 'no answer'));
    const end = (isRight, what) => {
      seen.answers++;
      seen.times.push(performance.now() - begun);
      if (!isRight && seen.errors++ < 5) console.error(`${what}: ${path}`);
      done();
    };
  });
}

/** The questions: those of the first list are soon ready, those of the second are ever new. */
const datasets = [];
const any = list => list[Math.floor(Math.random() * list.length)];
const words = 'eau cantine budget marche deliberation adresse arbre dechet ecole velo energie urbanisme cadastre voirie election population'.split(' ');
const communes = '35238 75056 13055 69123 2A004 97411 35239 01004 59350 33063'.split(' ');
const ready = [
  () => [any(datasets)], () => [`/datasets.json?q=${any(words)}`], () => ['/catalog.ttl?pageSize=100'], () => ['/'], () => [`/territories/commune:${any(communes)}/mapping.json`],
  () => [any(datasets), { Accept: 'text/html' }], () => ['/suggest?q=ren'], () => ['/dumps/catalog.ttl.gz'], () => ['/health/ready'],
];
const made = [
  () => [`/datasets.json?q=${any(words)}+${Math.random().toString(36).slice(2, 8)}`], () => [`/catalog.jsonld?pageSize=${20 + Math.floor(Math.random() * 80)}`],
  () => [`/suggest?q=${any(words).slice(0, 1 + Math.floor(Math.random() * 4))}&limit=${1 + Math.floor(Math.random() * 20)}`],
  () => [`/territories/commune:${any(communes)}/datasets.json?q=${any(words)}&pageSize=${5 + Math.floor(Math.random() * 20)}`],
  () => [`/search.json?q=${any(words)}+${any(words)}`], () => [`/changes?since=${Math.floor(Math.random() * 40_000)}`], () => [`/datasets?q=${any(words)}`, { Accept: 'text/html' }],
];
const ask = () => get(...any(Math.random() < 0.5 ? ready : made)());

/** Asks as fast as the answers come; returns the rate. */
async function probe(seconds) {
  const end = performance.now() + seconds * 1000;
  const before = seen.answers;
  await Promise.all(Array.from({ length: CLIENTS }, async () => { while (performance.now() < end) await ask(); }));
  return (seen.answers - before) / seconds;
}

/** Asks at a rate until a time, whatever the answers take. */
async function askAt(rate, until) {
  const begun = performance.now();
  for (let asked = 0; performance.now() < until;) {
    for (const due = ((performance.now() - begun) / 1000) * rate; asked < due; asked++) ask();
    await sleep(5);
  }
}

function held(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const value = name => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)[1]);
  const size = file => (existsSync(file) ? statSync(file).size / MEGABYTE : 0);
  return { memory: value('RssAnon') / 1024, threads: value('Threads'), files: readdirSync(`/proc/${pid}/fd`).length, log: size(`${database}-wal`), file: size(database) };
}

const state = { isOver: false, seeds: 0, failedSeeds: 0 };

/** Changes a row of the seed and loads it, again and again. */
async function keepSeeding() {
  const path = join(work, 'seed-data', 'datasets.csv');
  for (let number = 1; !state.isOver; number++) {
    await sleep(Number(options.seedminutes) * 60_000);
    if (state.isOver) return;
    writeFileSync(path, readFileSync(path, 'utf8').replace(/(\(\d+\) )?Arbres/, `(${number}) Arbres`));
    const code = await run('seed').ended;
    state.seeds++;
    if (code !== 0) state.failedSeeds++;
  }
}

cpSync(join(options.app, 'seed-data'), join(work, 'seed-data'), { recursive: true });
const server = run(`--urls=${base}`, `--Catalog:BackupFolder=${join(work, 'backups')}`, '--Catalog:BackupsKept=2', '--Catalog:DumpMinutes=1', '--Catalog:BackupHours=1');
server.ended.then(code => { if (!state.isOver) fail(`The service ended with ${code}.`); });
for (const end = Date.now() + SLUGGISH_START_MS; !(await fetch(`${base}/dumps`).catch(() => null))?.ok;) {
  if (Date.now() > end) fail('The service did not start.');
  await sleep(500);
}
for (let next = `${base}/datasets.json?pageSize=100`; next;) {
  const page = await (await fetch(next)).json();
  datasets.push(...page.member.map(member => new URL(member.id).pathname));
  next = page.view.next;
}
await probe(PROBE_SECONDS); // warms up
const rate = (await probe(PROBE_SECONDS)) / 2;
const lines = [`Half load: ${rate.toFixed(0)} requests a second.`, '',
  '| minute | private memory, most | threads | open files | log of the database | file | answers | errors | p50 | p99 |', '|---|---|---|---|---|---|---|---|---|---|'];
console.log(lines.join('\n'));
keepSeeding();
const parts = [];
for (let part = 1; part <= Number(options.parts); part++) {
  Object.assign(seen, { answers: 0, times: [], ...(part === 1 ? { errors: 0 } : {}) });
  const errors = seen.errors;
  const most = held(server.pid);
  const sampling = setInterval(() => { const now = held(server.pid); for (const name in now) most[name] = Math.max(most[name], now[name]); }, 1000);
  await askAt(rate, performance.now() + (Number(options.minutes) * 60_000) / Number(options.parts));
  clearInterval(sampling);
  parts.push(most);
  const times = seen.times.toSorted((a, b) => a - b);
  const at = share => `${times[Math.floor(times.length * share)].toFixed(1)} ms`;
  lines.push(`| ${((part * Number(options.minutes)) / Number(options.parts)).toFixed(0)} | ${most.memory.toFixed(0)} MB | ${most.threads} | ${most.files} | ${most.log.toFixed(0)} MB `
    + `| ${most.file.toFixed(1)} MB | ${times.length} | ${seen.errors - errors} | ${at(0.5)} | ${at(0.99)} |`);
  console.log(lines.at(-1));
}
state.isOver = true;
const third = Math.floor(parts.length / 3);
const mean = (list, name) => list.reduce((sum, part) => sum + part[name], 0) / list.length;
const grown = ['memory', 'threads', 'files'].filter(name => {
  const [before, after] = [mean(parts.slice(third, 2 * third), name), mean(parts.slice(-third), name)];
  return after > before * GROWTH && (name !== 'memory' || after > before + MEMORY_MARGIN);
});
lines.push('', `${state.seeds} loads beside it, ${state.failedSeeds} failed; ${seen.errors} errors; ${grown.length === 0 ? 'nothing grew' : `grew: ${grown.join(', ')}`}.`);
console.log(lines.at(-1));
if (options.report) writeFileSync(options.report, lines.join('\n') + '\n');
process.exit(seen.errors > 0 || state.failedSeeds > 0 || grown.length > 0 ? 1 : 0);

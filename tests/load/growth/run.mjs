#!/usr/bin/env node
// Measures how the service grows with the number of datasets: for each size, a copy of a seeded database gets synthetic datasets, a server starts on it and is
// asked. Needs Linux and Node 20. One client asks one question after the other. No dumps are built.
//
//   dotnet publish src/DataCatalog -c Release -o APP
//   dotnet build tests/DataCatalog.Benchmarks -c Release -o BENCH
//   tests/load/growth/run.mjs --app=APP --bench=BENCH --database=SEEDED [--sizes=1000,10000,100000] [--made=SIZE:FILE,…] [--port=5280] [--seconds=5] [--minutes=30] [--report=FILE.json]
//
// --made names databases that have their datasets already, made by the verb 'synthesize' of BENCH: a million takes half an hour. Their import is not measured.
// --seconds bounds each kind of question, --minutes the whole run: what it does not reach is left out. growth/plot.mjs makes a table and a picture of the report.
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const options = { sizes: '1000,10000,100000', port: '5280', seconds: '5', minutes: '30' };
for (const argument of process.argv.slice(2)) {
  const [, name, value] = argument.match(/^--([a-z]+)=(.*)$/) ?? fail(`'${argument}' is not --name=value.`);
  options[name] = value;
}
if (!options.app || !options.bench || !options.database) fail('Give --app=FOLDER, --bench=FOLDER and --database=FILE.');

const TICKS_A_SECOND = 100;
const MEGABYTE = 1024 * 1024;
const BASE = `http://127.0.0.1:${options.port}`;
const end = Date.now() + Number(options.minutes) * 60_000;
const work = mkdtempSync(join(dirname(resolve(options.database)), 'growth-')); // beside the database, where there is room for it
const children = new Set();
process.on('exit', () => { children.forEach(child => child.kill('SIGKILL')); rmSync(work, { recursive: true, force: true }); });
process.on('SIGINT', () => process.exit(1));

/** The kinds of question. Each is asked with ever new numbers, so that no answer is ready. */
const hex = number => number.toString(16).padStart(6, '0');
const questions = size => ({
  'search, frequent word': number => `/datasets?q=commune&page=${number + 1}`,
  'search, two words': number => `/datasets?q=eau+commune&page=${number + 1}`,
  'search, filtered': number => `/datasets?format=CSV&sort=modified&page=${number + 1}`,
  'search through everything': number => `/search?q=eau&page=${number + 1}`,
  suggestion: number => `/suggest?q=${'abcdeflmnprst'[number % 13]}${'aeiou'[Math.floor(number / 13) % 5]}&limit=${5 + (Math.floor(number / 65) % 15)}`,
  dataset: number => `/datasets/synthetique-${hex((number * 7919) % size)}`,
});

function fail(text) { console.error(text); process.exit(2); }
const pause = time => new Promise(done => setTimeout(done, time));
/** The processor time that a process has used, in seconds. */
const processor = pid => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
};
const privateMegabytes = pid => Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/RssAnon:\s+([0-9]+)/)[1]) / 1024;

/** Runs a program to its end; returns its processor time and the most private memory that was seen. */
async function run(program, ...args) {
  const child = spawn('dotnet', [program, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  children.add(child);
  const used = { processor: 0, megabytes: 0 };
  let code;
  child.on('exit', status => { code = status ?? 1; });
  while (code === undefined) {
    try {
      used.processor = processor(child.pid);
      used.megabytes = Math.max(used.megabytes, privateMegabytes(child.pid));
    } catch { /* It has ended between two looks. */ }
    if (Date.now() > end) { child.kill(); used.isLate = true; }
    await pause(100);
  }
  children.delete(child);
  if (code !== 0 && !used.isLate) fail(`${program} ended with ${code}.`);
  return used;
}

/** Starts the service; waits until it answers, then until its data are in memory. */
async function start(database) {
  const args = [join(options.app, 'DataCatalog.dll'), `--urls=${BASE}`, `--Catalog:Database=${database}`, '--Catalog:PublicBaseUrl=http://localhost:5080', '--Catalog:DumpMinutes=0'];
  const child = spawn('dotnet', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(child);
  let log = '';
  child.stdout.on('data', text => { log += text; });
  const began = Date.now();
  const reached = async test => {
    while (!await test()) {
      if (child.exitCode !== null || Date.now() > end) fail(`The service did not start:\n${log}`);
      await pause(20);
    }
    return { seconds: (Date.now() - began) / 1000, processor: processor(child.pid) };
  };
  const answer = await reached(() => fetch(`${BASE}/datasets/synthetique-000000`).then(got => got.ok, () => false));
  const ready = await reached(() => log.includes('Ready to search'));
  return { child, answer, ready };
}

/** Asks questions until the time is up; returns times in milliseconds. */
async function ask(path) {
  const times = [];
  let busy = 0;
  const until = Math.min(end, Date.now() + Number(options.seconds) * 1000);
  for (let number = 0; Date.now() < until; number++) {
    const before = performance.now();
    const got = await fetch(BASE + path(number), { headers: { accept: 'application/json' } });
    await got.arrayBuffer();
    if (got.status === 503) { busy++; await pause(500); continue; } // its limits of time and of work at once
    if (got.ok) times.push(performance.now() - before);
    else if (number === 0) fail(`${path(number)} is answered with ${got.status}.`);
    else break; // no such page
  }
  times.sort((one, other) => one - other);
  const at = share => times[Math.floor(share * (times.length - 1))];
  return { count: times.length, busy, p50: at(0.5), p99: at(0.99) };
}

/** Walks through the catalogue until the time is up; returns the times of its pages. */
async function walk() {
  let next = `${BASE}/catalog.nt?pageSize=100`;
  const times = [];
  const until = Math.min(end, Date.now() + Number(options.seconds) * 1000);
  while (next && Date.now() < until) {
    const before = performance.now();
    const page = await (await fetch(next)).text();
    times.push(performance.now() - before);
    const address = page.match(/hydra\/core#next> <([^>]+)>/)?.[1];
    next = address && BASE + new URL(address).pathname + new URL(address).search;
  }
  times.sort((one, other) => one - other);
  return { pages: times.length, isWhole: !next, p50: times[Math.floor(times.length / 2)], p99: times[Math.floor(0.99 * (times.length - 1))] };
}

async function measure(size, made) {
  const database = made ?? join(work, `${size}.db`);
  let synthesis = null;
  if (!made) {
    copyFileSync(options.database, database);
    synthesis = await run(join(options.bench, 'DataCatalog.Benchmarks.dll'), 'synthesize', database, '--datasets', String(size));
    if (synthesis.isLate) return { size, isLate: true };
  }
  const service = await start(database);
  await pause(3000); // it gives back what its start took
  const result = {
    size, megabytes: statSync(database).size / MEGABYTE, import: synthesis, answer: service.answer, ready: service.ready,
    rest: privateMegabytes(service.child.pid), asked: {},
  };
  for (const [name, path] of Object.entries(questions(size))) result.asked[name] = await ask(path);
  result.walk = await walk();
  result.loaded = privateMegabytes(service.child.pid);
  service.child.kill();
  await new Promise(done => service.child.on('exit', done));
  children.delete(service.child);
  if (!made) rmSync(database);
  return result;
}

const results = [];
const sizes = [...options.sizes.split(','), ...(options.made?.split(',') ?? [])].map(text => text.split(':'));
for (const [size, made] of sizes) {
  if (Date.now() > end) break;
  results.push(await measure(Number(size), made));
  console.log(JSON.stringify(results.at(-1)));
}
if (options.report) writeFileSync(options.report, JSON.stringify({ at: new Date().toISOString(), results }, null, 1));
process.exit(0);

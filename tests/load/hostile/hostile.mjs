// Hostile clients of one kind, and one normal client beside them; prints a row of a Markdown table. run.sh starts the service and calls this:
//
//   node hostile.mjs list                                    the kinds
//   node hostile.mjs head                                    the head of the table
//   node hostile.mjs attack KIND PORT PID SECONDS [CLIENTS]  one row; 200 clients unless said otherwise
//
// The normal client is a process of its own, with a connection for each request, one request every 50 ms: first alone (quiet), then while the others are
// at work. Everything ends by itself. Exit status 1: the service died, or the normal client got no answer.
import { fork } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

const host = '127.0.0.1';
const elsewhere = '127.0.0.2'; // the hostile clients have an address of their own, as they would have
const patience = 10_000; // ms that the normal client waits for an answer
const quietSeconds = 4;

const normalMix = [
  '/', '/datasets/qualite-eau-robinet.json', '/datasets.json?q=eau&pageSize=20', '/suggest?q=canti',
  '/territories/commune:35238/datasets.json?pageSize=20', '/territories/commune:35238/mapping.json?competence=eau', '/catalog.jsonld?pageSize=20',
];

const words = 'eau cantine budget marche deliberation adresse arbre dechet ecole velo energie urbanisme cadastre voirie election population qualite air bruit parking'.split(' ');
const anyOf = (list) => list[Math.floor(Math.random() * list.length)];
const junk = () => Math.random().toString(36).slice(2, 10);
let serial = 0;

const longAddresses = [
  () => `/territories/${'9'.repeat(7900)}`, () => `/territories/${'9'.repeat(7800)}/mapping`, () => `/territories/commune:${'9'.repeat(7800)}/datasets`,
  () => `/datasets?territory=commune:${'9'.repeat(7800)}`, () => `/catalog?territory=commune:${'9'.repeat(7800)}`, () => `/territories?within=${'9'.repeat(7900)}`,
  () => `/datasets?q=${'a%20'.repeat(1900)}`, () => `/suggest?q=${'x'.repeat(7900)}`, () => `/territories?q=${'%C3%A9'.repeat(1300)}`,
];
const coldCatalog = () => `/catalog.${anyOf(['jsonld', 'ttl', 'rdf', 'nt'])}?pageSize=${50 + Math.floor(Math.random() * 51)}&modifiedSince=${new Date(946684800000 + 1000 * serial++).toISOString()}`
  + anyOf(['', '&page=2', '&page=3', '&territory=commune:35238', '&hvd=true', '&cursor=datasets_eau', '&cursor=datasets_p']);
const coldSearch = () => `/datasets.json?facets=all&pageSize=100&q=${anyOf(words)}%20${anyOf(['', junk()])}&modifiedSince=${new Date(946684800000 + 1000 * serial++).toISOString()}`;
const cacheJunk = () => anyOf([`/datasets.json?q=${junk()}`, `/territories.json?q=${junk()}`, `/suggest?q=${junk()}`]);
const heavy = () => anyOf([coldCatalog, coldSearch])();

/** Each kind keeps so many clients at work until `run.isOver`. */
const kinds = {
  'idle connections': (run) => keepOpen(run, () => {}),
  'slow headers': (run) => keepOpen(run, (socket) => dribble(socket, 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')),
  'slow bodies': (run) => keepOpen(run, (socket) => dribble(socket, 'POST /datasets HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n')),
  'slow readers': (run) => keepOpen(run, (socket) => readSlowly(socket, anyOf(['/dumps/catalog.nt', '/catalog.nt?pageSize=100', coldCatalog()])), true),
  'addresses of 8 KB': (run) => askAgain(run, () => anyOf(longAddresses)()),
  'cold catalogue pages': (run) => askAgain(run, coldCatalog),
  'cold searches, all facets': (run) => askAgain(run, coldSearch),
  'ask and leave': (run) => leave(run, heavy),
  'junk for caches': (run) => askAgain(run, cacheJunk),
  'idle, up to the file limit': (run) => keepOpen({ ...run, clients: Math.min(fileLimit(run.pid), fileLimit('self') - 200) }, () => {}),
};

/** Keeps sockets open; one that the service closes is opened anew after a while. */
function keepOpen(run, begin, readsItself = false) {
  const open = () => {
    if (run.state.isOver) return;
    const status = (bytes) => note(run, Number(/^HTTP\/1\.1 (\d{3})/.exec(bytes)?.[1]));
    const small = readsItself ? { onread: { buffer: Buffer.alloc(64), callback: (length, buffer) => { socket.hasAnswer ||= status(buffer.toString('latin1', 0, length)) || true; return false; } } } : {};
    const socket = net.connect({ host, port: run.port, localAddress: elsewhere, ...small });
    run.state.sockets.add(socket);
    socket.on('connect', () => begin(socket));
    if (!readsItself) socket.on('data', (bytes) => { socket.hasAnswer ||= status(bytes.toString('latin1', 0, 16)) || true; });
    socket.on('error', () => {});
    socket.on('close', () => {
      run.state.sockets.delete(socket);
      clearInterval(socket.ticking);
      if (!socket.hasAnswer && !run.state.isOver) run.counts.dropped++;
      setTimeout(open, 500).unref();
    });
  };
  for (let client = 0; client < run.clients; client++) open();
}

function dribble(socket, beginning) {
  socket.write(beginning);
  socket.ticking = setInterval(() => socket.write('x'), 1000);
}

function readSlowly(socket, address) {
  socket.write(`GET ${address} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  socket.ticking = setInterval(() => socket.resume(), 1000);
}

function askAgain(run, address) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: run.clients, localAddress: elsewhere });
  const ask = async () => {
    while (!run.state.isOver) {
      const answer = await get(run.port, address(), agent, 60_000, run.state.sockets);
      if (run.state.isOver) return;
      if (answer.status) note(run, answer.status);
      else run.counts.dropped++;
      if (!answer.status) await sleep(100);
    }
  };
  for (let client = 0; client < run.clients; client++) ask();
}

function leave(run, address) {
  const visit = async () => {
    while (!run.state.isOver) {
      const socket = net.connect({ host, port: run.port, localAddress: elsewhere });
      run.state.sockets.add(socket);
      socket.on('error', () => {});
      socket.on('data', (bytes) => { if (!socket.hasAnswer) { socket.hasAnswer = true; note(run, Number(bytes.toString('latin1', 9, 12))); } });
      socket.write(`GET ${address()} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
      await sleep(20 + Math.random() * 40);
      if (!socket.hasAnswer) run.counts.left++;
      socket.destroy();
      run.state.sockets.delete(socket);
    }
  };
  for (let client = 0; client < run.clients; client++) visit();
}

function note(run, status) {
  const kind = status < 400 ? 'ok' : status < 500 ? 'refused' : status === 503 ? 'busy' : 'failed';
  run.counts[kind]++;
}

/** Gets an address and reads the whole answer; status 0 when there was none, or half of one. */
function get(port, path, agent, timeout, sockets) {
  return new Promise((resolve) => {
    const begun = performance.now();
    const done = (status) => resolve({ status, elapsed: performance.now() - begun });
    const request = http.get({ host, port, path, agent }, (response) => {
      response.on('data', () => {});
      response.on('end', () => done(response.complete ? response.statusCode : 0));
      response.on('error', () => done(0));
    });
    if (sockets) request.on('socket', (socket) => sockets.add(socket));
    request.on('error', () => done(0));
    request.on('close', () => done(0));
    setTimeout(() => request.destroy(), timeout).unref();
  });
}

/** The normal client: answers each message, a number of seconds, with the times that it saw. */
function behaveNormally(port) {
  process.on('message', async (seconds) => {
    const seen = { times: [], errors: 0 };
    const end = performance.now() + seconds * 1000;
    for (let number = 0; performance.now() < end; number++) {
      const begun = performance.now();
      const answer = await get(port, normalMix[number % normalMix.length], false, patience);
      if (answer.status === 200) seen.times.push(answer.elapsed);
      else seen.errors++;
      await sleep(Math.max(0, 50 - (performance.now() - begun)));
    }
    process.send(seen);
  });
}

const ask = (normal, seconds) => new Promise((resolve) => { normal.once('message', resolve); normal.send(seconds); });

function fileLimit(pid) {
  return Number(/Max open files\s+(\d+)/.exec(readFileSync(`/proc/${pid}/limits`, 'utf8'))[1]);
}

/** What the service holds: private memory in MiB, threads, open files; null when it is no more. */
function measure(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const value = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? NaN);
    return /^State:\s+Z/m.test(status) ? null : { memory: value('RssAnon') / 1024, threads: value('Threads'), files: readdirSync(`/proc/${pid}/fd`).length };
  } catch {
    return null;
  }
}

function percentile(times, share) {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted.length === 0 ? '-' : sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(sorted.length && sorted[0] < 100 ? 1 : 0);
}

async function attack(kind, port, pid, seconds, clients) {
  const normal = fork(import.meta.filename, ['normal', String(port)]);
  os.setPriority(process.pid, 10); // the normal client shares this core, and must not be measured waiting for it
  await ask(normal, 2); // the first answers of a process are not what is measured
  const quiet = await ask(normal, quietSeconds);
  const before = measure(pid);
  const most = { ...before };
  const sampling = setInterval(() => {
    const now = measure(pid);
    for (const name in now) most[name] = Math.max(most[name], now[name]);
  }, 500);
  const run = { port, pid, clients, counts: { ok: 0, refused: 0, busy: 0, failed: 0, dropped: 0, left: 0 }, state: { isOver: false, sockets: new Set() } };
  kinds[kind](run);
  await sleep(500);
  const under = await ask(normal, seconds);
  run.state.isOver = true;
  for (const socket of run.state.sockets) socket.destroy();
  clearInterval(sampling);
  await sleep(3000);
  const after = measure(pid);
  normal.kill();
  const { ok, refused, busy, failed, dropped, left } = run.counts;
  const row = [
    kind, `${percentile(quiet.times, 0.5)} / ${percentile(quiet.times, 0.99)}`,
    `${percentile(under.times, 0.5)} / ${percentile(under.times, 0.99)} / ${percentile(under.times, 1)}`, `${under.times.length} / ${under.errors}`,
    `${before.memory.toFixed(0)} / ${most.memory.toFixed(0)} / ${after?.memory.toFixed(0) ?? '-'}`, `${before.threads} / ${most.threads}`, `${before.files} / ${most.files}`,
    after ? 'yes' : '**no**', `${ok} / ${refused} / ${busy} / ${failed}`, `${dropped} / ${left}`,
  ];
  console.log(`| ${row.join(' | ')} |`);
  process.exit(after && under.times.length > 0 ? 0 : 1);
}

const [verb, ...rest] = process.argv.slice(2);
if (verb === 'list') console.log(Object.keys(kinds).join('\n'));
else if (verb === 'normal') behaveNormally(Number(rest[0]));
else if (verb === 'head') {
  console.log('| hostile clients | normal, quiet: p50 / p99 ms | normal, meanwhile: p50 / p99 / max ms | its answers / errors | private MiB: before / most / after | threads: before / most | files: before / most | lives | hostile: 2xx / 4xx / 503 / other 5xx | dropped / left |');
  console.log(`|${'---|'.repeat(10)}`);
} else if (verb === 'attack' && kinds[rest[0]]) {
  await attack(rest[0], Number(rest[1]), Number(rest[2]), Number(rest[3]), Number(rest[4] ?? 200));
} else {
  console.error('node hostile.mjs list | head | attack KIND PORT PID SECONDS [CLIENTS]');
  process.exit(2);
}

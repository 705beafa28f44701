#!/usr/bin/env node
// Measures the service beside nginx, which serves the same bytes from files. Both have core 0 and take turns; wrk has core 1. Each figure is the median of the
// rounds. Needs Linux, two cores, Node 20, wrk and nginx.
//
//   dotnet publish src/DataCatalog -c Release -o FOLDER
//   tests/load/speed/run.mjs --app=FOLDER --database=FILE [--rounds=5] [--seconds=3] [--report=FILE.json] [--case=NAME...] [--set=Catalog:Name=value...]
//
// --database is copied; --also=FOLDER measures a second build in the same rounds, --bare=FOLDER the web server alone (bare/bare.cs), which sends the same bytes
// from memory. The report has every round; speed/plot.mjs makes the tables and pictures of docs/performance.md from it. Servers listen on 127.0.0.1 only and end with the script.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const options = { rounds: '5', seconds: '3', port: '5260', case: [], set: [] };
for (const argument of process.argv.slice(2)) {
  const [, name, value] = argument.match(/^--([a-z]+)=(.*)$/) ?? fail(`'${argument}' is not --name=value.`);
  Array.isArray(options[name]) ? options[name].push(value) : (options[name] = value);
}
if (!options.app || !options.database) fail('Give --app=FOLDER and --database=FILE.');

/** What is asked: one address again and again, unless `cycle` names many. `server` names another start of the service. */
const JSON_TYPE = 'Accept: application/json';
const GZIP = 'Accept-Encoding: gzip';
const cases = [
  { name: 'dataset', path: '/datasets/qualite-eau-robinet', front: true },
  { name: 'dataset, gzip', path: '/datasets/qualite-eau-robinet', headers: [GZIP] },
  { name: 'dataset, 304', path: '/datasets/qualite-eau-robinet', isKnown: true },
  { name: 'search', path: '/datasets?q=eau+potable', headers: [JSON_TYPE] },
  { name: 'search, gzip', path: '/datasets?q=eau+potable', headers: [JSON_TYPE, GZIP] },
  { name: 'everything', path: '/search?q=eau+rennes', headers: [JSON_TYPE] },
  { name: 'suggest', path: '/suggest?q=renn' },
  { name: 'mapping', path: '/territories/commune:35238/mapping', headers: [JSON_TYPE] },
  { name: 'mapping, gzip', path: '/territories/commune:35238/mapping', headers: [JSON_TYPE, GZIP] },
  { name: 'datasets of a territory', path: '/territories/commune:35238/datasets', headers: [JSON_TYPE] },
  { name: 'catalogue page', path: '/catalog?pageSize=100', front: true },
  { name: 'catalogue page, gzip', path: '/catalog?pageSize=100', headers: [GZIP] },
  { name: 'dataset, cold', cycle: true, server: 'cold' },
  { name: 'dump', path: '/dumps/catalog.nt', server: 'plainDumps' },
  { name: 'dump sent by nginx', path: '/dumps/catalog.nt', server: 'dumps', front: true },
].filter(one => options.case.length === 0 || options.case.includes(one.name));

const SLUGGISH_START_MS = 60_000;
const CONNECTIONS = 32;
const DUMP_LOCATION = '/stored-dumps/';
const work = mkdtempSync(join(tmpdir(), 'speed-'));
chmodSync(work, 0o755); // nginx reads its files as another user
const children = [];
process.on('exit', () => { children.forEach(child => child.kill('SIGKILL')); rmSync(work, { recursive: true, force: true }); });
process.on('SIGINT', () => process.exit(1));

function fail(text) { console.error(text); process.exit(2); }

const median = values => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function start(name, folder, port, settings) {
  const database = join(work, `${name}.db`);
  copyFileSync(options.database, database);
  const child = spawn('taskset', ['-c', '0', 'dotnet', join(folder, 'DataCatalog.dll'), `--urls=http://127.0.0.1:${port}`, `--Catalog:Database=${database}`,
    `--Catalog:PublicBaseUrl=${options.base ?? 'http://localhost:5080'}`, ...settings.map(one => `--${one}`)],
  { stdio: ['ignore', 'ignore', 'inherit'], cwd: work });
  children.push(child);
  const until = Date.now() + SLUGGISH_START_MS;
  while (Date.now() < until) {
    const answer = await fetch(`http://127.0.0.1:${port}${name.toLowerCase().endsWith('dumps') ? '/dumps' : '/datasets?pageSize=1'}`).catch(() => null);
    if (answer?.ok) return child;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  return fail(`${name} did not start.`);
}

/** Starts nginx: with the files at one port, and in front of the service at the next one, where it caches pages and sends the dumps itself. */
function startNginx(port, ports) {
  mkdirSync(join(work, 'files'), { recursive: true });
  const behind = ports.hot && `location / {
    proxy_pass http://service; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_cache answers; proxy_cache_valid 200 5s;
    proxy_ignore_headers Cache-Control Vary; proxy_cache_key "$request_uri $http_accept $http_accept_encoding";
  }`;
  const dumps = ports.dumps && `location /dumps/ { proxy_pass http://127.0.0.1:${ports.dumps}; }
  location ${DUMP_LOCATION} { internal; alias ${join(work, 'service-dumps-dumps')}/; etag off; add_header ETag $upstream_http_etag; }`;
  writeFileSync(join(work, 'nginx.conf'), `
daemon off; master_process off; pid ${work}/nginx.pid; error_log ${work}/nginx.log;
events { worker_connections 512; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; gzip_static on; default_type application/ld+json;
  open_file_cache max=2000 inactive=600s; open_file_cache_valid 600s; client_body_temp_path ${work}/b; proxy_temp_path ${work}/p;
  fastcgi_temp_path ${work}/f; uwsgi_temp_path ${work}/u; scgi_temp_path ${work}/s;
  proxy_cache_path ${work}/cache keys_zone=answers:10m;
  upstream service { server 127.0.0.1:${ports.hot ?? port}; keepalive 16; }
  server { listen 127.0.0.1:${port}; root ${work}/files; }
  server { listen 127.0.0.1:${port + 1}; ${behind ?? ''} ${dumps ?? ''} }
}`);
  children.push(spawn('taskset', ['-c', '0', 'nginx', '-c', join(work, 'nginx.conf'), '-p', work], { stdio: ['ignore', 'ignore', 'inherit'] }));
}

/** Gives nginx the bytes of an answer, plain and compressed by the service itself. */
async function copyTo(file, origin, path, headers) {
  const asked = Object.fromEntries((headers ?? []).map(header => header.split(': ')).filter(([name]) => name !== 'Accept-Encoding'));
  const curl = (coding, to) => spawnSync('curl', ['-fsS', '-o', to, ...Object.entries({ ...asked, ...coding }).flatMap(([n, v]) => ['-H', `${n}: ${v}`]),
    origin + path]).status === 0 || fail(`${path} has no answer.`);
  mkdirSync(dirname(join(work, 'files', file)), { recursive: true });
  curl({}, join(work, 'files', file));
  curl({ 'Accept-Encoding': 'gzip' }, join(work, 'files', `${file}.gz`));
}

/** Runs wrk, and returns requests a second and the 99th percentile in milliseconds. */
function measure(port, path, headers, script) {
  const lua = join(work, 'cycle.lua');
  const found = spawnSync('taskset', ['-c', '1', 'wrk', '-t1', `-c${CONNECTIONS}`, `-d${options.seconds}s`, '--latency',
    ...headers.flatMap(header => ['-H', header]), ...(script ? ['-s', lua] : []), `http://127.0.0.1:${port}${path}`], { encoding: 'utf8' });
  const refused = Number(found.stdout.match(/Non-2xx or 3xx responses: (\d+)/)?.[1] ?? 0);
  const all = Number(found.stdout.match(/(\d+) requests in/)[1]);
  if (refused > all / 10) fail(`${path}: ${found.stdout}`);
  const [, number, unit] = found.stdout.match(/99%\s+([\d.]+)(us|ms|s)/) ?? fail(found.stdout + found.stderr);
  return { rate: Number(found.stdout.match(/Requests\/sec:\s+([\d.]+)/)[1]), p99: Number(number) * { us: 0.001, ms: 1, s: 1000 }[unit] };
}

function writeCycle(paths) {
  writeFileSync(join(work, 'cycle.lua'), `local paths = {${paths.map(path => JSON.stringify(path)).join(',')}}\nlocal n = 0\n`
    + 'request = function() n = n % #paths + 1; return wrk.format("GET", paths[n]) end\n');
}

const nginxPort = Number(options.port);
const builds = [{ name: 'service', folder: options.app }, ...(options.also ? [{ name: 'other build', folder: options.also }] : [])];
let nextPort = nginxPort + 2;
const isNeeded = server => cases.some(one => (one.server ?? 'hot') === server);
for (const build of builds) {
  build.ports = {};
  for (const [server, settings] of [
    ['hot', ['Catalog:DumpMinutes=0', ...options.set]],
    ['cold', ['Catalog:DumpMinutes=0', 'Catalog:CacheMegabytes=1', ...options.set]],
    ['plainDumps', options.set],
    ['dumps', [`Catalog:DumpLocation=${DUMP_LOCATION}`, ...options.set]],
  ].filter(([server]) => isNeeded(server))) {
    build.ports[server] = nextPort++;
    await start(`${build.name}-${server}`.replace(' ', '-'), build.folder, build.ports[server], settings);
  }
}

startNginx(nginxPort, builds[0].ports);
const barePort = nextPort++;
if (options.bare) {
  children.push(spawn('taskset', ['-c', '0', 'dotnet', join(options.bare, 'bare.dll'), `http://127.0.0.1:${barePort}`, join(work, 'files')], { stdio: ['ignore', 'ignore', 'inherit'] }));
  await new Promise(resolve => setTimeout(resolve, 1500));
}
await new Promise(resolve => setTimeout(resolve, 500));

const report = { at: new Date().toISOString(), seconds: Number(options.seconds), cases: [] };
for (const one of cases) {
  const server = one.server ?? 'hot';
  const origin = `http://127.0.0.1:${builds[0].ports[server]}`;
  let path = one.path;
  let file = `/${one.name.replaceAll(/\W+/g, '-')}`;
  if (one.cycle) {
    const paths = spawnSync('curl', ['-fsS', `${origin}/datasets.jsonl?pageSize=1000&fields=title`], { encoding: 'utf8', maxBuffer: 1e8 }).stdout.trim().split('\n')
      .map(line => new URL(JSON.parse(line).id).pathname);
    for (const known of paths) await copyTo(known, origin, known);
    writeCycle(paths);
    path = file = paths[0];
  } else {
    await copyTo(file, one.server === 'dumps' ? `http://127.0.0.1:${nginxPort + 1}` : origin, path, one.headers);
  }

  const tagOf = (port, address) => spawnSync('curl', ['-fsSI', ...(one.headers ?? []).flatMap(header => ['-H', header]), `http://127.0.0.1:${port}${address}`],
    { encoding: 'utf8' }).stdout.match(/^etag: (.*)\r$/im)[1];
  const headersFor = (port, address) => [...(one.headers ?? []), ...(one.isKnown ? [`If-None-Match: ${tagOf(port, address)}`] : [])];
  const sides = [{ name: 'nginx', port: nginxPort, path: file, headers: headersFor(nginxPort, file), rounds: [] }];
  for (const build of one.server === 'dumps' ? [] : builds) {
    sides.push({ name: build.name, port: build.ports[server], path, headers: headersFor(build.ports[server], path), rounds: [] });
  }
  if (options.bare && !one.server) sides.push({ ...sides[0], name: 'web server alone', port: barePort, rounds: [] });
  if (one.front) sides.push({ name: 'service behind nginx', port: nginxPort + 1, path, headers: one.headers ?? [], rounds: [] });
  for (const side of sides) spawnSync('curl', ['-fsS', '-o', '/dev/null', ...side.headers.flatMap(header => ['-H', header]), `http://127.0.0.1:${side.port}${side.path}`]);
  for (let round = 0; round <= Number(options.rounds); round++) {
    for (const side of sides) {
      const figures = measure(side.port, side.path, side.headers, one.cycle);
      if (round > 0) side.rounds.push(figures); // the first round warms up
    }
  }

  const [nginx] = sides;
  const entry = { name: one.name, bytes: spawnSync('stat', ['-c', '%s', join(work, 'files', file)], { encoding: 'utf8' }).stdout.trim(), sides: [] };
  for (const side of sides) {
    const ratios = side.rounds.map((figures, round) => figures.rate / nginx.rounds[round].rate);
    entry.sides.push({ name: side.name, rate: median(side.rounds.map(f => f.rate)), p99: median(side.rounds.map(f => f.p99)), ratio: median(ratios),
      from: Math.min(...ratios), to: Math.max(...ratios), rounds: side.rounds });
  }
  report.cases.push(entry);
  console.log(entry.name.padEnd(26) + entry.sides.map(s => `${s.name} ${Math.round(s.rate)}/s p99 ${s.p99.toFixed(2)} ms`
    + (s.name === 'nginx' ? '' : ` ratio ${s.ratio.toFixed(2)} (${s.from.toFixed(2)}-${s.to.toFixed(2)})`)).join(' | '));
}
if (options.report) writeFileSync(options.report, JSON.stringify(report, null, 1));
process.exit(0);

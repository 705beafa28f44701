#!/usr/bin/env node
// Runs the examples of docs/api.md against a running catalogue, and sends the requests of docs/api.http.
//
//   node examples.mjs BASE DOCS     DOCS: the folder of api.md and api.http
//
// Each block ends well and prints something; the blocks of a section in Python, JavaScript and C# print the same; each request has the status
// that is noted above it. What cannot be run here, since its language is missing, is named. Exit status: 0 all so, 1 not, 2 usage.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

const [base, docs] = process.argv.slice(2);
if (!base || !docs) {
  console.error('usage: node examples.mjs BASE DOCS');
  process.exit(2);
}

const example = 'http://localhost:5080';
// A file is built for ahead-of-time compilation unless told otherwise: a large download, for nothing. What that mode forbids stays forbidden.
const managed = ['-p:PublishAot=false', '-p:JsonSerializerIsReflectionEnabledByDefault=false'];
const languages = {
  bash: { file: 'example.sh', command: ['bash', '-euo', 'pipefail'], version: ['bash', '--version'], raw: true },
  python: { file: 'example.py', command: ['python3'], version: ['python3', '--version'] },
  javascript: { file: 'example.mjs', command: ['node'], version: ['node', '--version'] },
  csharp: { file: 'example.cs', command: ['dotnet', 'run', ...managed], version: ['dotnet', '--version'] },
};
const bound = 100_000;
let failed = 0;

function report(name, fault, found) {
  if (fault) failed++;
  console.log(fault ? `${name}: FAILED: ${fault}` : `${name}: ${found}`);
}

/** The blocks of the page: `{ section, language, text }`. */
function blocksOf(page) {
  const blocks = [];
  for (const part of page.split(/^## /m).slice(1)) {
    const section = part.slice(0, part.indexOf('\n'));
    for (const [, language, text] of part.matchAll(/^```(\w+)\n([^]*?)^```$/gm)) blocks.push({ section, language, text });
  }
  return blocks;
}

function run([command, ...args], folder) {
  return new Promise(resolve => {
    const child = spawn(command, args, { cwd: folder, timeout: bound, env: { ...process.env, PYTHONUTF8: '1', XDG_DATA_HOME: folder }, stdio: ['ignore', 'pipe', 'pipe'] });
    let [output, errors] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', text => { output += text; });
    child.stderr.setEncoding('utf8').on('data', text => { errors += text; });
    child.on('error', error => resolve({ fault: String(error), output }));
    child.on('close', (code, signal) => resolve({ fault: code === 0 ? null : `${signal ?? `exit status ${code}`}\n${errors}${output.slice(-2000)}`, output }));
  });
}

/** Runs a block in a folder of its own, where .NET also builds it; gives what it printed. */
async function runBlock({ section, language, text }) {
  const { file, command } = languages[language];
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'example-'));
  try {
    fs.writeFileSync(path.join(folder, file), text.replaceAll(example, base));
    const { fault, output } = await run([...command, file], folder);
    const lines = output.trim().split('\n');
    report(`${section}: ${language}`, fault ?? (output.trim() ? null : 'it prints nothing'), `${lines.length} lines`);
    return output.trim();
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the blocks of a section; those that print lines print the same. */
async function runSection(section, blocks) {
  const outputs = await Promise.all(blocks.map(runBlock));
  const printed = new Set(outputs.filter((_, index) => !languages[blocks[index].language].raw));
  if (printed.size > 1) report(section, `the languages do not print the same:\n${[...printed].join('\n--\n')}`);
}

async function runPage(page) {
  const names = Object.keys(languages);
  const missing = names.filter(name => spawnSync(languages[name].version[0], languages[name].version.slice(1)).status !== 0);
  for (const name of missing) console.log(`left out: ${name}, which is not on this machine`);
  const sections = new Map(blocksOf(page).map(({ section }) => [section, []]));
  for (const block of blocksOf(page)) sections.get(block.section).push(block);
  if (sections.size < 5) report('api.md', `${sections.size} examples, and there were five`);
  for (const [section, blocks] of sections) {
    const written = blocks.map(({ language }) => language).sort().join();
    if (written !== names.toSorted().join()) report(section, `its blocks are ${written}, and not one of each of ${names}`);
  }
  const waiting = [...sections];
  const worker = async () => {
    for (let next; (next = waiting.shift());) await runSection(next[0], next[1].filter(({ language }) => languages[language] && !missing.includes(language)));
  };
  await Promise.all([worker(), worker()]);
}

/** The requests of a .http file: `{ name, status, method, address, headers }`. */
function requestsOf(text) {
  const variables = [...text.matchAll(/^@(\w+) *= *(.*)$/gm)];
  const filled = variables.reduce((all, [, name, value]) => all.replaceAll(`{{${name}}}`, value), text);
  return filled.split(/^### */m).slice(1).map(part => {
    const [name, ...lines] = part.trim().split('\n');
    const [request, ...headers] = lines.filter(line => !line.startsWith('#'));
    const [method, address] = request.split(' ');
    const status = Number(part.match(/^# Status: (\d+)$/m)?.[1]);
    return { name, status, method, address, headers: headers.filter(Boolean).map(line => line.split(/: */, 2)) };
  });
}

/** Sends a request; again while there is nothing yet, as `Retry-After` asks: the first dump takes some seconds. */
async function send({ name, status, method, address, headers }) {
  let response;
  for (let tries = 0; tries < 60 && (tries === 0 || response.status === 503); tries++) {
    if (tries > 0) await setTimeout(1000);
    response = await fetch(address.replaceAll(example, base), { method, headers, redirect: 'manual', signal: AbortSignal.timeout(bound) });
    await response.arrayBuffer();
  }
  report(`api.http: ${name}`, response.status === status ? null : `${response.status}, and ${status} is noted`, response.status);
}

await runPage(fs.readFileSync(path.join(docs, 'api.md'), 'utf8'));
const requests = requestsOf(fs.readFileSync(path.join(docs, 'api.http'), 'utf8'));
if (requests.length === 0) report('api.http', 'no requests');
for (const request of requests) await send(request);
process.exitCode = failed ? 1 : 0;

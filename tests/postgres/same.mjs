#!/usr/bin/env node
// Asks two servers of one catalogue the same: the questions that the tests of relevance have, every dataset in five syntaxes, the pages for harvesters and the
// changes. Exit status 1: an answer differs in status, tag or bytes. Needs Node 20.
//
//   dotnet DataCatalog.dll copy --from FILE --to "Host=...;Database=..." ; then one server for each, with the same Catalog:PublicBaseUrl
//   tests/postgres/same.mjs http://127.0.0.1:5311 http://127.0.0.1:5312
import { readFileSync } from 'node:fs';

const servers = process.argv.slice(2);
if (servers.length !== 2) { console.error('Give the addresses of two servers.'); process.exit(2); }

const PAGE = 100;
const SYNTAXES = ['', '.ttl', '.nt', '.rdf', '.html'];
const WALKS = ['catalog.nt', 'catalog.ttl', 'catalog.rdf', 'catalog.jsonld'];
const SEARCHES = ['/search', '/datasets', '/suggest', '/territories'];

// The question is the first field, in quotes if it has a comma.
const question = line => line.startsWith('"') ? line.match(/^"((?:[^"]|"")*)"/)[1].replaceAll('""', '"') : line.split(',')[0];

async function read(server, path) {
  const response = await fetch(server + path);
  const text = await response.text();
  // A problem names its own request.
  return { status: response.status, tag: response.headers.get('etag'), text: response.ok ? text : JSON.parse(text).type };
}

let count = 0;
let different = 0;
async function compare(path) {
  const [one, other] = await Promise.all(servers.map(server => read(server, path)));
  count++;
  if (one.status !== other.status || one.tag !== other.tag || one.text !== other.text) {
    different++;
    console.log(`${path}: ${one.status} ${one.tag} and ${other.status} ${other.tag}`);
  }
  return one;
}

const questions = new Set(['relevance.csv', 'questions.csv'].flatMap(name =>
  readFileSync(new URL(`../DataCatalog.Tests/Search/${name}`, import.meta.url), 'utf8').trim().split(/\r?\n/).slice(1).map(question)));
for (const text of questions) {
  for (const search of SEARCHES) await compare(`${search}?q=${encodeURIComponent(text)}`);
}

for (let page = 1, pages = 1; page <= pages; page++) {
  const list = JSON.parse((await compare(`/datasets?pageSize=${PAGE}&page=${page}`)).text);
  pages = Math.ceil(list.totalItems / PAGE);
  for (const { identifier } of list.member) {
    for (const syntax of SYNTAXES) await compare(`/datasets/${identifier}${syntax}`);
  }
  for (const walk of WALKS) await compare(`/${walk}?pageSize=${PAGE}&page=${page}`);
}

for (let next = '/changes?limit=1000'; next;) {
  const changes = JSON.parse((await compare(next)).text);
  next = changes.next && new URL(changes.next).pathname + new URL(changes.next).search;
}

console.log(`${questions.size} questions, ${count} answers, ${different} different`);
process.exit(different > 0 ? 1 : 0);

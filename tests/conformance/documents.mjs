#!/usr/bin/env node
// Reads every dataset, service and series of a running catalogue as a harvester would (no Accept header, no redirect), lists the
// addresses, and writes one N-Triples file that merges all of their documents.
//
//   node documents.mjs BASE list          prints the address of every dataset, service and series
//   node documents.mjs BASE merge FILE    writes their N-Triples, one after the other, to FILE
import fs from 'node:fs';

const [base, command, file] = process.argv.slice(2);
if (!base || !['list', 'merge'].includes(command) || (command === 'merge' && !file)) {
  console.error('usage: node documents.mjs BASE list | merge FILE');
  process.exit(2);
}

async function read(url) {
  const response = await fetch(url, { redirect: 'manual' });
  if (response.status !== 200) throw new Error(`${response.status} for ${url}`);
  return response;
}

async function* entries(list) {
  let next = `${base}/${list}.json?pageSize=100`;
  while (next) {
    const page = await (await read(next)).json();
    for (const member of page.member ?? []) yield member.id;
    next = page.view.next;
  }
}

const addresses = [];
for (const list of ['datasets', 'services', 'series']) for await (const address of entries(list)) addresses.push(address);
if (addresses.length === 0) throw new Error('the catalogue is empty');

if (command === 'list') {
  console.log(addresses.join('\n'));
} else {
  let merged = '';
  for (const address of addresses) merged += await (await read(`${address}.nt`)).text();
  fs.writeFileSync(file, merged);
  console.log(`${addresses.length} documents merged`);
}

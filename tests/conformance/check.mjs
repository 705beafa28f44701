#!/usr/bin/env node
// Checks a running catalogue with software that the project did not write.
//
//   node check.mjs same  URL...         each resource in four syntaxes is one graph (RDFC-1.0)
//   node check.mjs walk  URL            follows hydra paging to the end: counts, duplicates, loops
//   node check.mjs shacl URL|FILE --shapes FOLDER [--profile full] [--walk] [--detail 3]
//
// Exit status: 0 holds, 1 falls short, 2 usage, 3 could not fetch or parse.
import { parseArgs } from 'node:util';
import rdf from '@zazuko/env';
import { canonical, datasetsOf, node, pages, read } from './graphs.mjs';
import { PROFILES, validate } from './shapes.mjs';

const SYNTAXES = ['application/ld+json', 'text/turtle', 'application/rdf+xml', 'application/n-triples'];

const { values: options, positionals: [command, source, ...more] } = parseArgs({
  allowPositionals: true,
  options: {
    shapes: { type: 'string' },
    profile: { type: 'string', default: 'full' },
    walk: { type: 'boolean' },
    detail: { type: 'string', default: '3' },
  },
});
const commands = { same, walk, shacl };
if (!commands[command] || !source || !PROFILES[options.profile] || (command === 'shacl' && !options.shapes)) {
  console.error(`usage: node check.mjs same URL...
       node check.mjs walk URL
       node check.mjs shacl URL|FILE --shapes FOLDER [--profile ${Object.keys(PROFILES).join('|')}] [--walk] [--detail N]`);
  process.exit(2);
}

async function same() {
  let holds = true;
  for (const url of [source, ...more]) holds = await isSame(url) && holds;
  return holds;
}

async function isSame(url) {
  let first;
  let holds = true;
  for (const accept of SYNTAXES) {
    const graph = await read(url, accept);
    const text = await canonical(graph);
    first ??= text;
    holds &&= text === first;
    console.log(`${text === first ? 'same' : 'DIFFERS'}  ${accept}  ${graph.size} triples  ${url}`);
    if (text !== first) {
      const known = new Set(first.split('\n'));
      text.split('\n').filter(line => !known.has(line)).slice(0, 5).forEach(line => console.log(`        only here: ${line}`));
    }
  }
  return holds;
}

async function walk() {
  const found = new Map();
  let total = null, count = 0, duplicates = false;
  for await (const { url, graph } of pages(source)) {
    count++;
    for (const quad of graph.match(null, node('hydra:totalItems'))) total = Number(quad.object.value);
    for (const dataset of datasetsOf(graph)) {
      if (found.has(dataset.value) && found.get(dataset.value) !== url) {
        console.log(`twice: ${dataset.value}`);
        duplicates = true;
      }
      found.set(dataset.value, url);
    }
  }
  console.log(`${count} pages, ${found.size} datasets, totalItems ${total}${duplicates ? ', DUPLICATES' : ''}`);
  return !duplicates && total === found.size;
}

async function shacl() {
  const data = rdf.dataset();
  const graphs = options.walk ? pages(source) : [{ graph: await read(source) }];
  for await (const { graph } of graphs) for (const quad of graph) data.add(quad);
  return validate(data, options.shapes, options.profile, Number(options.detail));
}

try {
  process.exit(await commands[command]() ? 0 : 1);
} catch (error) {
  console.error(`${command}: ${error.message}`);
  process.exit(3);
}

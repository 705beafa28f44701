#!/usr/bin/env node
// Prints addresses in a running catalogue, found as a harvester finds them (no Accept header, no redirect).
//
//   node catalog.mjs BASE    the first, a middle and the last page of a walk: addresses without extension
const [base] = process.argv.slice(2);
if (!base) {
  console.error('usage: node catalog.mjs BASE');
  process.exit(2);
}

const pages = [];
for (let next = `${base}/catalog`; next;) {
  const response = await fetch(next, { redirect: 'manual' });
  if (response.status !== 200) throw new Error(`${response.status} for ${next}`);
  pages.push(next);
  const collection = (await response.json())['@graph'].find(node => node.view);
  next = collection.view.next;
}

console.log([pages[0], pages[Math.floor(pages.length / 2)], pages.at(-1)].join('\n'));

#!/usr/bin/env node
// Follows the links of a running catalogue, as a reader of its pages would.
//
//   node crawl.mjs BASE [DATASETS [COMMUNES [SHOWN]]]
//
// It reads the pages of all datasets and of 200 communes, chosen at random (territory and mapping), unless fewer are asked for, a quarter of
// them in English too, and asks for every address of this catalogue that they link to. SHOWN pages (40) are opened in the browser that
// CHROMIUM names, otherwise /usr/bin/chromium. SEED repeats a crawl. Exit status 1: an address answers 4xx or 5xx, a console has a message, or
// a page asks another host.
import puppeteer from 'puppeteer-core';

const [base, datasets = '1000', communes = '200', shown = '40'] = process.argv.slice(2);
if (!base) {
  console.error('usage: node crawl.mjs BASE [DATASETS [COMMUNES [SHOWN]]]');
  process.exit(2);
}

const atOnce = 4;
const seed = Number(process.env.SEED ?? Date.now() % 1e9);
const faults = [];

/** Numbers of a linear congruential generator, so that SEED repeats a crawl. */
let state = seed;
const random = below => Math.floor((state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31 * below);
const some = (list, count) => list.map(item => [random(1e9), item])
  .sort(([one], [other]) => one - other).slice(0, count).map(([, item]) => item);

/** Gets an address; one that is asked too often says when to come again. */
async function get(address) {
  for (;;) {
    const response = await fetch(address, { headers: { accept: 'text/html, */*;q=0.1' }, redirect: 'manual' });
    if (response.status !== 429) return response;
    await response.arrayBuffer();
    await new Promise(resolve => setTimeout(resolve, 1000 * Number(response.headers.get('retry-after') ?? 1)));
  }
}

async function members(list) {
  const ids = [];
  for (let next = `${base}/${list}`; next;) {
    const page = await (await get(next)).json();
    ids.push(...page.member.map(member => member.id));
    next = page.view.next;
  }
  return ids;
}

/** Does the work for every item of a list, a few at once. */
async function each(list, work) {
  let next = 0;
  await Promise.all(Array.from({ length: atOnce }, async () => { while (next < list.length) await work(list[next++]); }));
}

const decode = text => text.replaceAll('&amp;', '&').replace(/&#x([0-9A-F]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)));
const linksOf = html => [...html.matchAll(/<(?:a|link|form|script)\b[^>]*? (?:href|src|action)="([^"]*)"/g)].map(match => decode(match[1]));
const inEnglish = address => `${address}?ui=en`;

const map = await (await get(`${base}/sitemaps/territories.xml`)).text();
const towns = [...map.matchAll(/<loc>([^<]*\/territories\/commune:[^<]*)\/mapping<\/loc>/g)].map(match => match[1]);
const pages = [
  ...some(await members('datasets.json?pageSize=100'), Number(datasets)),
  ...some(towns, Number(communes)).flatMap(town => [town, `${town}/mapping`]),
];
pages.push(...some(pages, Math.ceil(pages.length / 4)).map(inEnglish));
const from = new Map();

await each(pages, async page => {
  const response = await get(page);
  const html = await response.text();
  if (response.status !== 200 || !html.startsWith('<!DOCTYPE html>')) faults.push(`${response.status}: ${page}, which should be a page`);
  for (const link of linksOf(html)) {
    const address = new URL(link, page);
    address.hash = '';
    if (address.origin === new URL(base).origin && !from.has(address.href)) from.set(address.href, page);
  }
});

const answers = new Map();
await each([...from.keys()], async address => {
  const response = await get(address);
  await response.arrayBuffer();
  answers.set(response.status, (answers.get(response.status) ?? 0) + 1);
  if (response.status >= 400) faults.push(`${response.status}: ${address}, linked from ${from.get(address)}`);
});

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--headless=new'],
});
try {
  for (const page of some(pages, Number(shown))) {
    const tab = await browser.newPage();
    tab.on('console', message => faults.push(`${page}: the console says ${message.text()}`));
    tab.on('pageerror', error => faults.push(`${page}: ${error}`));
    tab.on('request', request => { if (!request.url().startsWith(`${base}/`)) faults.push(`${page} asks for ${request.url()}`); });
    await tab.goto(page, { waitUntil: 'networkidle0' });
    await tab.close();
  }
} finally {
  await browser.close();
}

if (faults.length) console.error(faults.join('\n'));
const statuses = [...answers].map(([status, count]) => `${count} answer ${status}`).join(', ');
console.log(`SEED=${seed}: ${pages.length} pages link to ${from.size} addresses (${statuses});`
  + ` ${Math.min(Number(shown), pages.length)} opened in a browser: ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);

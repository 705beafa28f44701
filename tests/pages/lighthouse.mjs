#!/usr/bin/env node
// Lets Lighthouse judge the main pages of a running catalogue, as a phone sees them.
//
//   node lighthouse.mjs BASE                  accessibility, best practices and search engines: at least 95 of 100 each
//   node lighthouse.mjs BASE performance [N]  how fast they are shown: the median of N visits (5), which decides nothing
//
// The browser is the one that CHROMIUM names, otherwise /usr/bin/chromium. Exit status 1: a page has fewer points.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const [base, wish, visits = '5'] = process.argv.slice(2);
if (!base || (wish && wish !== 'performance')) {
  console.error('usage: node lighthouse.mjs BASE [performance [N]]');
  process.exit(2);
}

const floor = 95;
const judged = ['accessibility', 'best-practices', 'seo'];
const pages = ['/', '/search?q=eau', '/datasets/qualite-eau-robinet', '/territories/commune:35238/mapping', '/developers'];
const browser = await launch({
  chromePath: process.env.CHROMIUM || '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});

/** One visit: points of 100 by category, and what cost some. */
async function visit(page, onlyCategories) {
  const { lhr } = await lighthouse(
    base + page, { port: browser.port, onlyCategories, disableFullPageScreenshot: true, logLevel: 'error', locale: 'en' });
  if (lhr.runtimeError) throw new Error(`${page}: ${lhr.runtimeError.message}`);
  const points = onlyCategories.map(name => [name, Math.round(lhr.categories[name].score * 100)]);
  const lost = onlyCategories.flatMap(name => lhr.categories[name].auditRefs)
    .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
    .map(({ id }) => `${id}: ${lhr.audits[id].title}`);
  return { points: Object.fromEntries(points), lost };
}

const median = numbers => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
let failed = 0;
try {
  for (const page of pages) {
    if (wish) {
      const seen = [];
      while (seen.length < Number(visits)) seen.push((await visit(page, ['performance'])).points.performance);
      console.log(`${page}: performance ${median(seen)} (${seen.join(', ')})`);
      continue;
    }
    const { points, lost } = await visit(page, judged);
    const isGood = judged.every(name => points[name] >= floor);
    console.log(`${page}: ${judged.map(name => `${name} ${points[name]}`).join(', ')}`);
    if (lost.length) console.log(lost.map(audit => `  ${audit}`).join('\n'));
    if (!isGood) failed++;
  }
} finally {
  browser.kill();
}

if (failed) console.error(`${failed} of ${pages.length} pages have less than ${floor} points`);
process.exit(failed ? 1 : 0);

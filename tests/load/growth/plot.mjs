#!/usr/bin/env node
// Makes a table (Markdown, on standard output) and a picture (SVG) of a report of run.mjs. The order of growth of a figure is the exponent b of size^b between the
// smallest and the largest size: 0 stays the same, 1 grows with the number of datasets.
//
//   tests/load/growth/plot.mjs REPORT.json PICTURE.svg > TABLE.md
import { readFileSync, writeFileSync } from 'node:fs';

const [report, picture] = process.argv.slice(2);
const results = JSON.parse(readFileSync(report, 'utf8')).results.filter(result => !result.isLate);
const figures = [
  ['file, MB', result => result.megabytes],
  ['import, processor seconds', result => result.import?.processor],
  ['import, private memory in MB', result => result.import?.megabytes],
  ['start to first answer, processor seconds', result => result.answer.processor],
  ['start to data in memory, processor seconds', result => result.ready.processor],
  ['private memory at rest, MB', result => result.rest],
  ['private memory after the questions, MB', result => result.loaded],
  ...Object.keys(results[0].asked).flatMap(name => [
    [`${name}, p50 in ms`, result => result.asked[name].p50],
    [`${name}, p99 in ms`, result => result.asked[name].p99],
  ]),
  ['page of 100 of a walk, p50 in ms', result => result.walk.p50],
].map(([name, of]) => ({ name, values: results.map(of) }));

if (results.length < 2) throw new Error('The report has one size only; growth needs two.');
const order = values => {
  const last = values.findLastIndex(value => value !== undefined);
  return Math.log(values[last] / values[0]) / Math.log(results[last].size / results[0].size);
};
const number = value => (value === undefined ? '–' : value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toPrecision(2));
console.log(`| | ${results.map(result => result.size.toLocaleString('en-GB')).join(' | ')} | order of growth |`);
console.log(`|---|${'---|'.repeat(results.length + 1)}`);
for (const { name, values } of figures) console.log(`| ${name} | ${values.map(number).join(' | ')} | ${order(values).toFixed(2)} |`);

const [line, label, width, top] = [24, 320, 300, 40];
const bars = figures.map(({ name, values }, position) => {
  const y = top + position * line;
  const length = Math.max(0, Math.min(1.2, order(values))) / 1.2 * width;
  return `<text x="${label - 8}" y="${y + 13}" text-anchor="end">${name}</text><rect x="${label}" y="${y + 2}" width="${length.toFixed(1)}" height="14" fill="#1a5fb4"/>`
    + `<text x="${(label + length + 6).toFixed(1)}" y="${y + 13}">${order(values).toFixed(2)}</text>`;
});
const [total, height] = [label + width + 60, top + figures.length * line + 10];
writeFileSync(picture, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${total} ${height}" width="${total}" height="${height}" font-family="sans-serif" font-size="12" role="img">
<title>Order of growth with the number of datasets</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${label}" y="16" font-weight="bold">order of growth: 0 stays the same, 1 grows with the number of datasets</text>
${bars.join('\n')}
</svg>
`);

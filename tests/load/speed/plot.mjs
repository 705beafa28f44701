#!/usr/bin/env node
// Makes a table (Markdown, on standard output) and a picture (SVG) of a report of run.mjs: each case as a share of nginx's rate, with the spread of the rounds.
//
//   tests/load/speed/plot.mjs REPORT.json PICTURE.svg > TABLE.md
import { readFileSync, writeFileSync } from 'node:fs';

const [report, picture] = process.argv.slice(2);
const { cases } = JSON.parse(readFileSync(report, 'utf8'));
const rows = cases.flatMap(one => one.sides.slice(1).map(side => ({ one, side, nginx: one.sides[0] })));

const number = value => Math.round(value).toLocaleString('en-GB');
const size = bytes => (bytes < 1e6 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`);
console.log('| answer | bytes, uncompressed | nginx, requests/s | | requests/s | share of nginx (spread) | p99, nginx / here |\n|---|---|---|---|---|---|---|');
for (const { one, side, nginx } of rows) {
  console.log(`| ${one.name} | ${size(one.bytes)} | ${number(nginx.rate)} | ${side.name} | ${number(side.rate)} | **${side.ratio.toFixed(2)}** `
    + `(${side.from.toFixed(2)}-${side.to.toFixed(2)}) | ${nginx.p99.toFixed(1)} / ${side.p99.toFixed(1)} ms |`);
}

const [line, label, width, top] = [24, 300, 360, 40];
const most = Math.max(1.2, ...rows.map(({ side }) => side.to));
const x = share => label + (share / most) * width;
const colours = { service: '#1a5fb4', 'other build': '#77767b', 'web server alone': '#9a9996', 'service behind nginx': '#26a269' };
const bars = rows.map(({ one, side }, position) => {
  const y = top + position * line;
  return `<text x="${label - 8}" y="${y + 13}" text-anchor="end">${one.name}${side.name === 'service' ? '' : ` (${side.name})`}</text>`
    + `<rect x="${label}" y="${y + 2}" width="${(x(side.ratio) - label).toFixed(1)}" height="14" fill="${colours[side.name]}"/>`
    + `<line x1="${x(side.from).toFixed(1)}" x2="${x(side.to).toFixed(1)}" y1="${y + 9}" y2="${y + 9}" stroke="#000"/>`
    + `<text x="${(x(Math.max(side.to, side.ratio)) + 6).toFixed(1)}" y="${y + 13}">${side.ratio.toFixed(2)}</text>`;
});
const height = top + rows.length * line + 10;
const total = label + width + 60;
writeFileSync(picture, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${total} ${height}" width="${total}" height="${height}" font-family="sans-serif" font-size="12" role="img">
<title>Requests a second as a share of nginx serving the same bytes</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${label}" y="16" font-weight="bold">share of nginx's requests a second (the thin line is the spread)</text>
<line x1="${x(1)}" x2="${x(1)}" y1="${top - 14}" y2="${height - 6}" stroke="#c01c28" stroke-dasharray="4 3"/><text x="${x(1) + 4}" y="${top - 6}" fill="#c01c28">nginx</text>
${bars.join('\n')}
</svg>
`);

// Seeds that differ: each has other titles, and datasets that come and go.
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TITLE = /^([^,]+),("(?:[^"]|"")*"|[^,]*),/;
const RENAMED = 12;

/** The dataset whose title says which seed was loaded last. */
export const MARK = 'arbres-rennes';
export const titleOf = number => `Arbres, version ${number} du test`;
export const addedBy = number => `zz-ajoute-${number}`;

/** Copies the seed, with only those communes that its entries name: the others cost time and change nothing here. */
export function copySeed(from, to) {
  cpSync(from, to, { recursive: true });
  const files = readdirSync(from, { recursive: true }).filter(file => file.endsWith('.csv'));
  const named = new Set(files.flatMap(file => [...readFileSync(join(from, file), 'utf8').matchAll(/commune:([0-9AB]{5})/g)].map(match => match[1])));
  for (const file of files) {
    const keep = file.endsWith('former-communes.csv') ? line => named.has(line.split(':').at(-1))
      : file.endsWith('communes.csv') ? line => named.has(line.split(',')[0]) : null;
    if (keep) {
      const lines = readFileSync(join(from, file), 'utf8').split('\n').filter(line => line !== '');
      writeFileSync(join(to, file), lines.filter((line, index) => index === 0 || keep(line)).join('\n') + '\n');
    }
  }
  return readFileSync(join(to, 'datasets.csv'), 'utf8').split('\n').filter(line => line !== '');
}

/** Writes the datasets of a seed: some are renamed, one is added; the one that the seed before the last one added is withdrawn. */
export function writeSeed(folder, rows, number) {
  const [head, ...datasets] = rows;
  const renamed = datasets.map((row, index) => row.startsWith(`${MARK},`) ? row.replace(TITLE, `$1,${`"${titleOf(number)}"`},`)
    : index % Math.floor(datasets.length / RENAMED) === number % 5 ? row.replace(TITLE, (_, id, title) => `${id},"${title.replace(/^"|"$/g, '')} (${number})",`)
      : row);
  const model = datasets.find(row => row.startsWith(`${MARK},`));
  const added = [number - 1, number].filter(one => one > 0).map(one => withoutNames(head, model.replace(TITLE, `${addedBy(one)},"Ajouté par ${one}",`)));
  writeFileSync(join(folder, 'datasets.csv'), [head, ...renamed, ...added].join('\n') + '\n');
}

/** Empties what two datasets may not share. */
function withoutNames(head, row) {
  const [columns, cells] = [head.split(','), row.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g).map(cell => cell.replace(/,$/, ''))];
  return columns.map((column, index) => ['other_identifiers', 'title_en', 'landing_page', 'issued', 'modified'].includes(column) ? '' : cells[index]).join(',');
}

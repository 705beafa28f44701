#!/usr/bin/env node
// Counts the European score of metadata (MQA, 405 points) of every dataset of a running catalogue or of a file.
//
//   node score.mjs BASE_URL|FILE [--shapes FOLDER [--floor FILE]] [--list]
//   node score.mjs --test FOLDER [--shapes FOLDER]    compares the files of FOLDER with the points that its expected.tsv says
//
// Each figure stands twice: without the 80 points for addresses that answer, as nobody asks them here, and with those that the
// addresses of a dataset would earn if all answered: its total is then the most that it can get. The "mean 207 of 405" that was
// measured of the seed in November 2026 is the first of the two, with --shapes: 207.2, and 237.9 if every address answers.
//
// Without the official shapes of DCAT-AP, the 30 points for compliance are not counted. --list prints the points of each dataset, both
// ways and by dimension, instead of the means. --floor names a file with the mean that must be reached.
//
// Exit status: 0 holds, 1 falls short, 2 usage, 3 could not fetch or parse.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { datasetsOf, description, pages, read } from './graphs.mjs';
import { COMPLIANCE, DIMENSIONS, fulfilled, INDICATORS, points } from './indicators.mjs';
import { checker, isViolation } from './shapes.mjs';

const RATINGS = [['Excellent', 351], ['Good', 221], ['Sufficient', 121], ['Bad', 0]];

const { values: options, positionals: [source] } = parseArgs({
  allowPositionals: true,
  options: {
    shapes: { type: 'string' },
    floor: { type: 'string' },
    list: { type: 'boolean' },
    test: { type: 'string' },
  },
});
if (!source === !options.test || (options.floor && !options.shapes)) {
  console.error(`usage: node score.mjs BASE_URL|FILE [--shapes FOLDER [--floor FILE]] [--list]
       node score.mjs --test FOLDER [--shapes FOLDER]`);
  process.exit(2);
}

const ratingOf = value => RATINGS.find(([, least]) => value >= least);
const mean = values => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The indicators that each dataset of a graph fulfils: `counted` when no address answers, `answering` when all do. */
async function* scores(graph, check) {
  for (const dataset of datasetsOf(graph)) {
    const complies = check && !(await check(description(graph, dataset))).some(isViolation);
    const [counted, answering] = [false, true].map(answers => fulfilled(graph, dataset, complies, answers));
    yield { id: dataset.value.replace(`${source}/datasets/`, ''), counted, answering };
  }
}

async function* graphsOf() {
  if (!/^https?:/.test(source)) yield await read(source);
  else for await (const { graph } of pages(`${source}/catalog.ttl`)) yield graph;
}

function list(all) {
  console.log(['id', 'counted', 'upper', ...DIMENSIONS].join('\t'));
  for (const { id, counted, answering } of all)
    console.log([id, points(counted), points(answering), ...DIMENSIONS.map(dimension => points(counted, dimension))].join('\t'));
}

function summarize(all) {
  const line = (name, dimension) => {
    const [counted, answering] = ['counted', 'answering'].map(way => mean(all.map(one => points(one[way], dimension))).toFixed(1));
    console.log(`${name} ${counted} of ${points(INDICATORS, dimension)} (${answering} if every address answers)`);
  };
  for (const dimension of DIMENSIONS) line(dimension, dimension);
  line('total');

  const rated = way => RATINGS.map(rating => `${all.filter(one => ratingOf(points(one[way])) === rating).length} ${rating[0]}`).join(', ');
  console.log(`${all.length} datasets: ${rated('counted')} (${rated('answering')} if every address answers)`);

  const missing = INDICATORS.filter(one => !one.answers && (options.shapes || one !== COMPLIANCE))
    .map(one => ({ ...one, datasets: all.filter(({ counted }) => !counted.includes(one)).length }))
    .filter(({ datasets }) => datasets > 0)
    .sort((one, other) => other.datasets - one.datasets);
  for (const one of missing.slice(0, 5)) console.log(`${one.datasets} datasets without: ${one.name} (${one.points})`);
  if (!options.shapes) console.log('DCAT-AP compliance (30) is not counted: --shapes names no official shapes');
}

function reachesFloor(all) {
  const floor = Number(fs.readFileSync(options.floor, 'utf8'));
  const reached = mean(all.map(({ counted }) => points(counted)));
  const name = path.basename(options.floor);
  if (reached < floor) console.log(`the mean is below the ${floor} of ${name}`);
  if (reached > floor + 5) console.log(`the mean is more than 5 above the ${floor} of ${name}: raise that number`);
  return reached >= floor;
}

async function score(check) {
  const all = [];
  for await (const graph of graphsOf()) for await (const one of scores(graph, check)) all.push(one);
  if (all.length === 0) throw new Error('no dataset');
  (options.list ? list : summarize)(all);
  return !options.floor || reachesFloor(all);
}

/** What the table of tests has of a dataset: compliance stands apart, as it is not counted without the shapes. */
function rowOf({ counted, answering }) {
  const others = counted.filter(one => one !== COMPLIANCE);
  return {
    ...Object.fromEntries(DIMENSIONS.map(dimension => [dimension, points(others, dimension)])),
    compliance: points(counted) - points(others),
    answers: points(answering) - points(counted),
  };
}

async function test(check) {
  const table = fs.readFileSync(path.join(options.test, 'expected.tsv'), 'utf8').trimEnd();
  const [columns, ...rows] = table.split('\n').map(row => row.split('\t'));
  const differences = fs.readdirSync(options.test)
    .filter(name => name.endsWith('.ttl') && !rows.some(([file]) => file === name))
    .map(name => `${name}: not in expected.tsv`);
  for (const [file, ...expected] of rows) {
    const found = [];
    for await (const one of scores(await read(path.join(options.test, file)), check)) found.push(rowOf(one));
    if (found.length !== 1) throw new Error(`${file} has ${found.length} datasets`);
    columns.slice(1).forEach((column, at) => {
      if (column === 'compliance' && !check) return;
      if (String(found[0][column]) !== expected[at]) differences.push(`${file}: ${column} ${found[0][column]}, expected ${expected[at]}`);
    });
  }
  for (const difference of differences) console.log(difference);
  const left = check ? '' : '; compliance is not compared';
  console.log(`${rows.length} descriptions, ${differences.length} differences from expected.tsv${left}`);
  return differences.length === 0;
}

try {
  const check = options.shapes && await checker(options.shapes, 'base');
  process.exit(await (options.test ? test : score)(check) ? 0 : 1);
} catch (error) {
  console.error(`score: ${error.message}`);
  process.exit(3);
}

#!/usr/bin/env node
// Reads every JSON form of a running catalogue as JSON-LD, without loading anything from elsewhere.
//
//   node json-forms.mjs BASE
//
// 1. Each JSON form of /catalog, walked to its end, and the dump, has every dataset with the context that is inside.
// 2. Plain JSON of lists, searches, entries and territory answers says, with the context that its Link header names, what their JSON-LD says.
import jsonld from 'jsonld';

const [base] = process.argv.slice(2);
if (!base) {
  console.error('usage: node json-forms.mjs BASE');
  process.exit(2);
}

const alone = (url) => { throw new Error(`a document asks for ${url}`); };
const datasetClass = 'http://www.w3.org/ns/dcat#Dataset';
const contextRelation = 'rel="http://www.w3.org/ns/json-ld#context"';

const forms = {
  'no Accept': ['/catalog', {}],
  '*/*': ['/catalog', { accept: '*/*' }],
  'Accept: application/json': ['/catalog', { accept: 'application/json' }],
  'Accept: application/ld+json': ['/catalog', { accept: 'application/ld+json' }],
  '.json': ['/catalog.json', {}],
  '.jsonld': ['/catalog.jsonld', {}],
};
const answers = [
  '/datasets', '/datasets?q=eau&facets=all', '/datasets?q=zzzzqq', '/datasets/qualite-eau-robinet', '/distributions/qualite-eau-robinet-1', '/agents', '/agents/insee', '/services', '/series',
  '/models', '/models/deliberations', '/vocabularies', '/vocabularies/competences', '/territories?q=lyon', '/territories/commune:35238', '/territories/commune:35238/datasets?q=eau',
  '/territories/commune:35238/mapping', '/territories/commune:35238/mapping?competence=eau&staff=60&has=has-website', '/territories/commune:35238/calendar',
  '/rules', '/rules?territory=commune:35238', '/rules/bal-adresses', '/rules/bal-adresses?territory=commune:35238',
];

async function get(address, headers) {
  const response = await fetch(base + address, { redirect: 'manual', headers });
  if (response.status !== 200) throw new Error(`${response.status} for ${address}`);
  return response;
}

const lines = async (document) => (await jsonld.canonize(document, { algorithm: 'RDFC-1.0', format: 'application/n-quads', documentLoader: alone, base })).trimEnd().split('\n');

/** The datasets that a document describes: those that are said to have a title. */
async function datasetsOf(document) {
  const nodes = await jsonld.flatten(await jsonld.expand(document, { documentLoader: alone, base }));
  return nodes.filter((node) => node['@type']?.includes(datasetClass) && node['http://purl.org/dc/terms/title']).map((node) => node['@id']);
}

async function walk([address, headers]) {
  const found = [];
  for (let next = address; next;) {
    const document = await (await get(next, headers)).json();
    found.push(...await datasetsOf(document));
    next = document['@graph'].find((node) => node.view).view.next?.slice(base.length);
  }
  return found;
}

const expected = (await (await get('/datasets.jsonl', {})).text()).trimEnd().split('\n').map((line) => JSON.parse(line).id).sort();
let faults = 0;
const check = (what, isRight, problem) => {
  if (!isRight) faults++;
  console.log(`${isRight ? 'right' : 'WRONG'}: ${what}${isRight ? '' : `: ${problem}`}`);
};

for (const [name, form] of Object.entries(forms)) {
  const found = (await walk(form)).sort();
  check(`/catalog, ${name}: ${found.length} datasets`, JSON.stringify(found) === JSON.stringify(expected), `expected ${expected.length}, each once`);
}

const dump = (await datasetsOf(await (await get('/dumps/catalog.jsonld', {})).json())).sort();
check(`/dumps/catalog.jsonld: ${dump.length} datasets`, JSON.stringify(dump) === JSON.stringify(expected), `expected ${expected.length}`);

for (const address of answers) {
  const plain = await get(address, { accept: 'application/json' });
  const link = plain.headers.get('link').split(', <').find((value) => value.includes(contextRelation));
  const context = link && await (await fetch(/^<?([^>]*)>/.exec(link)[1])).json();
  const body = await plain.json();
  const whole = await (await get(address, { accept: 'application/ld+json' })).json();
  const [one, other] = [await lines({ ...body, ...context }), await lines(whole)];
  const missing = [...one.filter((line) => !other.includes(line)), ...other.filter((line) => !one.includes(line))];
  check(`${address} as plain JSON`, !('@context' in body) && context && missing.length === 0, missing[0] ?? 'a context inside, or none named');
}

console.log(`${faults} wrong`);
process.exit(faults ? 1 : 0);

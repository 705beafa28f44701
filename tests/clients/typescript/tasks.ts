// What a program asks of the catalogue, through the types that openapi-typescript made of its description (`catalog.ts`).
//
//   node built/tasks.js BASE      one line for each task; exit status 1 when one of them fails
import assert from 'node:assert/strict';
import createClient from 'openapi-fetch';
import type { components, paths } from './catalog.js';

type Territory = components['schemas']['Territory'];

const base = process.argv[2];
if (!base) {
  console.error('usage: node built/tasks.js BASE');
  process.exit(2);
}

const client = createClient<paths>({ baseUrl: base });

async function territories(q: string): Promise<Territory[]> {
  const { data, error } = await client.GET('/territories', { params: { query: { q, pageSize: 100 } } });
  assert.ok(data, error?.detail);
  return data.member;
}

/** The best answer, which is also a parent of other answers: it is whole in its own place, and a name in theirs. */
async function parentAmongHits(q: string, identifier: string): Promise<string> {
  const found = await territories(q);
  const [parent] = found;
  assert.equal(parent?.identifier, identifier);
  assert.ok(parent.within && parent.within.length > 1);
  const children = found.filter(territory => territory.within?.some(({ id }) => id === parent.id));
  assert.ok(children.length > 0);
  const mention = children[0]?.within?.find(({ id }) => id === parent.id);
  assert.equal(mention?.prefLabel.fr, parent.prefLabel.fr);
  return `${found.length} territories, ${children.length} of them within ${parent.prefLabel.fr}`;
}

async function pageOfDatasets(id: string, page: number): Promise<components['schemas']['Hits']> {
  const { data, error } = await client.GET('/territories/{id}/datasets', { params: { path: { id }, query: { page, pageSize: 5 } } });
  assert.ok(data, error?.detail);
  assert.equal(data.member.length, 5);
  assert.ok(data.territoryCoverage?.every(({ reason }) => reason.fr));
  return data;
}

async function datasetsOfCommune(): Promise<string> {
  const [commune] = await territories('rennes');
  assert.equal(commune?.identifier, 'commune:35238');
  const pages = [await pageOfDatasets(commune.identifier, 1), await pageOfDatasets(commune.identifier, 2)];
  const titles = new Map(pages.flatMap(({ member }) => member.map(({ id, title }) => [id, title?.fr])));
  assert.equal(titles.size, 10);
  return `${pages[0]?.totalItems} datasets for ${commune.prefLabel.fr}, the first: ${[...titles.values()][0]}`;
}

async function dutiesOfCommune(): Promise<string> {
  const { data, error } = await client.GET('/territories/{id}/mapping', { params: { path: { id: 'commune:35238' } } });
  assert.ok(data?.duty && data.answerCount, error?.detail);
  assert.ok(data.duty.length > 0);
  assert.ok(data.duty.every(({ title, legalReference, seen }) => title.fr && legalReference && seen));
  const shown = data.answerCount.filter(({ notation }) => notation === 'yes' || notation === 'undetermined');
  assert.equal(shown.reduce((sum, { count }) => sum + count, 0), data.duty.length + (data.right?.length ?? 0));
  return `${data.duty.length} duties, ${data.question?.length ?? 0} questions on which further ones depend`;
}

async function searchWithFacets(): Promise<string> {
  const { data, error } = await client.GET('/datasets', { params: { query: { q: 'eau', facets: ['theme', 'licence'], pageSize: 3 } } });
  assert.ok(data?.facet, error?.detail);
  assert.deepEqual(data.facet.map(({ notation }) => notation).sort(), ['licence', 'theme']);
  assert.ok(data.facet.every(({ facetValue }) => facetValue?.every(({ count, label }) => count > 0 && label)));
  assert.equal(data.member.length, 3);
  assert.ok(data.highlights && data.view.next);
  return `${data.totalItems} datasets about water, ${data.facet.map(({ notation, facetValue }) => `${facetValue?.length} values of ${notation}`).join(', ')}`;
}

async function summaries(): Promise<string> {
  const { data, error } = await client.GET('/datasets', { params: { query: { q: 'eau', view: 'summary' } } });
  assert.ok(data, error?.detail);
  assert.ok(data.member.every(({ title, publisher, formats, description }) => title?.fr && publisher?.name.fr && formats && !description));
  const match = data.member.map((hit) => hit.match?.titleWithMarks ?? hit.match?.excerpt).find((text) => text);
  return `${data.member.length} hits, such as ${match}`;
}

async function vocabularyOfLicences(): Promise<string> {
  const { data, error } = await client.GET('/vocabularies/{scheme}', { params: { path: { scheme: 'licences' } } });
  assert.ok(data?.topConcept, error?.detail);
  assert.ok(data.topConcept.some(({ identifier }) => identifier === 'lov2'));
  assert.ok(data.topConcept.every(({ prefLabel, inScheme }) => prefLabel.fr && inScheme === data.id));
  return `${data.topConcept.length} licences`;
}

async function emptyList(): Promise<string> {
  const { data, error } = await client.GET('/datasets', { params: { query: { q: 'zzzzqq' } } });
  assert.ok(data, error?.detail);
  assert.deepEqual([data.member, data.totalItems, data.view.next], [[], 0, undefined]);
  return 'no datasets, and a list that says so';
}

async function problem(): Promise<string> {
  const { data, error, response } = await client.GET('/datasets/{id}', { params: { path: { id: 'no-such-dataset' } } });
  assert.equal(data, undefined);
  assert.deepEqual([error?.status, response.status, error?.type], [404, 404, 'urn:datacatalog:problem:not-found']);
  return `404: ${error?.detail}`;
}

/** Not in the description for JSON alone. */
async function feed(): Promise<string> {
  const response = await fetch(`${base}/datasets.atom?q=eau`);
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type') ?? '', /^application\/atom\+xml/);
  const entries = (await response.text()).match(/<entry[ >]/g);
  assert.ok(entries);
  return `${entries.length} entries`;
}

const tasks: [string, () => Promise<string>][] = [
  ['datasets of a commune', datasetsOfCommune],
  ['duties of a commune', dutiesOfCommune],
  ['search with facets', searchWithFacets],
  ['summaries', summaries],
  ['lyon', () => parentAmongHits('lyon', 'commune:69123')],
  ['paris', () => parentAmongHits('paris', 'commune:75056')],
  ['licences', vocabularyOfLicences],
  ['empty list', emptyList],
  ['404', problem],
  ['feed', feed],
];
for (const [name, task] of tasks) {
  try {
    console.log(`openapi-typescript: ${name}: ${await task()}`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`openapi-typescript: ${name}: FAILED: ${error instanceof Error ? error.stack : String(error)}`);
  }
}

// The indicators of the European score of metadata (MQA, https://data.europa.eu/mqa/methodology): 405 points, 80 of them for addresses
// that answer, which nobody sees without asking them.
import fs from 'node:fs';
import { node } from './graphs.mjs';

const codes = list => {
  const lines = fs.readFileSync(new URL(`codes/${list}.txt`, import.meta.url), 'utf8').split('\n');
  return new Set(lines.filter(line => line && !line.startsWith('#')));
};
const MACHINE_READABLE = codes('machine-readable');
const NON_PROPRIETARY = codes('non-proprietary');
const FILE_TYPES = codes('file-types');
const LICENCES = codes('licences');
const ACCESS_RIGHTS = codes('access-rights');
const MEDIA_TYPES = { has: iri => /^https?:\/\/www\.iana\.org\/assignments\/media-types\/./.test(iri) };

const indicator = (dimension, name, points, holds, kind) => ({ dimension, name, points, holds, ...kind });

const OF_DATASET = [
  indicator('findability', 'keyword', 30, it => it.has('dcat:keyword')),
  indicator('findability', 'theme', 30, it => it.has('dcat:theme')),
  indicator('findability', 'spatial', 20, it => it.has('dct:spatial')),
  indicator('findability', 'temporal', 20, it => it.has('dct:temporal')),
  indicator('interoperability', 'DCAT-AP compliance', 30, it => it.complies),
  indicator('reusability', 'access rights', 10, it => it.has('dct:accessRights')),
  indicator('reusability', 'access rights from vocabulary', 5, it => it.hasOneOf('dct:accessRights', ACCESS_RIGHTS)),
  indicator('reusability', 'contact', 20, it => it.has('dcat:contactPoint')),
  indicator('reusability', 'publisher', 10, it => it.has('dct:publisher')),
  indicator('contextuality', 'issued', 5, it => it.has('dct:issued')),
  indicator('contextuality', 'modified', 5, it => it.has('dct:modified')),
];

/**
 * The format and the media type must both be from their vocabularies: so the portal defines pv:formatMediaTypeVocabularyAlignment. A
 * licence is known by its IRI in a table, not by an address that the table gives for it.
 */
const OF_DISTRIBUTION = [
  indicator('accessibility', 'accessURL answers', 50, it => it.has('dcat:accessURL'), { answers: true }),
  indicator('accessibility', 'downloadURL', 20, it => it.has('dcat:downloadURL')),
  indicator('accessibility', 'downloadURL answers', 30, it => it.has('dcat:downloadURL'), { answers: true }),
  indicator('interoperability', 'format', 20, it => it.has('dct:format')),
  indicator('interoperability', 'media type', 10, it => it.has('dcat:mediaType')),
  indicator('interoperability', 'format and media type from vocabulary', 10,
    it => it.hasOneOf('dct:format', FILE_TYPES) && it.hasOneOf('dcat:mediaType', MEDIA_TYPES)),
  indicator('interoperability', 'non-proprietary format', 20, it => it.hasOneOf('dct:format', NON_PROPRIETARY)),
  indicator('interoperability', 'machine-readable format', 20, it => it.hasOneOf('dct:format', MACHINE_READABLE)),
  indicator('reusability', 'licence', 20, it => it.has('dct:license')),
  indicator('reusability', 'known licence', 10, it => it.hasOneOf('dct:license', LICENCES)),
  indicator('contextuality', 'rights', 5, it => it.has('dct:rights')),
  indicator('contextuality', 'file size', 5, it => it.has('dcat:byteSize')),
];

export const INDICATORS = [...OF_DATASET, ...OF_DISTRIBUTION];
export const DIMENSIONS = ['findability', 'accessibility', 'interoperability', 'reusability', 'contextuality'];
export const COMPLIANCE = INDICATORS.find(({ name }) => name === 'DCAT-AP compliance');

/** The points of some indicators, of one dimension or of all. */
export const points = (indicators, dimension) => indicators
  .filter(one => !dimension || one.dimension === dimension)
  .reduce((sum, one) => sum + one.points, 0);

const valuesOf = (graph, subject, property) => [...graph.match(subject, node(property))].map(quad => quad.object);

const resource = (graph, subject) => ({
  has: property => valuesOf(graph, subject, property).length > 0,
  hasOneOf: (property, iris) => valuesOf(graph, subject, property).some(value => value.termType === 'NamedNode' && iris.has(value.value)),
});

/**
 * The indicators that a dataset fulfils when no address answers, or when all do. Of its distributions, only the one that gives most
 * points counts.
 */
export function fulfilled(graph, dataset, complies, answering) {
  const held = (indicators, it) => indicators.filter(({ holds, answers }) => (answering || !answers) && holds(it));
  const best = valuesOf(graph, dataset, 'dcat:distribution')
    .map(distribution => held(OF_DISTRIBUTION, resource(graph, distribution)))
    .reduce((most, other) => points(other) > points(most) ? other : most, []);
  return [...held(OF_DATASET, { ...resource(graph, dataset), complies }), ...best];
}

// Reads documents of a catalogue as harvesters do, with parsers that this project did not write.
import fs from 'node:fs';
import path from 'node:path';
import rdf from '@zazuko/env';
import { Parser as TurtleParser } from 'n3';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { canonize } from 'rdf-canonize';

const TYPES = {
  '.ttl': 'text/turtle',
  '.nt': 'application/n-triples',
  '.rdf': 'application/rdf+xml',
  '.xml': 'application/rdf+xml',
  '.jsonld': 'application/ld+json',
  '.json': 'application/ld+json',
};

const NAMESPACES = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  adms: 'http://www.w3.org/ns/adms#',
  spdx: 'http://spdx.org/rdf/terms#',
  dcatap: 'http://data.europa.eu/r5r/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  sh: 'http://www.w3.org/ns/shacl#',
  hydra: 'http://www.w3.org/ns/hydra/core#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
};

/** The node of a prefixed name, such as dcat:Dataset. */
export const node = name => {
  const [prefix, local] = name.split(':');
  return rdf.namedNode(NAMESPACES[prefix] + local);
};

/** The prefixed name of an IRI; the IRI itself where there is none. */
export const short = iri => {
  const known = Object.entries(NAMESPACES).find(([, namespace]) => iri?.startsWith(namespace));
  return known ? `${known[0]}:${iri.slice(known[1].length)}` : iri;
};

const noNetwork = async url => { throw new Error(`remote context ${url}: harvesters fail on it`); };

/** A dataset without a title is a stub of one that a service serves. */
export const datasetsOf = graph => [...graph.match(null, node('rdf:type'), node('dcat:Dataset'))]
  .map(quad => quad.subject)
  .filter(dataset => graph.match(dataset, node('dct:title')).size > 0);

/** What a graph says about a node, about what it points to, and so on. */
export function description(graph, start) {
  const found = rdf.dataset();
  const reached = rdf.termSet([start]);
  for (const term of reached)
    for (const quad of graph.match(term)) {
      found.add(quad);
      reached.add(quad.object);
    }
  return found;
}

let documents = 0;

/** Blank nodes of two documents are never the same. */
const termsOfOneDocument = () => {
  const scope = `d${documents++}_`;
  return term => {
    if (term.termType === 'NamedNode') return rdf.namedNode(term.value);
    if (term.termType === 'BlankNode') return rdf.blankNode(scope + term.value.replace(/\W/g, '_'));
    return rdf.literal(term.value, term.language || rdf.namedNode(term.datatype.value));
  };
};

/** The graph of a text. */
export async function parse(text, type, base) {
  const term = termsOfOneDocument();
  const graph = rdf.dataset();
  const add = quad => graph.add(rdf.quad(term(quad.subject), term(quad.predicate), term(quad.object)));
  const stream = parser => new Promise((resolve, reject) => {
    parser.on('data', add).on('error', reject).on('end', resolve);
    parser.write(text);
    parser.end();
  });
  if (/turtle|n-triples/.test(type)) {
    new TurtleParser({ baseIRI: base, format: /turtle/.test(type) ? 'text/turtle' : 'N-Triples' }).parse(text).forEach(add);
  } else if (/json/.test(type)) {
    await stream(new JsonLdParser({ baseIRI: base, documentLoader: { load: noNetwork } }));
  } else if (/xml/.test(type)) {
    await stream(new RdfXmlParser({ baseIRI: base, strict: true, validateUri: true }));
  } else {
    throw new Error(`no RDF parser for ${type}`);
  }
  return graph;
}

/** The graph of a file or an address; an address is asked for without Accept unless that is given, and may not redirect. */
export async function read(source, accept) {
  if (!/^https?:/.test(source)) {
    return parse(fs.readFileSync(source, 'utf8'), accept || TYPES[path.extname(source)], `file://${path.resolve(source)}`);
  }
  const response = await fetch(source, { headers: accept ? { accept } : {}, redirect: 'manual' });
  if (response.status !== 200) throw new Error(`${response.status} for ${source}: harvesters refuse anything but 200, redirects included`);
  const type = response.headers.get('content-type') ?? '';
  if (/^text\//.test(type) && !/charset=utf-8/i.test(type)) {
    throw new Error(`${type} without charset=utf-8 is read as Latin-1 by harvesters`);
  }
  return parse(await response.text(), type.split(';')[0], response.url);
}

const nextPage = graph => {
  for (const type of ['hydra:PartialCollectionView', 'hydra:PagedCollection'])
    for (const view of graph.match(null, node('rdf:type'), node(type)))
      for (const link of ['hydra:next', 'hydra:nextPage'])
        for (const quad of graph.match(view.subject, node(link))) return quad.object.value;
  return null;
};

/** The pages of a walk, from an address to the end. */
export async function* pages(url, accept) {
  const seen = new Set();
  while (url) {
    if (seen.has(url)) throw new Error(`paging loops back to ${url}`);
    seen.add(url);
    const graph = await read(url, accept);
    yield { url, graph };
    url = nextPage(graph);
  }
}

/** The form of a graph that two graphs share when they are the same but for the names of blank nodes. */
export const canonical = graph => {
  const named = value => ({ termType: 'NamedNode', value });
  const term = t => t.termType === 'Literal'
    ? { termType: 'Literal', value: t.value, language: (t.language || '').toLowerCase(), datatype: named(t.datatype.value) }
    : { termType: t.termType, value: t.termType === 'BlankNode' ? `_:${t.value}` : t.value };
  const quads = [...graph].map(quad => ({
    subject: term(quad.subject),
    predicate: term(quad.predicate),
    object: term(quad.object),
    graph: { termType: 'DefaultGraph', value: '' },
  }));
  return canonize(quads, { algorithm: 'RDFC-1.0', format: 'application/n-quads', maxWorkFactor: 3 });
};

#!/usr/bin/env node
// Reads random graphs that the tests of DataCatalog.Rdf wrote in four syntaxes, with parsers that this project did not write, and
// compares each with the N-Triples of the same graph by RDFC-1.0 (https://www.w3.org/TR/rdf-canon/).
//
//   RDF_FUZZ_OUTPUT=FOLDER dotnet test --project tests/DataCatalog.Rdf.Tests/DataCatalog.Rdf.Tests.csproj
//   node rdf-fuzz.mjs FOLDER
//
// Exit status: 0 all the same, 1 a difference or a parse error, 2 usage.
import fs from 'node:fs';
import path from 'node:path';
import { Parser } from 'n3';
import jsonld from 'jsonld';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { canonize } from 'rdf-canonize';

const folder = process.argv[2];
const graphs = folder && fs.existsSync(folder)
  ? fs.readdirSync(folder).filter(name => name.endsWith('.nt')).map(name => name.slice(0, -3)).sort()
  : [];
if (graphs.length === 0) {
  console.error('usage: node rdf-fuzz.mjs FOLDER (with files NNN.nt, NNN.ttl, NNN.rdf, NNN.jsonld)');
  process.exit(2);
}

const noNetwork = async url => { throw new Error(`the document asks for ${url}`); };

const collect = (parser, text) => new Promise((resolve, reject) => {
  const quads = [];
  parser.on('data', quad => quads.push(quad)).on('error', reject).on('end', () => resolve(quads));
  parser.write(text);
  parser.end();
});

// Two readers for JSON-LD: they differ in what they forgive, and one also reads in 1.0 mode, as old harvesters do.
const readers = [
  ['nt', 'n3', text => new Parser({ format: 'N-Triples' }).parse(text)],
  ['ttl', 'n3', text => new Parser({ format: 'text/turtle' }).parse(text)],
  ['rdf', 'rdfxml-streaming-parser', text => collect(new RdfXmlParser({ strict: true, validateUri: true }), text)],
  ['jsonld', 'jsonld-streaming-parser', text => collect(new JsonLdParser({ documentLoader: { load: noNetwork } }), text)],
  ['jsonld', 'jsonld', text => jsonld.toRDF(JSON.parse(text), { documentLoader: noNetwork })],
  ['jsonld', 'jsonld in 1.0 mode', text => jsonld.toRDF(JSON.parse(text), { documentLoader: noNetwork, processingMode: 'json-ld-1.0' })],
];

const term = ({ termType, value, language, datatype }) => termType === 'Literal'
  ? { termType, value, language: (language || '').toLowerCase(), datatype: { termType: 'NamedNode', value: datatype.value } }
  : { termType, value: termType === 'BlankNode' ? `_:${value.replace(/\W/g, '_')}` : value };

// A graph is a set: what a document says twice counts once.
async function canonical(quads) {
  const plain = quads.map(quad => ({
    subject: term(quad.subject), predicate: term(quad.predicate), object: term(quad.object), graph: { termType: 'DefaultGraph', value: '' },
  }));
  const distinct = [...new Map(plain.map(quad => [JSON.stringify(quad), quad])).values()];
  return canonize(distinct, { algorithm: 'RDFC-1.0', format: 'application/n-quads', maxWorkFactor: 3 });
}

function report(name, expected, actual) {
  const [wanted, found] = [expected, actual].map(text => new Set(text.split('\n')));
  console.error(`${name}: another graph`);
  for (const line of wanted) if (!found.has(line)) console.error(`  missing: ${line}`);
  for (const line of found) if (!wanted.has(line)) console.error(`  added:   ${line}`);
}

let failures = 0;
for (const graph of graphs) {
  let expected;
  for (const [extension, reader, read] of readers) {
    const name = `${graph}.${extension} (${reader})`;
    try {
      const actual = await canonical(await read(fs.readFileSync(path.join(folder, `${graph}.${extension}`), 'utf8')));
      expected ??= actual;
      if (actual === expected) continue;
      report(name, expected, actual);
    } catch (error) {
      console.error(`${name}: ${error.message}`);
    }
    failures++;
  }
}

console.log(failures === 0
  ? `${graphs.length} graphs, four syntaxes each: the same`
  : `${graphs.length} graphs, ${failures} documents that differ or cannot be read`);
process.exit(failures === 0 ? 0 : 1);

// Validates a graph against the official shapes of DCAT-AP, which are no part of this repository.
import fs from 'node:fs';
import path from 'node:path';
import rdf from '@zazuko/env';
import SHACLValidator from 'rdf-validate-shacl';
import { node, parse, short } from './graphs.mjs';

export const PROFILES = {
  base: ['3.0.1/shapes.ttl'],
  range: ['3.0.1/range.ttl'],
  full: ['3.0.1/shapes.ttl', '3.0.1/range.ttl', '3.0.1/shapes_recommended.ttl', '3.0.1/deprecateduris.ttl'],
  codelists: ['3.0.1/mdr-vocabularies.shape.ttl'],
  hvd: ['hvd-3.0.0/hvd-SHACL-base.ttl'],
};

const readTriples = (...parts) => parse(fs.readFileSync(path.join(...parts), 'utf8'), 'application/n-triples', 'http://vocabularies/');

/** One of the official files uses the prefix shacl: and does not declare it. */
async function readShapes(folder, profile) {
  const shapes = rdf.dataset();
  for (const file of PROFILES[profile]) {
    const text = fs.readFileSync(path.join(folder, file), 'utf8');
    const declared = !/shacl:/.test(text) || /@prefix shacl:/.test(text);
    const graph = await parse(declared ? text : `@prefix shacl: <${node('sh:').value}> .\n${text}`, 'text/turtle', 'http://shapes/');
    for (const quad of graph) if (!/owl#imports$/.test(quad.predicate.value)) shapes.add(quad);
  }
  return shapes;
}

/** The data with what the shapes of a profile look up: classes above others, and the terms of code lists that the data uses. */
async function withVocabularies(data, folder, profile) {
  const world = rdf.dataset([...data]);
  if (profile !== 'base' && profile !== 'hvd') for (const quad of await readTriples(folder, 'subclasses.nt')) world.add(quad);
  if (profile === 'codelists') {
    const used = new Set([...data].flatMap(quad => [quad.subject.value, quad.object.value]));
    for (const file of fs.readdirSync(path.join(folder, 'vocab')).filter(name => name.endsWith('.nt')))
      for (const quad of await readTriples(folder, 'vocab', file))
        if (used.has(quad.subject.value) || /ConceptScheme$/.test(quad.object.value)) world.add(quad);
  }
  return world;
}

const groupOf = (result, data) => {
  const types = [...data.match(result.focusNode, node('rdf:type'))].map(quad => short(quad.object.value)).join('|') || '(untyped)';
  const severity = short(result.severity.value).slice(3);
  const component = short(result.sourceConstraintComponent.value).slice(3).replace('ConstraintComponent', '');
  return `${severity}  ${types}  ${short(result.path?.value) ?? '(node)'}  ${component}`;
};

export const isViolation = result => short(result.severity.value) === 'sh:Violation';

/** What finds where a graph falls short of a profile, in what the graph itself says. */
export async function checker(folder, profile) {
  const validator = new SHACLValidator(await readShapes(folder, profile), { factory: rdf });
  return async data => {
    const report = await validator.validate(await withVocabularies(data, folder, profile));
    const ours = new Set([...data].map(quad => quad.subject.value));
    return report.results.filter(result => ours.has(result.focusNode?.value));
  };
}

/** Prints what falls short, by kind, with so many examples of each; true when nothing violates the profile. */
export async function validate(data, folder, profile, detail) {
  const results = await (await checker(folder, profile))(data);
  const groups = new Map();
  for (const result of results) {
    const group = groupOf(result, data);
    groups.set(group, [...(groups.get(group) ?? []), result]);
  }
  for (const [group, members] of [...groups].sort()) {
    console.log(`${String(members.length).padStart(5)} ${group}`);
    for (const result of members.slice(0, detail)) console.log(`        ${result.focusNode.value} -> ${result.value?.value ?? ''}`);
  }
  const violations = results.filter(isViolation).length;
  console.log(`${profile}: ${data.size} triples, ${violations} violations, ${results.length - violations} warnings`);
  return violations === 0;
}

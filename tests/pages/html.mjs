#!/usr/bin/env node
// Validates the HTML of a running catalogue: one of every kind of page and of problem, in both languages.
//
//   node html.mjs BASE
//
// Exit status 1: a page has an error, or is no page.
import fs from 'node:fs';
import { HtmlValidate } from 'html-validate';
import rules from './rules.mjs';

const [base] = process.argv.slice(2);
if (!base) {
  console.error('usage: node html.mjs BASE');
  process.exit(2);
}

const here = new URL('.', import.meta.url);
const validator = new HtmlValidate(rules);
const kinds = ['kinds.txt', 'problems.txt']
  .flatMap(file => fs.readFileSync(new URL(file, here), 'utf8').split('\n')).filter(Boolean);
let errors = 0;

for (const kind of kinds) {
  for (const language of ['fr', 'en']) {
    const address = `${base}${kind}${kind.includes('?') ? '&' : '?'}ui=${language}`;
    const response = await fetch(address, { headers: { accept: 'text/html' } });
    const html = await response.text();
    if (!response.headers.get('content-type')?.startsWith('text/html') || !html.includes(`<html lang="${language}"`)) {
      console.error(`${address}: ${response.status}, no page in this language`);
      errors++;
    }
    const report = await validator.validateString(html, address);
    for (const fault of report.results.flatMap(result => result.messages)) {
      console.error(`${address}:${fault.line}:${fault.column} ${fault.ruleId}: ${fault.message}`);
      errors++;
    }
  }
}

console.log(`${kinds.length} kinds of pages in 2 languages: ${errors} errors of HTML`);
process.exit(errors ? 1 : 0);

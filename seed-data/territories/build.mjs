// Makes the territory files of the catalogue.
//
//   node build.mjs <package> <bbox.csv> <out>
//
// <package>   folder of the unpacked npm package @etalab/decoupage-administratif 6.0.0
//             (`npm pack @etalab/decoupage-administratif@6.0.0`, then untar: the folder that holds `data/`).
//             Official geographic code (COG) of 1 January 2026, Insee; data under Licence Ouverte.
// <bbox.csv>  kind,code,west,south,east,north,lon,lat in WGS 84 (kinds: country, region, departement, epci, commune),
//             computed from the contours of IGN ADMIN EXPRESS 2018.
// <out>       folder for the CSV files; it must exist.
//
// Written: countries, country-subsets, regions, departements, collectivites (overseas collectivities), epci, ept, communes,
// arrondissements-municipaux (one layout) and former-communes (code,name,status,current).
// UTF-8, LF, comma, sorted by code. Several values in a cell are separated by "|". An empty cell means unknown.
//
// Choices
// - Codes are strings, and a reference always has its kind (commune:35238, region:53): each region code is also a
//   département code or the code of a collectivity, and 584 communes déléguées have the code of their commune of today.
// - Population: `population` of a commune as in the package; of a département, region or collectivity the sum of its
//   communes (empty where one is not known); of an EPCI or EPT its own `populationMunicipale`, which in most
//   cases is not the sum of `population` over its members (seemingly another year's figure).
// - SIREN: communes, EPCI, EPT. The package has none for overseas collectivities, départements and regions.
// - Boxes: as in <bbox.csv>; an EPT gets the union of its communes' boxes and its middle, only if all have one.
//   A territory that is not in <bbox.csv> has no box.
// - former_codes and former-communes.csv agree: a déléguée or associée belongs to its `chefLieu`; another old code to
//   the commune that lists it in `anciensCodes`. Where both exist and differ, `chefLieu` holds.
//   A déléguée with the code of its commune of today has no row: one code, one row.
//   The package has no name for an old code that is neither déléguée nor associée: its name is in former-names.txt, beside this file (code,name; lines
//   that begin with "#" say where it is from). It is the last name under that code, so 20004 is Ajaccio. A code without a name there would stay nameless.
// - exact_match: IRIs that name the same territory. INSEE's, with the code, of communes, départements, regions and France (those of EPCI have no
//   code but a UUID that the package lacks); the EU's administrative territorial units (ATU), which has no overseas region, no commune and no EPCI.
//   The EU's Rhône (069D) is the département without the Lyon metropolis, ours is with it: no match. Its regions of 2016 have their first names.
// - Country subsets have the codes of data.gouv.fr's geozones (country-subset:fr:metro, country-subset:fr:drom), without `fr:`; metro-drom and
//   com, which it lacks, are ours. metro and metro-drom have the box of the country, which is that of its European part; the others, all over the world, have none.
//   A region of Europe lies in metro and metro-drom, an overseas one in drom and metro-drom, an overseas collectivity in com.
// - An EPCI or EPT lies in what contains all of its communes (no département and no region: metropolitan France); an EPT, which is part of a metropolis, in that one too.
// - legal_form, of EPCI only: `type` of the package, but MGP for the Métropole du Grand Paris, which the package counts among the
//   métropoles, and METLYON for the Métropole de Lyon.
// - Names are the package's; a double space in a name becomes one.
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

const [packageFolder, boxFile, outFolder] = process.argv.slice(2)
if (!outFolder) {
  console.error('Usage: node build.mjs <package> <bbox.csv> <out>')
  process.exit(2)
}

const VERSION = '6.0.0'
const EXPECTED = {
  countries: 1, 'country-subsets': 4, regions: 18, departements: 101, collectivites: 8, epci: 1255, ept: 11, communes: 34969,
  'arrondissements-municipaux': 45
}
const SHARED_CODES = 584
const FORMER = 4240
const NAMELESS = 0
const HEADER = ['code', 'name', 'population', 'siren', 'postcodes', 'parents', 'west', 'south', 'east', 'north',
  'longitude', 'latitude', 'exact_match', 'former_codes']
const EPCI_HEADER = [...HEADER, 'legal_form']
const LEGAL_FORMS = {CC: 'CC', CA: 'CA', CU: 'CU', METRO: 'METRO', MET69: 'METLYON'}
const GRAND_PARIS = '200054781'
const FORMER_HEADER = ['code', 'name', 'status', 'current']
const NO_BOX = ['', '', '', '', '', '']
const METRO = 'country-subset:metro|country-subset:metro-drom'
const DROM = 'country-subset:drom|country-subset:metro-drom'
const INSEE = 'http://id.insee.fr/geo/'
const ATU = 'http://publications.europa.eu/resource/authority/atu/FRA_'
const ATU_REGIONS = {
  11: 'IF', 24: 'CVAL', 27: 'BFRC', 28: 'NORM', 32: 'PNPC', 44: 'ACAL', 52: 'PL', 53: 'BRE', 75: 'ALPC', 76: 'LRMP', 84: 'ARA', 93: 'PACA', 94: 'CORSE'
}
const ATU_COLLECTIVITIES = {975: 'SPM', 977: 'BLM', 978: 'MAF', 986: 'WLF', 987: 'PYF'}

const errors = []
const check = (ok, message) => ok || errors.push(message)
const json = name => JSON.parse(readFileSync(join(packageFolder, 'data', name + '.json'), 'utf8'))
  .map(entry => ({...entry, nom: entry.nom.replace(/\s+/g, ' ').trim()}))
const byCode = (a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)
const cell = value => {
  const text = String(value ?? '')
  return /[",\n\r]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text
}

const {version} = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
check(version === VERSION, `package version ${version}, expected ${VERSION}`)
const [allCommunes, allDepartements, allRegions, allEpci, allEpt] =
  ['communes', 'departements', 'regions', 'epci', 'ept'].map(name => json(name))

// Boxes
const boxes = new Map()
for (const line of readFileSync(boxFile, 'utf8').split('\n').slice(1)) {
  if (!line.trim()) continue
  const [kind, code, ...numbers] = line.trim().split(',')
  check(numbers.length === 6 && numbers.every(n => /^-?\d+(\.\d{1,4})?$/.test(n)), `box of ${kind}:${code}: ${numbers}`)
  check(!boxes.has(`${kind}:${code}`), `box twice: ${kind}:${code}`)
  boxes.set(`${kind}:${code}`, numbers)
}
// Matches
const region = code => [INSEE + 'region/' + code, ...(ATU_REGIONS[code] ? [ATU + 'RG_' + ATU_REGIONS[code]] : [])].join('|')
const departement = code => [INSEE + 'departement/' + code, ...(code === '69' ? [] : [ATU + 'DPT_' + code.padStart(3, '0')])].join('|')
const collectivity = code => (ATU_COLLECTIVITIES[code] ? ATU + 'CSP_' + ATU_COLLECTIVITIES[code] : '')
const arrondissement = code => (code.startsWith('751') ? ATU + 'AR_PAR' + code.slice(3) : '')
const boxOf = typed => boxes.get(typed) ?? NO_BOX
const unionOf = list => {
  if (list.some(box => box === NO_BOX)) return NO_BOX
  const side = (index, pick) => pick(...list.map(box => Number(box[index])))
  const [west, south, east, north] = [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)]
  return [west, south, east, north, (west + east) / 2, (south + north) / 2].map(n => n.toFixed(4))
}

// Names of old codes
const formerNames = new Map()
for (const line of readFileSync(join(import.meta.dirname, 'former-names.txt'), 'utf8').split('\n')) {
  if (!line.trim() || line.startsWith('#')) continue
  const [code, ...name] = line.split(',')
  check(!formerNames.has(code), `name twice: ${code}`)
  formerNames.set(code, name.join(','))
}

// Today's communes, and the codes that lead to them
const communes = allCommunes.filter(c => c.type === 'commune-actuelle')
const current = new Map(communes.map(c => [c.code, c]))
const former = new Map()
let sharedCodes = 0
let sharedCodesOtherName = 0
for (const c of allCommunes) {
  if (c.type !== 'commune-deleguee' && c.type !== 'commune-associee') continue
  const status = c.type === 'commune-deleguee' ? 'deleguee' : 'associee'
  const today = current.get(c.code)
  if (today) {
    check(c.chefLieu === c.code, `${status} ${c.code} has the code of another commune than its own`)
    sharedCodes++
    if (today.nom !== c.nom) sharedCodesOtherName++
    continue
  }
  check(!former.has(c.code), `former code twice: ${c.code}`)
  former.set(c.code, {name: c.nom, status, current: c.chefLieu})
}
const conflicts = []
for (const c of communes) {
  for (const code of c.anciensCodes ?? []) {
    if (code === c.code) continue
    check(!current.has(code), `old code ${code} is also a commune of today`)
    const known = former.get(code)
    if (!known) former.set(code, {name: formerNames.get(code) ?? '', status: 'ancien-code', current: c.code})
    else if (known.current !== c.code) {
      check(known.status !== 'ancien-code', `old code ${code} of two communes: ${known.current}, ${c.code}`)
      conflicts.push(`${code} (chefLieu ${known.current}, anciensCodes of ${c.code})`)
    }
  }
}
const formerOf = new Map()
for (const [code, {current: today}] of former) formerOf.set(today, [...(formerOf.get(today) ?? []), code])

// Members
const membership = (list, kind) => {
  const found = new Map()
  for (const {code, membres} of list) {
    check(membres.length > 0, `${kind}:${code} has no member`)
    for (const m of membres) {
      check(current.has(m.code), `member ${m.code} of ${kind}:${code} is not a commune of today`)
      check(!found.has(m.code), `commune ${m.code} in two ${kind}`)
      found.set(m.code, code)
    }
  }
  return found
}
const epciOf = membership(allEpci, 'epci')
const eptOf = membership(allEpt, 'ept')
// What contains all members: one département (or overseas collectivity), else one region, else metropolitan France
const parentOf = ({membres}) => {
  const members = membres.map(m => current.get(m.code))
  const of = key => [...new Set(members.map(c => c[key]))]
  const [departements, regions] = [of('departement'), of('region')]
  return departements.length === 1 ? (overseas.has(departements[0]) ? 'collectivite:' : 'departement:') + departements[0]
    : regions.length === 1 ? 'region:' + regions[0] : METRO
}
// The metropolitan regions have codes from 11 on
const isOverseas = code => code < '11'
const metropoleOf = ({membres}) => 'epci:' + epciOf.get(membres[0].code)
const overseas = new Set(allDepartements.filter(d => d.zone === 'com').map(d => d.code))
const populationBy = key => {
  const sums = new Map()
  for (const c of communes) {
    const sum = sums.get(c[key]) ?? 0
    sums.set(c[key], c.population === undefined || sum === '' ? '' : sum + c.population)
  }
  return sums
}
const populationOfDepartement = populationBy('departement')
const populationOfRegion = populationBy('region')

const files = {
  countries: [['FRA', 'France', '', '', '', '', ...boxOf('country:FRA'),
    `http://publications.europa.eu/resource/authority/country/FRA|${INSEE}pays/france`, '']],
  'country-subsets': [
    ['metro', 'France métropolitaine', boxOf('country:FRA'), INSEE + 'territoireFrancais/franceMetropolitaine'],
    ['drom', "Départements et régions d'outre-mer", NO_BOX],
    ['metro-drom', "France métropolitaine, départements et régions d'outre-mer", boxOf('country:FRA')],
    ['com', "Collectivités d'outre-mer et Nouvelle-Calédonie", NO_BOX]
  ].map(([code, name, box, match]) => [code, name, '', '', '', 'country:FRA', ...box, match ?? '', '']),
  regions: allRegions.filter(r => r.zone !== 'com').map(r =>
    [r.code, r.nom, populationOfRegion.get(r.code), '', '', isOverseas(r.code) ? DROM : METRO, ...boxOf('region:' + r.code), region(r.code), '']),
  departements: allDepartements.filter(d => d.zone !== 'com').map(d =>
    [d.code, d.nom, populationOfDepartement.get(d.code), '', '', 'region:' + d.region,
      ...boxOf('departement:' + d.code), departement(d.code), '']),
  collectivites: allDepartements.filter(d => d.zone === 'com').map(d =>
    [d.code, d.nom, populationOfDepartement.get(d.code), '', '', 'country-subset:com', ...NO_BOX, collectivity(d.code), '']),
  epci: allEpci.map(e =>
    [e.code, e.nom, e.populationMunicipale, e.code, '', parentOf(e), ...boxOf('epci:' + e.code), '', '',
      e.code === GRAND_PARIS ? 'MGP' : LEGAL_FORMS[e.type]]),
  ept: allEpt.map(e =>
    [e.code, e.nom, e.populationMunicipale, e.code, '', [metropoleOf(e), parentOf(e)].join('|'),
      ...unionOf(e.membres.map(m => boxOf('commune:' + m.code))), '', '']),
  communes: communes.map(c => [
    c.code, c.nom, c.population, c.siren, (c.codesPostaux ?? []).join('|'),
    [
      ...(epciOf.has(c.code) ? ['epci:' + epciOf.get(c.code)] : []),
      ...(eptOf.has(c.code) ? ['ept:' + eptOf.get(c.code)] : []),
      (overseas.has(c.departement) ? 'collectivite:' : 'departement:') + c.departement
    ].join('|'),
    ...boxOf('commune:' + c.code),
    overseas.has(c.departement) ? '' : INSEE + 'commune/' + c.code,
    (formerOf.get(c.code) ?? []).sort().join('|')
  ]),
  'arrondissements-municipaux': allCommunes.filter(c => c.type === 'arrondissement-municipal').map(c =>
    [c.code, c.nom, c.population, '', (c.codesPostaux ?? []).join('|'), 'commune:' + c.commune, ...NO_BOX, arrondissement(c.code), ''])
}
const KINDS = {
  countries: 'country', 'country-subsets': 'country-subset', regions: 'region', departements: 'departement', collectivites: 'collectivite', epci: 'epci',
  ept: 'ept', communes: 'commune', 'arrondissements-municipaux': 'arrondissement-municipal'
}

// Checks
const known = new Set()
for (const [name, rows] of Object.entries(files)) {
  check(rows.length === EXPECTED[name], `${name}: ${rows.length} rows, expected ${EXPECTED[name]}`)
  for (const row of rows) {
    const typed = `${KINDS[name]}:${row[0]}`
    check(!known.has(typed), `twice: ${typed}`)
    known.add(typed)
    const header = name === 'epci' ? EPCI_HEADER : HEADER
    check(row.length === header.length && (name !== 'epci' || row.at(-1)), `${typed}: ${row.length} cells, or no legal form`)
    check(typeof row[0] === 'string' && row[1] && row[1] === row[1].trim(), `${typed}: code or name`)
    const [west, south, east, north, longitude, latitude] = row.slice(6, 12).map(Number)
    check(row[6] === '' || (west < east && south < north && west <= longitude && longitude <= east &&
      south <= latitude && latitude <= north), `${typed}: box`)
  }
}
for (const [name, rows] of Object.entries(files)) {
  for (const row of rows) {
    for (const parent of row[5].split('|').filter(Boolean)) check(known.has(parent), `${KINDS[name]}:${row[0]}: parent ${parent}`)
  }
}
for (const [typed] of boxes) check(known.has(typed), `box of an unknown territory: ${typed}`)
check(sharedCodes === SHARED_CODES, `${sharedCodes} communes déléguées with the code of today's commune, expected ${SHARED_CODES}`)
check(former.size === FORMER, `${former.size} former codes, expected ${FORMER}`)
for (const [code, row] of former) check(current.has(row.current), `former commune ${code}: ${row.current}`)
for (const code of formerNames.keys()) check(former.get(code)?.status === 'ancien-code', `name of a code that is no old one: ${code}`)
const nameless = [...former.values()].filter(row => row.name === '').length
check(nameless === NAMELESS, `${nameless} former codes without a name, expected ${NAMELESS}`)

// Writing
const write = (name, header, rows) => {
  rows.sort(byCode)
  const text = [header, ...rows].map(row => row.map(cell).join(',')).join('\n') + '\n'
  writeFileSync(join(outFolder, name + '.csv'), text)
  console.log(`${name}.csv: ${rows.length} rows, ${Buffer.byteLength(text)} bytes, ${rows.filter(r => r[6] === '').length} without a box`)
  return Buffer.byteLength(text)
}
if (errors.length > 0) {
  for (const error of errors) console.error('Error: ' + error)
  process.exit(1)
}
let bytes = 0
for (const [name, rows] of Object.entries(files)) bytes += write(name, name === 'epci' ? EPCI_HEADER : HEADER, rows)
bytes += write('former-communes', FORMER_HEADER,
  [...former].map(([code, row]) => [code, row.name, row.status, 'commune:' + row.current]))
const count = status => [...former.values()].filter(row => row.status === status).length
console.log(`former communes: ${count('deleguee')} deleguee, ${count('associee')} associee, ${count('ancien-code')} ancien-code`)
console.log(`left out, code of the commune of today: ${sharedCodes}, of which ${sharedCodesOtherName} under another name`)
console.log(`communes in no EPCI (overseas collectivities apart): ${communes.filter(c => !epciOf.has(c.code) && !overseas.has(c.departement)).map(c => c.code).join(' ')}`)
console.log(`chefLieu and anciensCodes differ: ${conflicts.join('; ') || 'none'}`)
console.log(`all files: ${bytes} bytes`)

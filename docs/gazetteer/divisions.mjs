// Maps each first-level division of GeoNames to its ISO 3166-2 code, and checks the result as a whole.
// A division is {code: GeoNames' code, own: its names in GeoNames, the current one last, others: its names in other languages,
// places: how many places are in it};
// a region is {iso, own: ISO's names, english: CLDR's English name, if any, others: CLDR's names in other languages}.

/** Folds case, accents and letters that NFKD leaves alone. */
const folded = (name) =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’‘`´ʻʼʹʾʿ]/g, '')
    .replace(/[đłıəǝøßæħ]/g, (letter) => ({ đ: 'd', ł: 'l', ı: 'i', ə: 'a', ǝ: 'a', ø: 'o', ß: 'ss', æ: 'ae', ħ: 'h' })[letter])
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Words for kinds of divisions. */
const KIND_WORDS = new Set(
  ('province district county oblast voblasc voblasts municipality governorate department state division parish prefecture ' +
    'autonomous republic territory rayon raion raionul novads kraj krai kray region regional corporation canton commune ' +
    'comarca urban council atoll atholhu island islands prov apskritis oblysy oblisi qal muhafazat baladiyat ostan obcina ' +
    'opstina mestna okrug respublika special emirate imarat viloyati voivodeship borough city grad horad shaary of and the ' +
    'de del la el al il l').split(' '),
);

/** A name without the words that say what kind of division it means; the whole name if nothing else is left. */
const bare = (name) =>
  folded(name)
    .split(' ')
    .filter((word) => !KIND_WORDS.has(word))
    .join(' ') || folded(name);

const haveOneInCommon = (names, others) => names.some((name) => others.includes(name));

/** How much of their pairs of letters two names share, from 0 to 1. */
function likeness(name, other) {
  const pairs = (text) => new Set([...text.replaceAll(' ', '')].map((letter, at, all) => letter + (all[at + 1] ?? '')));
  const [ones, others] = [pairs(name), pairs(other)];
  return (2 * [...ones].filter((pair) => others.has(pair)).length) / (ones.size + others.size);
}

const allNames = ({ own, english, others }) => [...own, ...(english ?? []), ...others];

const agree = (division, region) =>
  haveOneInCommon(allNames(division).map(bare), allNames(region).map(bare)) ||
  allNames(division).some((name) => allNames(region).some((other) => likeness(bare(name), bare(other)) >= 0.5));

/** Reads decisions.tsv; its header says what the kinds mean. A region counts as decided if it or its country is named. */
export function readDecisions(text) {
  const rows = text.split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));
  const ofKind = (kind) => rows.filter(([each]) => each === kind).flatMap(([, subjects, object]) => subjects.split(' ').map((subject) => [subject, object]));
  return {
    of: (kind) => new Map(ofKind(kind)),
    is: (kind, code) => ofKind(kind).some(([subject]) => subject === code || subject === code.slice(0, 2)),
  };
}

/** The level of ISO's regions that a country's first-level divisions are compared with. */
function isOnLevel(iso, current, decisions) {
  return decisions.is('level', iso)
    ? ![...current.values()].includes(iso) // those that contain no others
    : current.get(iso) === iso.slice(0, 2);
}

/** Gives places in reformed divisions the division that GeoNames has at the same spot today, and corrects single places. */
export function renew(places, today, decisions) {
  const corrected = decisions.of('place');
  places.filter(([number]) => corrected.has(number)).forEach((row) => (row[10] = corrected.get(row[0])));
  const reformed = decisions.of('renewed');
  const countries = new Set([...reformed.keys()].map((code) => code.slice(0, 2)));
  const candidates = today.filter(({ country }) => countries.has(country));
  for (const place of places.filter((row) => reformed.has(`${row[8]}.${row[10]}`))) {
    const distance = ({ lat, lng }) => Math.hypot(lat - place[4], (lng - place[5]) * Math.cos((place[4] * Math.PI) / 180));
    const hasItsName = ({ name }) => Number(name === place[1]);
    const [same] = candidates
      .filter((other) => other.country === place[8] && distance(other) < 0.05) // degrees: within 6 km
      .sort((one, other) => hasItsName(other) - hasItsName(one) || distance(one) - distance(other));
    if (same) place[10] = same.admin1;
  }
}

/**
 * All divisions, with the number of places in each. Codes mean what they meant when the places were recorded; where GeoNames
 * has since given them to other divisions, today's names are not used.
 */
export function divisionsOf(places, then, now, second, linked, decisions) {
  const divided = decisions.of('divided');
  const translated = new Map(Object.entries(linked).flatMap(([country, { regions }]) =>
    regions.filter(({ admin }) => admin).map((region) => [`${country}.${region.admin}`, Object.values(region.names ?? {})])));
  const count = new Map();
  places.flatMap((row) => [`${row[8]}.${row[10]}`, `${row[8]}.${row[10]}.${row[11]}`]).forEach((code) => count.set(code, (count.get(code) ?? 0) + 1));
  const firstLevel = new Set([...then.keys(), ...[...now.keys()].filter((code) => count.has(code) && !decisions.is('renumbered', code))]);
  const secondLevel = [...second].filter(([code]) => divided.has(code.split('.').slice(0, 2).join('.')));
  return [
    ...[...firstLevel].filter((code) => !divided.has(code)).map((code) => {
      const names = [then.get(code), decisions.is('renumbered', code) ? null : now.get(code)];
      return { code, own: [...new Set(names.filter(Boolean))], others: translated.get(code) ?? [], places: count.get(code) ?? 0 };
    }),
    ...secondLevel.map(([code, name]) => ({ code, own: [name], others: [], places: count.get(code) ?? 0 })),
  ];
}

/** ISO's names of a region: "Madrid, Comunidad de" is Madrid; names in other languages follow in brackets. */
const namesOf = (name) =>
  name
    .split(/[[(\])]/)
    .map((each) => each.split(',')[0].trim())
    .filter((each) => each && !/-partial$|^EH$/.test(each) && !folded(each).split(' ').every((word) => KIND_WORDS.has(word)));

/** Joins the divisions of all countries; what is decided by hand comes first. */
export function joinAll({ decisions, current, isoNames, cldrNames, english, divisions }) {
  const cldrCode = (iso) => iso.toLowerCase().replace('-', '');
  const clean = (name) => name.replace(/[†²¹]/g, '').trim();
  const regions = new Map([...current.keys()].map((iso) => {
    const isOutdated = decisions.is('outdated', iso);
    return [iso, {
      iso,
      own: namesOf(isoNames.get(iso) ?? ''),
      english: isOutdated ? [] : [english[cldrCode(iso)]].filter(Boolean).map(clean),
      others: isOutdated ? [] : cldrNames.map((names) => names[cldrCode(iso)]).filter(Boolean).map(clean),
    }];
  }));
  const isoOfDivision = new Map();
  const divisionOfIso = new Map();
  const join = (division, iso, by) => {
    isoOfDivision.set(division.code, { ...division, iso, by });
    if (by !== 'within') divisionOfIso.set(iso, division);
  };
  for (const by of ['join', 'within']) {
    const decided = decisions.of(by);
    divisions.filter(({ code }) => decided.has(code)).forEach((division) => join(division, decided.get(division.code), by));
  }
  for (const country of new Set(divisions.map(({ code }) => code.slice(0, 2)))) {
    const open = divisions.filter(({ code }) => code.startsWith(country) && !isoOfDivision.has(code) && !decisions.is('none', code));
    const free = [...regions.values()].filter(({ iso }) => iso.startsWith(country) && !divisionOfIso.has(iso) && isOnLevel(iso, current, decisions));
    joinByName(open, free, join);
  }
  return { isoOfDivision, divisionOfIso, regions };
}

/**
 * Joins divisions and regions of one country by their names, the most reliable names first. A step counts only where it leaves
 * one region for a division and one division for that region.
 */
function joinByName(divisions, regions, join) {
  const own = (division) => division.own.slice(0, 1);
  const english = (region) => [...region.own, ...region.english];
  const steps = [
    [folded, own, (region) => region.own],
    [folded, own, (region) => region.english],
    [folded, (division) => division.own, english],
    [bare, (division) => division.own, english],
    [folded, allNames, allNames],
    [bare, allNames, allNames],
  ].map(([key, one, other]) => (division, region) => haveOneInCommon(one(division).map(key), other(region).map(key)));
  for (const isLike of [...steps, agree]) {
    const pairs = divisions.flatMap((division) => regions.filter((region) => isLike(division, region)).map((region) => [division, region]));
    for (const [division, region] of pairs) {
      if (pairs.filter(([one, other]) => one === division || other === region).length === 1) {
        join(division, region.iso, 'name');
        divisions = divisions.filter((other) => other !== division);
        regions = regions.filter((other) => other !== region);
      }
    }
  }
}

/** What is wrong with the table as a whole, one sentence per fault; README.md says what is checked. */
export function faults({ decisions, current, isoOfDivision, divisionOfIso, regions, divisions }) {
  const wrong = [];
  const nameOf = ({ own, english, iso, code }) => `${code ?? iso} (${[...new Set([...own, ...(english ?? [])])].join(', ')})`;
  const onLevel = [...regions.values()].filter(({ iso }) => isOnLevel(iso, current, decisions));

  // every first-level region is reachable, and every division maps to a region
  const reached = new Set([...isoOfDivision.values()].filter(({ places }) => places > 0).map(({ iso }) => iso));
  const isReached = (iso) => reached.has(iso) || [...current].some(([part, whole]) => whole === iso && reached.has(part));
  const placed = divisions.filter(({ places }) => places > 0);
  const countries = new Set(placed.map(({ code }) => code.slice(0, 2)));
  [...regions.values()]
    .filter(({ iso }) => countries.has(iso.slice(0, 2)) && (isOnLevel(iso, current, decisions) || current.get(iso) === iso.slice(0, 2)))
    .filter(({ iso }) => !isReached(iso) && !decisions.of('unreachable').has(iso))
    .forEach((region) => wrong.push(`${nameOf(region)}: no division with a place maps to it`));
  placed
    .filter(({ code }) => !isoOfDivision.has(code) && !decisions.is('none', code) && onLevel.some(({ iso }) => iso.startsWith(code.slice(0, 2))))
    .forEach((division) => wrong.push(`${nameOf(division)}: maps to no region`));

  // no division maps to a part of a region, or to where another maps
  for (const { code, own, iso, by } of isoOfDivision.values()) {
    if (!current.has(iso)) {
      wrong.push(`${code} (${own}): ${iso} is not a code of ISO 3166-2`);
    } else if (!isOnLevel(iso, current, decisions)) {
      wrong.push(`${code} (${own}): maps to ${nameOf(regions.get(iso))}, a part of ${current.get(iso)}`);
    }
    if (by !== 'within' && divisionOfIso.get(iso).code !== code) {
      wrong.push(`${code} (${own}): maps to ${iso}, and so does ${divisionOfIso.get(iso).code}`);
    }
  }

  // names agree, and where a region shares its name with another, a decision says which is meant
  for (const division of isoOfDivision.values()) {
    const region = regions.get(division.iso);
    if (division.by !== 'name' || !region) continue;
    if (!agree(division, region)) wrong.push(`${nameOf(division)}: maps to ${nameOf(region)}, which has another name`);
    const main = (each) => [...each.own, ...each.english].map(bare);
    onLevel
      .filter((other) => other !== region && other.iso.startsWith(region.iso.slice(0, 2)) && haveOneInCommon(main(other), main(region)))
      .forEach((other) => wrong.push(`${nameOf(division)}: maps to ${nameOf(region)}, but ${nameOf(other)} has that name too`));
  }

  // today's name of a division is not the former name of another
  const former = new Map(divisions.map(({ code, own }) => [`${code.slice(0, 2)} ${folded(own[0])}`, code]));
  divisions
    .map(({ code, own }) => [code, own.at(-1), former.get(`${code.slice(0, 2)} ${folded(own.at(-1))}`)])
    .filter(([code, , other]) => other && other !== code && divisions.find((each) => each.code === code).own.length > 1)
    .forEach(([code, name, other]) => wrong.push(`${code}: is called ${name} today, as ${other} was before; has GeoNames renumbered the country?`));

  // decisions that decide nothing mislead
  ['join', 'within', 'none'].forEach((kind) => [...decisions.of(kind).keys()].filter((code) => !divisions.some((division) => division.code === code))
    .forEach((code) => wrong.push(`${code}: decided (${kind}), but there is no such division`)));
  [...decisions.of('unreachable').keys()].filter((iso) => isReached(iso) && !decisions.is('level', iso) || !current.has(iso))
    .forEach((iso) => wrong.push(`${iso}: decided (unreachable), but ${current.has(iso) ? 'a division maps to it' : 'it is not a code of ISO 3166-2'}`));
  return wrong;
}

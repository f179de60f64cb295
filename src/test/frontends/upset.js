import { extractCombinations } from '@upsetjs/model';

export function count({ incidence }) {
  const { sets, combinations } = extractCombinations(incidence.elems, { type: 'distinctIntersection' });
  return {
    sets: Object.fromEntries(sets.map((set) => [set.name, set.cardinality])),
    intersections: Object.fromEntries(
      combinations.map(({ sets, cardinality }) => [[...sets].map((set) => set.name).sort().join(' '), cardinality]),
    ),
  };
}

// Run by FrontendsTests: gives the answers in a folder, `data` of one document each, to the libraries they are for, and writes beside them
// what each library counts. Nothing but the names in an answer stands between it and its library.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
const documents = { 'd3-force': 'd3-force', nvl: 'nvl', graphology: 'graphology', sigma: 'graphology', cytoscape: 'cytoscape', 'deck-gl': 'deck-gl', upset: 'upset' };

const counts = {};
for (const [library, document] of Object.entries(documents)) {
  const { count } = await import(`./${library}.js`);
  const answer = JSON.parse(readFileSync(join(folder, `${document}.json`), 'utf8'));
  try {
    counts[library] = count(answer);
  } catch (failure) {
    console.error(`${library} does not take the answer to ${document}.graphql\n${`${failure.stack}`.slice(0, 2000)}`);
    process.exit(1);
  }
}
writeFileSync(join(folder, 'counts.json'), JSON.stringify(counts));
// the stand-in for a browser keeps its clock running
process.exit(0);

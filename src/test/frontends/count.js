// Run by FrontendsTests: gives the answers in a folder, `data` of one document each, to the libraries they are for, and writes beside them
// what each library counts. Nothing but the names in an answer stands between it and its library.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
// those first that need no browser, since some ask whether there is one
const documents = { 'd3-force': 'd3-force', graphology: 'graphology', cytoscape: 'cytoscape', 'deck-gl': 'deck-gl', upset: 'upset', nvl: 'nvl', sigma: 'graphology' };

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

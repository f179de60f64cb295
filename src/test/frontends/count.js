// Run by LibrariesTests: passes the responses in a folder (`data` of one document each) to the libraries they are for,
// and writes what each library counts next to them. The responses are not converted beyond picking fields by name.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
// libraries without a browser come first, since some check for one
const documents = { 'd3-force': 'd3-force', graphology: 'graphology', cytoscape: 'cytoscape', 'deck-gl': 'deck-gl', upset: 'upset', nvl: 'nvl', sigma: 'graphology' };

const counts = {};
for (const [library, document] of Object.entries(documents)) {
  const { count } = await import(`./${library}.js`);
  const answer = JSON.parse(readFileSync(join(folder, `${document}.json`), 'utf8'));
  try {
    counts[library] = count(answer);
  } catch (failure) {
    console.error(`${library} rejects the response to ${document}.graphql\n${`${failure.stack}`.slice(0, 2000)}`);
    process.exit(1);
  }
}
writeFileSync(join(folder, 'counts.json'), JSON.stringify(counts));
// the fake browser's timers keep running
process.exit(0);

// Run by Maven in this folder: builds the pages into target/classes/static, unless nothing changed since the last build.
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGES = '../../../target/classes/static';
const PAGES_STAMP = '../../../target/web.stamp';
const PACKAGES_STAMP = 'node_modules/.stamp';

if (parseInt(process.versions.node) < 18) {
  stop(`GraphiQL needs Node 18 or newer, but this is ${process.versions.node}; install a newer Node, or build without GraphiQL with -DskipWeb`);
}

const packages = digest(['.npmrc', 'package.json', 'package-lock.json']);
if (read(PACKAGES_STAMP) !== packages) {
  console.log('Fetching the packages of GraphiQL (npm ci)');
  try {
    execSync('npm ci --loglevel=error', { stdio: 'pipe' });
  } catch (failure) {
    const reason = `${failure.stderr}`.split('\n').slice(0, 4).join('\n');
    stop(`The packages of GraphiQL could not be fetched; run npm ci in src/main/web for details, or build without GraphiQL with -DskipWeb\n${reason}`);
  }
  writeFileSync(PACKAGES_STAMP, packages);
}

const sources = digest([...filesIn('.'), ...filesIn('../../../graphql/examples')]);
if (read(PAGES_STAMP) !== sources || !existsSync(`${PAGES}/graphiql.html`)) {
  console.log('Building GraphiQL');
  rmSync(`${PAGES}/graphiql`, { recursive: true, force: true });
  const { build } = await import('vite');
  await build({ logLevel: 'error' });
  writeFileSync(PAGES_STAMP, sources);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : join(folder, entry.name)))
    .sort();
}

function digest(files) {
  const hash = createHash('sha256');
  files.forEach((file) => hash.update(`${file}\n`).update(readFileSync(file)));
  return hash.digest('hex');
}

function read(stamp) {
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
}

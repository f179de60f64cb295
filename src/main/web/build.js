// Run by Maven in this folder: builds the pages into target/classes/static, unless nothing changed since the last build.
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const EXAMPLES = '../../../graphql/examples';
const PAGES = '../../../target/classes/static';
const PAGES_STAMP = '../../../target/web.stamp';
const PACKAGES_STAMP = 'node_modules/.stamp';
const WORKERS = {
  editor: 'monaco-editor/esm/vs/editor/editor.worker.js',
  graphql: 'monaco-graphql/esm/graphql.worker.js',
  json: 'monaco-editor/esm/vs/language/json/json.worker.js',
};

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

const sources = digest([...filesIn('.'), ...filesIn(EXAMPLES)]);
if (read(PAGES_STAMP) !== sources || !existsSync(`${PAGES}/graphiql.html`)) {
  console.log('Building GraphiQL');
  await buildPages();
  writeFileSync(PAGES_STAMP, sources);
}

/** Links are relative, so the page works under any path; files in graphiql/ have a hash in their name and may be cached forever. */
async function buildPages() {
  const { build } = await import('esbuild');
  const options = {
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    metafile: true,
    outdir: `${PAGES}/graphiql`,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.ttf': 'file' },
    logLevel: 'error',
  };
  rmSync(options.outdir, { recursive: true, force: true });
  const workers = await build({ ...options, entryPoints: Object.values(WORKERS) });
  const workerFiles = Object.entries(WORKERS).map(([label, source]) => [label, `./${entry(workers, basename(source)).file}`]);
  const page = await build({
    ...options,
    entryPoints: ['graphiql.jsx'],
    splitting: true,
    jsx: 'automatic',
    define: {
      'process.env.NODE_ENV': '"production"',
      EXAMPLE_FILES: JSON.stringify(Object.fromEntries(filesIn(EXAMPLES).map((file) => [basename(file), read(file)]))),
      WORKER_FILES: JSON.stringify(Object.fromEntries(workerFiles)),
    },
  });
  const { file, css, chunks } = entry(page, 'graphiql.jsx');
  const links = [
    ...chunks.map((chunk) => `<link rel="modulepreload" href="./graphiql/${chunk}" />`),
    `<link rel="stylesheet" href="./graphiql/${css}" />`,
  ];
  const html = readFileSync('graphiql.html', 'utf8')
    .replace('./graphiql.jsx', `./graphiql/${file}`)
    .replace('  </head>', `${links.map((link) => `    ${link}\n`).join('')}  </head>`);
  mkdirSync(PAGES, { recursive: true });
  writeFileSync(`${PAGES}/graphiql.html`, html);
}

/** The file built from a source, its style sheet, and the files it cannot start without. */
function entry({ metafile }, source) {
  const [path, output] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint && basename(entryPoint) === source);
  return {
    file: basename(path),
    css: output.cssBundle && basename(output.cssBundle),
    chunks: output.imports.filter(({ kind }) => kind === 'import-statement').map((chunk) => basename(chunk.path)),
  };
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

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

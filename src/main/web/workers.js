// The editors' background workers; build.js inserts their file names.
const files = WORKER_FILES;

globalThis.MonacoEnvironment = {
  getWorker: (_id, label) => new Worker(new URL(files[label] ?? files.editor, import.meta.url), { type: 'module' }),
};

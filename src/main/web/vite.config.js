import { defineConfig } from 'vite';

// Links are relative, so the page works under any path; files in graphiql/ have a content hash in their name and may be cached forever.
export default defineConfig({
  base: './',
  publicDir: false,
  esbuild: { jsx: 'automatic', legalComments: 'none' },
  worker: { format: 'es' },
  build: {
    outDir: '../../../target/classes/static',
    assetsDir: 'graphiql',
    emptyOutDir: false,
    rollupOptions: { input: 'graphiql.html' },
  },
  server: {
    fs: { allow: ['../../..'] },
    proxy: { '/graphql': 'http://localhost:8080' },
  },
});

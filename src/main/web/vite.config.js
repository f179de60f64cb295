import { defineConfig } from 'vite';

// Links are relative, so the page works below any path; files named by their content lie in graphiql/ and may be kept for ever.
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

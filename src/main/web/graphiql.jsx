import './workers.js';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './graphiql.css';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { useGraphiQL } from '@graphiql/react';
import { createGraphiQLFetcher, createLocalStorage } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { examples } from './examples.js';
import { EXAMPLES_PLUGIN } from './ExamplesPanel.jsx';

const fetcher = createGraphiQLFetcher({
  url: 'graphql',
  enableIncrementalDelivery: false,
  headers: { Accept: 'application/graphql-response+json, application/json' },
});

// Own namespace, so that tabs are not shared with other GraphiQLs on localhost.
const storage = createLocalStorage({ namespace: 'throughline' });

const queryBuilder = { ...explorerPlugin({ showAttribution: false }), title: 'Query builder' };
const firstVisit = !storage.getItem('graphiql:tabState');
const [firstExample] = examples;

function Page() {
  return (
    <GraphiQL
      fetcher={fetcher}
      storage={storage}
      schemaDescription
      inputValueDeprecation
      initialQuery={firstVisit ? firstExample?.query : undefined}
      initialVariables={firstVisit ? firstExample?.variables : undefined}
      defaultEditorToolsVisibility={examples.some(({ variables }) => variables)}
      plugins={[...(firstExample ? [EXAMPLES_PLUGIN] : []), queryBuilder, HISTORY_PLUGIN]}
      visiblePlugin={firstExample && EXAMPLES_PLUGIN}
    >
      <GraphiQL.Logo>Throughline</GraphiQL.Logo>
      <LineWrapping />
    </GraphiQL>
  );
}

/** Wraps long lines: the questions above the documents are wider than the editor. */
function LineWrapping() {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  useEffect(() => queryEditor?.updateOptions({ wordWrap: 'on' }), [queryEditor]);
}

createRoot(document.getElementById('graphiql')).render(<Page />);

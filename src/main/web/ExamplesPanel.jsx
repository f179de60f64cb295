import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { examples } from './examples.js';

/** Lists the example documents by the question each answers; a click opens one in its own tab. */
function ExamplesPanel() {
  const { addTab, changeTab, updateActiveTabValues } = useGraphiQLActions();
  const { tabs, activeTabIndex, queryEditor, variableEditor } = useGraphiQL(
    pick('tabs', 'activeTabIndex', 'queryEditor', 'variableEditor'),
  );
  const shown = tabs[activeTabIndex]?.query;

  function open({ query, variables = '' }) {
    const present = tabs.findIndex((tab) => tab.query === query);
    if (present >= 0) {
      changeTab(present);
    } else {
      if (shown) addTab();
      updateActiveTabValues({ query, variables, operationName: null });
      queryEditor?.setValue(query);
      variableEditor?.setValue(variables);
    }
    queryEditor?.focus();
  }

  return (
    <section className="examples" aria-label="Examples">
      <h2 className="examples-title">Examples</h2>
      <p>Pick a question, then press ▶ for its answer.</p>
      <ul>
        {examples.map((example) => (
          <li key={example.name}>
            <button type="button" aria-current={example.query === shown} onClick={() => open(example)}>
              <span className="examples-number">{example.number}</span>
              <span>
                <strong>{example.title}</strong>
                {example.explanation && <small>{example.explanation}</small>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function QuestionIcon(props) {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" {...props}>
      <path d="M4 4h16v12H11l-5 4v-4H4z" strokeLinejoin="round" />
      <path d="M10 8.4a2 2 0 1 1 2.6 1.9c-.4.1-.6.4-.6.8M12 13.2v.1" />
    </svg>
  );
}

export const EXAMPLES_PLUGIN = { title: 'Examples', icon: QuestionIcon, content: ExamplesPanel };

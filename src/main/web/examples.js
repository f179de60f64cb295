const documents = import.meta.glob('../../../graphql/examples/*.graphql', { query: '?raw', import: 'default', eager: true });
const variables = import.meta.glob('../../../graphql/examples/*.variables.json', { query: '?raw', import: 'default', eager: true });

/** The documents of graphql/examples by file name: the first comment line is the title, the others explain. */
export const examples = Object.entries(documents)
  .sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }))
  .map(([path, query]) => {
    const name = path.split('/').pop().replace('.graphql', '');
    const [title = name.replaceAll('-', ' '), ...explanation] = leadingComments(query);
    return {
      name,
      number: /^\d+/.test(name) ? parseInt(name, 10) : undefined,
      title,
      explanation: explanation.join(' ').trim(),
      query,
      variables: variables[path.replace('.graphql', '.variables.json')],
    };
  });

function leadingComments(query) {
  const lines = query.trimStart().split(/\r?\n/);
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines.slice(0, end).map((line) => line.replace(/^#+\s*/, ''));
}

// The text of each file in graphql/examples, by file name; inserted by build.js.
const files = EXAMPLE_FILES;

/** The documents of graphql/examples by file name: the first comment line is the title, the others explain. */
export const examples = Object.entries(files)
  .filter(([file]) => file.endsWith('.graphql'))
  .sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }))
  .map(([file, query]) => {
    const name = file.replace('.graphql', '');
    const [title = name.replaceAll('-', ' '), ...explanation] = leadingComments(query);
    return {
      name,
      number: /^\d+/.test(name) ? parseInt(name, 10) : undefined,
      title,
      explanation: explanation.join(' ').trim(),
      query,
      variables: files[`${name}.variables.json`],
    };
  });

function leadingComments(query) {
  const lines = query.trimStart().split(/\r?\n/);
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines.slice(0, end).map((line) => line.replace(/^#+\s*/, ''));
}

import assert from 'node:assert/strict';
import cytoscape from 'cytoscape';

export function count({ elements }) {
  const graph = cytoscape({ headless: true, elements });
  assert.equal(graph.getElementById('boston').data('label'), 'Boston');
  graph.edges().forEach((edge) => {
    assert.ok(edge.source().data('kind') && edge.target().data('weight') > 0 && edge.data('label'));
  });
  return { nodes: graph.nodes().length, edges: graph.edges().length };
}

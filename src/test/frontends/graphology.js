import assert from 'node:assert/strict';
import { MultiGraph } from 'graphology';

export function count({ graph }) {
  const imported = new MultiGraph().import(graph);
  assert.equal(imported.getNodeAttribute('boston', 'label'), 'Boston');
  assert.ok(imported.isUndirected('race-to-resilience.sibling.race-to-zero'));
  assert.equal(imported.edges('c40', 'cities-race-to-zero').length, 2);
  imported.forEachEdge((edge, attributes) => assert.ok(attributes.label && attributes.parallelCount >= 1, edge));
  return { nodes: imported.order, edges: imported.size };
}

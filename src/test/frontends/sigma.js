import assert from 'node:assert/strict';
import { MultiGraph } from 'graphology';
import { circular } from 'graphology-layout';
import { element } from './browser.js';

const { default: Sigma } = await import('sigma');

export function count({ graph }) {
  const imported = new MultiGraph().import(graph);
  // sigma does not compute a layout: each node needs x and y
  circular.assign(imported);
  const sigma = new Sigma(imported, element());
  assert.equal(sigma.getNodeDisplayData('boston').label, 'Boston');
  const shown = imported.filterNodes((node) => Number.isFinite(sigma.getNodeDisplayData(node).x));
  const tied = imported.filterEdges((edge) => sigma.getEdgeDisplayData(edge).label);
  sigma.kill();
  return { nodes: shown.length, edges: tied.length };
}

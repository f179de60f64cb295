import assert from 'node:assert/strict';
import { element } from './browser.js';

const { NVL } = await import('@neo4j-nvl/base');

export function count({ graph }) {
  const nvl = new NVL(element(), graph.nodes, graph.relationships, {
    renderer: 'canvas',
    layout: 'd3Force',
    disableWebGL: true,
    disableWebWorkers: true,
    disableTelemetry: true,
  });
  assert.equal(nvl.getNodeById('boston').caption, 'Boston');
  for (const { from, to, caption } of nvl.getRelationships()) {
    assert.ok(nvl.getNodeById(from) && nvl.getNodeById(to) && caption);
  }
  assert.equal(nvl.getNodePositions().length, nvl.getNodes().length);
  const counts = { nodes: nvl.getNodes().length, edges: nvl.getRelationships().length };
  nvl.destroy();
  return counts;
}

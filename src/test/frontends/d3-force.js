import assert from 'node:assert/strict';
import { forceLink, forceManyBody, forceSimulation } from 'd3-force';

export function count({ graph }) {
  const link = forceLink(graph.links).id((node) => node.id);
  const simulation = forceSimulation(graph.nodes).force('link', link).force('charge', forceManyBody()).stop().tick();
  for (const { source, target, value } of link.links()) {
    // the simulation has replaced ids by the nodes themselves
    assert.ok(source.name && target.group && target.radius > 0 && value >= 1);
  }
  assert.ok(simulation.nodes().every((node) => Number.isFinite(node.x) && Number.isFinite(node.y)));
  return { nodes: simulation.nodes().length, edges: link.links().length };
}

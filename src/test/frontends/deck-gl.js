import assert from 'node:assert/strict';
import { LayerManager, MapView } from '@deck.gl/core';
import { ArcLayer } from '@deck.gl/layers';
import { NullDevice } from '@luma.gl/test-utils';

export function count({ graph }) {
  const viewport = new MapView().makeViewport({ width: 100, height: 100, viewState: { longitude: 0, latitude: 0, zoom: 1 } });
  const layer = new ArcLayer({
    data: graph.arcs,
    getSourcePosition: (arc) => arc.from.coordinates,
    getTargetPosition: (arc) => arc.to.coordinates,
    getWidth: (arc) => arc.weight,
  });
  const layers = new LayerManager(new NullDevice({}), { viewport });
  layers.setProps({ onError: (failure) => { throw failure; } });
  layers.setLayers([layer]);

  const { instanceSourcePositions, instanceTargetPositions, instanceWidths } = layer.getAttributeManager().getAttributes();
  graph.arcs.forEach((arc, place) => {
    const at = (positions) => [...positions.value.slice(3 * place, 3 * place + 2)];
    assert.deepEqual(at(instanceSourcePositions), arc.from.coordinates);
    assert.deepEqual(at(instanceTargetPositions), arc.to.coordinates);
    assert.equal(instanceWidths.value[place], arc.weight);
  });
  const ends = graph.arcs.flatMap((arc) => [arc.from, arc.to]);
  return { nodes: new Set(ends.map((end) => `${end.coordinates}`)).size, edges: layer.getNumInstances() };
}

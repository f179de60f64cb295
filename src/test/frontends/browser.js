// A fake browser, sufficient for NVL and sigma to start. Nothing is drawn: every call on a canvas context returns the
// context itself.
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('', { pretendToBeVisual: true, url: 'http://localhost/' });
const pixel = { data: new Uint8ClampedArray(4) };
const context = new Proxy(() => {}, {
  get: (_, name) => {
    if (name === Symbol.toPrimitive) return () => 1;
    if (name === 'measureText') return () => ({ width: 1 });
    if (name === 'getImageData') return () => pixel;
    return () => context;
  },
  set: () => true,
});
window.HTMLCanvasElement.prototype.getContext = () => context;

const names = ['document', 'navigator', 'localStorage', 'requestAnimationFrame', 'cancelAnimationFrame', 'getComputedStyle'];
const types = ['HTMLElement', 'HTMLCanvasElement', 'Element', 'Node', 'Image', 'MutationObserver'];
for (const name of [...names, ...types]) {
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
}
globalThis.window = window;

const numbers = ['BOOL', 'BYTE', 'UNSIGNED_BYTE', 'SHORT', 'UNSIGNED_SHORT', 'INT', 'UNSIGNED_INT', 'FLOAT'];
for (const name of ['WebGLRenderingContext', 'WebGL2RenderingContext']) {
  globalThis[name] = Object.assign(class {}, Object.fromEntries(numbers.map((number) => [number, number])));
}

/** Creates an empty element of 100 by 100 pixels. */
export function element() {
  const made = window.document.body.appendChild(window.document.createElement('div'));
  for (const side of ['offsetWidth', 'offsetHeight', 'clientWidth', 'clientHeight']) {
    Object.defineProperty(made, side, { value: 100 });
  }
  return made;
}

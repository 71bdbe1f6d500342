// @ts-check
// Looks through everything that can be reached from some values for what is not of the page's own world.

const isObject = (/** @type {unknown} */ value) =>
  (typeof value === 'object' && value !== null) || typeof value === 'function'

/** Words that would tell of Node, Electron or the preload script. */
const secrets = { __proto__: null, ipcRenderer: 1, require: 1, process: 1, Buffer: 1, webFrame: 1 }

/**
 * The paths of what is foreign: objects that do not come down to the page's own `Object.prototype`, ports, and names
 * of secrets. The window and the document of the page are its own.
 * @param {Record<string, unknown>} roots
 */
function findForeign(roots) {
  const seen = new kept.Set()
  // The one object of JavaScript itself that has no prototype.
  kept.apply(kept.add, seen, [kept.unscopables])
  let found = ''
  let count = 0
  const report = (/** @type {string} */ path) => void (found += `${path} `)
  /** @param {unknown} value @param {string} path */
  const visit = (value, path) => {
    if (!isObject(value) || value === kept.window || value === kept.document) return
    if (kept.apply(kept.has, seen, [value])) return
    kept.apply(kept.add, seen, [value])
    count += 1
    const object = Object(value)
    const prototype = kept.getPrototypeOf(object)
    if (prototype === null && object !== kept.objectPrototype) report(`${path}: of another world`)
    if (value instanceof kept.MessagePort && value !== kept.MessagePort.prototype) report(`${path}: a port`)
    visit(prototype, `${path}.__proto__`)
    const keys = kept.ownKeys(object)
    for (let i = 0; i < keys.length; i += 1) visitKey(object, keys[i] ?? '', path)
  }
  /** @param {object} object @param {string | symbol} key @param {string} path */
  const visitKey = (object, key, path) => {
    const name = `${path}.${kept.String(key)}`
    if (typeof key === 'string' && key in secrets) report(`${name}: a secret`)
    const descriptor = kept.getDescriptor(object, key)
    visit(descriptor?.value, name)
    visit(descriptor?.get, `${name} (get)`)
    visit(descriptor?.set, `${name} (set)`)
  }
  for (const name in roots) visit(roots[name], name)
  return { count, found }
}

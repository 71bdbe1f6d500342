/**
 * @template {Element} T
 * @param {string} id
 * @param {{ new (): T }} kind
 * @returns {T} the element of the page with that id
 */
export function find(id, kind) {
  const element = document.getElementById(id)
  if (!(element instanceof kind)) throw new Error(`The page has no ${id}.`)
  return element
}

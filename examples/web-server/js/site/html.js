/** @param {string} text */
export function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/**
 * @param {string} path
 * @returns {string} the path as it stands in an address
 */
export function encodePath(path) {
  return path.split('/').map(encodeURIComponent).join('/')
}

import { formatBytes } from '../format.js'
import { encodePath, escapeHtml } from './html.js'
import { pageResponse } from './page.js'

/** @typedef {import('./shared-folder.js').Listing} Listing */

const byName = new Intl.Collator(undefined, { numeric: true }).compare

/**
 * @param {string} title
 * @param {string} path '' for the shared folder itself
 * @param {Listing} listing
 */
export function listingPage(title, path, listing) {
  const folders = [...listing.folders].toSorted(byName).map((name) => formatRow(`${name}/`, '', ''))
  const files = listing.files
    .map((file) => ({ ...file, name: file.path.slice(file.path.lastIndexOf('/') + 1) }))
    .toSorted((a, b) => byName(a.name, b.name))
    .map(({ name, size, modified }) => formatRow(name, formatBytes(size), formatDate(modified)))
  const up = path === '' ? [] : ['<tr><td><a href="../">Parent folder</a></td><td></td><td></td></tr>']
  const rows = [...up, ...folders, ...files].join('\n')
  const content = `<h1>${escapeHtml(path === '' ? title : `${title}/${path}`)}</h1>
<p class="soft">${countText(listing)}</p>
<table><tr><th>Name</th><th>Size</th><th>Modified</th></tr>
${rows}</table>`
  return pageResponse(200, path === '' ? title : path, content, { 'Cache-Control': 'no-cache' })
}

/**
 * The leading "./" keeps a name with a colon from being read as another protocol.
 * @param {string} name
 * @param {string} size
 * @param {string} date
 */
function formatRow(name, size, date) {
  const link = `<a href="./${escapeHtml(encodePath(name))}">${escapeHtml(name)}</a>`
  return `<tr><td>${link}</td><td>${size}</td><td>${date}</td></tr>`
}

/** @param {Listing} listing */
function countText({ folders, files }) {
  const parts = [
    [folders.size, 'folder'],
    [files.length, 'file'],
  ]
  return parts.map(([count, word]) => `${count} ${word}${count === 1 ? '' : 's'}`).join(', ')
}

/** @param {number} time */
function formatDate(time) {
  return new Date(time).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })
}

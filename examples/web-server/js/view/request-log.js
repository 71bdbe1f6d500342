import { formatBytes, formatDuration, formatTime } from '../format.js'
import { drawSoon } from './draw-soon.js'
import { find } from './find.js'

/** @typedef {import('../server/exchange.js').Exchange} Exchange */

const mostRows = 200
const rows = find('rows', HTMLElement)
const empty = find('empty', HTMLElement)
const emptyHint = find('empty-hint', HTMLElement)
const clear = find('clear', HTMLButtonElement)

/** @type {Exchange[]} not drawn yet, oldest first */
let waiting = []

const draw = drawSoon(() => {
  const fresh = waiting.toReversed().map(createRow)
  waiting = []
  rows.prepend(...fresh)
  while (rows.childElementCount > mostRows) rows.lastElementChild?.remove()
  showEmptiness()
})

clear.addEventListener('click', () => {
  rows.replaceChildren()
  showEmptiness()
})

/** @param {Exchange} exchange */
export function logExchange(exchange) {
  waiting.push(exchange)
  if (waiting.length > mostRows) waiting.shift()
  draw()
}

/** @param {string | null} url where the server listens */
export function suggestRequest(url) {
  const command = Object.assign(document.createElement('code'), { textContent: `curl ${url}time` })
  if (url === null) emptyHint.replaceChildren('Start the server, then open its address in a browser.')
  else emptyHint.replaceChildren('Open the address in a browser, or type  ', command)
}

function showEmptiness() {
  const none = rows.childElementCount === 0
  empty.hidden = !none
  clear.disabled = none
}

/** @param {Exchange} exchange */
function createRow({ time, method, target, status, size, duration, peer, complete }) {
  const row = document.createElement('tr')
  row.className = 'fresh'
  const statusCell = createCell(complete ? String(status) : `${status} cut off`, 'status-code')
  statusCell.dataset.class = complete ? String(status)[0] : 'cut'
  const pathCell = createCell(target, 'wide')
  pathCell.title = target
  row.append(createCell(formatTime(time), 'time'), createCell(method, 'method'), pathCell, statusCell)
  row.append(createCell(formatBytes(size), 'number'), createCell(formatDuration(duration), 'number duration'))
  row.append(createCell(peer, 'peer'))
  return row
}

/**
 * @param {string} text
 * @param {string} className
 */
function createCell(text, className) {
  return Object.assign(document.createElement('td'), { textContent: text, className })
}

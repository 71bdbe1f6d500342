import { formatBytes, formatCount } from '../format.js'
import { drawSoon } from './draw-soon.js'
import { find } from './find.js'

const connections = find('count-connections', HTMLElement)
const requests = find('count-requests', HTMLElement)
const bytes = find('count-bytes', HTMLElement)

/** @type {import('../server/web-server.js').Counters} */
let latest = { connections: 0, requests: 0, bytesSent: 0 }

const draw = drawSoon(() => {
  connections.textContent = formatCount(latest.connections)
  requests.textContent = formatCount(latest.requests)
  bytes.textContent = formatBytes(latest.bytesSent)
})

/** @param {import('../server/web-server.js').Counters} counters */
export function showCounters(counters) {
  latest = counters
  draw()
}

import { formatBytes, formatCount } from '../format.js'
import { drawSoon } from './draw-soon.js'
import { find } from './find.js'

const connections = find('count-connections', HTMLElement)
const served = find('count-served', HTMLElement)
const failed = find('count-failed', HTMLElement)
const bytes = find('count-bytes', HTMLElement)

/** @type {import('../server/web-server.js').Counters} */
let latest = { connections: 0, served: 0, failed: 0, bytesSent: 0 }

const draw = drawSoon(() => {
  connections.textContent = formatCount(latest.connections)
  served.textContent = formatCount(latest.served)
  failed.textContent = `${formatCount(latest.failed)} failed`
  failed.hidden = latest.failed === 0
  bytes.textContent = formatBytes(latest.bytesSent)
})

/** @param {import('../server/web-server.js').Counters} counters */
export function showCounters(counters) {
  latest = counters
  draw()
}

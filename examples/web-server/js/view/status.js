import { find } from './find.js'

const box = find('status', HTMLElement)
const text = find('status-text', HTMLElement)
const problem = find('problem', HTMLElement)

/** @typedef {import('../server/web-server.js').State['phase']} Phase */

/** @type {Record<Phase, string>} */
const words = { stopped: 'Stopped', starting: 'Starting…', listening: 'Listening', failed: 'Not listening' }

/**
 * @param {Phase} phase
 * @param {string} [message] what went wrong
 */
export function showStatus(phase, message = '') {
  box.dataset.phase = phase
  text.textContent = words[phase]
  problem.textContent = message
  problem.hidden = message === ''
}

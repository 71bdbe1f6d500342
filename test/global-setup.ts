import { openDisplay, openDisplays } from '../scripts/setup/display.mjs'
import { computeEnvironment, describeHost } from '../scripts/setup/environment.mjs'

/** As many files of tests in Electron run at a time. */
export const workers = 2

/**
 * What `npm test` gives to tests in Electron, for `npx vitest` by hand: without a display, a virtual one. And a virtual
 * display for each worker: what has the focus in one, or stands in its clipboard, is no business of its neighbour.
 */
export async function setup() {
  const host = describeHost({ noSystem: true })
  const root = new URL('..', import.meta.url)
  Object.assign(process.env, computeEnvironment(host, { root, display: await openDisplay(host) }))
  process.env['TEST_DISPLAYS'] ??= (await openDisplays(host, workers)).join(' ')
}

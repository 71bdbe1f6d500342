import { openDisplay } from '../scripts/setup/display.mjs'
import { computeEnvironment, describeHost } from '../scripts/setup/environment.mjs'

/** What `npm test` gives to tests in Electron, for `npx vitest` by hand: without a display, a virtual one. */
export async function setup() {
  const host = describeHost({ noSystem: true })
  const root = new URL('..', import.meta.url)
  Object.assign(process.env, computeEnvironment(host, { root, display: await openDisplay(host) }))
}

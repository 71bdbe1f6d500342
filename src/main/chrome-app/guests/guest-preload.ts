import { unpackPreload } from '../../install/preload-path.ts'
import { maxResult } from './results.ts'

/** Of scripts that share nothing with those of the page: there `prompt` is the browser's own. */
const promptWorld = 1043

/** The world in which the app's scripts run: they share nothing but the document with the page's own. */
const appWorld = 1042

/** The world of preload scripts, which no other script reaches. */
export const preloadWorld = 999

const key = 'electronChromeSocketsRun'

/** Has an app's script run in a guest, from the world of preload scripts: what it comes to, as JSON, or null. */
export const writeRun = (code: string): string => `${key}(${JSON.stringify(code)})`

/**
 * Before the page's own scripts: Electron puts a `prompt` that throws into the page, and into the world of this script.
 * What an app's script comes to may be of any size: it becomes JSON here, where it is the guest that is busy with it.
 */
const text = `const { webFrame } = require('electron')
const { stringify } = JSON
const clone = structuredClone
const run = async (code) => {
  try {
    const json = stringify([clone(await webFrame.executeJavaScriptInIsolatedWorld(${appWorld}, [{ code }]))])
    return json.length > ${maxResult} ? null : json
  } catch {
    return null
  }
}
Object.defineProperty(globalThis, '${key}', { value: run })
webFrame.executeJavaScriptInIsolatedWorld(${promptWorld}, [{ code: '(...texts) => prompt(...texts)' }], false, (ask) => {
  webFrame.executeJavaScript(
    \`(ask) => {
      const prompt = { prompt: (message = '', value = '') => ask(String(message), String(value)) }.prompt
      Object.defineProperty(window, 'prompt', { value: prompt, writable: true, enumerable: true, configurable: true })
    }\`,
    false,
    (install) => install(ask),
  )
})
`

/** The preload script of guests, as a file. */
export const findGuestPreload = (): string => unpackPreload({ name: 'guest-preload', text })

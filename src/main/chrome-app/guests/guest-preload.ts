import { unpackPreload } from '../../install/preload-path.ts'

/** Of scripts that share nothing with those of the page: there `prompt` is the browser's own. */
const world = 1043

/** Before the page's own scripts: Electron puts a `prompt` that throws into the page, and into the world of this script. */
const text = `const { webFrame } = require('electron')
webFrame.executeJavaScriptInIsolatedWorld(${world}, [{ code: '(...texts) => prompt(...texts)' }], false, (ask) => {
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

import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { withoutGpu } from '../../../support/electron/without-gpu.ts'
import { BrowserProcess } from '../browser-process.ts'
import { findChromium, listSwitches } from '../chromium.ts'
import type { Place } from '../trace-files.ts'

const main = fileURLToPath(new URL('app-main.js', import.meta.url))

/** What an app of this suite is launched with: `given`, or a file like `given.txt`, if its folder has it. */
function listGiven(folder: string): string[] {
  const names = fs.readdirSync(folder).filter((name) => /^given(?:\.|$)/.test(name))
  return names.map((name) => path.join(folder, name))
}

/** Starts the app in a folder, for a user of that language. All that the browser keeps goes into a home folder. */
export function startBrowser(place: Place, folder: string, home: string, language?: string): BrowserProcess {
  const given = listGiven(folder)
  const profile = path.join(home, 'profile')
  const env = { ...process.env, HOME: home, ...(language !== undefined && { LANGUAGE: language }) }
  if (place === 'chrome') {
    const args = [...listSwitches(profile), `--load-and-launch-app=${folder}`, ...given]
    return new BrowserProcess(findChromium(process.env), args, env)
  }
  const electron = createRequire(import.meta.url)('electron') as string
  // They are none of the app's.
  Object.assign(env, { ELECTRON_DISABLE_SECURITY_WARNINGS: 'true' })
  const args = [
    '--remote-debugging-pipe',
    ...withoutGpu,
    `--user-data-dir=${profile}`,
    main,
    folder,
    ...given,
  ]
  return new BrowserProcess(electron, args, env)
}

import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { _electron } from 'playwright-core'
import type { ElectronApplication, Page } from 'playwright-core'
import { root } from '../root.ts'
import { withoutGpu } from './without-gpu.ts'

const electronPath = createRequire(import.meta.url)('electron') as string

export const appFolder = path.join(root, 'test/e2e/app')

export interface RunningApp {
  readonly app: ElectronApplication
  /** Opens a window on a page of the test app (or any URL) and waits until it is loaded. */
  readonly open: (page?: string, webPreferences?: Record<string, unknown>) => Promise<Page>
  /** All that main process and pages have written so far. */
  readonly output: () => string
  readonly close: () => Promise<void>
}

async function openWindow(
  app: ElectronApplication,
  url: string,
  webPreferences: Record<string, unknown>,
): Promise<Page> {
  const opened = app.waitForEvent('window')
  await app.evaluate(
    ({ BrowserWindow }, options) => {
      const { sandbox = true, contextIsolation = true, ...others } = options.webPreferences
      const preferences = {
        sandbox: sandbox as boolean,
        contextIsolation: contextIsolation as boolean,
        ...others,
      }
      const window = new BrowserWindow({ show: false, webPreferences: preferences })
      window.webContents.on('console-message', (_event, _level, message) => console.log(message))
      void window.loadURL(options.url)
    },
    { url, webPreferences },
  )
  const page = await opened
  await page.waitForLoadState('load')
  return page
}

export interface LaunchSettings {
  /** Command line switches of Electron. */
  readonly flags?: readonly string[]
  /** File descriptors that the main process may have open. */
  readonly descriptors?: number
}

/** A script that starts Electron with few descriptors. */
function limitDescriptors(descriptors: number, folder: string): string {
  const script = path.join(folder, 'electron.sh')
  fs.writeFileSync(script, `#!/bin/sh\nulimit -n ${descriptors}\nexec '${electronPath}' "$@"\n`, {
    mode: 0o755,
  })
  return script
}

/** Starts Electron with a main script of the test app; `config` is what that script reads from its environment. */
export async function launchApp(
  config: unknown = {},
  main = 'main.js',
  { descriptors, flags = [] }: LaunchSettings = {},
): Promise<RunningApp> {
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'electron-chrome-sockets-'))
  const app = await _electron.launch({
    executablePath: descriptors === undefined ? electronPath : limitDescriptors(descriptors, userData),
    args: [...withoutGpu, ...flags, path.join(appFolder, main), `--user-data-dir=${userData}`],
    env: { ...process.env, TEST_CONFIG: JSON.stringify(config) },
  })
  let output = ''
  const collect = (chunk: Buffer): void => {
    output += chunk.toString()
  }
  app.process().stdout?.on('data', collect)
  app.process().stderr?.on('data', collect)
  return {
    app,
    output: () => output,
    open: (page = 'page.html', webPreferences = {}) => {
      const url = page.includes(':') ? page : `file://${path.join(appFolder, page)}`
      return openWindow(app, url, webPreferences)
    },
    close: async () => {
      await app.close()
      fs.rmSync(userData, { recursive: true, force: true })
    },
  }
}

import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { _electron } from 'playwright-core'
import type { ElectronApplication, Page } from 'playwright-core'
import { root } from '../root.ts'
import { until } from '../until.ts'

const electronPath = createRequire(import.meta.url)('electron') as string

export interface RunningChromeApp {
  readonly app: ElectronApplication
  readonly background: Page
  /** The app's windows, without its background page. */
  readonly windows: () => Page[]
  /** All that main process and pages have written so far. */
  readonly output: () => string
  readonly close: () => Promise<void>
}

/** Where an app of `test/chrome-apps` keeps what it stores, from start to start. */
export function makeUserData(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'chrome-app-'))
}

const isBackground = (page: Page): boolean => page.url().endsWith('/_generated_background_page.html')

/** Runs a folder of `test/chrome-apps` as the command `run` does. */
export async function launchChromeApp(folder: string, userData = makeUserData()): Promise<RunningChromeApp> {
  const directory = path.join(root, 'test/chrome-apps', folder)
  const app = await _electron.launch({
    executablePath: electronPath,
    args: [`--user-data-dir=${userData}`, path.join(root, 'dist/run-app.js'), directory],
  })
  let output = ''
  const collect = (chunk: Buffer): void => {
    output += chunk.toString()
  }
  app.process().stdout?.on('data', collect)
  app.process().stderr?.on('data', collect)
  await until('background page', () => app.windows().some(isBackground))
  const background = app.windows().find(isBackground)
  if (background === undefined) throw new Error('no background page')
  return {
    app,
    background,
    windows: () => app.windows().filter((page) => !isBackground(page)),
    output: () => output,
    close: () => app.close(),
  }
}

import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { _electron } from 'playwright-core'
import type { ElectronApplication, Page } from 'playwright-core'
import { root } from '../root.ts'
import { until } from '../until.ts'
import { withoutGpu } from './without-gpu.ts'

const electronPath = createRequire(import.meta.url)('electron') as string

export interface RunningChromeApp {
  readonly app: ElectronApplication
  /** The first one; after a reload of the app there is another. */
  readonly background: Page
  /** The app's windows, without its background page. */
  readonly windows: () => Page[]
  /** All that main process and pages have written so far. */
  readonly output: () => string
  /** What the background page that is there now has recorded. */
  readonly readRecord: () => Promise<string[]>
  /** Resolves with the exit code when the program has ended. */
  readonly ended: Promise<number | null>
  readonly close: () => Promise<void>
}

/** Where an app of `test/chrome-apps` keeps what it stores, from start to start. */
export function makeUserData(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'chrome-app-'))
}

const isBackground = (page: Page): boolean =>
  !page.isClosed() && page.url().endsWith('/_generated_background_page.html')

function listArguments(
  folder: string,
  userData: string | undefined,
  main: string,
  switches: readonly string[] = [],
  files: readonly string[] = [],
): string[] {
  const directory = path.resolve(root, 'test/chrome-apps', folder)
  const ownData = userData === undefined ? [] : [`--user-data-dir=${userData}`]
  const scheme = process.env['CHROME_APP_SCHEME']
  const ownScheme = scheme === undefined ? [] : [`--scheme=${scheme}`]
  return [...withoutGpu, ...switches, ...ownScheme, ...ownData, path.resolve(root, main), directory, ...files]
}

function collectOutput({ stderr, stdout }: ChildProcess): () => string {
  let output = ''
  for (const stream of [stdout, stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  return () => output
}

/** Nothing before the first script of the page has run, or where the page has just gone. */
async function readRecord(page: Page | undefined): Promise<string[]> {
  const read = page?.evaluate(() => Reflect.get(globalThis, 'record') as string[] | undefined)
  return (await read?.catch(() => [])) ?? []
}

/**
 * Runs an app of `test/chrome-apps`, or of any folder, as the command `run` does, or with another main script, which
 * gets the folder as its last argument but for files.
 */
export async function launchChromeApp(
  folder: string,
  userData = makeUserData(),
  main = 'dist/run-app.js',
  switches: readonly string[] = [],
  files: readonly string[] = [],
): Promise<RunningChromeApp> {
  const app = await _electron.launch({
    executablePath: electronPath,
    args: listArguments(folder, userData, main, switches, files),
  })
  const ended = once(app.process(), 'exit').then(([code]) => code as number | null)
  const output = collectOutput(app.process())
  await until('background page', () => app.windows().some(isBackground))
  const background = app.windows().find(isBackground)
  if (background === undefined) throw new Error('no background page')
  return {
    app,
    background,
    windows: () => app.windows().filter((page) => !isBackground(page)),
    output,
    readRecord: () => readRecord(app.windows().find(isBackground)),
    ended,
    close: () => app.close(),
  }
}

/** Starts a program without looking into it; resolves with its exit code and what it has written. */
export async function startAgain(
  folder: string,
  userData: string | undefined,
  files: readonly string[] = [],
  main = 'dist/run-app.js',
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: unknown; output: string }> {
  const args = listArguments(folder, userData, main, [], files)
  const child = spawn(electronPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const output = collectOutput(child)
  const [code] = (await once(child, 'exit')) as unknown[]
  return { code, output: output() }
}

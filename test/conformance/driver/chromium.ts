import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { BrowserProcess } from './browser-process.ts'
import type { DevTools } from './dev-tools.ts'
import { mappedNames } from './mapped-names.ts'
import { PageDriver } from './page-driver.ts'
import { trustInHome } from './trust.ts'

interface TargetInfo {
  readonly targetId: string
  readonly type: string
  readonly url: string
}

/** What runs scenarios. */
export interface RunningPage {
  readonly page: Pick<PageDriver, 'run'>
  readonly close: () => Promise<void>
}

export interface RunningChromeApp {
  readonly browser: BrowserProcess
  /** The devtools of its background page. */
  readonly tools: DevTools
  readonly close: () => Promise<void>
}

const startLimit = 20_000
const removeTries = 30

/** Where Debian's chromium and other builds put the program; `CHROMIUM` names another. */
export function findChromium(env: NodeJS.ProcessEnv): string {
  const { CHROMIUM, PATH = '' } = env
  const folders = PATH.split(path.delimiter)
  const candidates =
    CHROMIUM === undefined ? folders.map((folder) => path.join(folder, 'chromium')) : [CHROMIUM]
  const found = candidates.find((candidate) => fs.existsSync(candidate))
  if (found !== undefined) return found
  throw new Error(
    'Chromium as Debian ships it is needed, which still runs Chrome Apps: `apt-get install chromium`, ' +
      'or give the path of such a program in the environment variable CHROMIUM.',
  )
}

/** Chrome Apps are on their way out: the two features keep them and the switch that loads one. */
export function listSwitches(userData: string): string[] {
  return [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-features=ChromeAppsDeprecation,DisableLoadExtensionCommandLineSwitch',
    '--remote-debugging-pipe',
    `--user-data-dir=${userData}`,
  ]
}

async function findBackgroundPage(browser: BrowserProcess): Promise<string> {
  for (const end = Date.now() + startLimit; Date.now() < end; await sleep(50)) {
    const { targetInfos } = (await browser.send('Target.getTargets')) as { targetInfos: TargetInfo[] }
    const found = targetInfos.find(
      ({ type, url }) => type === 'background_page' && url.includes('_generated_'),
    )
    if (found !== undefined) return found.targetId
  }
  throw new Error('Chromium has not started the Chrome App')
}

async function attach(browser: BrowserProcess): Promise<DevTools> {
  const targetId = await findBackgroundPage(browser)
  const params = { targetId, flatten: true }
  const { sessionId } = (await browser.send('Target.attachToTarget', params)) as { sessionId: string }
  return {
    send: (method, parameters) => browser.send(method, parameters, sessionId),
    on: (event, listener) =>
      browser.onMessage((message) => {
        if (message.sessionId === sessionId && message.method === event) listener(message.params)
      }),
  }
}

/** Chromium's last processes may still write when the first one has ended. */
export async function removeFolder(folder: string): Promise<void> {
  const options = { recursive: true, force: true }
  for (let tries = 0; tries < removeTries; tries += 1) {
    const failure = await fs.promises.rm(folder, options).catch((error: unknown) => error)
    if (failure === undefined) return
    await sleep(100)
  }
}

/** Starts Chromium with the Chrome App in a folder. What it writes goes into a home folder, which goes with it. */
export async function startChromeApp(
  app: string,
  home: string,
  more: readonly string[] = [],
): Promise<RunningChromeApp> {
  return start(home, [`--load-extension=${app}`, ...more, 'about:blank'])
}

/** The same, and the app is launched with files. */
export async function launchChromeApp(
  app: string,
  home: string,
  files: readonly string[],
): Promise<RunningChromeApp> {
  return start(home, [`--load-and-launch-app=${app}`, ...files])
}

async function start(home: string, more: readonly string[]): Promise<RunningChromeApp> {
  const program = findChromium(process.env)
  const environment = { ...process.env, HOME: home }
  const args = [...listSwitches(path.join(home, 'profile')), ...more]
  const browser = new BrowserProcess(program, args, environment)
  const close = async (): Promise<void> => {
    await browser.end()
    await removeFolder(home)
  }
  try {
    return { browser, tools: await attach(browser), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Starts Chromium with the Chrome App in a folder; it trusts the certificates of the authority (PEM). */
export async function openInChromium(app: string, authority: string): Promise<RunningPage> {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'conformance-chromium-'))
  trustInHome(home, authority)
  const { tools, close } = await startChromeApp(app, home, [mappedNames])
  try {
    return { page: await PageDriver.attach(tools), close }
  } catch (error) {
    await close()
    throw error
  }
}

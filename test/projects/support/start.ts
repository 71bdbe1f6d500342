import { once } from 'node:events'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { _electron } from 'playwright-core'
import type { ElectronApplication, Page } from 'playwright-core'
import { withoutGpu } from '../../support/electron/without-gpu.ts'
import { until } from '../../support/until.ts'

const electronPath = createRequire(import.meta.url)('electron') as string

export interface StartSettings {
  /** The packed program, where it is not Electron with a folder. */
  readonly program?: string
  /** The current folder of the process. */
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  readonly flags?: readonly string[]
  /** Kept from one start to the next; false: wherever the program keeps them by itself. */
  readonly userData?: string | false
}

export class RunningProject {
  readonly app: ElectronApplication
  readonly #userData: string | false

  constructor(app: ElectronApplication, userData: string | false) {
    this.app = app
    this.#userData = userData
  }

  /** The first window, once its page is loaded. */
  async openPage(): Promise<Page> {
    const page = await this.app.firstWindow()
    await page.waitForLoadState('load')
    return page
  }

  /** What a main script that keeps it has written: what a process prints before Playwright has it is lost. */
  readLines(): Promise<string[]> {
    return this.app.evaluate(() => Reflect.get(globalThis, 'lines') as string[])
  }

  /** Waits until the main script has written that. */
  async hear(text: string): Promise<void> {
    const isHeard = async (): Promise<boolean> => (await this.readLines()).some((line) => line.includes(text))
    await until(text, isHeard).catch(async (error: unknown) => {
      throw new Error(`not heard in:\n${(await this.readLines()).join('\n')}`, { cause: error })
    })
  }

  async close(): Promise<void> {
    await this.app.close()
    if (this.#userData !== false) fs.rmSync(this.#userData, { recursive: true, force: true })
  }
}

/** Starts the program of a folder, or a packed one. */
export async function startProject(
  folder: string,
  { cwd, env = {}, flags = [], program, userData }: StartSettings = {},
): Promise<RunningProject> {
  const data =
    userData === undefined
      ? fs.mkdtempSync(path.join(os.tmpdir(), 'electron-chrome-sockets-data-'))
      : userData
  const args = [
    ...withoutGpu,
    ...flags,
    ...(program === undefined ? [folder] : []),
    ...(data === false ? [] : [`--user-data-dir=${data}`]),
  ]
  const app = await _electron.launch({
    executablePath: program ?? electronPath,
    args,
    env: { ...process.env, ...env } as Record<string, string>,
    ...(cwd !== undefined && { cwd }),
  })
  return new RunningProject(app, data)
}

/** Has a client outside talk to the page's server: what the page has gone through, and what the client got. */
export async function talk(page: Page): Promise<{ answer: string; steps: string[] }> {
  const readSteps = (): Promise<string[]> => page.evaluate(() => Reflect.get(globalThis, 'steps') as string[])
  const port = await page.waitForFunction(() => Reflect.get(globalThis, 'port') as number | undefined)
  const client = net.connect(Number(await port.jsonValue()), '127.0.0.1')
  let answer = ''
  client.setEncoding('utf8').on('data', (text: string) => {
    answer += text
  })
  client.write('hello')
  await once(client, 'end')
  client.destroy()
  await until('the server is closed', async () => (await readSteps()).includes('close'))
  return { answer, steps: await readSteps() }
}

/** What {@link talk} comes to where everything works. */
export const wholeTalk = {
  answer: 'hello',
  steps: ['create', 'listen', 'accept', 'receive', 'send', 'close'],
}

import type { Frame } from 'playwright-core'
import { until } from '../until.ts'
import { launchChromeApp } from './launch-chrome-app.ts'
import type { RunningChromeApp } from './launch-chrome-app.ts'

export const places = ['background page', 'window', 'frame', 'sandboxed page'] as const
export type Place = (typeof places)[number]

/** The app `pages`, which has a page of each kind. */
export interface PagesApp {
  readonly running: RunningChromeApp
  readonly get: (place: Place) => Frame
  /** What a function comes to in a page, or its error, and then what the consoles are told meanwhile. */
  readonly run: (place: Place, act: () => unknown) => Promise<unknown[]>
}

const end = 'log: end'

/** What the test sees of the app's pages, and what main does. */
async function describe({ app, windows }: RunningChromeApp): Promise<string> {
  const seen = windows().map((page) => page.frames().map((frame) => `${frame.name()} ${frame.url()}`))
  const there = await app.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .map(({ mainFrame }) => mainFrame.framesInSubtree.map(({ name, url }) => `${name} ${url}`)),
  )
  return `seen: ${JSON.stringify(seen)}, there: ${JSON.stringify(there)}`
}

/** Once the test sees the window: of frames that come before, in a process of their own, it may not be told. */
function addFrames(): void {
  for (const [name, src] of [
    ['frame', 'frame.html'],
    ['sandboxed page', 'sandboxed.html'],
  ] as const)
    document.body.append(Object.assign(document.createElement('iframe'), { name, src }))
}

export async function launchPagesApp(): Promise<PagesApp> {
  const running = await launchChromeApp('pages')
  const said: string[] = []
  const find = (place: Place): Frame | undefined => {
    if (place === 'background page') return running.background.mainFrame()
    const [shown] = running.windows()
    return place === 'window' ? shown?.mainFrame() : (shown?.frame(place) ?? undefined)
  }
  const get = (place: Place): Frame => {
    const frame = find(place)
    if (frame === undefined) throw new Error(`no ${place}`)
    return frame
  }
  await until('the window is there', () => find('window') !== undefined)
  await get('window').waitForLoadState()
  await get('window').evaluate(addFrames)
  await until('the frames are there', () => find('sandboxed page') !== undefined).catch(
    async (error: unknown) => {
      throw new Error(`${await describe(running)}\n${running.output()}`, { cause: error })
    },
  )
  for (const place of places) await get(place).waitForLoadState()
  for (const page of [running.background, ...running.windows()])
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
  return {
    running,
    get,
    run: async (place, act) => {
      said.length = 0
      const frame = get(place)
      const result = await frame.evaluate(act).catch((error: unknown) => String(error).replace(/\n[^]*/, ''))
      await frame.evaluate(() => console.log('end'))
      await until('all has been said', () => said.includes(end))
      return [result, ...said.filter((line) => line !== end)]
    },
  }
}

import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { createPackage, extractAll } from '@electron/asar'
import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../support/root.ts'
import { until } from '../support/until.ts'
import { packProject } from './support/pack.ts'
import { Project } from './support/project.ts'
import type { RunningProject } from './support/start.ts'
import { startProject } from './support/start.ts'

const limit = 120_000
let project: Project
let running: RunningProject | undefined

/** Where the app is a Chrome App's folder, as it is, and the main script three lines. */
beforeAll(() => {
  project = new Project('chrome-app')
  const read = (file: string): object => JSON.parse(fs.readFileSync(project.path(file), 'utf8')) as object
  const { version } = read('node_modules/electron-chrome-sockets/package.json') as { version: string }
  const dependencies = { 'electron-chrome-sockets': version }
  project.write('package.json', JSON.stringify({ ...read('package.json'), dependencies }))
  fs.cpSync(path.join(root, 'examples/web-server'), project.path('web-server'), { recursive: true })
  fs.symlinkSync(path.join(root, 'node_modules/electron'), project.path('node_modules/electron'))
})

afterEach(async () => {
  await running?.close()
  running = undefined
})

afterAll(() => project.dispose())

const isWindow = (page: Page): boolean => page.url().endsWith('/index.html')

const untilTitle = (page: Page, pattern: string): Promise<unknown> =>
  page.waitForFunction((text) => new RegExp(text).test(document.title), pattern)

/** The app's window serves its pages. Where the port that it takes by itself is somebody else's it takes a free one. */
async function expectServing(page: Page): Promise<void> {
  await untilTitle(page, 'http:|Error')
  if ((await page.title()).includes('Error')) {
    await page.fill('#port', '0')
    await page.click('#toggle')
    await untilTitle(page, 'http:')
  }
  const answer = await fetch((await page.title()).replace(/^.*· /, ''))
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('<title>')])
}

/** What is to be seen has more than one colour, and the words that the page begins with. */
async function expectPainted(page: Page): Promise<void> {
  expect(await page.innerText('body')).toContain('Web Server')
  const picture = (await page.screenshot({ type: 'png' })).toString('base64')
  const colours = await page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
    context.drawImage(bitmap, 0, 0)
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
    return new Set(new Uint32Array(data.buffer)).size
  }, picture)
  expect(colours).toBeGreaterThan(16)
}

/** For whoever wants to look at it. */
async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES']
  if (folder !== undefined) await page.screenshot({ path: path.join(folder, `${name}.png`) })
}

async function findWindow({ app }: RunningProject): Promise<Page> {
  await until('window', () => app.windows().some(isWindow))
  return app.windows().find(isWindow) as Page
}

it('the web server runs by the command, from its folder as it is', { timeout: limit }, async () => {
  const command = project.path('node_modules/electron-chrome-sockets/dist/cli.js')
  const switches = ['--', '--no-sandbox', '--remote-debugging-port=0']
  const args = [command, 'run', 'web-server', '--user-data', project.beside('data'), ...switches]
  const child = spawn(process.execPath, args, { cwd: project.folder, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(child, 'exit')
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const findPort = (): string | undefined => /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said)?.[1]
  await until('a port to look in', () => findPort() !== undefined)
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${findPort()}`)
  const listPages = (): Page[] => browser.contexts().flatMap((context) => context.pages())
  await until('window', () => listPages().some(isWindow))
  const page = listPages().find(isWindow) as Page
  // The port that it takes may be somebody else's, which it says.
  await untilTitle(page, '^Web Server · (?:http:|Error: .*in use)')
  await expectPainted(page)
  await keepPicture(page, 'command')
  await browser.close()
  child.kill()
  expect(await ended).toEqual([0, null])
})

describe('the command says', () => {
  const run = (cwd: string, ...args: string[]): unknown[] => {
    const command = path.join(cwd, 'node_modules/electron-chrome-sockets/dist/cli.js')
    const { status, stderr } = spawnSync(process.execPath, [command, 'run', ...args], {
      cwd,
      encoding: 'utf8',
    })
    return [status, stderr]
  }

  it('that there is no Electron, and how to get one', () => {
    const other = new Project('chrome-app')
    expect(run(other.folder, '.')).toEqual([
      1,
      'There is no Electron here. Install one: npm install --save-dev electron\n',
    ])
    other.dispose()
  })

  it("in Chrome's words what is wrong with a folder", { timeout: limit }, () => {
    project.write('wrong/manifest.json', '{ "manifest_version": 2, "version": "1", "app": {} }')
    const said = run(
      project.folder,
      'wrong',
      '--user-data',
      project.beside('wrong-data'),
      '--',
      '--no-sandbox',
    )
    const complaint = "Required value 'name' is missing or invalid."
    const folder = project.path('wrong')
    expect(said).toEqual([
      1,
      expect.stringContaining(`Failed to load extension from: ${folder}. ${complaint}\n`),
    ])
  })
})

it('and by a main script of two lines', { timeout: limit }, async () => {
  running = await startProject(project.folder)
  const page = await findWindow(running)
  await expectServing(page)
  await expectPainted(page)
  await keepPicture(page, 'run-chrome-app')
})

/** Reads what the page has stored before, and stores something else. */
const exchange = (page: Page, value: string): Promise<unknown> =>
  page.evaluate(
    (next) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('kept', 1)
        opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('values'))
        opening.addEventListener('error', () => reject(new Error('no database')))
        opening.addEventListener('success', () => {
          const store = opening.result.transaction('values', 'readwrite').objectStore('values')
          const reading = store.get('one')
          const writing = store.put(next, 'one')
          writing.addEventListener('success', () => resolve([chrome.runtime.id, reading.result ?? null]))
        })
      }),
    value,
  )

/** The next version of the packed program. */
async function update(folder: string): Promise<void> {
  const archive = path.join(folder, 'resources/app.asar')
  const unpacked = project.beside('unpacked')
  extractAll(archive, unpacked)
  for (const file of ['package.json', 'web-server/manifest.json']) {
    const description = JSON.parse(fs.readFileSync(path.join(unpacked, file), 'utf8')) as object
    fs.writeFileSync(path.join(unpacked, file), JSON.stringify({ ...description, version: '2.0.0' }))
  }
  await createPackage(unpacked, archive)
}

/** Starts it as an AppImage does, which is mounted at another place each time; `folder` is where it was before. */
async function mount(folder: string, place: string): Promise<Page> {
  const mounted = project.beside(place)
  fs.renameSync(folder, mounted)
  const env = {
    APPDIR: mounted,
    APPIMAGE: project.beside('Project.AppImage'),
    XDG_CONFIG_HOME: project.beside('config'),
  }
  const program = path.join(mounted, 'project')
  running = await startProject(mounted, { program, cwd: '/', env, userData: false })
  return findWindow(running)
}

it(
  'and packed, with all that it has stored wherever it is mounted, in the next version, too',
  { timeout: limit },
  async () => {
    const packed = await packProject(project, ['*.js', '*.json', 'web-server/**'])
    const [first, second] = ['.mount_ProjecA1b2C3', '.mount_ProjecX9y8Z7']
    const page = await mount(packed, first)
    await expectServing(page)
    await expectPainted(page)
    await keepPicture(page, 'packed')
    const [id] = (await exchange(page, 'first')) as [string]
    await running?.app.close()
    await update(project.beside(first))
    const again = await mount(project.beside(first), second)
    expect(await exchange(again, 'second')).toEqual([id, 'first'])
    expect(await again.evaluate(() => chrome.runtime.getManifest()['version'])).toBe('2.0.0')
  },
)

import { afterEach, expect, it } from 'vitest'
import { findSample } from '../support/samples.ts'
import { until } from '../support/until.ts'
import { bundlers } from './support/bundlers.ts'
import { Project } from './support/project.ts'
import type { RunningProject } from './support/start.ts'
import { startProject, talk, wholeTalk } from './support/start.ts'

let project: Project
let running: RunningProject | undefined

afterEach(async () => {
  await running?.close()
  running = undefined
  project.dispose()
})

it('the pages of a scheme of its own, as docs/bundlers.md has it, have the sockets', async () => {
  project = new Project('esm')
  project.write('main.js', findSample('docs/bundlers.md', 'registerSchemesAsPrivileged'))
  for (const file of ['index.html', 'page.js']) project.move(file, `pages/${file}`)
  running = await startProject(project.folder)
  const page = await running.openPage()
  expect(page.url()).toBe('app://bundle/index.html')
  expect(await talk(page)).toEqual(wholeTalk)
  const readStatus = (path: string): Promise<string> =>
    page.evaluate((url) => fetch(url).then((response) => response.text(), String), path)
  expect(await readStatus('page.js')).toContain('const steps')
  for (const outside of ['app://bundle/%2e%2e%2fmain.js', 'app://bundle/..%2fmain.js'])
    expect(await readStatus(outside)).toContain('TypeError')
})

/** The folder of a Chrome App, and a main script of the two lines of docs/chrome-apps.md. */
function createWholeApp(main: string, shape = 'esm'): void {
  project = new Project(shape)
  project.write(main, findSample('docs/chrome-apps.md', "runChromeApp({ directory: 'my-chrome-app' })"))
  for (const file of ['manifest.json', 'page.js']) project.move(file, `my-chrome-app/${file}`)
}

async function expectWholeApp(): Promise<void> {
  running = await startProject(project.folder, { cwd: '/' })
  await until('background page', () => running?.app.windows().length === 1)
  const background = await running.openPage()
  expect(background.url()).toMatch(/^chrome-app:\/\/[a-p]{32}\/_generated_background_page\.html$/)
  expect(await talk(background)).toEqual(wholeTalk)
}

it('a whole Chrome App starts with the two lines of docs/chrome-apps.md', async () => {
  createWholeApp('main.js')
  await expectWholeApp()
})

it.each(Object.keys(bundlers))(
  'and in a main process made by %s, beside which there is no package',
  { timeout: 60_000 },
  async (shape) => {
    createWholeApp('src/main.js', shape)
    await bundlers[shape]?.(project)
    project.remove('node_modules')
    await expectWholeApp()
  },
)

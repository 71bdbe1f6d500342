import fs from 'node:fs'
import path from 'node:path'
import { describe, expect } from 'vitest'
import { until } from '../support/until.ts'
import { bundlers } from './support/bundlers.ts'
import { it } from './support/it.ts'
import type { RunningProject } from './support/start.ts'
import { talk, wholeTalk } from './support/start.ts'

/** Talks to the page of a program; true when the preload script was written into the program's data. */
async function hasCarriedPreload(running: RunningProject): Promise<boolean> {
  expect(await talk(await running.openPage())).toEqual(wholeTalk)
  const data = await running.app.evaluate(({ app }) => app.getPath('userData'))
  return fs.existsSync(path.join(data, 'electron-chrome-sockets'))
}

/** The inspector needs no file, either: it shows the server of the page. */
async function expectInspector({ app }: RunningProject): Promise<void> {
  const opened = app.waitForEvent('window')
  await app.evaluate(() => (Reflect.get(globalThis, 'openInspector') as () => void)())
  const inspector = await opened
  await until('the server', async () => /listening/.test((await inspector.textContent('#rows')) ?? ''))
  expect(await inspector.textContent('#rows')).toMatch(/^tcpServer 1listening127\.0\.0\.1:\d+/)
}

describe('the sockets are there', () => {
  it.for(['commonjs', 'esm'])('in a project without bundler, %s', async (shape, { projects }) => {
    const running = await projects.start(projects.create(shape).folder)
    expect(await hasCarriedPreload(running)).toBe(false)
  })

  it('in a project whose packages are links, as those of pnpm are', async ({ projects }) => {
    const project = projects.create('esm')
    const store = '.pnpm/electron-chrome-sockets@0.1.0/node_modules/electron-chrome-sockets'
    project.move('node_modules/electron-chrome-sockets', `node_modules/${store}`)
    fs.symlinkSync(store, project.path('node_modules/electron-chrome-sockets'))
    expect(await hasCarriedPreload(await projects.start(project.folder))).toBe(false)
  })

  it.for(Object.keys(bundlers))(
    'in a main process made by %s, which finds the preload script in node_modules, and else carries it',
    async (shape, { projects }) => {
      const project = projects.create(shape)
      await bundlers[shape]?.(project)
      expect(await hasCarriedPreload(await projects.start(project.folder))).toBe(false)
      project.remove('node_modules')
      const running = await projects.start(project.folder)
      await running.openPage()
      await expectInspector(running)
      expect(await hasCarriedPreload(running)).toBe(true)
    },
  )
  it.for(Object.keys(bundlers))(
    'in a main process made by %s that names a copy of the preload script, and carries none then',
    async (shape, { projects }) => {
      const project = projects.create(shape)
      const main = fs.readFileSync(project.path('src/main.js'), 'utf8')
      project.write(
        'src/main.js',
        main.replace("'manifest.json' }", "'manifest.json', preload: 'its/path.cjs' }"),
      )
      project.move('node_modules/electron-chrome-sockets/dist/preload.cjs', 'its/path.cjs')
      await bundlers[shape]?.(project)
      project.remove('node_modules')
      expect(await hasCarriedPreload(await projects.start(project.folder, { cwd: '/' }))).toBe(false)
    },
  )
})

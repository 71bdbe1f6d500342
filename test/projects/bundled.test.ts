import fs from 'node:fs'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
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

/** Starts it and talks to its page; true when the preload script was written into the program's data. */
async function hasCarriedPreload(): Promise<boolean> {
  running = await startProject(project.folder)
  expect(await talk(await running.openPage())).toEqual(wholeTalk)
  const data = await running.app.evaluate(({ app }) => app.getPath('userData'))
  const wasWritten = fs.existsSync(path.join(data, 'electron-chrome-sockets'))
  await running.close()
  running = undefined
  return wasWritten
}

it.each(['commonjs', 'esm'])('a project without bundler, %s, has the sockets', async (shape) => {
  project = new Project(shape)
  expect(await hasCarriedPreload()).toBe(false)
})

it.each(Object.keys(bundlers))(
  'a main process made by %s finds the preload script in node_modules, and else carries it',
  async (shape) => {
    project = new Project(shape)
    await bundlers[shape]?.(project)
    expect(await hasCarriedPreload()).toBe(false)
    project.remove('node_modules')
    expect(await hasCarriedPreload()).toBe(true)
  },
)

import fs from 'node:fs'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { packProject } from './support/pack.ts'
import { Project } from './support/project.ts'
import type { RunningProject } from './support/start.ts'
import { startProject, talk, wholeTalk } from './support/start.ts'

const limit = 120_000
let project: Project
let running: RunningProject | undefined

afterEach(async () => {
  await running?.close()
  running = undefined
  project.dispose()
})

/** Starts a packed program from the root folder and talks to its page; gives the id of the app. */
async function readId(folder: string): Promise<string> {
  running = await startProject(folder, { program: path.join(folder, 'project'), cwd: '/' })
  const page = await running.openPage()
  expect(await talk(page)).toEqual(wholeTalk)
  const id = await page.evaluate(() => chrome.runtime.id)
  await running.close()
  running = undefined
  return id
}

it(
  "README's three lines work in a packed program, which keeps its id wherever it lies",
  { timeout: limit },
  async () => {
    project = new Project('esm')
    const { version } = JSON.parse(
      fs.readFileSync(project.path('node_modules/electron-chrome-sockets/package.json'), 'utf8'),
    ) as { version: string }
    const description = JSON.parse(fs.readFileSync(project.path('package.json'), 'utf8')) as object
    const dependencies = { 'electron-chrome-sockets': version }
    project.write('package.json', JSON.stringify({ ...description, dependencies }))
    const packed = await packProject(project, ['*.js', '*.html', '*.json'])
    const id = await readId(packed)
    const moved = project.beside('elsewhere')
    fs.renameSync(packed, moved)
    expect(await readId(moved)).toBe(id)
  },
)

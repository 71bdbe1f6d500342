import fs from 'node:fs'
import path from 'node:path'
import { createServer } from 'vite'
import { afterEach, expect, it } from 'vitest'
import { buildForgeProject, createForgeProject } from './support/forge-vite.ts'
import { packProject } from './support/pack.ts'
import type { Project } from './support/project.ts'
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

it.each([true, false])(
  'the recipe works packed, with nothing but what is bundled; own preload script: %s',
  { timeout: limit },
  async (hasOwnPreload) => {
    project = createForgeProject({ hasOwnPreload })
    await buildForgeProject(project)
    const folder = await packProject(project, ['.vite/**', 'package.json', '!node_modules/**'], {
      onlyLoadAppFromAsar: true,
      runAsNode: false,
    })
    running = await startProject(folder, { program: path.join(folder, 'project'), cwd: '/' })
    expect(await talk(await running.openPage())).toEqual(wholeTalk)
    const data = await running.app.evaluate(({ app }) => app.getPath('userData'))
    expect(fs.existsSync(path.join(data, 'electron-chrome-sockets'))).toBe(!hasOwnPreload)
  },
)

it('the recipe works with the development server', async () => {
  project = createForgeProject()
  const server = await createServer({
    configFile: false,
    root: project.folder,
    server: { host: '127.0.0.1' },
    logLevel: 'error',
  })
  await server.listen()
  const [url] = server.resolvedUrls?.local ?? []
  await buildForgeProject(project, url)
  running = await startProject(project.folder)
  const page = await running.openPage()
  expect(page.url()).toBe(url)
  expect(await talk(page)).toEqual(wholeTalk)
  await server.close()
})

import fs from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { forgeVite } from './support/forge-vite.ts'
import { forgeWebpack } from './support/forge-webpack.ts'
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

describe.each([
  ['Vite', forgeVite],
  ['webpack', forgeWebpack],
])('the recipe for Forge with %s', (_name, { build, built, create, serve }) => {
  it.each([true, false])(
    'works packed, with nothing but what is bundled; own preload script: %s',
    { timeout: limit },
    async (hasOwnPreload) => {
      project = create({ hasOwnPreload })
      await build(project)
      const folder = await packProject(project, [`${built}/**`, 'package.json', '!node_modules/**'], {
        onlyLoadAppFromAsar: true,
        runAsNode: false,
      })
      running = await startProject(folder, { program: path.join(folder, 'project'), cwd: '/' })
      expect(await talk(await running.openPage())).toEqual(wholeTalk)
      const data = await running.app.evaluate(({ app }) => app.getPath('userData'))
      expect(fs.existsSync(path.join(data, 'electron-chrome-sockets'))).toBe(!hasOwnPreload)
    },
  )

  it('works with the development server', { timeout: limit }, async () => {
    project = create()
    const { close, url } = await serve(project)
    await build(project, url)
    running = await startProject(project.folder)
    const page = await running.openPage()
    expect(page.url()).toBe(url)
    expect(await talk(page)).toEqual(wholeTalk)
    await close()
  })
})

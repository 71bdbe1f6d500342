import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { buildForgeProject, createForgeProject } from './support/forge-webpack.ts'
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
    const folder = await packProject(project, ['.webpack/**', 'package.json', '!node_modules/**'], {
      onlyLoadAppFromAsar: true,
      runAsNode: false,
    })
    running = await startProject(folder, { program: path.join(folder, 'project'), cwd: '/' })
    expect(await talk(await running.openPage())).toEqual(wholeTalk)
    const data = await running.app.evaluate(({ app }) => app.getPath('userData'))
    expect(fs.existsSync(path.join(data, 'electron-chrome-sockets'))).toBe(!hasOwnPreload)
  },
)

/** What webpack's development server has in memory, as files. */
async function serveRenderer(): Promise<http.Server> {
  const server = http.createServer(({ url = '' }, response) => {
    const type = url.endsWith('.html') ? 'text/html' : 'text/javascript'
    response.setHeader('content-type', type)
    fs.createReadStream(project.path('.webpack/renderer', url))
      .on('error', () => response.writeHead(404).end())
      .pipe(response)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return server
}

it('the recipe works with the development server', { timeout: limit }, async () => {
  project = createForgeProject()
  const server = await serveRenderer()
  const url = `http://localhost:${(server.address() as AddressInfo).port}/main_window/index.html`
  await buildForgeProject(project, url)
  running = await startProject(project.folder)
  const page = await running.openPage()
  expect(page.url()).toBe(url)
  expect(await talk(page)).toEqual(wholeTalk)
  server.close()
})

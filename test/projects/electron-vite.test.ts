import fs from 'node:fs'
import { createServer } from 'vite'
import { afterEach, expect, it } from 'vitest'
import { findSample } from '../support/samples.ts'
import { Project } from './support/project.ts'
import type { RunningProject } from './support/start.ts'
import { startProject, talk, wholeTalk } from './support/start.ts'

let project: Project
let running: RunningProject | undefined

/** The template's, with the lines of docs/bundlers.md; of ES modules it is the same, but for a name. */
function buildProject(type: 'commonjs' | 'module'): void {
  project = new Project('electron-vite')
  for (const file of ['index.html', 'page.js']) project.move(file, `src/renderer/${file}`)
  const own = findSample('docs/bundlers.md', '// electron.vite.config.js')
  project.write(
    'electron.vite.config.mjs',
    own.replace('default {', 'default {\n  main: {},\n  renderer: {},'),
  )
  if (type === 'module') {
    const description = fs.readFileSync(project.path('package.json'), 'utf8')
    project.write('package.json', description.replace('{', '{ "type": "module",'))
    const main = fs.readFileSync(project.path('src/main/index.js'), 'utf8')
    project.write('src/main/index.js', main.replace('preload/index.js', 'preload/index.cjs'))
  }
  // From the command line: it takes the current folder for the renderer's root.
  project.run('electron-vite/bin/electron-vite.js', 'build')
}

afterEach(async () => {
  await running?.close()
  running = undefined
  project.dispose()
})

it.each(['commonjs', 'module'] as const)(
  'an own preload script, sandboxed, brings the sockets in production, %s',
  async (type) => {
    buildProject(type)
    running = await startProject(project.folder)
    expect(await talk(await running.openPage())).toEqual(wholeTalk)
  },
)

it('a page of the development server has the sockets', async () => {
  buildProject('commonjs')
  const server = await createServer({
    root: project.path('src/renderer'),
    server: { host: '127.0.0.1' },
    logLevel: 'error',
  })
  await server.listen()
  running = await startProject(project.folder, {
    env: { ELECTRON_RENDERER_URL: server.resolvedUrls?.local[0] },
  })
  expect(await talk(await running.openPage())).toEqual(wholeTalk)
  await server.close()
})

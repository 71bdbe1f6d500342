import fs from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { Project } from './support/project.ts'
import type { RunningProject } from './support/start.ts'
import { startProject, talk, wholeTalk } from './support/start.ts'
import { bundleWithWebpack } from './support/webpack.ts'

let project: Project
let running: RunningProject | undefined

afterEach(async () => {
  await running?.close()
  running = undefined
  project.dispose()
})

async function start(): Promise<RunningProject> {
  running = await startProject(project.folder)
  return running
}

const builds: Record<string, (made: Project) => unknown> = {
  'vite-library': (made) => made.run('vite/bin/vite.js', 'build', '--config', 'vite.main.config.mjs'),
  esbuild: (made) =>
    made.run(
      'esbuild/bin/esbuild',
      'src/main.js',
      '--bundle',
      '--platform=node',
      '--format=cjs',
      '--external:electron',
      '--outfile=dist/main.js',
    ),
  webpack: bundleWithWebpack,
}

describe.each(['commonjs', 'esm'])('a project without bundler: %s', (shape) => {
  it('has the sockets', async () => {
    project = new Project(shape)
    const { openedPage } = await start().then((it) => ({ openedPage: () => it.openedPage() }))
    expect(await talk(await openedPage())).toEqual(wholeTalk)
  })
})

describe.each(Object.keys(builds))('a main process made by %s', (shape) => {
  it('finds the preload script in node_modules, or has it with it', async () => {
    project = new Project(shape)
    await builds[shape]?.(project)
    const first = await start()
    expect(await talk(await first.openedPage())).toEqual(wholeTalk)
    const data = await first.app.evaluate(({ app }) => app.getPath('userData'))
    expect(fs.existsSync(`${data}/electron-chrome-sockets`)).toBe(false)
    await first.close()
    project.remove('node_modules')
    const second = await start()
    expect(await talk(await second.openedPage())).toEqual(wholeTalk)
  })
})

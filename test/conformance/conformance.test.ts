import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleRuntime, writeApp } from './driver/app-folder.ts'
import { ElectronHost } from './driver/electron.ts'
import { expectTrace } from './expect-trace.ts'
import { hasOwnNetwork } from './driver/own-network.ts'
import { PageHolder } from './driver/page-holder.ts'
import type { ScenarioEntry, ScenarioFile } from './driver/scenario-entry.ts'
import { canRun, listScenarioFiles } from './driver/scenario-files.ts'
import { listTraceFiles, readTraces } from './driver/trace-files.ts'
import type { ControlServer } from './peers/control-server.ts'
import { startControlServer } from './peers/control-server.ts'
import { wantedDifferences } from './wanted-differences.ts'

const files = listScenarioFiles()
const ofPages = files.filter(({ kind }) => kind === 'page')
/** Those in a network of their own have a test of their own. */
const apps = [...new Set(ofPages.map(({ app }) => app))].filter((app) => !hasOwnNetwork(app))

let control: ControlServer
let runtime: string

beforeAll(async () => {
  control = await startControlServer()
  runtime = await bundleRuntime()
})

afterAll(() => control.close())

function testScenario(file: ScenarioFile, entry: ScenarioEntry, page: () => PageHolder): void {
  it(entry.name, async () => {
    expectTrace(file, entry, await page().run(entry))
  })
}

function testFile(file: ScenarioFile, host: () => ElectronHost): void {
  describe(file.name, () => {
    let folder: string
    let page: PageHolder

    beforeAll(() => {
      folder = writeApp(file, runtime, control.url)
      page = new PageHolder(() => host().open(folder))
    })

    afterAll(async () => {
      await page.close()
      fs.rmSync(folder, { recursive: true, force: true })
    })

    for (const entry of file.scenarios) testScenario(file, entry, () => page)
  })
}

describe.each(apps)('an app with the manifest "%s"', (app) => {
  let host: ElectronHost

  beforeAll(async () => {
    host = await ElectronHost.launch(app, control.authority)
  })

  afterAll(() => host.close())

  for (const file of ofPages.filter((candidate) => candidate.app === app)) testFile(file, () => host)
})

describe('the suite', () => {
  const namesOf = (filter: (file: ScenarioFile, entry: ScenarioEntry) => boolean): string[] =>
    files.flatMap((file) =>
      file.scenarios.filter((entry) => filter(file, entry)).map(({ name }) => `${file.name}: ${name}`),
    )
  const recorded = (place: 'chrome' | 'electron'): string[] =>
    listTraceFiles(place).flatMap((file) =>
      Object.keys(readTraces(place, file)).map((name) => `${file}: ${name}`),
    )

  const wanted = wantedDifferences.flatMap(({ scenarios }) =>
    Object.entries(scenarios).flatMap(([file, names]) => names.map((name) => `${file}: ${name}`)),
  )

  it("has Chrome's trace of every scenario that Chrome can run, and no other", () => {
    expect(recorded('chrome').toSorted()).toEqual(
      namesOf((_file, entry) => canRun('chrome', entry)).toSorted(),
    )
  })

  it('has our own trace of every wanted difference, and no other', () => {
    expect(recorded('electron').toSorted()).toEqual(wanted.toSorted())
  })

  it('names only scenarios as wanted differences that are there', () => {
    const all = new Set(namesOf(() => true))
    expect(wanted.filter((name) => !all.has(name))).toEqual([])
  })
})

import { afterAll, beforeAll, describe, it } from 'vitest'
import { openApp, runSteps } from './driver/apps/run-app-file.ts'
import { PageHolder } from './driver/page-holder.ts'
import { listScenarioFiles } from './driver/scenario-files.ts'
import { expectTrace } from './expect-trace.ts'
import type { ControlServer } from './peers/control-server.ts'
import { startControlServer } from './peers/control-server.ts'

/** Compares every second app, from the first or the second on: two files of tests run side by side. */
export function compareApps(start: 0 | 1): void {
  const files = listScenarioFiles().filter(({ kind }) => kind !== 'page')
  const apps = [...new Set(files.map(({ app }) => app))].filter((_, index) => index % 2 === start)
  let control: ControlServer

  beforeAll(async () => {
    control = await startControlServer()
  })

  afterAll(() => control.close())

  describe.each(apps)('the app in the folder "%s"', (app) => {
    const own = files.filter((file) => file.app === app)
    const holder = new PageHolder(() => openApp('electron', own[0]!, control))

    afterAll(() => holder.close())

    for (const file of own)
      describe(file.name, () => {
        for (const entry of file.scenarios)
          it(entry.name, async () => {
            const run =
              file.kind === 'steps'
                ? () => runSteps('electron', file, entry.name, control)
                : () => holder.run(entry)
            expectTrace(file, entry, await run())
          })
      })
  })
}

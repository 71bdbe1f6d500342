import fs from 'node:fs'
import type { ControlServer } from '../../peers/control-server.ts'
import { steps } from '../../steps/index.ts'
import type { RunningPage } from '../chromium.ts'
import type { ScenarioFile } from '../scenario-entry.ts'
import type { Place } from '../trace-files.ts'
import type { Trace } from '../trace.ts'
import { AppProcess } from './app-process.ts'
import { AppSteps } from './app-steps.ts'
import { prepareFolder } from './prepare-folder.ts'

/** Starts the app of a file that belongs to an app's folder. */
export async function openApp(
  place: Place,
  file: ScenarioFile,
  control: ControlServer,
): Promise<RunningPage> {
  const folder = await prepareFolder(file.path, control.url)
  const app = new AppProcess(place, folder)
  const close = async (): Promise<void> => {
    await app.close()
    fs.rmSync(folder, { recursive: true, force: true })
  }
  try {
    await app.start()
    return { page: app, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Carries out one driver script. */
export async function runSteps(
  place: Place,
  file: ScenarioFile,
  name: string,
  control: ControlServer,
): Promise<Trace> {
  const act = steps[file.app]?.[name]
  if (act === undefined) throw new Error(`${file.app} has no steps "${name}"`)
  const folder = await prepareFolder(file.path, control.url)
  try {
    return await new AppSteps(place, folder).carryOut(act)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

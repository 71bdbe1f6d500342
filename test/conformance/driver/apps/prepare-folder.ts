import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleRuntime } from '../app-folder.ts'
import { loadScenarios } from './background-scripts.ts'

const runtimeSource = fileURLToPath(new URL('../../runtime/app/index.ts', import.meta.url))
let runtime: Promise<string> | undefined

/** Copies an app's folder to a place where it has the suite's script beside its own files. */
export async function prepareFolder(app: string, controlUrl: string): Promise<string> {
  runtime ??= bundleRuntime(runtimeSource)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'conformance-app-'))
  fs.cpSync(app, folder, { recursive: true })
  const control = `globalThis.conformanceControl = ${JSON.stringify(controlUrl)};\n`
  fs.writeFileSync(path.join(folder, 'conformance.js'), control + (await runtime))
  loadScenarios(folder)
  return folder
}

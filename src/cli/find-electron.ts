import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** The executable of an Electron, or why those that are installed have none. */
export type FoundElectron = { readonly executable: string } | { readonly faults: readonly string[] }

/** The modules that the folders know as `electron`, each once: newer ones try to fetch what they lack when they are loaded. */
function listModules(folders: readonly string[]): Map<string, NodeJS.Require> {
  const modules = new Map<string, NodeJS.Require>()
  for (const folder of folders) {
    const load = createRequire(path.resolve(folder, 'package.json'))
    try {
      modules.set(load.resolve('electron'), load)
    } catch {
      // The next folder may have it.
    }
  }
  return modules
}

/** Looks for the Electron that is installed beside one of the folders. */
export function findElectron(folders: readonly string[]): FoundElectron {
  const faults: string[] = []
  for (const [file, load] of listModules(folders)) {
    try {
      const executable: unknown = load('electron')
      if (typeof executable === 'string' && fs.existsSync(executable)) return { executable }
      faults.push(`${file} names no program that is there: ${String(executable)}`)
    } catch (error) {
      faults.push(`${file}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return { faults }
}

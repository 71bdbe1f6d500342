import type { ScenarioOptions } from '../runtime/index.ts'

export interface ScenarioEntry {
  readonly name: string
  readonly options: ScenarioOptions
}

export interface ScenarioFile {
  /** Without its suffix, as `tcp-server-listen`, `restricted/permissions` or `apps/windows/create`. */
  readonly name: string
  /** Of a file in an app's folder: that folder. */
  readonly path: string
  /** Which of the manifests its app has, or which folder it is. */
  readonly app: string
  /** `page`: an app is made for it. `app`: it belongs to an app's folder. `steps`: a driver script for such a folder. */
  readonly kind: 'page' | 'app' | 'steps'
  readonly scenarios: readonly ScenarioEntry[]
}

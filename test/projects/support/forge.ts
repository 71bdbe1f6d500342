import { findSample } from '../../support/samples.ts'
import { Project } from './project.ts'

export interface ForgeOptions {
  /** Else the package's own is used. */
  readonly hasOwnPreload?: boolean
}

/** A development server that runs. */
export interface DevServer {
  readonly url: string
  readonly close: () => unknown
}

/** One of Electron Forge's templates. */
export interface ForgeTemplate {
  /** The folder of what it builds. */
  readonly built: string
  readonly create: (options?: ForgeOptions) => Project
  /** For a development server where it has an address, else to be packed. */
  readonly build: (project: Project, serverUrl?: string) => Promise<void>
  readonly serve: (project: Project) => Promise<DevServer>
}

/** The recipe of docs/bundlers.md, which names this constant, in a template; or without an own preload script. */
export function createForgeProject(
  shape: string,
  constant: string,
  { hasOwnPreload = true }: ForgeOptions = {},
): Project {
  const project = new Project(shape)
  const recipe = findSample('docs/bundlers.md', constant)
  const main = hasOwnPreload ? recipe : recipe.replace(' preload: false,', '')
  const preload = findSample('docs/bundlers.md', '// src/preload.js')
  project.write('src/main.js', `${main}import './window.js'\n`)
  project.write('src/preload.js', hasOwnPreload ? preload : '')
  project.move('page.js', 'src/renderer.js')
  return project
}

import { fork, spawn } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { ChildRemote } from './child-remote.ts'

const stdio: ['ignore', 'pipe', 'pipe', 'ipc'] = ['ignore', 'pipe', 'pipe', 'ipc']

/** What each Electron is started with besides: nothing where something is measured that counts. */
const switches = process.env['BENCH_SWITCHES']?.split(' ') ?? []

interface Start {
  /** PEM file of an authority that the program believes. */
  readonly authority?: string | undefined
  readonly args?: readonly string[]
}

export type StartProgram = (name: string, folder: string, start?: Start) => ChildRemote

function makeEnvironment(authority: string | undefined): NodeJS.ProcessEnv {
  return authority === undefined ? process.env : { ...process.env, NODE_EXTRA_CA_CERTS: authority }
}

/** Starts Node with a program of the bench. */
export const startNode: StartProgram = (name, folder, { authority } = {}) => {
  const options = { stdio, execArgv: [], env: makeEnvironment(authority) }
  return new ChildRemote(name, fork(path.join(folder, 'main.js'), options))
}

/** Its last processes may still write when the first one has ended; what is left goes with the folder around it. */
async function removeFolder(folder: string): Promise<void> {
  const options = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }
  await fs.promises.rm(folder, options).catch(() => {})
}

/** Starts Electron with an app of the bench. */
export const startElectron: StartProgram = (name, folder, { authority, args = [] } = {}) => {
  const electron = createRequire(import.meta.url)('electron') as string
  const userData = fs.mkdtempSync(`${folder}-data-`)
  const all = [...switches, path.join(folder, 'main.js'), `--user-data-dir=${userData}`, ...args]
  const child = spawn(electron, all, { stdio, env: makeEnvironment(authority) })
  return new ChildRemote(name, child, () => removeFolder(userData))
}

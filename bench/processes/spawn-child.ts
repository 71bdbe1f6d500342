import { fork, spawn } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { ChildRemote } from './child-remote.ts'

const stdio: ['ignore', 'pipe', 'pipe', 'ipc'] = ['ignore', 'pipe', 'pipe', 'ipc']

/** Starts Node with a program of the bench. */
export function startNode(name: string, folder: string): ChildRemote {
  return new ChildRemote(name, fork(path.join(folder, 'main.js'), { stdio, execArgv: [] }))
}

/** Its last processes may still write when the first one has ended; what is left goes with the folder around it. */
async function removeFolder(folder: string): Promise<void> {
  const options = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }
  await fs.promises.rm(folder, options).catch(() => {})
}

/** Starts Electron with an app of the bench. */
export function startElectron(name: string, folder: string): ChildRemote {
  const electron = createRequire(import.meta.url)('electron') as string
  const userData = fs.mkdtempSync(`${folder}-data-`)
  const args = [path.join(folder, 'main.js'), `--user-data-dir=${userData}`]
  return new ChildRemote(name, spawn(electron, args, { stdio }), () => removeFolder(userData))
}

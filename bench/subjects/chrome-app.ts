import path from 'node:path'
import type { Sources } from '../processes/build.ts'
import { buildApp } from '../processes/build.ts'
import { startElectron } from '../processes/spawn-child.ts'
import { printCall } from './print-call.ts'
import type { FileServer, OpenApp, Subject } from './subject.ts'

const name = 'chrome-app'
const callLimit = 20_000

const sources: Sources = {
  bundles: { 'main.js': 'apps/chrome-app/main.ts', 'page.js': 'apps/chrome-app/page.ts' },
  copies: ['apps/chrome-app/manifest.json', 'apps/chrome-app/window.html'],
}

const fileApp = 'file-app'

export const fileAppSources: Sources = {
  bundles: { 'main.js': 'apps/file-app/main.ts', 'page.js': 'apps/file-app/page.ts' },
  copies: ['apps/file-app/manifest.json'],
}

async function serveFile(folder: string, file: string): Promise<FileServer> {
  const child = startElectron(fileApp, folder, { args: [file] })
  await child.open()
  const port = Number(await child.call(callLimit, 'page', printCall('start', [])))
  return { port, pid: child.pid, close: () => child.end() }
}

async function openApp(folder: string, isBare: boolean): Promise<OpenApp> {
  const child = startElectron(name, folder, { args: isBare ? ['--bare'] : [] })
  const firstWindow = await child.open<number>()
  return {
    firstWindow,
    page: (method, ...args) => child.call(callLimit, 'page', printCall(method, args)),
    close: () => child.end(),
  }
}

/** Gives a subject a whole Chrome App beside it, which the package runs. */
export function addChromeApp(subject: Subject): Subject {
  return {
    ...subject,
    abilities: [...subject.abilities, 'storage', 'first-window', 'files'],
    build: async (parent) => {
      const folder = await subject.build(parent)
      await buildApp(folder, name, sources)
      await buildApp(folder, fileApp, fileAppSources)
      return folder
    },
    launch: async (folder, authority) => ({
      ...(await subject.launch(folder, authority)),
      openApp: (isBare) => openApp(path.join(folder, name), isBare),
      serveFile: (file) => serveFile(path.join(folder, fileApp), file),
    }),
  }
}

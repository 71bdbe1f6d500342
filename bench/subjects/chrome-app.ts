import path from 'node:path'
import type { Sources } from '../processes/build.ts'
import { buildApp } from '../processes/build.ts'
import { startElectron } from '../processes/spawn-child.ts'
import { printCall } from './print-call.ts'
import type { OpenApp, Subject } from './subject.ts'

const name = 'chrome-app'
const callLimit = 20_000

const sources: Sources = {
  bundles: { 'main.js': 'apps/chrome-app/main.ts', 'page.js': 'apps/chrome-app/page.ts' },
  copies: ['apps/chrome-app/manifest.json', 'apps/chrome-app/window.html'],
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
    abilities: [...subject.abilities, 'storage', 'first-window'],
    build: async (parent) => {
      const folder = await subject.build(parent)
      await buildApp(folder, name, sources)
      return folder
    },
    launch: async (folder, authority) => ({
      ...(await subject.launch(folder, authority)),
      openApp: (isBare) => openApp(path.join(folder, name), isBare),
    }),
  }
}

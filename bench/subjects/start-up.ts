import path from 'node:path'
import type { Sources } from '../processes/build.ts'
import { buildApp } from '../processes/build.ts'
import { startElectron } from '../processes/spawn-child.ts'
import type { StartUp, Subject } from './subject.ts'

const name = 'start-up'

async function startUp(folder: string, isBare: boolean): Promise<StartUp> {
  const child = startElectron(name, folder, { args: isBare ? ['--bare'] : [] })
  const times = await child.open<StartUp>()
  await child.end()
  return times
}

/** Gives a subject an app beside it that opens its first page: with what the subject is made of, or without. */
export function addStartUp(subject: Subject, { bundles, copies = [] }: Sources): Subject {
  const sources: Sources = {
    bundles: {
      'main.js': 'apps/start-up/main.ts',
      'first-preload.cjs': 'apps/start-up/first-preload.ts',
      'last-preload.cjs': 'apps/start-up/last-preload.ts',
      'page.js': 'apps/start-up/page.ts',
      ...bundles,
    },
    copies: ['apps/common/page.html', ...copies],
  }
  return {
    ...subject,
    abilities: [...subject.abilities, 'start-up'],
    build: async (parent) => {
      const folder = await subject.build(parent)
      await buildApp(folder, name, sources)
      return folder
    },
    launch: async (folder, authority) => ({
      ...(await subject.launch(folder, authority)),
      startUp: (isBare) => startUp(path.join(folder, name), isBare),
    }),
  }
}

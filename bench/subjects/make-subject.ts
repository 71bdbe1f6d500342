import type { Sources } from '../processes/build.ts'
import { buildApp } from '../processes/build.ts'
import type { ChildRemote } from '../processes/child-remote.ts'
import { startElectron, startNode } from '../processes/spawn-child.ts'
import { printCall } from './print-call.ts'
import type { Remote, RunningSubject, Subject } from './subject.ts'

const startLimit = 20_000
/** Longer than any call to a busy page takes. */
const callLimit = 20_000

type Description = Pick<Subject, 'name' | 'about'> & { readonly sources: Sources }

async function open(child: ChildRemote, end: () => Promise<void>): Promise<Readonly<Record<string, string>>> {
  try {
    return (await child.call(startLimit, 'open')) as Record<string, string>
  } catch (error) {
    await end()
    throw error
  }
}

function describe({ name, about, sources }: Description): Omit<Subject, 'launch'> {
  return { name, about, findMissing: () => undefined, build: (parent) => buildApp(parent, name, sources) }
}

const toRemote =
  (child: ChildRemote): Remote =>
  (method, ...args) =>
    child.call(callLimit, method, ...args)

/** An Electron app whose page has the measured server. */
export function makeWindowSubject(description: Description): Subject {
  const launch = async (folder: string): Promise<RunningSubject> => {
    const { child, end } = startElectron(description.name, folder)
    const versions = await open(child, end)
    const main = toRemote(child)
    const page: Remote = (method, ...args) => main('page', printCall(method, args))
    const profile = async () => {
      await main('startProfile')
      return async (prefix: string) => (await main('stopProfile', prefix)) as string[]
    }
    return {
      server: page,
      loops: { main, page },
      pid: child.pid,
      descriptorsPerConnection: 1,
      versions,
      profile,
      close: end,
    }
  }
  return { ...describe(description), launch }
}

/** The measured server in Electron's main process. */
export function makeMainSubject(description: Description): Subject {
  const launch = async (folder: string): Promise<RunningSubject> => {
    const { child, end } = startElectron(description.name, folder)
    const versions = await open(child, end)
    const main = toRemote(child)
    return {
      server: main,
      loops: { main },
      pid: child.pid,
      descriptorsPerConnection: 1,
      versions,
      close: end,
    }
  }
  return { ...describe(description), launch }
}

/** The measured server in plain Node. */
export function makeNodeSubject(description: Description): Subject {
  const launch = async (folder: string): Promise<RunningSubject> => {
    const child = startNode(description.name, folder)
    const end = () => child.end()
    const versions = await open(child, end)
    const main = toRemote(child)
    return {
      server: main,
      loops: { main },
      pid: child.pid,
      descriptorsPerConnection: 1,
      versions,
      close: end,
    }
  }
  return { ...describe(description), launch }
}

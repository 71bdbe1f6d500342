import type { Sources } from '../processes/build.ts'
import { buildApp } from '../processes/build.ts'
import type { ChildRemote } from '../processes/child-remote.ts'
import { startElectron } from '../processes/spawn-child.ts'
import { printCall } from './print-call.ts'
import type { Remote, RunningSubject, Subject } from './subject.ts'

const startLimit = 20_000
/** Longer than any call to a busy page takes. */
const callLimit = 20_000

type Description = Pick<Subject, 'name' | 'about'> & { readonly sources: Sources }
type Start = (name: string, folder: string) => ChildRemote
/** What can be reached through the main process of a subject. */
type Reach = (main: Remote) => Pick<RunningSubject, 'server' | 'loops' | 'profile'>

async function open(child: ChildRemote): Promise<Readonly<Record<string, string>>> {
  try {
    return (await child.call(startLimit, 'open')) as Record<string, string>
  } catch (error) {
    await child.end()
    throw error
  }
}

function makeSubject({ name, about, sources }: Description, start: Start, reach: Reach): Subject {
  const launch = async (folder: string): Promise<RunningSubject> => {
    const child = start(name, folder)
    const versions = await open(child)
    const main: Remote = (method, ...args) => child.call(callLimit, method, ...args)
    return {
      ...reach(main),
      pid: child.pid,
      descriptorsPerConnection: 1,
      versions,
      close: () => child.end(),
    }
  }
  const build = (parent: string): Promise<string> => buildApp(parent, name, sources)
  return { name, about, findMissing: () => undefined, build, launch }
}

/** An Electron app whose page has the measured server. */
export function makeWindowSubject(description: Description): Subject {
  return makeSubject(description, startElectron, (main) => {
    const page: Remote = (method, ...args) => main('page', printCall(method, args))
    const profile = async () => {
      await main('startProfile')
      return async (prefix: string) => (await main('stopProfile', prefix)) as string[]
    }
    return { server: page, loops: { main, page }, profile }
  })
}

/** A program that is the measured server itself, without any page. */
export function makeServerSubject(description: Description, start: Start): Subject {
  return makeSubject(description, start, (main) => ({ server: main, loops: { main } }))
}

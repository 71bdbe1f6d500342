import type { Sources } from '../processes/build.ts'
import { buildApp } from '../processes/build.ts'
import type { StartProgram } from '../processes/spawn-child.ts'
import { startElectron } from '../processes/spawn-child.ts'
import { printCall } from './print-call.ts'
import type { Remote, RunningSubject, Subject } from './subject.ts'

/** Longer than any call to a busy page takes. */
const callLimit = 20_000

type Description = Pick<Subject, 'name' | 'about' | 'abilities'> & { readonly sources: Sources }
/** What can be reached through the main process of a subject. */
type Reach = (main: Remote) => Pick<RunningSubject, 'server' | 'loops' | 'profile'>

function makeSubject(description: Description, start: StartProgram, reach: Reach): Subject {
  const { name, about, abilities, sources } = description
  const launch: Subject['launch'] = async (folder, authority) => {
    const child = start(name, folder, { authority: authority?.file })
    const versions = await child.open<Record<string, string>>()
    return {
      ...reach((method, ...args) => child.call(callLimit, method, ...args)),
      pid: child.pid,
      descriptorsPerConnection: 1,
      versions,
      close: () => child.end(),
    }
  }
  const build = (parent: string): Promise<string> => buildApp(parent, name, sources)
  return { name, about, abilities, findMissing: () => undefined, build, launch }
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
export function makeServerSubject(description: Description, start: StartProgram): Subject {
  return makeSubject(description, start, (main) => ({ server: main, loops: { main } }))
}

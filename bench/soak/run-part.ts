import { until } from '../client/until.ts'
import { makeCaller } from '../processes/caller.ts'
import type { ChildRemote } from '../processes/child-remote.ts'
import { startNode } from '../processes/spawn-child.ts'
import type { RunningSubject } from '../subjects/subject.ts'
import type { ClientApi } from './client/main.ts'
import type { Levels } from './memory-watch.ts'
import { MemoryWatch } from './memory-watch.ts'
import type { Work, Part } from './parts/part.ts'
import { countSocketDescriptors, findPage } from './process-files.ts'

const loadLimit = 20 * 60_000
const restLimit = 20_000
/** MiB by which the second half may be above the first: garbage that has not been collected yet. */
const leeway = 64
/** In fewer seconds both halves are nothing but the start of a program. */
const fewestSamples = 20

export interface PartResult extends Work {
  readonly name: string
  readonly title: string
  readonly unit: string
  readonly main: Levels
  readonly page: Levels
}

export interface Folders {
  readonly app: string
  readonly client: string
}

export function checkLevels(what: string, { firstHalf, lastHalf, samples }: Levels): string[] {
  if (samples < fewestSamples || lastHalf <= firstHalf + leeway) return []
  return [`memory of ${what}: ${Math.round(lastHalf)} MiB after ${Math.round(firstHalf)} MiB`]
}

/** Closes the server; whatever of its sockets is left then is a leak. */
async function closeServer({ pid, server }: RunningSubject, before: number): Promise<string[]> {
  await server('stop')
  const left = Number(await server('countSockets'))
  let open = countSocketDescriptors(pid)
  const isBack = (): boolean => (open = countSocketDescriptors(pid)) <= before
  const missing = (): string => `main has ${open} socket descriptors open instead of ${before}`
  const leaks = await until(restLimit, isBack, missing).then(
    () => [],
    (error: Error) => [error.message],
  )
  return left === 0 ? leaks : [...leaks, `${left} sockets are left`]
}

/** What goes wrong altogether is an error like the others: the table is still wanted. */
async function attempt(act: () => Promise<Work>): Promise<Work> {
  const started = performance.now()
  try {
    return await act()
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return { amount: 'failed', count: 0, time: performance.now() - started, errors: [text] }
  }
}

async function perform(
  part: Part,
  app: RunningSubject,
  child: ChildRemote,
  scale: number,
): Promise<PartResult> {
  const { isSteady, mode, name, title, unit } = part
  const client = makeCaller<ClientApi>(child, () => loadLimit)
  const descriptors = countSocketDescriptors(app.pid)
  const watches = { main: new MemoryWatch(app.pid), page: new MemoryWatch(findPage(app.pid)) }
  try {
    const port = Number(await app.server('start', mode))
    const reduce = (amount: number): number => Math.max(1, Math.round(amount * scale))
    const work = await attempt(() => part.run({ server: app.server, port, client, scale: reduce }))
    const leaks = await closeServer(app, descriptors)
    const [main, page] = [watches.main.stop(), watches.page.stop()]
    const growth = isSteady ? [...checkLevels('main', main), ...checkLevels('the page', page)] : []
    return { ...work, name, title, unit, main, page, errors: [...work.errors, ...leaks, ...growth] }
  } finally {
    for (const watch of Object.values(watches)) watch.stop()
  }
}

/** Each part has an app and a client process of its own. */
export async function runPart(
  part: Part,
  folders: Folders,
  scale: number,
): Promise<{ result: PartResult; versions: Readonly<Record<string, string>> }> {
  const app = await part.subject.launch(folders.app)
  const child = startNode('client', folders.client)
  try {
    return { result: await perform(part, app, child, scale), versions: app.versions }
  } finally {
    await child.end()
    await app.close()
  }
}

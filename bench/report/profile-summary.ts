import fs from 'node:fs'
import path from 'node:path'

interface Frame {
  readonly functionName: string
  readonly url: string
  readonly lineNumber: number
}

interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: Frame }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

const shown = 12

function nameFunction({ functionName, url, lineNumber }: Frame): string {
  return `${functionName || '(anonymous)'}${url === '' ? '' : ` ${path.basename(url)}:${lineNumber + 1}`}`
}

const socketCalls = /^(?:write|read|send|open|close|shutdown|connect|bind|setNoDelay|onStreamRead)/

/** Undefined for what is no work of the subject's. A message that V8 has copied inline counts as `postMessage`, too. */
function findGroup({ functionName, url }: Frame): string | undefined {
  if (functionName === '(idle)' || url === 'node:inspector') return undefined
  if (functionName.endsWith('postMessage')) return 'postMessage'
  if (url === '' && socketCalls.test(functionName)) return 'sockets'
  return url.startsWith('node:') || url === '' ? 'the rest of Electron' : 'scripts'
}

/** What the samples of each group took, where a frame has one. */
function addUp(
  { nodes, samples, timeDeltas }: Profile,
  nameGroup: (frame: Frame) => string | undefined,
): [name: string, time: number][] {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameGroup(callFrame)]))
  const times = new Map<string, number>()
  for (const [index, id] of samples.entries()) {
    const name = names.get(id)
    if (name !== undefined) times.set(name, (times.get(name) ?? 0) + (timeDeltas[index] ?? 0))
  }
  return [...times].toSorted(([, a], [, b]) => b - a)
}

function showShares(times: readonly [name: string, time: number][]): string[] {
  const total = times.reduce((sum, [, time]) => sum + time, 0)
  return times.map(([name, time]) => `${((time / total) * 100).toFixed(1).padStart(5)} %  ${name}`)
}

/** Where the time of a profile went: by functions without what they call, then by groups of them while it was busy. */
export function summarizeProfile(profile: Profile): string[] {
  return [
    ...showShares(addUp(profile, nameFunction)).slice(0, shown),
    'of the time in which it was busy:',
    ...showShares(addUp(profile, findGroup)),
  ]
}

export function printProfile(file: string): string {
  const profile = JSON.parse(fs.readFileSync(file, 'utf8')) as Profile
  return [file, ...summarizeProfile(profile)].join('\n')
}

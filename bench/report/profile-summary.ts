import fs from 'node:fs'
import path from 'node:path'

interface Profile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

const shown = 12

/** Where the time of a profile went, by functions without what they call. */
export function summarizeProfile({ nodes, samples, timeDeltas }: Profile): string[] {
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName || '(anonymous)'}${url === '' ? '' : ` ${path.basename(url)}:${lineNumber + 1}`}`,
    ]),
  )
  const times = new Map<string, number>()
  for (const [index, id] of samples.entries()) {
    const name = names.get(id) ?? ''
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[index] ?? 0))
  }
  const total = timeDeltas.reduce((sum, delta) => sum + delta, 0)
  const longest = [...times].toSorted(([, a], [, b]) => b - a).slice(0, shown)
  return longest.map(([name, time]) => `${((time / total) * 100).toFixed(1).padStart(5)} %  ${name}`)
}

export function printProfile(file: string): string {
  const profile = JSON.parse(fs.readFileSync(file, 'utf8')) as Profile
  return [file, ...summarizeProfile(profile)].join('\n')
}

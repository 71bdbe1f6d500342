import type { AppArguments } from '../../../renderer-types/contract/apps/index.ts'
import type { RequestDetails } from './request-details.ts'

export type BlockingResponse = NonNullable<AppArguments<'webViewInternal', 'answerRequest'>[2]>
export type Header = NonNullable<BlockingResponse['requestHeaders']>[number]
export type HeaderRecord = Readonly<Record<string, string | string[]>>
type Pair = readonly [name: string, value: string]

/** Listeners that do not ask for `extraHeaders` neither see nor change these (Chromium: web_request_api_helpers). */
const hidden: ReadonlySet<string> = new Set([
  'accept-encoding',
  'accept-language',
  'cookie',
  'origin',
  'referer',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'sec-fetch-user',
  'set-cookie',
])

export type Sees = (name: string) => boolean

/** Whether a listener has to do with a header. */
export const createSight =
  (extraInfo: ReadonlySet<string>): Sees =>
  (name) =>
    extraInfo.has('extraHeaders') || !hidden.has(name.toLowerCase())

/** Of one event: a server may send tens of thousands. Chrome has no limit. */
const maxShown = 256

/** By hand: there may be many. */
function listPairs(headers: HeaderRecord): Pair[] {
  const pairs: Pair[] = []
  for (const [name, values] of Object.entries(headers)) {
    if (typeof values === 'string') pairs.push([name, values])
    else for (const value of values) pairs.push([name, value])
  }
  return pairs
}

export const listHeaders = (headers: HeaderRecord, sees: Sees): Header[] =>
  listPairs(headers)
    .filter(([name]) => sees(name))
    .slice(0, maxShown)
    .map(([name, value]) => ({ name, value }))

/** How many a request or its response has. */
export const countHeaders = ({ requestHeaders = {}, responseHeaders = {} }: RequestDetails): number =>
  listPairs(requestHeaders).length + listPairs(responseHeaders).length

/** Undefined for one that has not exactly one value. */
export function readHeader({ binaryValue, name, value }: Header): Pair | undefined {
  if ((value === undefined) === (binaryValue === undefined)) return undefined
  return [name, value ?? Buffer.from(binaryValue ?? []).toString('latin1')]
}

/** A header may have the name of something that every object has. */
function toRecord(pairs: readonly Pair[]): Record<string, string[]> {
  const entries = new Map<string, [name: string, values: string[]]>()
  for (const [name, value] of pairs) {
    const known = entries.get(name.toLowerCase())
    if (known === undefined) entries.set(name.toLowerCase(), [name, [value]])
    else known[1].push(value)
  }
  return Object.fromEntries(entries.values())
}

const keyOf = ([name, value]: Pair): string => `${name.toLowerCase()}:${value}`
const keysOf = (pairs: readonly Pair[]): ReadonlySet<string> => new Set(pairs.map(keyOf))

/** One listener's wish: all headers that it has to do with, as they shall be. */
export interface HeaderWish {
  readonly headers: readonly Header[]
  readonly sees: Sees
}

function readWish({ headers, sees }: HeaderWish): Pair[] {
  const pairs = headers.map(readHeader).filter((pair) => pair !== undefined)
  return pairs.filter(([name]) => sees(name))
}

/** What all wish, each in what it changes; of two that change the same header the first one has it. */
export function changeHeaders(old: HeaderRecord, wishes: readonly HeaderWish[]): Record<string, string[]> {
  const before = listPairs(old)
  const known = keysOf(before)
  const taken = new Set<string>()
  let pairs = before
  for (const wish of wishes) {
    const wished = readWish(wish)
    const kept = keysOf(wished)
    const removed = before.filter((pair) => wish.sees(pair[0]) && !kept.has(keyOf(pair)))
    const added = wished.filter((pair) => !known.has(keyOf(pair)))
    const names = new Set([...removed, ...added].map(([name]) => name.toLowerCase()))
    if ([...names].some((name) => taken.has(name))) continue
    for (const name of names) taken.add(name)
    const gone = keysOf(removed)
    pairs = [...pairs.filter((pair) => !gone.has(keyOf(pair))), ...added]
  }
  return toRecord(pairs)
}

import type { MethodRow, ParameterRow, TypeWord } from '../../renderer-types/contract/words.ts'
import { hideOwnFramesOf } from './hide-own-frames.ts'
import { createList, primordials } from './primordials.ts'
import { fitsType, isComplaint, parseValue, printType } from './types.ts'

const { TypeError } = primordials

export type Callback = (...args: unknown[]) => void

export interface Invocation {
  /** One for each parameter; undefined where the page left it out. */
  readonly args: unknown[]
  readonly callback: Callback | undefined
}

export type Matcher = (args: readonly unknown[]) => Invocation

interface Slot {
  readonly type: TypeWord | 'function'
  readonly optional: boolean
}

function fitsSlot(value: unknown, slot: Slot): boolean {
  if (slot.type === 'any') return true
  if (value === null || value === undefined) return slot.optional
  return slot.type === 'function' ? typeof value === 'function' : fitsType(value, slot.type)
}

/**
 * Chrome's matching: left to right with back-tracking, an optional parameter may be left out anywhere
 * (Chromium: extensions/renderer/bindings/api_signature.cc).
 */
function assignSlots(
  args: readonly unknown[],
  slots: readonly Slot[],
  arg: number,
  at: number,
  out: unknown[],
): boolean {
  // Beyond the end of the list it is `Array.prototype` that is read, which is the page's.
  const slot = at < slots.length ? slots[at] : undefined
  if (slot === undefined) return arg === args.length
  if (arg < args.length && fitsSlot(args[arg], slot)) {
    out[at] = args[arg]
    if (assignSlots(args, slots, arg + 1, at + 1, out)) return true
  }
  out[at] = undefined
  return slot.optional && assignSlots(args, slots, arg, at + 1, out)
}

function printParameter(parameter: ParameterRow): string {
  return `${parameter.optional === true ? 'optional ' : ''}${printType(parameter.type)} ${parameter.name}`
}

/** `sockets.tcpServer.close(integer socketId, optional function callback)` */
function printSignature(name: string, row: MethodRow): string {
  const callback = row.promise ? 'optional function callback' : 'function callback'
  const parameters = row.parameters.map(printParameter)
  return `${name}(${[...parameters, ...(row.noCallback === true ? [] : [callback])].join(', ')})`
}

/** Makes the check of one method's arguments; it throws exactly what Chrome throws. */
export function createMatcher(name: string, row: MethodRow): Matcher {
  const { parameters } = row
  const frame = `Error in invocation of ${printSignature(name, row)}: `
  const slots: Slot[] = parameters.map(({ type, optional }) => ({ type, optional: optional === true }))
  if (row.noCallback !== true) slots.push({ type: 'function', optional: row.promise })
  const parse = row.hidesThrown === true ? parseHidingThrown : parseArgument
  const match: Matcher = (args) => {
    const found = createList(slots.length)
    if (!assignSlots(args, slots, 0, 0, found)) throw new TypeError(`${frame}No matching signature.`)
    const parsed = createList(parameters.length)
    for (let i = 0; i < parameters.length; i += 1) parsed[i] = parse(found[i], parameters[i], frame)
    const callback = slots.length > parameters.length ? found[parameters.length] : undefined
    return { args: parsed, callback: (callback ?? undefined) as Callback | undefined }
  }
  return (args) => {
    try {
      return match(args)
    } catch (error) {
      throw hideOwnFramesOf(error)
    }
  }
}

function parseArgument(value: unknown, parameter: ParameterRow | undefined, frame: string): unknown {
  if (parameter?.type === 'any') return value
  if (value === null || value === undefined || parameter === undefined) return undefined
  return parseValue(value, parameter.type, placeParameter(parameter, frame))
}

function parseHidingThrown(value: unknown, parameter: ParameterRow | undefined, frame: string): unknown {
  try {
    return parseArgument(value, parameter, frame)
  } catch (error) {
    if (isComplaint(error, frame)) throw error
    throw new TypeError(`${placeParameter(parameter, frame)}Script threw an error.`)
  }
}

const placeParameter = (parameter: ParameterRow | undefined, frame: string): string =>
  `${frame}Error at parameter '${parameter?.name}': `

import type {
  CallRecord,
  DownItem,
  DownMessage,
  Grant,
  InterestRecord,
  WithdrawalRecord,
} from '../../renderer-types/wire.ts'
import { itemKinds } from '../../renderer-types/wire.ts'
import type { Listener } from '../calls/conversation.ts'
import type { Item, SendPart, SendRun } from '../calls/parse-message.ts'
import type { PagePort } from '../page/page.ts'
import type { DebugLog } from '../watch/debug-log.ts'
import { findDebugLog } from '../watch/debug-log.ts'
import { describeValue } from './describe-value.ts'
import type { Caller } from './sender.ts'

function describeGrant(grant: Grant): string {
  if (grant.granted) return `is granted ${grant.namespaces.join(', ')} of ${grant.runtimeId}`
  return `is granted nothing${grant.reason === undefined ? '' : `: ${grant.reason}`}`
}

const sumLengths = (parts: readonly ArrayBuffer[]): number =>
  parts.reduce((sum, { byteLength }) => sum + byteLength, 0)

/** Writes what one page says, and what it is told: calls and answers, listeners and events, of payload the length. */
export class PageTrace implements Listener {
  readonly #log: DebugLog
  readonly #page: string
  /** Calls that wait for their answer; those of `tcp.send` are not in here. */
  readonly #calls = new Map<number, { readonly method: string; readonly since: number }>()

  constructor(log: DebugLog, page: string) {
    this.#log = log
    this.#page = page
  }

  /** The port, with all that is posted written down. */
  tap(port: PagePort): Pick<PagePort, 'post'> {
    const post = (message: DownMessage): void => {
      const [, ...items] = message
      for (const item of items) this.#noteItem(item)
      port.post(message)
    }
    return { post }
  }

  noteSaid(item: Item): void {
    if (item.kind === 'sends') this.#noteSends(item)
    else if (item.kind === 'part') this.#notePart(item)
    else if (item.kind === 'withdrawal') this.#noteWithdrawal(item)
    else this.#noteRecord(item)
  }

  #say(describe: () => string): void {
    this.#log.say(() => `${this.#page} ${describe()}`)
  }

  #noteSends({ byteLength, calls, socketId }: SendRun): void {
    const times = calls.length > 1 ? ` in ${calls.length} calls` : ''
    this.#say(() => `#${calls[0]?.id} tcp.send(${socketId}, <${byteLength} bytes>)${times}`)
  }

  #notePart({ byteLength, id, payload, socketId }: SendPart): void {
    this.#say(() => `#${id} tcp.send(${socketId}, <${payload.byteLength} of ${byteLength} bytes>)`)
  }

  #noteWithdrawal({ calls, id, socketId }: WithdrawalRecord): void {
    const times = calls > 1 ? ` in ${calls} calls` : ''
    this.#say(() => `#${id} tcp.send(${socketId}), given up${times}`)
  }

  #noteRecord(record: CallRecord | InterestRecord): void {
    if (record.kind === 'interest') {
      const { event, listening } = record
      return this.#say(() => `${listening ? 'listens' : 'listens no longer'} to ${event}`)
    }
    const { args, id, method } = record
    this.#calls.set(id, { method, since: performance.now() })
    this.#say(() => `#${id} ${method}(${args.map((arg) => describeValue(arg)).join(', ')})`)
  }

  #noteItem(item: DownItem): void {
    if (!('kind' in item)) return this.#noteList(item)
    if (item.kind === 'failure')
      this.#noteAnswer(item.id, () => [item.error, ...item.args.map((arg) => describeValue(arg))].join(', '))
    else if (item.kind === 'event') this.#say(() => `${item.event} ${describeValue(item.payload)}`)
    else if (item.kind === 'signal')
      this.#say(() => `${item.event} ${item.args.map((arg) => describeValue(arg)).join(', ')}`)
    else if (item.kind === 'end') this.#say(() => 'is told that the API is gone')
    else {
      const { data, remoteAddress, remotePort, socketId } = item
      this.#say(() => `udp.onReceive ${describeValue({ socketId, data, remoteAddress, remotePort })}`)
    }
  }

  #noteList(item: Exclude<DownItem, { kind: string }>): void {
    if (item[0] === itemKinds.heard) return
    if (item[0] === itemKinds.done) {
      const [, id, ...result] = item
      this.#noteAnswer(id, () => (result.length === 0 ? 'done' : describeValue(result[0])))
    } else if (item[0] === itemKinds.sent) {
      const [, id, ...lengths] = item
      const bytes = lengths.reduce((sum, length) => sum + length, 0)
      this.#say(
        () =>
          `#${id} tcp.send -> <${bytes} bytes>${lengths.length > 1 ? ` in ${lengths.length} answers` : ''}`,
      )
    } else if (item[0] === itemKinds.accept) {
      const [, socketId, clientSocketId] = item
      this.#say(() => `tcpServer.onAccept ${describeValue({ socketId, clientSocketId })}`)
    } else {
      const [, socketId, , ...pieces] = item
      this.#say(() => `tcp.onReceive { socketId: ${socketId}, data: <${sumLengths(pieces)} bytes> }`)
    }
  }

  #noteAnswer(id: number, describe: () => string): void {
    const { method = 'tcp.send', since } = this.#calls.get(id) ?? {}
    this.#calls.delete(id)
    const time = since === undefined ? '' : ` (${(performance.now() - since).toFixed(1)} ms)`
    this.#say(() => `#${id} ${method} -> ${describe()}${time}`)
  }
}

function namePlace({ frameId, windowId }: Caller): string {
  return `window ${windowId ?? '?'}${frameId === undefined ? '' : `, frame ${frameId}`}:`
}

/** Writes who is let in, and what they say. */
export class Trace {
  readonly #log: DebugLog

  constructor(log: DebugLog) {
    this.#log = log
  }

  noteGrant(caller: Caller, description: string, grant: Grant): void {
    this.#log.say(() => `${namePlace(caller)} ${description} ${describeGrant(grant)}`)
  }

  follow(caller: Caller): PageTrace {
    return new PageTrace(this.#log, namePlace(caller))
  }
}

/** Undefined unless the environment variable `DEBUG` names the package. */
export function startTrace(): Trace | undefined {
  const log = findDebugLog()
  return log && new Trace(log)
}

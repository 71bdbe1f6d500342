import { describeNetError, netErrors } from '../../renderer-types/net-errors.ts'
import type { FailureRecord } from '../../renderer-types/wire.ts'
import { createDictionary } from './primordials.ts'

const cutOff = describeNetError(netErrors.ERR_FAILED)
const notConnected = describeNetError(netErrors.ERR_SOCKET_NOT_CONNECTED)

/** Sockets that are remembered: more than can have sends under way. */
const most = 1024

/**
 * A connection that breaks off cuts off all sends that were said before the page could know of it, those that were on
 * their way to the main process, too. Only later ones are told that there is no connection.
 */
export class LostSockets {
  /** By their sockets the ids of the first calls that were made later. */
  #later = createDictionary<number>()
  #count = 0

  /** `nextId`: that of the next call. */
  add(socketId: number, nextId: number): void {
    if (this.#count === most) {
      this.#later = createDictionary<number>()
      this.#count = 0
    }
    if (this.#later[socketId] === undefined) this.#count += 1
    this.#later[socketId] = nextId
  }

  /** The socket whose end nobody has told of before this call. */
  findNews({ error, id, socketId }: FailureRecord): number | undefined {
    return socketId !== undefined && error === cutOff && id >= (this.#later[socketId] ?? 0)
      ? socketId
      : undefined
  }

  /** What the callback is told. */
  judge(failure: FailureRecord): FailureRecord {
    const { error, id, socketId } = failure
    if (socketId === undefined || error !== notConnected || id >= (this.#later[socketId] ?? 0)) return failure
    return { kind: 'failure', id, args: [{ resultCode: netErrors.ERR_FAILED }], error: cutOff }
  }
}

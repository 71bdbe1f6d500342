import { areBytes } from '../pattern-check.ts'
import { makePattern } from '../pattern.ts'

const size = 100
/** Bytes of the datagram's number. Behind it comes the pattern, in each from another place on. */
const headSize = 4
const places = 1009

const pattern = makePattern(places + size)

export function makeDatagram(number: number): Uint8Array<ArrayBuffer> {
  const start = number % places
  const datagram = pattern.slice(start, start + size)
  new DataView(datagram.buffer).setUint32(0, number)
  return datagram
}

/** How many of the latest are remembered. */
const memory = 4096

/**
 * Counts the datagrams that come. One that comes twice or changed is a failure. One that is lost is not, nor is another
 * order: Chrome has its own when several are sent at once.
 */
export class DatagramReader {
  readonly #seen = new Float64Array(memory).fill(-1)
  received = 0
  failure: string | undefined

  read(datagram: Uint8Array): void {
    this.received += 1
    this.failure ??= this.#check(datagram)
  }

  #check(datagram: Uint8Array): string | undefined {
    if (datagram.length !== size) return `a datagram came with ${datagram.length} bytes`
    const number = new DataView(datagram.buffer, datagram.byteOffset).getUint32(0)
    if (this.#seen[number % memory] === number) return `datagram ${number} came twice`
    this.#seen[number % memory] = number
    const isRight = areBytes(datagram.subarray(headSize), pattern, (number % places) + headSize)
    return isRight ? undefined : `datagram ${number} came with wrong bytes`
  }
}

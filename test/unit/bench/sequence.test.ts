import { describe, expect, it } from 'vitest'
import { SequenceReader, SequenceWriter, messageSize } from '../../../bench/server/sequence.ts'

const take = (count: number, connection = 7): Uint8Array[] => {
  const writer = new SequenceWriter(connection)
  return Array.from({ length: count }, () => writer.take())
}

const read = (reader: SequenceReader, messages: readonly Uint8Array[]): number =>
  reader.read(Buffer.concat(messages))

describe('a numbered sequence', () => {
  it('is read however it is cut', () => {
    const reader = new SequenceReader()
    const bytes = Buffer.concat(take(3))
    const counts = [...bytes].map((byte) => reader.read(Uint8Array.of(byte)))
    expect(counts.filter((count) => count === 1)).toHaveLength(3)
    expect(counts.lastIndexOf(1)).toBe(3 * messageSize - 1)
    expect([reader.received, reader.connection, reader.failure]).toEqual([3, 7, undefined])
  })

  it.each<[string, (messages: Uint8Array[]) => Uint8Array[]]>([
    ['lost', ([first, , third]) => [first, third] as Uint8Array[]],
    ['doubled', ([first, second]) => [first, second, second] as Uint8Array[]],
    ['reordered', ([first, second, third]) => [first, third, second] as Uint8Array[]],
    ["another connection's", ([first]) => [first, take(2, 8)[1]] as Uint8Array[]],
  ])('is told from one in which a message is %s', (_what, change) => {
    const reader = new SequenceReader()
    const changed = change(take(3))
    expect(read(reader, changed)).toBeLessThan(changed.length)
    expect(reader.failure).toMatch(/^message \d of connection 7 came as \d of \d$/)
  })

  it('is told from one of which a bit is changed', () => {
    const reader = new SequenceReader(7)
    const [first = new Uint8Array()] = take(1)
    first[messageSize - 1] = (first[messageSize - 1] ?? 0) ^ 1
    expect(read(reader, [first])).toBe(0)
    expect(reader.failure).toBeDefined()
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { Inbox } from '../../../../src/main/calls/inbox.ts'
import type { Message } from '../../../../src/main/calls/parse-message.ts'
import { parseMessage } from '../../../../src/main/calls/parse-message.ts'

const maxBytes = 100

let inbox: Inbox

beforeEach(() => {
  inbox = new Inbox(maxBytes)
})

/** A message of two sends, which follow each other, and a call. */
function messageOf(bytes: number): Message {
  const call = { kind: 'call', id: 3, method: 'tcp.getSockets', args: [] }
  const message = parseMessage([0, new ArrayBuffer(bytes), [1, 7, bytes], [2, 7, 0], call])
  if (message === undefined) throw new Error('malformed')
  return message
}

describe('an inbox', () => {
  it('gives out item by item what it was given, and counts what is left', () => {
    for (const bytes of [1, 2]) inbox.add(messageOf(bytes))
    const seen: unknown[] = []
    for (let item = inbox.next(); item !== undefined; item = inbox.next()) seen.push([item.kind, inbox.size])
    expect(seen).toEqual([
      ['sends', 4],
      ['call', 3],
      ['sends', 1],
      ['call', 0],
    ])
  })

  it('has nothing of a message that says nothing, or after it was cleared', () => {
    inbox.add({ ...messageOf(1), items: [] })
    expect([inbox.size, inbox.next()]).toEqual([0, undefined])
    inbox.add(messageOf(maxBytes))
    inbox.next()
    inbox.clear()
    expect([inbox.size, inbox.next()]).toEqual([0, undefined])
    expect(isKept(maxBytes)).toBe(true)
  })

  it('keeps as many bytes as it may, each time again, and none of a message beyond', () => {
    for (let round = 0; round < 3; round += 1) {
      expect([isKept(60), isKept(41), isKept(40), isKept(1)]).toEqual([true, false, true, false])
      while (inbox.next() !== undefined);
      expect(inbox.size).toBe(0)
    }
  })
})

function isKept(bytes: number): boolean {
  const message = messageOf(bytes)
  inbox.add(message)
  return !message.payload.isDropped
}

import { beforeEach, describe, expect, it } from 'vitest'
import { Inbox } from '../../../../src/main/calls/inbox.ts'
import type { Message } from '../../../../src/main/calls/parse-message.ts'
import { parseMessage } from '../../../../src/main/calls/parse-message.ts'

let inbox: Inbox

beforeEach(() => {
  inbox = new Inbox()
})

/** A message of two sends, which follow each other, and a call. */
function createMessage(): Message {
  const call = { kind: 'call', id: 3, method: 'tcp.getSockets', args: [] }
  const message = parseMessage([0, new ArrayBuffer(5), [1, 7, 5], [2, 7, 0], call])
  if (message === undefined) throw new Error('malformed')
  return message
}

describe('an inbox', () => {
  it('gives out item by item what it was given, and tells where a message ends', () => {
    for (let i = 0; i < 2; i += 1) inbox.add(createMessage())
    const seen: unknown[] = []
    for (let item = inbox.next(); item !== undefined; item = inbox.next())
      seen.push([item.kind, inbox.takeEnd()])
    expect(seen).toEqual([
      ['sends', false],
      ['call', true],
      ['sends', false],
      ['call', true],
    ])
  })

  it('has nothing before it was given something, and after it was cleared', () => {
    expect([inbox.next(), inbox.takeEnd()]).toEqual([undefined, false])
    inbox.add(createMessage())
    inbox.next()
    inbox.clear()
    expect([inbox.next(), inbox.takeEnd()]).toEqual([undefined, false])
    inbox.add(createMessage())
    expect([inbox.next()?.kind, inbox.next()?.kind]).toEqual(['sends', 'call'])
  })
})

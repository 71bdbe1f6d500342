import type { IpcMainEvent, Session } from 'electron'
import { describe, expect, it } from 'vitest'
import { identifySender } from '../../../../src/main/ipc/sender.ts'

const session = {} as Session
const mainFrame = { url: 'app://bundle/index.html' }

function createEvent(senderFrame: object | null, isDestroyed = false): IpcMainEvent {
  const frame = senderFrame
  const sender = { id: 7, session, mainFrame, isDestroyed: () => isDestroyed }
  return { sender, senderFrame: frame } as unknown as IpcMainEvent
}

describe('a sender', () => {
  it('is the main frame of a live window', () => {
    expect(identifySender(createEvent(mainFrame))).toEqual({
      session,
      windowId: 7,
      url: new URL('app://bundle/index.html'),
    })
  })

  it.each<[string, IpcMainEvent]>([
    ['has gone', createEvent(null)],
    ['is a frame within the page, even of the same address', createEvent({ ...mainFrame })],
    ['belongs to a window that is destroyed', createEvent(mainFrame, true)],
  ])('is nobody when the frame %s', (_what, event) => {
    expect(identifySender(event)).toBeUndefined()
  })

  it('is nobody without an address', () => {
    const frame = { url: '' }
    const event = createEvent(frame)
    Reflect.set(event.sender, 'mainFrame', frame)
    expect(identifySender(event)).toBeUndefined()
  })
})

import type { IpcMainEvent, Session } from 'electron'
import { describe, expect, it } from 'vitest'
import { identifySender, isOfNoInterest } from '../../../../src/main/ipc/sender.ts'

const session = {} as Session
const ids = { processId: 5, osProcessId: 50 }
const renderer = { id: 5, pid: 50 }
const mainFrame = { url: 'app://bundle/index.html?secret', origin: 'app://bundle', ...ids }

function createEvent(
  senderFrame: object | null,
  main: object = mainFrame,
  isDestroyed = false,
  type = 'window',
): IpcMainEvent {
  const sender = { id: 7, session, mainFrame: main, isDestroyed: () => isDestroyed, getType: () => type }
  return { sender, senderFrame } as unknown as IpcMainEvent
}

const fromMainFrame = (url: string, origin: string): IpcMainEvent => {
  const frame = { url, origin, ...ids }
  return createEvent(frame, frame)
}

const disposed = Object.defineProperty({}, 'url', {
  get: () => {
    throw new Error('Render frame was disposed before WebFrameMain could be accessed')
  },
})

describe('a sender', () => {
  it('is the main frame of a live window', () => {
    expect(identifySender(createEvent(mainFrame))).toEqual({
      session,
      windowId: 7,
      renderer,
      url: new URL('app://bundle/index.html?secret'),
    })
    expect(identifySender(fromMainFrame('file:///a/b.html', 'file://'))).toMatchObject({ windowId: 7 })
  })

  it.each<[string, IpcMainEvent]>([
    ['has gone', createEvent(null)],
    ['is being removed', createEvent(disposed, disposed)],
    ['belongs to a window that is destroyed', createEvent(mainFrame, mainFrame, true)],
    ['has no address', fromMainFrame('nonsense', 'app://bundle')],
  ])('is nobody when the frame %s', (_what, event) => {
    expect(identifySender(event)).toEqual({
      session: undefined,
      windowId: undefined,
      description: 'a frame that has gone',
    })
  })

  it.each(['', 'about:blank'])('is an intruder when it is blank, whoever opened it: %j', (url) => {
    for (const origin of ['null', 'app://bundle']) {
      expect(identifySender(fromMainFrame(url, origin))).toEqual({
        session,
        windowId: 7,
        renderer,
        description: 'a blank document',
      })
    }
  })

  it('in a frame is told from its page, and tells what it is in', () => {
    const inner = { ...mainFrame, frameTreeNodeId: 3, parent: mainFrame }
    const innermost = { url: 'app://other/', origin: 'app://other', frameTreeNodeId: 4, parent: inner }
    const page = new URL('app://bundle/index.html?secret')
    expect(identifySender(createEvent(inner))).toEqual({
      session,
      windowId: 7,
      renderer,
      frameId: 3,
      url: page,
      above: [page],
    })
    expect(identifySender(createEvent(innermost))).toMatchObject({
      frameId: 4,
      url: new URL('app://other/'),
      above: [page, page],
    })
  })

  const opaque = { url: 'app://bundle/sandboxed.html', origin: 'null', ...ids }

  it.each<[string, object]>([
    ['has no origin', { ...opaque, parent: mainFrame }],
    ['is blank', { ...mainFrame, url: 'about:blank', parent: mainFrame }],
    ['is in a frame without origin', { ...mainFrame, parent: { ...opaque, parent: mainFrame } }],
    [
      'is in a frame without address',
      { ...mainFrame, parent: { url: '', origin: 'app://bundle', parent: mainFrame } },
    ],
  ])('in a frame is an intruder when it %s', (_what, frame) => {
    expect(identifySender(createEvent({ ...frame, frameTreeNodeId: 3 }))).toEqual({
      session,
      windowId: 7,
      renderer,
      frameId: 3,
      description: expect.stringMatching(/^a frame inside of a page, of (?:app:\/\/bundle|about:\/\/)$/),
    })
  })

  it('in a frame that leads to no page is nobody: a fenced frame has no parent', () => {
    expect(identifySender(createEvent({ ...mainFrame, frameTreeNodeId: 3, parent: null }))).toMatchObject({
      description: 'a frame that has gone',
    })
  })

  it.each<[string, string]>([
    ['app://bundle/sandboxed.html', 'app://bundle'],
    ['http://localhost:5173/not-loaded', 'http://localhost:5173'],
    ['data:text/html,x', 'data://'],
    ['file:///folder/page.html', 'file:///folder/page.html'],
  ])('is an intruder when it has an address but an opaque origin: %s', (url, shown) => {
    const caller = identifySender(fromMainFrame(url, 'null'))
    expect(caller).toEqual({
      session,
      windowId: 7,
      renderer,
      description: expect.stringContaining(`of ${shown} that has`),
    })
  })
})

describe('nobody needs to be told', () => {
  it.each([
    'devtools://devtools/bundled/devtools_app.html',
    'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html',
    'chrome://gpu/',
    '',
  ])('of what is Chromium itself, or blank: %j', (url) => {
    expect(isOfNoInterest(identifySender(fromMainFrame(url, 'devtools://devtools')))).toBe(true)
  })

  it('of a <webview>, whatever it shows', () => {
    for (const origin of ['https://a.test', 'null']) {
      const frame = { url: 'https://a.test/', origin }
      expect(isOfNoInterest(identifySender(createEvent(frame, frame, false, 'webview')))).toBe(true)
    }
  })

  it('but of pages', () => {
    for (const url of ['https://devtools.test/', 'file:///a.html', 'data:text/html,x'])
      expect(isOfNoInterest(identifySender(fromMainFrame(url, 'null')))).toBe(false)
    expect(isOfNoInterest(identifySender(fromMainFrame('file:///a.html', 'file://')))).toBe(false)
    expect(isOfNoInterest(identifySender(createEvent(null)))).toBe(false)
  })
})

import { afterEach, describe, expect, it, vi } from 'vitest'
import type { App } from '../../../../src/main/app/app.ts'
import { parseMessage } from '../../../../src/main/calls/parse-message.ts'
import { TcpSocket } from '../../../../src/main/sockets/tcp-socket.ts'
import { Outbox } from '../../../../src/preload/main-world/outbox.ts'
import type { Refusal } from '../../../../src/main/types.ts'
import { flowControl, maxUpItems } from '../../../../src/renderer-types/wire.ts'
import type { CallRecord } from '../../../../src/renderer-types/wire.ts'
import { GatePage } from '../../../support/pages/gate-page.ts'
import { createApp, loggerOf } from '../../../support/pages/test-app.ts'
import { settle, takeTurns, until } from '../../../support/until.ts'

let app: App

afterEach(() => {
  vi.restoreAllMocks()
  app.dispose()
})

const getInfo = (id: number): CallRecord => ({ kind: 'call', id, method: 'tcp.getInfo', args: [1] })
const calls = (count: number, from = 0): unknown[] =>
  Array.from({ length: count }, (_, i) => getInfo(from + i))

describe('what a page says', () => {
  it('is carried out in its order, over as many turns as it takes', async () => {
    app = createApp()
    const page = new GatePage(app)
    for (let i = 0; i < 3; i += 1) page.receive([0, undefined, ...calls(maxUpItems, i * maxUpItems)])
    await until('all answered', () => page.port.replies.length === 3 * maxUpItems)
    const ids = page.port.replies.map(({ id }) => id)
    expect(ids).toEqual(ids.toSorted((one, other) => one - other))
  })

  it('of one page does not hold up what another one says after it', async () => {
    app = createApp()
    const [busy, other] = [new GatePage(app), new GatePage(app)]
    const messages = flowControl.saidMessages - 1
    // However quick the machine is, all of it takes many turns.
    const answered = vi.spyOn(performance, 'now').mockImplementation(() => answered.mock.calls.length / 50)
    for (let i = 0; i < messages; i += 1) busy.receive([0, undefined, ...calls(maxUpItems)])
    other.receive([0, undefined, getInfo(1)])
    await until('answered', () => other.port.replies.length === 1)
    expect(busy.port.replies.length).toBeLessThan(messages * maxUpItems)
  })

  it('is so much a turn as goes on by itself afterwards', async () => {
    app = createApp()
    const page = new GatePage(app)
    page.say(
      ...Array.from({ length: 100 }, (): CallRecord => ({
        kind: 'call',
        id: 1,
        method: 'tcp.create',
        args: [],
      })),
    )
    await settle()
    const connect = vi.spyOn(TcpSocket.prototype, 'connect').mockResolvedValue(0)
    vi.spyOn(performance, 'now').mockReturnValue(1)
    const connects = Array.from({ length: 100 }, (_, i): CallRecord => {
      return { kind: 'call', id: i, method: 'tcp.connect', args: [i + 1, '127.0.0.1', 1] }
    })
    page.say(...connects)
    expect(connect.mock.calls.length).toBeLessThanOrEqual(16)
    await takeTurns(10)
    expect(connect).toHaveBeenCalledTimes(100)
  })

  it('is not carried out any more when the page has gone', async () => {
    app = createApp()
    const page = new GatePage(app)
    const creates = Array.from({ length: maxUpItems }, (_, id) => ({
      kind: 'call',
      id,
      method: 'tcp.create',
      args: [],
    }))
    for (let i = 0; i < 3; i += 1) page.receive([0, undefined, ...creates])
    page.close()
    await takeTurns(5)
    expect(app.tcp.size).toBe(0)
  })
})

describe('what the facade never says ends the page at once', () => {
  const create = { kind: 'call', id: 1, method: 'tcp.create', args: [] }

  /** What became of a page that says so, and then one more thing. */
  function tell(...messages: unknown[]): { closed: boolean; warnings: string[]; sockets: number } {
    app = createApp()
    const page = new GatePage(app)
    const refused = vi.spyOn(app.watch, 'refused')
    // While time stands still nothing that is said waits for a later turn.
    vi.spyOn(performance, 'now').mockReturnValue(performance.now())
    for (const message of messages) page.receive(message)
    const [closed, created] = [page.port.closed, app.tcp.size]
    page.receive([0, undefined, create])
    expect(app.tcp.size).toBe(closed ? 0 : created + 1)
    expect(refused).toHaveBeenCalledTimes(closed ? 1 : 0)
    return { closed, warnings: loggerOf(app).warnings, sockets: created }
  }

  it.each<[string, unknown, string]>([
    ['a message that is none', 'junk', 'refused a malformed message'],
    ['an item that is none', [0, undefined, create, 2], 'refused a malformed message'],
    [
      'a call that is none',
      [0, undefined, { ...create, args: [5] }, create],
      'refused a malformed call: tcp.create',
    ],
    ['bytes without an item', [0, new ArrayBuffer(1000)], 'refused a malformed message'],
    ['bytes beside a call', [0, new ArrayBuffer(1000), create], 'refused a malformed message'],
    [
      'more bytes than a buffer of that size has',
      [0, new ArrayBuffer(1300), [1, 9, 1000]],
      'refused a malformed message',
    ],
  ])('%s', (_what, message, warning) => {
    expect(tell(message)).toEqual({ closed: true, warnings: [expect.stringContaining(warning)], sockets: 0 })
  })

  it('and once, whatever it has said besides', () => {
    const { closed, warnings } = tell(
      [0, undefined, create],
      1,
      2,
      [0, new ArrayBuffer(99)],
      [0, undefined, 3],
    )
    expect([closed, warnings.length]).toEqual([true, 1])
  })

  it.each<[string, unknown]>([
    ['nothing at all', [0, undefined]],
    ['that it has dealt with something, when it was told nothing', [1, undefined]],
  ])('%s', (_what, message) => {
    expect(tell(message)).toMatchObject({ closed: true, sockets: 0 })
  })

  it('more than it may at a time', async () => {
    const most = flowControl.saidMessages - 1
    const messages = Array.from({ length: most }, () => [0, undefined, create])
    expect(tell(...messages)).toEqual({ closed: false, warnings: [], sockets: most })
    app.dispose()
    expect(tell(...messages, ...messages)).toEqual({
      closed: true,
      warnings: [expect.stringContaining('cut off a page that waits for no answers')],
      sockets: 0,
    })
  })

  it('but no buffer of the facade has too many bytes', () => {
    const outbox = new Outbox()
    const lengths = Array.from({ length: 300 }, (_, i) => i)
    for (const length of [...lengths, 1000, 1025, 4097, 65_537, 131_073, 200_000]) {
      outbox.gather(1, 9, new Uint8Array(length), length)
      expect(parseMessage(outbox.close(0))).toBeDefined()
    }
    app = createApp()
  })
})

/** A page that is told something and never says that it has dealt with it. */
async function openDeaf(): Promise<{ page: GatePage; refusals: Refusal[] }> {
  app = createApp()
  const refusals: Refusal[] = []
  app.watch.events.on('refused', (refusal) => refusals.push(refusal))
  const page = new GatePage(app)
  page.port.onAsked = () => {}
  page.say({ kind: 'interest', event: 'tcp.onReceiveError', listening: true })
  app.delivery.receiveError({ id: 1, name: '' } as never, -100)
  await takeTurns(1)
  return { page, refusals }
}

describe('a page that takes no answers', () => {
  const count = flowControl.answers + 20 * maxUpItems
  const sayAll = (page: GatePage): void => {
    for (let id = 0; id < count; id += maxUpItems)
      page.say(...Array.from({ length: maxUpItems }, (_, at) => getInfo(id + at)))
  }

  it('has its calls wait when there are enough, and all answered when it goes on', async () => {
    const { page } = await openDeaf()
    sayAll(page)
    await takeTurns(20)
    expect(page.port.replies).toEqual([])
    page.port.onAsked = () => page.receive([1, undefined])
    page.receive([1, undefined])
    await until('answered', () => page.port.replies.length === count)
    expect(page.port.closed).toBe(false)
  })

  it('is cut off before its calls pile up, and told so', async () => {
    const { page, refusals } = await openDeaf()
    for (let i = 0; i < count / maxUpItems && !page.port.closed; i += 1) {
      page.receive([0, undefined, ...Array.from({ length: maxUpItems }, (_, at) => getInfo(at))])
      await takeTurns(5)
    }
    expect(page.port.closed).toBe(true)
    expect(loggerOf(app).warnings).toEqual([
      expect.stringContaining('cut off a page that waits for no answers'),
    ])
    expect(refusals.map((refusal) => refusal.reason)).toEqual(['message'])
    expect(page.port.replies.length).toBeLessThanOrEqual(flowControl.answers + maxUpItems)
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { Bus } from '../../../../src/preload/chrome-app/main-world/messages/bus.ts'
import type { Channel, Recipient } from '../../../../src/preload/chrome-app/main-world/messages/bus.ts'
import { OpenCount } from '../../../../src/preload/chrome-app/main-world/messages/open-count.ts'
import type { PortEnd } from '../../../../src/preload/chrome-app/main-world/messages/port-end.ts'

const noRecipient = 'Could not establish connection. Receiving end does not exist.'
const noResponse = 'The message port closed before a response was received.'
const nobody = 'nobody'

/** A page that keeps what comes to it. */
class TestPage implements Recipient {
  readonly received: string[] = []
  readonly channels: Channel[] = []
  readonly ends: PortEnd[] = []
  listens = true

  listensTo(): boolean {
    return this.listens
  }

  receive({ body, sender }: { body: string; sender: string }, channel: Channel): void {
    this.received.push(`${sender}: ${body}`)
    this.channels.push(channel)
  }

  accept(end: PortEnd, { name, sender }: { name: string; sender: string }): void {
    this.received.push(`${sender} connects ${name}`)
    this.ends.push(end)
    this.watch(end)
  }

  watch(end: PortEnd): void {
    end.listen({
      message: (body) => this.received.push(body),
      disconnected: (error) => this.received.push(`disconnected ${error ?? ''}`),
    })
  }
}

let bus: Bus
let sender: TestPage
let one: TestPage
let two: TestPage
let answers: string[]
/** What is said of whether something is open. */
let told: boolean[]
/** What is to be done soon. */
let soon: (() => void)[]

const settled = {
  succeed: (body: string) => answers.push(`+${body}`),
  fail: (error: string) => answers.push(`-${error}`),
}

const send = (): void => bus.send(sender, { body: '1', sender: 's' }, settled)

beforeEach(() => {
  answers = []
  told = []
  soon = []
  const count = new OpenCount(
    (act) => soon.push(act),
    (areOpen) => told.push(areOpen),
  )
  bus = new Bus(count)
  ;[sender, one, two] = [new TestPage(), new TestPage(), new TestPage()]
  for (const page of [sender, one, two]) bus.join(page)
})

describe('a message', () => {
  it('goes to all other pages that listen', () => {
    two.listens = false
    send()
    expect([sender.received, one.received, two.received]).toEqual([[], ['s: 1'], []])
  })

  it('fails where nobody else listens', () => {
    one.listens = false
    two.listens = false
    send()
    expect(answers).toEqual([`-${noRecipient}`])
  })

  it('is answered once', () => {
    send()
    two.channels[0]?.respond('2')
    one.channels[0]?.respond('3')
    one.channels[0]?.close()
    two.channels[0]?.close()
    expect(answers).toEqual(['+2'])
  })

  it('fails when all have had it and none has answered', () => {
    send()
    one.channels[0]?.close()
    one.channels[0]?.close()
    expect(answers).toEqual([])
    two.channels[0]?.close()
    expect(answers).toEqual([`-${noResponse}`])
  })

  it('fails with what a listener has thrown', () => {
    send()
    one.channels[0]?.fail('boom')
    expect(answers).toEqual(['-boom'])
    two.channels[0]?.respond('2')
    expect(answers).toEqual(['-boom'])
  })

  it('tells of a page that has gone without the response it promised', () => {
    send()
    one.channels[0]?.promise()
    bus.leave(one)
    two.channels[0]?.close()
    expect(answers).toEqual([expect.stringMatching(/^-A listener indicated an asynchronous response/)])
  })

  it('fails when the pages that could answer go', () => {
    send()
    bus.leave(one)
    one.channels[0]?.close()
    bus.leave(two)
    expect(answers).toEqual([`-${noResponse}`])
  })
})

describe('a connection', () => {
  const connect = (): PortEnd => {
    const end = bus.connect(sender, { name: 'n', sender: 's' })
    sender.watch(end)
    return end
  }

  it('carries messages both ways, from one to all and from each to one', () => {
    connect().post('down')
    one.ends[0]?.post('from one')
    two.ends[0]?.post('from two')
    expect(one.received).toEqual(['s connects n', 'down'])
    expect(two.received).toEqual(['s connects n', 'down'])
    expect(sender.received).toEqual(['from one', 'from two'])
  })

  it('tells the others when it is disconnected, and not the page that does it', () => {
    const end = connect()
    end.disconnect()
    end.disconnect()
    expect(sender.received).toEqual([])
    expect(one.received).toEqual(['s connects n', 'disconnected '])
    expect([end.isOpen, one.ends[0]?.isOpen]).toEqual([false, false])
  })

  it('is over when the last of several has gone', () => {
    connect()
    bus.leave(one)
    expect(sender.received).toEqual([])
    bus.leave(two)
    expect(sender.received).toEqual(['disconnected '])
  })

  it('is over when one of several disconnects, which the others are not told', () => {
    connect()
    one.ends[0]?.disconnect()
    expect(sender.received).toEqual(['disconnected '])
    expect(two.received).toEqual(['s connects n'])
    expect(two.ends[0]?.isOpen).toBe(true)
  })

  it('fails where nobody listens', async () => {
    one.listens = false
    two.listens = false
    connect()
    await Promise.resolve()
    expect(sender.received).toEqual([`disconnected ${noRecipient}`])
  })

  it(`fails with ${nobody}`, async () => {
    sender.watch(bus.connectNobody(sender))
    bus.sendToNobody(settled)
    await Promise.resolve()
    expect([...sender.received, ...answers]).toEqual([`disconnected ${noRecipient}`, `-${noRecipient}`])
  })
})

it('does not hear a page that has gone', () => {
  bus.leave(sender)
  send()
  bus.connect(sender, { name: 'n', sender: 's' })
  expect([...one.received, ...two.received, ...answers]).toEqual([])
})

describe('that something is open is told', () => {
  const later = (): boolean[] => {
    for (const act of soon.splice(0)) act()
    return told.splice(0)
  }
  const connect = (): PortEnd => bus.connect(sender, { name: 'n', sender: 's' })

  it.each<[string, (end: PortEnd) => void]>([
    ['it is disconnected', (end) => end.disconnect()],
    ['the pages at its other side have gone', () => [one, two].forEach((page) => bus.leave(page))],
    [
      'those have disconnected',
      () => {
        for (const page of [one, two]) page.ends[0]?.disconnect()
      },
    ],
    ['all pages have gone', () => [sender, one, two].forEach((page) => bus.leave(page, true))],
  ])('of a port, until %s', (_what, close) => {
    const end = connect()
    sender.watch(end)
    expect(later()).toEqual([true])
    close(end)
    expect(later()).toEqual([false])
  })

  it('of a message that is to be answered, until it is by one of those who have promised it', () => {
    send()
    for (const page of [one, two]) page.channels[0]?.promise()
    expect(later()).toEqual([true])
    two.channels[0]?.respond('2')
    expect(later()).toEqual([false])
    expect(answers).toEqual(['+2'])
  })

  it('of such a message until its sender has gone', () => {
    send()
    one.channels[0]?.promise()
    expect(later()).toEqual([true])
    bus.leave(sender)
    expect(later()).toEqual([false])
    one.channels[0]?.respond('1')
    expect(answers).toEqual([])
  })

  it('once, and not where it is over in a moment', () => {
    send()
    for (const page of [one, two]) page.channels[0]?.close()
    expect(later()).toEqual([])
    const end = connect()
    connect()
    expect(later()).toEqual([true])
    end.disconnect()
    expect(later()).toEqual([])
    bus.connect(two, { name: 'n', sender: 's' })
    expect(later()).toEqual([])
  })

  it('not of a port to nobody', async () => {
    for (const page of [one, two]) page.listens = false
    sender.watch(connect())
    await Promise.resolve()
    expect(later()).toEqual([])
  })
})

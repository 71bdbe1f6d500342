import { EventEmitter } from 'node:events'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PagePort } from '../../../../src/main/page/page.ts'
import type { PortListener, TransportHost } from '../../../../src/main/ipc/transport.ts'
import { channels } from '../../../../src/renderer-types/wire.ts'
import { fullGrant } from '../../../support/pages/grants.ts'
import { FakeElectron, FakePort } from '../../../support/electron/fake-electron.ts'

const electron = new FakeElectron()
vi.resetModules()
vi.doMock('electron', () => ({ ipcMain: electron.ipcMain }))

const { startTransport } = await import('../../../../src/main/ipc/transport.ts')

let heard: unknown[]
let page: PagePort | undefined
let listener: PortListener | undefined
/** Whether refused ports end with the page's process. */
let isOver: boolean
let stop: () => void

beforeEach(() => {
  heard = []
  isOver = false
  listener = {
    receive: (message) => heard.push(message),
    close: () => heard.push('closed'),
  }
  const host: TransportHost = {
    grant: (caller, hello) => {
      heard.push([caller, hello])
      return fullGrant
    },
    connect: (_sender, port) => {
      page = port
      return listener
    },
    refuseConnection: (caller, ports) => {
      heard.push(['refused', caller, ports])
      return isOver
    },
  }
  stop = startTransport(host)
})

afterEach(() => {
  electron.contents = new EventEmitter()
  stop()
})

afterAll(() => {
  vi.doUnmock('electron')
})

function open(): [calls: FakePort, answers: FakePort, life: FakePort] {
  const ports: [FakePort, FakePort, FakePort] = [new FakePort(), new FakePort(), new FakePort()]
  connect(...ports)
  return ports
}

const connect = (...ports: FakePort[]): unknown => electron.send(channels.connect, 'app://ours/', null, ports)

describe('the transport', () => {
  it('asks its host who may come in, and answers', () => {
    expect(electron.send(channels.hello, 'app://ours/', 'hi')).toEqual(fullGrant)
    expect(heard).toEqual([
      [
        {
          session: electron.mainSession,
          windowId: 1,
          renderer: { id: 5, pid: 0 },
          url: new URL('app://ours/'),
        },
        'hi',
      ],
    ])
  })

  it('answers though its host fails: a page that gets no answer hangs', () => {
    stop()
    const grant = (): never => {
      throw new Error('logger')
    }
    stop = startTransport({ grant, connect: () => undefined, refuseConnection: () => false })
    const report = vi.spyOn(console, 'error').mockReturnValue()
    expect(electron.send(channels.hello, 'app://ours/')).toEqual({ granted: false })
    expect(report.mock.calls).toEqual([[expect.stringContaining('failed unexpectedly'), new Error('logger')]])
    report.mockRestore()
  })

  it.each([2, 3])('reports that its host fails when %i ports come, and goes on', (count) => {
    stop()
    const fault = (): never => {
      throw new Error('logger')
    }
    stop = startTransport({ grant: fault, connect: fault, refuseConnection: fault })
    const report = vi.spyOn(console, 'error').mockReturnValue()
    const ports = Array.from({ length: count }, () => new FakePort())
    expect(() => connect(...ports)).not.toThrow()
    expect(report.mock.calls).toEqual([[expect.stringContaining('failed unexpectedly'), new Error('logger')]])
    report.mockRestore()
  })

  it('hears nothing before its host can, and nothing of a page that goes meanwhile', async () => {
    let load = (): void => {}
    const loading = new Promise<void>((resolve) => (load = resolve))
    listener = { loading, receive: (message) => heard.push(message), close: () => page?.close() }
    const first = open()
    electron.contents.emit('destroyed')
    const second = open()
    expect([...first, ...second].some(({ started }) => started)).toBe(false)
    load()
    await loading
    expect(first.map(({ closed, started }) => [closed, started])).toEqual(first.map(() => [true, false]))
    expect(second.map(({ started }) => started)).toEqual([true, true, true])
  })

  it('hears by the first port, answers by the second, and ends with any of the three', () => {
    const [calls, answers, life] = open()
    expect([calls.started, answers.started, life.started]).toEqual([true, true, true])
    calls.emit('message', { data: [1], ports: [] })
    page?.post([false, { kind: 'end' }])
    expect([calls.posted, answers.posted]).toEqual([[], [[false, { kind: 'end' }]]])
    for (const port of [calls, answers, life]) port.emit('close')
    expect(heard).toEqual([[1], 'closed', 'closed', 'closed'])
    page?.close()
    expect([calls.closed, answers.closed, life.closed]).toEqual([true, true, true])
  })

  it.each([1, 2])('cuts off a page that speaks by port %i, which is for nothing of the kind', (index) => {
    open()[index]?.emit('message', { data: [0, undefined], ports: [] })
    expect(heard).toEqual([undefined, 'closed'])
  })

  it('closes ports that come along with a message', () => {
    const [calls, answers] = open()
    const surplus = Array.from({ length: 100 }, () => new FakePort())
    calls.emit('message', { data: 1, ports: surplus.slice(50) })
    answers.emit('message', { data: 2, ports: surplus.slice(0, 50) })
    expect(surplus.every(({ closed }) => closed)).toBe(true)
  })

  it('reports what fails when a page speaks, and goes on', () => {
    listener = {
      receive: (message) => {
        heard.push(message)
        throw new Error('fault')
      },
      close: () => {},
    }
    const report = vi.spyOn(console, 'error').mockReturnValue()
    const [calls] = open()
    for (const data of [1, 2]) calls.emit('message', { data, ports: [] })
    expect([heard, report.mock.calls.length]).toEqual([[1, 2], 2])
    report.mockRestore()
  })

  it('closes the ports of a page that is refused, and hears nothing of it', () => {
    listener = undefined
    for (const port of open()) {
      expect([port.closed, port.started]).toEqual([true, false])
      expect(port.eventNames()).toEqual([])
    }
  })

  it.each(['did-navigate', 'render-process-gone', 'destroyed'])(
    'ends a connection whose document has gone, though its ports may live on: %s',
    (event) => {
      open()
      electron.contents.emit(event)
      expect(heard).toEqual(['closed'])
    },
  )

  it('leaves no listener at the window of a page that is closed or refused', () => {
    open()
    expect(electron.contents.eventNames()).toHaveLength(3)
    page?.close()
    listener = undefined
    open()
    expect(electron.contents.eventNames()).toEqual([])
  })

  it('listens to a window once, for all of its frames', () => {
    for (let frame = 0; frame < 3; frame += 1) open()
    expect(electron.contents.listenerCount('did-navigate')).toBe(1)
    electron.contents.emit('did-navigate')
    expect(heard).toEqual(['closed', 'closed', 'closed'])
  })

  it.each([0, 1, 2, 4, 5000])('refuses %i ports, and closes them', (count) => {
    const ports = Array.from({ length: count }, () => new FakePort())
    connect(...ports)
    expect(heard).toEqual([['refused', expect.objectContaining({ windowId: 1 }), count]])
    expect(ports.every(({ closed, started }) => closed && !started)).toBe(true)
  })

  it('leaves ports alone that end with the process of their page', () => {
    isOver = true
    const close = vi.fn()
    const ports = Array.from({ length: 5000 }, () => Object.assign(new FakePort(), { close }))
    connect(...ports)
    expect(close).not.toHaveBeenCalled()
  })

  it('lets nobody in when it is stopped, but still answers', () => {
    stop()
    const [calls, answers] = open()
    expect([calls.started, answers.started]).toEqual([false, false])
    expect(electron.send(channels.hello, 'app://ours/')).toMatchObject({ granted: false })
    expect(heard).toEqual([])
  })
})

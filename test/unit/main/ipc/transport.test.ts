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
let stop: () => void

beforeEach(() => {
  heard = []
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
  }
  stop = startTransport(host)
})

afterEach(() => {
  electron.contents.removeAllListeners()
  stop()
})

afterAll(() => {
  vi.doUnmock('electron')
})

const connect = (...ports: FakePort[]): unknown => electron.send(channels.connect, 'app://ours/', null, ports)

describe('the transport', () => {
  it('asks its host who may come in, and answers', () => {
    expect(electron.send(channels.hello, 'app://ours/', 'hi')).toEqual(fullGrant)
    expect(heard).toEqual([
      [{ session: electron.mainSession, windowId: 1, url: new URL('app://ours/') }, 'hi'],
    ])
  })

  it('answers though its host fails: a page that gets no answer hangs', () => {
    stop()
    const grant = (): never => {
      throw new Error('logger')
    }
    stop = startTransport({ grant, connect: () => undefined })
    const event = { sender: electron.contents, senderFrame: null, returnValue: undefined }
    expect(() => electron.ipcMain.emit(channels.hello, event)).toThrow('logger')
    expect(event.returnValue).toEqual({ granted: false })
  })

  it('carries messages of a port both ways, and its end', () => {
    const port = new FakePort()
    connect(port)
    expect(port.started).toBe(true)
    port.emit('message', { data: [1] })
    port.emit('close')
    expect(heard).toEqual([[1], 'closed'])
    page?.post([false, { kind: 'end' }])
    expect(port.posted).toEqual([[false, { kind: 'end' }]])
    page?.close()
    expect(port.closed).toBe(true)
  })

  it('closes the port of a page that is refused, and hears nothing of it', () => {
    listener = undefined
    const port = new FakePort()
    connect(port)
    expect([port.closed, port.started]).toEqual([true, false])
    expect(port.eventNames()).toEqual([])
  })

  it.each(['did-navigate', 'render-process-gone', 'destroyed'])(
    'ends a connection whose document has gone, though its port may live on: %s',
    (event) => {
      connect(new FakePort())
      electron.contents.emit(event)
      expect(heard).toEqual(['closed'])
    },
  )

  it('leaves no listener at the window of a page that is closed or refused', () => {
    connect(new FakePort())
    expect(electron.contents.eventNames()).toHaveLength(3)
    page?.close()
    listener = undefined
    connect(new FakePort())
    expect(electron.contents.eventNames()).toEqual([])
  })

  it('does nothing for a message without a port', () => {
    page = undefined
    connect()
    expect(page).toBeUndefined()
  })

  it('lets nobody in when it is stopped, but still answers', () => {
    stop()
    const port = new FakePort()
    connect(port)
    expect(port.started).toBe(false)
    expect(electron.send(channels.hello, 'app://ours/')).toMatchObject({ granted: false })
    expect(heard).toEqual([])
  })
})

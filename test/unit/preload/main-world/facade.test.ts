import { closeChannels } from '../../../support/pages/page-builtins.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Namespace } from '../../../../src/renderer-types/contract/index.ts'
import { FacadePage } from '../../../support/pages/facade-page.ts'
import { fullGrant } from '../../../support/pages/grants.ts'
import { until } from '../../../support/until.ts'

let page: FacadePage

beforeEach(() => {
  page = new FacadePage()
})

afterEach(closeChannels)

describe('the facade', () => {
  it('lists its keys in the order of Chrome', () => {
    expect(Object.keys(page.chrome.sockets)).toEqual(['tcp', 'tcpServer', 'udp'])
    expect(Object.keys(page.tcpServer)).toEqual([
      'onAcceptError',
      'onAccept',
      'close',
      'create',
      'disconnect',
      'getInfo',
      'getSockets',
      'listen',
      'setPaused',
      'update',
    ])
    expect(Object.keys(page.tcp)).toEqual([
      'onReceiveError',
      'onReceive',
      'close',
      'connect',
      'create',
      'disconnect',
      'getInfo',
      'getSockets',
      'secure',
      'send',
      'setKeepAlive',
      'setNoDelay',
      'setPaused',
      'update',
      'DnsQueryType',
    ])
    expect(Object.keys(page.udp)).toEqual([
      'onReceiveError',
      'onReceive',
      'bind',
      'close',
      'create',
      'getInfo',
      'getJoinedGroups',
      'getSockets',
      'joinGroup',
      'leaveGroup',
      'send',
      'setBroadcast',
      'setMulticastLoopbackMode',
      'setMulticastTimeToLive',
      'setPaused',
      'update',
      'DnsQueryType',
    ])
    for (const { DnsQueryType } of [page.tcp, page.udp])
      expect(DnsQueryType).toEqual({ ANY: 'any', IPV4: 'ipv4', IPV6: 'ipv6' })
    expect(Object.keys(page.chrome.system.network)).toEqual(['getNetworkInterfaces'])
  })

  it('has properties and functions like those of Chrome', () => {
    const plain = { configurable: true, enumerable: true, writable: true }
    const { create } = page.tcpServer
    expect(create).toHaveLength(0)
    expect(create?.name).toBe('create')
    expect('prototype' in (create as object)).toBe(false)
    expect(Object.getPrototypeOf(create)).toBe(Function.prototype)
    expect(() => Reflect.construct(create as () => void, [])).toThrow(TypeError)
    for (const [holder, key] of [
      [page.chrome, 'sockets'],
      [page.chrome, 'runtime'],
      [page.chrome.sockets, 'tcpServer'],
      [page.tcpServer, 'onAccept'],
      [page.tcpServer, 'create'],
    ] as const) {
      expect(Object.getOwnPropertyDescriptor(holder, key), key).toMatchObject(plain)
    }
  })

  it('extends what chrome has already', () => {
    const runtime = { id: 'mine' }
    const chrome = { app: {}, runtime }
    const global = { chrome }
    const other = new FacadePage(global)
    expect(global.chrome).toBe(chrome)
    expect(chrome.runtime).toBe(runtime)
    expect(Object.keys(chrome)).toEqual(['app', 'runtime', 'sockets', 'system'])
    expect(other.chrome.sockets).toBeDefined()
    expect(runtime).toEqual({ id: fullGrant.runtimeId, getManifest: expect.any(Function) })
  })

  it.each<[Namespace[], string[], string[]]>([
    [[], [], []],
    [['udp'], ['udp'], []],
    [['tcp', 'tcpServer'], ['tcp', 'tcpServer'], []],
    [['tcp', 'network'], ['tcp'], ['network']],
  ])('has of the namespaces only %j where only they are granted', (namespaces, sockets, system) => {
    const { chrome } = new FacadePage({}, { ...fullGrant, namespaces })
    const present: Record<string, object | undefined> = { ...chrome }
    expect([Object.keys(present.sockets ?? {}), Object.keys(present.system ?? {})]).toEqual([sockets, system])
    expect(Object.keys(present.runtime ?? {})).toEqual(['id', 'getManifest'])
  })

  it('leaves what stands beside its namespaces', () => {
    const display = {}
    const chrome = { system: { display } }
    const other = new FacadePage({ chrome })
    expect(Object.keys(other.chrome.system)).toEqual(['display', 'network'])
    expect(chrome.system.display).toBe(display)
  })

  it('has no lastError outside of a callback', () => {
    expect('lastError' in page.chrome.runtime).toBe(false)
  })

  it('works with functions taken off their namespace', async () => {
    const { create } = page.tcpServer
    create?.({}, () => {})
    expect(await page.call(0)).toMatchObject({ method: 'tcpServer.create' })
  })

  it('sends nothing when an argument is wrong', async () => {
    expect(() => page.tcpServer.close?.('1')).toThrow(TypeError)
    page.tcpServer.close?.(1)
    await page.call(0)
    expect(page.records).toEqual([{ kind: 'call', id: 1, method: 'tcpServer.close', args: [1] }])
  })
})

describe('what the page says', () => {
  it('goes to the main process in one message for each turn, in order', async () => {
    page.chrome.sockets.tcpServer.onAccept.addListener(() => {})
    page.tcpServer.create?.({ name: 'x' })
    page.tcpServer.listen?.(1, '::', 80, () => {})
    await until('sent', () => page.records.length === 3)
    expect(page.messages).toEqual([
      [
        0,
        undefined,
        { kind: 'interest', event: 'tcpServer.onAccept', listening: true },
        { kind: 'call', id: 1, method: 'tcpServer.create', args: [{ name: 'x' }] },
        { kind: 'call', id: 2, method: 'tcpServer.listen', args: [1, '::', 80, undefined] },
      ],
    ])
    page.tcpServer.getSockets?.()
    await page.call(2)
    expect(page.messages).toHaveLength(2)
  })

  it('names each event with the first listener and the last one only', async () => {
    const f = (): void => {}
    const g = (): void => {}
    const { onReceive, onReceiveError } = page.chrome.sockets.tcp
    for (const listener of [f, g]) onReceive.addListener(listener)
    onReceiveError.addListener(f)
    for (const listener of [f, g]) onReceive.removeListener(listener)
    await until('sent', () => page.records.length >= 3)
    expect(page.records).toEqual([
      { kind: 'interest', event: 'tcp.onReceive', listening: true },
      { kind: 'interest', event: 'tcp.onReceiveError', listening: true },
      { kind: 'interest', event: 'tcp.onReceive', listening: false },
    ])
  })

  it('carries bytes as they were at the time of the call', async () => {
    const buffer = new Uint8Array([1, 2, 3, 4]).buffer
    page.tcp.send?.(1, new DataView(buffer, 1, 2), () => {})
    page.tcp.send?.(1, buffer, () => {})
    new Uint8Array(buffer).fill(9)
    const sent = [await page.call(0), await page.call(1)].map(({ args }) => args[1])
    expect(sent).toEqual([new Uint8Array([2, 3]).buffer, new Uint8Array([1, 2, 3, 4]).buffer])
  })
})

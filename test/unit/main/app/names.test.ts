import { afterEach, beforeEach, expect, it } from 'vitest'
import { tcp } from '../../../../src/main/api/tcp.ts'
import { ApiRig } from '../../../support/pages/api-rig.ts'
import { createApp } from '../../../support/pages/test-app.ts'

const long = 'x'.repeat(4096)
const most = (16 * 1024 * 1024) / long.length
const tooMany = 'net::ERR_INSUFFICIENT_RESOURCES'

let rig: ApiRig

beforeEach(() => {
  rig = new ApiRig(createApp())
})

afterEach(() => rig.app.dispose())

/** Not one by one through the router, which answers after a while. */
function createLongest(): void {
  for (let i = 0; i < most; i += 1) void tcp.create(rig.app, { name: long })
}

it('a name that is longer is refused', async () => {
  for (const namespace of ['tcp', 'tcpServer', 'udp'] as const) {
    const id = await rig.create(namespace, { name: long })
    const refused = ['net::ERR_INVALID_ARGUMENT']
    expect(await rig.call(`${namespace}.create`, { name: `${long}x` })).toEqual(refused)
    expect(await rig.call(`${namespace}.update`, id, { name: `${long}x` })).toEqual(refused)
    expect(await rig.info(namespace, id)).toMatchObject({ name: long })
    expect(rig.app[namespace].size).toBe(1)
  }
})

it('long names are kept until all of them together are too long', async () => {
  createLongest()
  expect(await rig.call('udp.create', { name: 'x' })).toEqual([tooMany])
  expect(await rig.call('tcp.update', 1, { name: long })).toEqual([undefined])
  expect(rig.app.udp.list()).toEqual([])
  expect(await rig.call('tcpServer.create')).toEqual([undefined, { socketId: 1 }])
  expect(await rig.call('tcpServer.update', 1, { name: 'x' })).toEqual([tooMany])
})

it('there is room for names when a socket is closed, or gets a shorter one', async () => {
  createLongest()
  await rig.call('tcp.close', 1)
  const id = await rig.create('udp', { name: long })
  expect(await rig.call('tcp.update', 2, { name: '' })).toEqual([undefined])
  expect(await rig.call('tcp.create', { name: long })).toEqual([undefined, { socketId: most + 1 }])
  expect(await rig.call('udp.update', id, { name: `${long.slice(1)}y` })).toEqual([undefined])
})

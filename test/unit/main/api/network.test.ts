import os from 'node:os'
import { afterEach, expect, it, vi } from 'vitest'
import type { CallRecord } from '../../../../src/renderer-types/wire.ts'
import { ApiRig } from '../../../support/pages/api-rig.ts'
import { createAppOf } from '../../../support/pages/test-app.ts'
import { takeTurns } from '../../../support/until.ts'

afterEach(async () => {
  vi.restoreAllMocks()
  // What the system says is kept for a turn.
  await takeTurns(1)
})

function pretend(interfaces: NodeJS.Dict<Partial<os.NetworkInterfaceInfo>[]>): void {
  vi.spyOn(os, 'networkInterfaces').mockReturnValue(interfaces as NodeJS.Dict<os.NetworkInterfaceInfo[]>)
}

function openRig(): ApiRig {
  return new ApiRig(createAppOf({ permissions: ['system.network'], sockets: {} }))
}

async function list(): Promise<unknown> {
  const rig = openRig()
  const [error, interfaces] = await rig.call('network.getNetworkInterfaces')
  rig.app.dispose()
  expect(error).toBeUndefined()
  return interfaces
}

it('lists each address of each interface, without loopback', async () => {
  pretend({
    lo: [
      { address: '127.0.0.1', cidr: '127.0.0.1/8', internal: true },
      { address: '::1', cidr: '::1/128', internal: true },
    ],
    eth0: [
      { address: '192.0.2.2', cidr: '192.0.2.2/24', internal: false },
      { address: 'FE80::0:1', cidr: 'fe80::1/64', internal: false },
    ],
    tun0: [{ address: '198.51.100.7', cidr: '198.51.100.7/32', internal: false }],
  })
  expect(await list()).toEqual([
    { address: '192.0.2.2', name: 'eth0', prefixLength: 24 },
    { address: 'fe80::1', name: 'eth0', prefixLength: 64 },
    { address: '198.51.100.7', name: 'tun0', prefixLength: 32 },
  ])
})

it('knows interfaces without addresses, and masks that are no prefix', async () => {
  pretend({ down: undefined, odd: [{ address: '192.0.2.3', cidr: null, internal: false }] })
  expect(await list()).toEqual([{ address: '192.0.2.3', name: 'odd', prefixLength: 0 }])
})

it('has the keys of each in the order of Chrome', async () => {
  pretend({ eth0: [{ address: '192.0.2.2', cidr: '192.0.2.2/24', internal: false }] })
  const [first] = (await list()) as object[]
  expect(Object.keys(first ?? {})).toEqual(['address', 'name', 'prefixLength'])
})

it('fails as in Chrome where the system does not say', async () => {
  vi.spyOn(os, 'networkInterfaces').mockImplementation(() => {
    throw Object.assign(new Error('EMFILE'), { code: 'ERR_SYSTEM_ERROR' })
  })
  const rig = openRig()
  expect(await rig.call('network.getNetworkInterfaces')).toEqual(['Network lookup failed or unsupported'])
  rig.app.dispose()
})

it('asks the system once in a turn, and again in the next', async () => {
  pretend({ eth0: [{ address: '192.0.2.2', cidr: '192.0.2.2/24', internal: false }] })
  const rig = openRig()
  const ask = (): void => {
    const toCall = (_: unknown, id: number): CallRecord => {
      return { kind: 'call', id, method: 'network.getNetworkInterfaces', args: [] }
    }
    rig.page.say(...Array.from({ length: 100 }, toCall))
  }
  vi.spyOn(performance, 'now').mockReturnValue(1)
  ask()
  expect(os.networkInterfaces).toHaveBeenCalledTimes(1)
  await takeTurns(1)
  ask()
  expect(os.networkInterfaces).toHaveBeenCalledTimes(2)
  rig.app.dispose()
})

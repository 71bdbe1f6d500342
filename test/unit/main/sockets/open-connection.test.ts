import os from 'node:os'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { plenty } from '../../../support/sockets/plenty.ts'
import { openConnection } from '../../../../src/main/sockets/open-connection.ts'
import { takeTurns } from '../../../support/until.ts'

afterEach(async () => {
  vi.restoreAllMocks()
  // What the system says of its interfaces is kept for a turn.
  await takeTurns(1)
})

const loopback = { address: '127.0.0.1', cidr: '127.0.0.1/8', internal: true }
const other = { address: '192.0.2.2', cidr: '192.0.2.2/24', internal: false }

function pretend(addresses: Partial<os.NetworkInterfaceInfo>[]): void {
  vi.spyOn(os, 'networkInterfaces').mockReturnValue({ lan: addresses as os.NetworkInterfaceInfo[] })
}

/** A group, to which the system itself does not connect. */
const connect = (): Promise<unknown> => openConnection('224.0.0.1', 9, new AbortController().signal, plenty)

describe('an address that cannot be reached', () => {
  it('is unreachable where there is a network', async () => {
    pretend([loopback, other])
    expect(await connect()).toBe(-109)
  })

  it('is no wonder where there is loopback alone', async () => {
    pretend([loopback])
    expect(await connect()).toBe(-106)
  })

  it('is unreachable where the system does not say which networks there are', async () => {
    vi.spyOn(os, 'networkInterfaces').mockImplementation(() => {
      throw new Error('EMFILE')
    })
    expect(await connect()).toBe(-109)
  })
})

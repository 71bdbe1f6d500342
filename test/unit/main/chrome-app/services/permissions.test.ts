import { expect, it, vi } from 'vitest'
import { readManifestPermissions } from '../../../../../src/main/chrome-app/rights/read-permission-set.ts'
import { permissions } from '../../../../../src/main/chrome-app/services/permissions.ts'
import type { ServiceCall } from '../../../../../src/main/chrome-app/services/service.ts'

vi.mock('electron', () => ({}))

const host = { rights: { held: readManifestPermissions(['usbDevices']) } }
const call = { host, page: {} } as unknown as ServiceCall

const nameDevices = (count: number): string =>
  `usbDevices|${JSON.stringify(Array.from({ length: count }, () => ({ vendorId: 1, productId: 2 })))}`

it('rules of permissions are read up to a length, of all in a call together', async () => {
  const few = { permissions: [nameDevices(100), nameDevices(100)] }
  expect(await permissions.contains(call, few)).toMatchObject({ ok: true })
  for (const many of [[nameDevices(4000)], Array.from({ length: 256 }, () => nameDevices(10))])
    expect(await permissions.contains(call, { permissions: many })).toMatchObject({
      ok: false,
      message: 'Too many permissions.',
    })
})

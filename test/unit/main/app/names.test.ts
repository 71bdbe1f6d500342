import { afterEach, beforeEach, expect, it } from 'vitest'
import { ApiBench } from '../../../support/api-bench.ts'
import { createApp } from '../../../support/test-app.ts'

const long = 'x'.repeat(131_072)
const most = (16 * 1024 * 1024) / long.length
const tooMany = 'net::ERR_INSUFFICIENT_RESOURCES'

let bench: ApiBench

beforeEach(() => {
  bench = new ApiBench(createApp())
})

afterEach(() => bench.app.dispose())

async function createLongest(): Promise<void> {
  for (let i = 0; i < most; i += 1) await bench.create('tcp', { name: long })
}

it('long names are kept until all of them together are too long', async () => {
  await createLongest()
  expect(await bench.call('udp.create', { name: 'x' })).toEqual([tooMany])
  expect(await bench.call('tcp.update', 1, { name: long })).toEqual([undefined])
  expect(bench.app.udp.list()).toEqual([])
  expect(await bench.call('tcpServer.create')).toEqual([undefined, { socketId: 1 }])
  expect(await bench.call('tcpServer.update', 1, { name: 'x' })).toEqual([tooMany])
})

it('there is room for names when a socket is closed, or gets a shorter one', async () => {
  await createLongest()
  await bench.call('tcp.close', 1)
  const id = await bench.create('udp', { name: long })
  expect(await bench.call('tcp.update', 2, { name: '' })).toEqual([undefined])
  expect(await bench.call('tcp.create', { name: long })).toEqual([undefined, { socketId: most + 1 }])
  expect(await bench.call('udp.update', id, { name: `${long.slice(1)}y` })).toEqual([undefined])
})

import { afterEach, describe, expect, it } from 'vitest'
import type { App } from '../../../../src/main/app/app.ts'
import { parseArguments } from '../../../../src/main/calls/validate.ts'
import { createMatcher } from '../../../../src/preload/main-world/signature.ts'
import { contract } from '../../../../src/renderer-types/contract/index.ts'
import { maxTextCharacters } from '../../../../src/renderer-types/wire.ts'
import { ApiRig } from '../../../support/pages/api-rig.ts'
import { createApp, loggerOf } from '../../../support/pages/test-app.ts'

let app: App

afterEach(() => app.dispose())

const texts = [
  ['as long as may be', 'x'.repeat(maxTextCharacters)],
  ['of a million characters', 'x'.repeat(1_000_000)],
  ['of two bytes each', '\u4E00'.repeat(1_000_000)],
  ['that is three times as long once it is well-formed', '\uD800'.repeat(maxTextCharacters)],
] as const

describe.each(texts)('a text %s', (_what, text) => {
  it('is answered as any that is too long, and says nothing against the page', async () => {
    app = createApp()
    const rig = new ApiRig(app)
    const match = {
      create: createMatcher('', contract.tcp.methods.create),
      connect: createMatcher('', contract.tcp.methods.connect),
      bind: createMatcher('', contract.udp.methods.bind),
    }
    await rig.create('tcp')
    await rig.create('udp')
    const none = (): void => {}
    const post = (args: unknown[]): unknown[] => structuredClone(args)
    const create = match.create([{ name: text }, none]).args
    const connect = match.connect([1, text, 80, none]).args
    const bind = match.bind([1, text, 0, none]).args
    expect(await rig.call('tcp.create', ...post(create))).toEqual(['net::ERR_INVALID_ARGUMENT'])
    expect(await rig.call('tcp.connect', ...post(connect))).toEqual(['net::ERR_NAME_NOT_RESOLVED', -105])
    expect(await rig.call('udp.bind', ...post(bind))).toEqual(['net::ERR_INVALID_ARGUMENT', -4])
    expect([rig.port.closed, loggerOf(app).warnings]).toEqual([false, []])
  })
})

it('the facade says as many characters as the main process hears, and not one more', () => {
  app = createApp()
  const hear = (length: number): unknown =>
    parseArguments('tcp.connect', [1, 'x'.repeat(length), 80, undefined])
  expect(hear(maxTextCharacters)).toBeDefined()
  expect(hear(maxTextCharacters + 1)).toBeUndefined()
})

import { describe, expect, it, vi } from 'vitest'
import type { InstallOptions, PermissionDecision, PermissionRequest } from '../../../../src/main/types.ts'
import { decide } from '../../../../src/main/permissions/authorize.ts'
import { readManifest } from '../../../../src/main/manifest/read-manifest.ts'
import { RecordingLogger } from '../../../support/pages/recording-logger.ts'

const manifest = readManifest({ sockets: { tcp: { connect: '*:80' } } })
const allowed: PermissionRequest = {
  operation: 'tcp.connect',
  host: 'a',
  port: 80,
  url: 'app://ours/',
  socketId: 1,
}
const denied: PermissionRequest = { ...allowed, port: 81 }

interface Run {
  answer: boolean | Promise<boolean>
  decisions: PermissionDecision[]
  logger: RecordingLogger
}

function run(request: PermissionRequest, authorize?: InstallOptions['authorize']): Run {
  const logger = new RecordingLogger()
  const decisions: PermissionDecision[] = []
  const onDecision = (decision: PermissionDecision): void => void decisions.push(decision)
  const answer = decide({ manifest, logger, hooks: { onDecision, ...(authorize && { authorize }) } }, request)
  return { answer, decisions, logger }
}

/** An app written without types may answer anything. */
const answering =
  (value: unknown): InstallOptions['authorize'] =>
  () =>
    value as boolean

describe('the manifest', () => {
  it.each<[PermissionRequest, boolean]>([
    [allowed, true],
    [denied, false],
  ])('decides alone where the app has nothing to say: %o', (request, expected) => {
    expect(decide({ manifest, logger: new RecordingLogger(), hooks: {} }, request)).toBe(expected)
    const { answer, decisions } = run(request)
    expect(answer).toBe(expected)
    expect(decisions).toEqual([{ ...request, allowed: expected, by: 'manifest' }])
  })

  it('cannot be widened: what it denies is not even asked', () => {
    const authorize = vi.fn(() => true)
    const { answer, decisions } = run(denied, authorize)
    expect(answer).toBe(false)
    expect(authorize).not.toHaveBeenCalled()
    expect(decisions).toEqual([{ ...denied, allowed: false, by: 'manifest' }])
  })
})

describe('authorize', () => {
  it.each([true, false])('has the last word, at once with a plain %s', (word) => {
    const authorize = vi.fn(() => word)
    const { answer, decisions } = run(allowed, authorize)
    expect(answer).toBe(word)
    expect(authorize.mock.calls).toEqual([[allowed]])
    expect(decisions).toEqual([{ ...allowed, allowed: word, by: 'authorize' }])
  })

  it.each([true, false])('may take its time to say %s', async (word) => {
    const { answer, decisions } = run(allowed, async () => word)
    expect(decisions).toEqual([])
    expect(await answer).toBe(word)
    expect(decisions).toEqual([{ ...allowed, allowed: word, by: 'authorize' }])
  })

  it.each([undefined, null, 1, 'no', 'true', {}, [], Promise.resolve('yes'), Promise.resolve(1)])(
    'permits with true only, not with %o',
    async (value) => {
      const { answer, decisions, logger } = run(allowed, answering(value))
      expect(await answer).toBe(false)
      expect(decisions).toMatchObject([{ allowed: false, by: 'authorize' }])
      expect(logger.errors).toEqual([])
    },
  )

  it.each<[string, InstallOptions['authorize']]>([
    [
      'throws',
      () => {
        throw new Error('closed')
      },
    ],
    ['rejects', async () => Promise.reject(new Error('closed'))],
  ])('that %s denies, and is reported', async (_how, authorize) => {
    const { answer, decisions, logger } = run(allowed, authorize)
    expect(await answer).toBe(false)
    expect(decisions).toMatchObject([{ allowed: false, by: 'authorize' }])
    expect(logger.errors).toEqual([
      ['electron-chrome-sockets: the option "authorize" has failed', new Error('closed')],
    ])
  })

  it('cannot change what is decided on by changing the request', () => {
    const request = { ...allowed }
    const { decisions } = run(request, (given) => Reflect.set(given, 'host', 'other'))
    expect(request).toEqual(allowed)
    expect(decisions).toMatchObject([{ host: 'a' }])
  })
})

describe('onDecision', () => {
  it.each<[string, () => void]>([
    [
      'throws',
      () => {
        throw new Error('disk full')
      },
    ],
    ['rejects', async () => Promise.reject(new Error('disk full'))],
  ])('that %s is reported, and changes nothing', async (_how, onDecision) => {
    const logger = new RecordingLogger()
    expect(decide({ manifest, logger, hooks: { onDecision } }, allowed)).toBe(true)
    expect(decide({ manifest, logger, hooks: { onDecision } }, denied)).toBe(false)
    await vi.waitFor(() => expect(logger.errors).toHaveLength(2))
    expect(logger.errors[0]).toEqual([
      'electron-chrome-sockets: the option "onDecision" has failed',
      new Error('disk full'),
    ])
  })
})

import '../../../support/pages/page-builtins.ts'
import { describe, expect, it } from 'vitest'
import { createRuntime } from '../../../../src/preload/main-world/runtime.ts'
import { fullGrant } from '../../../support/pages/grants.ts'

type GetManifest = (...args: unknown[]) => Record<string, unknown>

const getManifestOf = (runtime: Record<string, unknown>): GetManifest => runtime.getManifest as GetManifest

describe('chrome.runtime', () => {
  it('has the id of the app, and its manifest', () => {
    const runtime = createRuntime({ ...fullGrant, manifest: '{"name":"App","sockets":{"udp":{}}}' })
    expect(Object.keys(runtime)).toEqual(['id', 'getManifest'])
    expect(runtime.id).toBe(fullGrant.runtimeId)
    expect(getManifestOf(runtime)()).toEqual({ name: 'App', sockets: { udp: {} } })
  })

  it('gives a manifest of its own with each call', () => {
    const getManifest = getManifestOf(createRuntime(fullGrant))
    const first = getManifest()
    first.name = 'changed'
    Object.assign(first.sockets as object, { added: true })
    expect(getManifest()).toEqual({ name: 'App', sockets: {} })
    expect(getManifest()).not.toBe(getManifest())
  })

  it.each([[[1]], [[undefined]], [[null]], [[(): void => {}]], [[1, 2]]])(
    'throws what Chrome throws for the arguments %o',
    (args) => {
      const getManifest = getManifestOf(createRuntime(fullGrant))
      expect(() => getManifest(...args)).toThrow(
        new TypeError('Error in invocation of runtime.getManifest(): No matching signature.'),
      )
    },
  )

  it('has a function like those of Chrome', () => {
    const getManifest = getManifestOf(createRuntime(fullGrant))
    expect([getManifest.name, getManifest.length, 'prototype' in getManifest]).toEqual([
      'getManifest',
      0,
      false,
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { contract } from '../../../src/renderer-types/contract/index.ts'
import type { Namespace } from '../../../src/renderer-types/contract/index.ts'
import type { NamespaceRow } from '../../../src/renderer-types/contract/words.ts'
import type { MethodDoc } from '../../../src/renderer-types/docs/doc-words.ts'
import { docs } from '../../../src/renderer-types/docs/index.ts'
import { describeNetError } from '../../../src/renderer-types/net-errors.ts'

describe.each(Object.keys(contract) as Namespace[])('the documentation of %s', (name) => {
  const row: NamespaceRow = contract[name]
  const methods: Readonly<Record<string, MethodDoc>> = docs[name].methods

  it('has an entry for each method and each of its parameters, and no other', () => {
    expect(Object.keys(methods).toSorted()).toEqual(Object.keys(row.methods).toSorted())
    for (const [key, { parameters }] of Object.entries(row.methods)) {
      const documented = Object.keys(methods[key]?.parameters ?? {})
      expect(documented, key).toEqual(parameters.map((parameter) => parameter.name))
    }
  })

  it('says something of each event', () => {
    expect(Object.keys(docs[name].events).toSorted()).toEqual(Object.keys(row.events).toSorted())
    for (const text of Object.values(docs[name].events)) expect(text).toMatch(/^[A-Z].*\.$/s)
  })

  it('gives each net error the code that it has', () => {
    const errors = Object.values(methods).flatMap((method) => method.errors ?? [])
    const coded = errors.filter(({ message }) => message.startsWith('net::'))
    expect(coded.length > 0).toBe(name !== 'network')
    for (const { message, code } of coded) expect(describeNetError(code ?? 0)).toBe(message)
  })

  it('says of each method that is given an id what an unknown one comes to', () => {
    for (const [key, { parameters }] of Object.entries(row.methods)) {
      const isKnown = methods[key]?.errors?.some(({ message }) => message === 'Socket not found') ?? false
      expect(isKnown, key).toBe(parameters[0]?.name === 'socketId')
    }
  })
})

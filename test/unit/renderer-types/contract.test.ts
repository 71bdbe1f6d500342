import { describe, expect, it } from 'vitest'
import { network } from '../../../src/main/api/network.ts'
import { tcpServer } from '../../../src/main/api/tcp-server.ts'
import { tcp } from '../../../src/main/api/tcp.ts'
import { udp } from '../../../src/main/api/udp.ts'
import { getMethod } from '../../../src/main/calls/methods.ts'
import { parseArguments } from '../../../src/main/calls/validate.ts'
import { copyDatagrams } from '../../../src/preload/main-world/binary.ts'
import { createMatcher } from '../../../src/preload/main-world/signature.ts'
import { contract } from '../../../src/renderer-types/contract/index.ts'
import type { Namespace } from '../../../src/renderer-types/contract/index.ts'
import type { DictionaryWord, NamespaceRow } from '../../../src/renderer-types/contract/words.ts'
import { pathOf } from '../../support/pages/invoke.ts'
import { listMethods, listRecordMethods, sampleArguments } from '../../support/pages/samples.ts'

const namespaces = Object.entries<NamespaceRow>(contract)
const handlers: Readonly<Record<Namespace, object>> = { tcp, tcpServer, udp, network }

describe.each(listRecordMethods())('the row of %s', (name, row) => {
  it('has its own valid arguments pass in the page and in the main process', () => {
    const { args } = createMatcher(pathOf(name), row)([...sampleArguments(row), () => {}])
    copyDatagrams(args)
    expect(parseArguments(name, structuredClone(args))).toEqual(sampleArguments(row))
    expect(getMethod(name).row).toBe(row)
  })

  it('has the page leave out what is optional, and the main process take that', () => {
    const given = row.parameters.flatMap((parameter, index) =>
      parameter.optional === true ? [] : [sampleArguments(row)[index]],
    )
    const { args } = createMatcher(pathOf(name), row)([...given, () => {}])
    expect(args).toHaveLength(row.parameters.length)
    copyDatagrams(args)
    const parsed = parseArguments(name, structuredClone(args))
    expect(parsed?.filter((value) => value !== undefined)).toEqual(given)
  })

  it('asks for a permission by parameters that it has', () => {
    const types = new Map(row.parameters.map((parameter) => [parameter.name, parameter.type]))
    if (row.permission === undefined) {
      expect(name).not.toMatch(/\.(listen|connect)$|^udp\.(bind|send|.*Groups?)$/)
      return
    }
    const { host, operation, port } = row.permission
    const isMulticast = operation === 'udp.multicastMembership'
    expect(types.get(host ?? '')).toBe(host === undefined && isMulticast ? undefined : 'string')
    expect(types.get(port ?? '')).toBe(isMulticast ? undefined : 'integer')
  })
})

describe.each(namespaces)('the namespace %s', (name, row) => {
  it('has a handler for each row and no other', () => {
    const rows = Object.keys(row.methods).filter((key) => row.methods[key]?.isStream !== true)
    expect(Object.keys(handlers[name as Namespace]).toSorted()).toEqual(rows.toSorted())
  })

  it('lists its methods in alphabetical order, as Chrome does', () => {
    expect(Object.keys(row.methods)).toEqual(Object.keys(row.methods).toSorted())
  })

  it('qualifies the names of its dictionaries, and lists the keys of those that Chrome fills in alphabetical order', () => {
    const results = Object.values(row.methods).flatMap(({ result }) => {
      if (typeof result?.type !== 'object') return []
      return [result.type.kind === 'list' ? result.type.of : result.type]
    })
    const payloads = Object.values(row.events).map(({ payload }) => payload)
    const dictionaries = [...results, ...payloads].filter((word) => typeof word === 'object')
    for (const { name: qualified, properties } of dictionaries as DictionaryWord[]) {
      expect(qualified).toMatch(new RegExp(String.raw`^${row.path}\.[A-Z]\w+$`))
      expect(Object.keys(properties)).toEqual(Object.keys(properties).toSorted())
    }
  })
})

it('offers each value of an enum under its name', () => {
  const dnsQueryType = contract.tcp.methods.connect.parameters[3].type
  expect(contract.tcp.enums).toEqual({ DnsQueryType: { ANY: 'any', IPV4: 'ipv4', IPV6: 'ipv6' } })
  expect(Object.values(contract.tcp.enums.DnsQueryType)).toEqual(dnsQueryType.values)
})

it('gives each API enums of its own: what a page does to one is not seen in another', () => {
  expect(contract.udp.enums).toEqual(contract.tcp.enums)
  expect(contract.udp.enums.DnsQueryType).not.toBe(contract.tcp.enums.DnsQueryType)
})

it('gives a code with "Socket not found" to the methods that have one in Chrome', () => {
  const coded = listMethods().filter(([, row]) => row.codeWhenNotFound !== undefined)
  expect(coded.map(([name, { codeWhenNotFound }]) => [name, codeWhenNotFound])).toEqual([
    ['tcp.secure', -4],
    ['tcp.setKeepAlive', -2],
    ['tcp.setNoDelay', -2],
  ])
})

it('gives no promise to the methods that have none in Chrome', () => {
  const callbackOnly = listMethods().filter(([, { promise }]) => !promise)
  expect(callbackOnly.map(([name]) => name)).toEqual([
    'tcp.connect',
    'tcp.secure',
    'tcp.send',
    'tcp.setKeepAlive',
    'tcp.setNoDelay',
    'tcpServer.listen',
    'udp.bind',
    'udp.joinGroup',
    'udp.leaveGroup',
    'udp.send',
    'udp.setBroadcast',
    'udp.setMulticastLoopbackMode',
    'udp.setMulticastTimeToLive',
  ])
})

it('has one stream: bytes that are sent one after the other', () => {
  expect(listMethods().flatMap(([name, { isStream }]) => (isStream === true ? [name] : []))).toEqual([
    'tcp.send',
  ])
})

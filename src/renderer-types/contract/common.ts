import type { DictionaryWord, EnumWord, PropertyRow } from './words.ts'

export const socketId = { name: 'socketId', type: 'integer' } as const
export const result = { name: 'result', type: 'integer' } as const

/** `name` is qualified, as Chrome prints it in a TypeError. */
export function dictionary<const P extends Readonly<Record<string, PropertyRow>>>(
  name: string,
  properties: P,
) {
  return { kind: 'dictionary', name, properties } as const satisfies DictionaryWord
}

/** What the socket APIs have in common: Chrome declares it in each of them anew, under that API's path. */
export function declareCommonWords(path: string) {
  const enums = { DnsQueryType: { ANY: 'any', IPV4: 'ipv4', IPV6: 'ipv6' } } as const
  const dnsQueryType = {
    kind: 'enum',
    name: `${path}.DnsQueryType`,
    values: [enums.DnsQueryType.ANY, enums.DnsQueryType.IPV4, enums.DnsQueryType.IPV6],
  } as const satisfies EnumWord
  return {
    enums,
    dnsQueryType,
    createInfo: dictionary(`${path}.CreateInfo`, { socketId: { type: 'integer' } }),
    socketProperties: dictionary(`${path}.SocketProperties`, {
      persistent: { type: 'boolean', optional: true },
      name: { type: 'string', optional: true },
      bufferSize: { type: 'integer', optional: true },
    }),
    sendInfo: dictionary(`${path}.SendInfo`, {
      bytesSent: { type: 'integer', optional: true },
      resultCode: { type: 'integer' },
    }),
    receiveErrorInfo: dictionary(`${path}.ReceiveErrorInfo`, {
      resultCode: { type: 'integer' },
      socketId: { type: 'integer' },
    }),
  }
}

import os from 'node:os'

export interface InterfaceAddress {
  readonly address: string
  readonly name: string
  readonly prefixLength: number
}

/** The addresses of interfaces that are up, without loopback; undefined where the system does not say. */
function readInterfaceAddresses(): readonly InterfaceAddress[] | undefined {
  let interfaces: ReturnType<typeof os.networkInterfaces>
  try {
    interfaces = os.networkInterfaces()
  } catch {
    return undefined
  }
  return Object.entries(interfaces).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ internal }) => !internal)
      .map(({ address, cidr }) => ({ address, name, prefixLength: Number(cidr?.split('/')[1] ?? 0) })),
  )
}

/** What the system said in this turn: to ask it takes long, and every failed connection does. */
let said: { readonly addresses: readonly InterfaceAddress[] | undefined } | undefined

export function listInterfaceAddresses(): readonly InterfaceAddress[] | undefined {
  if (said === undefined) {
    said = { addresses: readInterfaceAddresses() }
    setImmediate(() => (said = undefined))
  }
  return said.addresses
}

/** True where there is no network but loopback. */
export function isOffline(): boolean {
  return listInterfaceAddresses()?.length === 0
}

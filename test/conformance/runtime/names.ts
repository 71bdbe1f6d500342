/** The first ids of each kind, far enough apart that a number says whose it is. */
export const firstIds = { tcpServer: 1, udp: 1000, tcp: 2000 } as const

export type Namespace = keyof typeof firstIds

export function namespaceOfId(id: number): Namespace {
  if (id >= firstIds.tcp) return 'tcp'
  return id >= firstIds.udp ? 'udp' : 'tcpServer'
}

const idKeys: ReadonlySet<string> = new Set(['socketId', 'clientSocketId'])
const portKeys: ReadonlySet<string> = new Set(['localPort', 'peerPort', 'remotePort', 'port'])

/** Gives run-dependent values names by the order in which they appear in a trace: `<tcp 1>`, `<port 2>`. */
export class Names {
  readonly #given = new Map<string, string>()
  readonly #counts = new Map<string, number>()

  give(kind: string, value: number | string): string {
    const key = `${kind} ${value}`
    const known = this.#given.get(key)
    if (known !== undefined) return known
    const count = (this.#counts.get(kind) ?? 0) + 1
    this.#counts.set(kind, count)
    const name = `<${kind} ${count}>`
    this.#given.set(key, name)
    return name
  }

  id(id: number): string {
    return this.give(namespaceOfId(id), id)
  }

  port(port: number): string {
    return this.give('port', port)
  }

  /** A number as it stands under a key of an object. */
  under(key: string, value: number): string | undefined {
    if (idKeys.has(key) && value > 0) return this.id(value)
    return portKeys.has(key) && value > 0 ? this.port(value) : undefined
  }
}

import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { findNamespace, runInNamespace } from '../support/sockets/network-namespace.ts'

interface Family {
  readonly address: string
  readonly group: string
  /** An address for which there is no route. */
  readonly stranger: string
  /** Shell commands that give the interface its address. */
  readonly configure: readonly string[]
  /** What stands in for it where there is no namespace: it stays. */
  readonly standIn: { readonly address: string; readonly stranger: string }
  /** What leaving the group comes to, and the groups then, when the interface has gone: as in Chrome, and in Linux. */
  readonly leave: number
  readonly groups: readonly string[]
}

const families: Family[] = [
  {
    address: '10.99.0.1',
    group: '239.1.2.3',
    stranger: '192.0.2.1',
    configure: ['ip addr add 10.99.0.1/24 dev fading', 'ip link set fading up', 'ip route add 224.0.0.0/4 dev fading'], // prettier-ignore
    standIn: { address: '127.0.0.2', stranger: '224.0.0.1' },
    leave: -4,
    groups: ['239.1.2.3'],
  },
  {
    address: 'fd00:99::1',
    group: 'ff02::1234',
    stranger: '2001:db8::1',
    configure: ['ip addr add fd00:99::1/64 dev fading nodad', 'ip link set fading up'],
    standIn: { address: '::1', stranger: 'ff01::1' },
    leave: 0,
    groups: [],
  },
]

/** A system without the one kind of interface may have the other one. */
const addInterface =
  '{ ip link add fading type veth peer name other && ip link set other up || ip link add fading type dummy; }'
/** A connection that gets no answer is given up after a second instead of a quarter of an hour. */
const soon = 'echo 1 > /proc/sys/net/ipv4/tcp_retries2'
const program = fileURLToPath(new URL('network/lose-address.ts', import.meta.url))

interface Facts {
  readonly before: unknown
  readonly during: unknown
  readonly told: Record<'errors' | 'tcp' | 'udp' | 'group' | 'local', unknown[]> & { readonly much: unknown }
  readonly left: unknown
  readonly free: unknown
  readonly clients: readonly number[]
  readonly rejections: unknown
}

describe.each(families)('an address of an interface, $address', (family) => {
  const regain = [addInterface, ...family.configure]
  const namespace = findNamespace([soon, ...regain])
  const goes = namespace.length > 0
  const { address, stranger } = goes ? family : family.standIn
  let facts: Facts

  beforeAll(async () => {
    const commands = goes ? ['ip link del fading', regain.join(' && ')] : ['', '']
    const output = await runInNamespace(namespace, program, [...commands, address, family.group, stranger])
    facts = JSON.parse(output) as Facts
  })

  it('serves as any other one, and is listed', () => {
    expect(facts.before).toEqual({ joined: 0, isListed: goes, stranger: -109 })
  })

  it('is not there for what is new when the interface has gone', () => {
    const gone = { listen: -108, bind: -108, connect: -106, leave: family.leave, groups: family.groups }
    const there = { listen: 0, bind: 0, connect: 0, leave: 0, groups: [] }
    expect(facts.during).toEqual({ isListed: false, ...(goes ? gone : there) })
  })

  it('leaves no send without an answer', () => {
    const { much, tcp, udp, group } = facts.told
    // One that is under way in the very moment fails, the next one finds that there is no connection.
    const settled = tcp.filter((code) => code !== -2)
    expect({ much, settled, udp, group }).toEqual(
      goes
        ? { much: -2, settled: [0, -15], udp: [0, -109], group: [0, -109] }
        : { much: 0, settled: [0], udp: [0], group: [0] },
    )
  })

  it('ends its connections, and those alone', () => {
    const { errors, local } = facts.told
    const ended = facts.clients.map((id) => ['error', id, -100])
    expect([new Set(errors), local]).toEqual([new Set(goes ? ended : []), [0]])
  })

  it('leaves nothing behind: sockets can be closed, and their ports are free', () => {
    expect([facts.left, facts.free]).toEqual([0, { tcp: 0, udp: 0 }])
  })

  it('raises nothing in the main process that is not caught', () => {
    expect(facts.rejections).toEqual([])
  })
})

import crypto from 'node:crypto'
import { session } from 'electron'
import type { Session } from 'electron'

/** Partitions of one app: Electron keeps a session until the program ends. Chrome has no limit. */
const maxPartitions = 64

const persistent = 'persist:'

/** The name that an app's partition has among all of the program, whatever the app calls it. */
function namePartition(id: string, partition: string): string {
  const isKept = partition.startsWith(persistent)
  const digest = crypto.createHash('sha256').update(partition).digest('hex').slice(0, 32)
  return `${isKept ? persistent : ''}chrome-app-${id}-webview-${digest}`
}

/** The sessions of an app's guests: nothing of them is the app's own, another app's or the program's. */
export class GuestSessions {
  readonly #id: string
  readonly #prepare: (own: Session, name: string) => void
  readonly #sessions = new Map<string, Session>()

  /** `prepare` is called once for each, with the app's name for it, before anything is in it. */
  constructor(id: string, prepare: (own: Session, name: string) => void) {
    this.#id = id
    this.#prepare = prepare
  }

  /** Undefined for a name that is none, and where there are too many. */
  open(partition: string): Session | undefined {
    const known = this.#sessions.get(partition)
    if (known !== undefined) return known
    if (partition === persistent || this.#sessions.size >= maxPartitions) return undefined
    const own = session.fromPartition(namePartition(this.#id, partition))
    this.#sessions.set(partition, own)
    this.#prepare(own, partition.startsWith(persistent) ? partition.slice(persistent.length) : partition)
    return own
  }
}

import { webFrameMain } from 'electron'
import type { WebContents, WebFrameMain } from 'electron'
import { endRenderer } from '../../ipc/end-renderer.ts'
import type { Pace } from './pace.ts'
import { weighWords } from './weigh-words.ts'

/** Undocumented: how what Electron's own code in a page asks for comes to its WebContents. */
const requestEvents = ['-ipc-invoke', '-ipc-message-sync']

/** What its element asks for. */
const prefix = 'GUEST_VIEW_MANAGER_'
const create = `${prefix}CREATE_AND_ATTACH_GUEST`
const detach = `${prefix}DETACH_GUEST`
const call = `${prefix}CALL`

/** An address and all other attributes come to less (`preload/chrome-app/main-world/webview/guard-hooks.ts`). */
const mostSaid = 8 * 1024 * 1024

interface Asker {
  readonly processId: number
  /** Undefined, or an error, where it has gone since. */
  readonly senderFrame: WebFrameMain | null | undefined
}

/** Undefined where it has gone: Electron throws then, at any property. */
function readFrame<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** Electron 33 names a frame by a number, later ones by a token; null for what names none. */
function findFrame(processId: number, name: unknown): WebFrameMain | null {
  try {
    if (typeof name === 'number') return webFrameMain.fromId(processId, name) ?? null
    return typeof name === 'string' ? webFrameMain.fromFrameToken(processId, name) : null
  } catch {
    return null
  }
}

/** Frames that show a guest, or did: none shows a second one. */
class Places {
  readonly #taken = new Set<number>()

  /** Whether it is a frame in the one that asks. Electron ends the program where it is to put a guest anywhere else. */
  take(asker: Asker, name: unknown): boolean {
    const frame = findFrame(asker.processId, name)
    const parent = readFrame(() => frame?.parent)
    const node = readFrame(() => frame?.frameTreeNodeId)
    if (node === undefined || parent == null || parent !== readFrame(() => asker.senderFrame)) return false
    if (this.#taken.has(node)) return false
    this.#taken.add(node)
    return true
  }
}

function endAsker(asker: Asker): void {
  const pid = readFrame(() => asker.senderFrame?.osProcessId)
  if (pid !== undefined) endRenderer({ id: asker.processId, pid })
}

/**
 * Of all that Electron does with guests at the word of a page it does what its element needs, whoever says the word. A
 * process that says more than the element ever does is ended, with all that it has said and nobody has unpacked yet.
 * `pace`: guests are made by it.
 */
export function guardElement(host: WebContents, pace: Pick<Pace, 'add'>): void {
  const places = new Places()
  const mayAsk = (asker: Asker, channel: string, [first, second]: readonly unknown[]): boolean => {
    if (channel === create) return places.take(asker, first)
    return channel === detach || (channel === call && second === 'loadURL')
  }
  const events: NodeJS.EventEmitter = host
  for (const name of requestEvents) {
    const listeners = events.listeners(name)
    events.removeAllListeners(name)
    events.on(name, (asker: Asker, ...words: unknown[]) => {
      const [channel, args] = words.slice(-2) as [string, unknown[]]
      const say = (said: unknown[]): void => {
        for (const listener of listeners) Reflect.apply(listener, host, [asker, ...words.slice(0, -1), said])
      }
      if (!channel.startsWith(prefix)) return say(args)
      const left = Array.isArray(args) ? weighWords(args, mostSaid) : -1
      if (left < 0) return endAsker(asker)
      // Electron answers itself that there is no method without a name, and no guest without parameters.
      const refuse = (): void => say(args.slice(0, 1))
      const answer = (): void => (mayAsk(asker, channel, args) ? say(args) : refuse())
      if (channel !== create) return answer()
      if (!pace.add(mostSaid - left, () => host.isDestroyed() || answer())) refuse()
    })
  }
}

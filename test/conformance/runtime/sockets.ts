import { namespaceObject } from './calls.ts'
import type { Loose } from './loose.ts'
import type { Namespace } from './names.ts'
import { firstIds, namespaceOfId } from './names.ts'
import { sleep } from './waiting.ts'

const namespaces = Object.keys(firstIds) as Namespace[]
const present = (): Namespace[] => namespaces.filter((name) => name in chrome.sockets)

function close(namespace: Namespace, id: number): Promise<void> {
  return new Promise((resolve) => {
    namespaceObject(namespace).close(id, () => {
      void chrome.runtime.lastError
      resolve()
    })
  })
}

/** Uses up ids until those of tcp, tcpServer and udp lie apart, so that a bare number tells whose it is. */
export async function spreadIds(): Promise<void> {
  for (const namespace of present()) {
    const first = firstIds[namespace]
    const create = (): Promise<{ socketId: number }> => namespaceObject(namespace).create({})
    const { socketId } = await create()
    const others = Array.from({ length: Math.max(0, first - socketId - 1) }, create)
    const sockets = await Promise.all(others)
    await Promise.all(
      [socketId, ...sockets.map((socket) => socket.socketId)].map((id) => close(namespace, id)),
    )
  }
}

/** Closes every socket of the app. */
export async function closeSockets(): Promise<void> {
  for (const namespace of present()) {
    const open = (await namespaceObject(namespace).getSockets()) as { socketId: number }[]
    await Promise.all(open.map(({ socketId }) => close(namespace, socketId)))
    const stray = open.find(({ socketId }) => namespaceOfId(socketId) !== namespace)
    if (stray !== undefined) throw new Error(`${namespace} has come to id ${stray.socketId}: raise firstIds`)
  }
  // Events of closed sockets are posted after the answers: one more round trip lets them come.
  for (const namespace of present()) await namespaceObject(namespace).getSockets()
}

/**
 * Adds a first listener to every event and takes it away: Chrome hears of the first one of all so late that an event
 * may be lost before.
 */
export async function wakeEvents(): Promise<void> {
  const listener = (): void => {}
  const events = present().flatMap((namespace) => eventsOf(namespace))
  for (const [, event] of events) event.addListener(listener)
  await sleep(100)
  for (const [, event] of events) event.removeListener(listener)
}

function eventsOf(namespace: Namespace): [string, Loose][] {
  const events: [string, Loose][] = Object.entries(namespaceObject(namespace))
  return events.filter(([, value]) => typeof value?.hasListeners === 'function')
}

/** The names of the events that have listeners. */
export function findListeners(): string[] {
  return present().flatMap((namespace) =>
    eventsOf(namespace)
      .filter(([, event]) => event.hasListeners())
      .map(([name]) => `${namespace}.${name}`),
  )
}

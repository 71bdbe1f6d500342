import { createDictionary } from '../../../main-world/primordials.ts'
import type { Dictionary } from '../../../main-world/primordials.ts'
import { cutText } from '../../../main-world/text.ts'
import { cutAddress } from './cut-address.ts'

type Params = Readonly<Record<string, unknown>>

interface Delegate {
  readonly dispatchEvent: (name: string, props: object) => void
}

/** By this Electron's element asks the main process. */
interface GuestViewInternal {
  readonly createGuest: (frame: unknown, elementId: number, params: Params) => Promise<number>
  readonly detachGuest: (guestId: number) => unknown
  readonly deregisterEvents: (viewId: number) => void
  readonly invoke: (guestId: number, method: string, args: readonly unknown[]) => Promise<unknown>
  readonly registerEvents: (viewId: number, delegate: Delegate) => void
}

/** What Electron gives to its own code in the page. */
export interface Hooks {
  readonly allowGuestViewElementDefinition: (page: Window, define: () => void) => void
  readonly guestViewInternal: GuestViewInternal
}

const readNumber = (value: unknown): number => (typeof value === 'number' ? value : 0)

function cutValue(name: string, value: unknown): unknown {
  if (typeof value === 'string') return name === 'src' ? cutAddress(value) : cutText(value)
  return typeof value === 'boolean' ? value : ''
}

/** Of attributes that Electron knows. */
function cutParams(params: Params, names: readonly string[]): Dictionary {
  const cut: Dictionary = createDictionary()
  cut['instanceId'] = readNumber(params['instanceId'])
  for (let i = 0; i < names.length; i += 1) {
    const name = names[i] as string
    cut[name] = cutValue(name, params[name])
  }
  return cut
}

/**
 * Whatever a page makes of Electron's code, which runs in its world and asks its built-ins, the main process is told no
 * more than it has use for: it unpacks what it is told before anybody can look at it.
 */
export function guardHooks(hooks: Hooks, attributes: readonly string[]): void {
  const { createGuest, detachGuest, deregisterEvents, invoke, registerEvents } = hooks.guestViewInternal
  const guarded: GuestViewInternal & { __proto__: null } = {
    __proto__: null,
    createGuest: (frame, elementId, params) =>
      createGuest(frame, readNumber(elementId), cutParams(params, attributes)),
    detachGuest: (guestId) => detachGuest(readNumber(guestId)),
    deregisterEvents: (viewId) => deregisterEvents(readNumber(viewId)),
    invoke: (guestId, _method, [url]) =>
      invoke(readNumber(guestId), 'loadURL', [typeof url === 'string' ? cutAddress(url) : '', {}]),
    registerEvents: (viewId, delegate) => registerEvents(readNumber(viewId), delegate),
  }
  Reflect.set(hooks, 'guestViewInternal', guarded)
  Reflect.deleteProperty(hooks, 'allowGuestViewElementDefinition')
}

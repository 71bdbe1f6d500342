/** Asked for whatever the manifest has, and whatever comes of it. By the names that a status has, not a query. */
const alwaysAsked: ReadonlySet<string> = new Set(['audio_capture', 'clipboard_read', 'video_capture'])
const neverAsked: ReadonlySet<string> = new Set(['periodic_background_sync'])
/** Granted to a page by itself, and asked for by a frame. */
const ofTopPages: ReadonlySet<string> = new Set(['background_fetch', 'storage-access'])

function soften(name: string, state: PermissionState): PermissionState {
  if (globalThis.origin === 'null' || neverAsked.has(name)) return state
  if (ofTopPages.has(name)) return globalThis.top === globalThis.window ? 'granted' : 'prompt'
  return state === 'denied' || alwaysAsked.has(name) ? 'prompt' : state
}

/** Electron knows yes and no; Chrome tells an app that it might ask the user. A page without origin is refused. */
export function restrictPermissions({ PermissionStatus }: typeof globalThis): void {
  const { prototype } = PermissionStatus
  const get: (() => PermissionState) | undefined = Reflect.getOwnPropertyDescriptor(prototype, 'state')?.get
  if (get === undefined) return
  Reflect.defineProperty(prototype, 'state', {
    get(this: PermissionStatus) {
      const state = Reflect.apply(get, this, [])
      return soften(this.name, state)
    },
  })
}

import type { WebContents } from 'electron'

const ofHistory = ['goBack', 'goForward', 'goToIndex', 'goToOffset'] as const
const ofContents = [...ofHistory, 'reload', 'reloadIgnoringCache'] as const

function guard(target: object, names: readonly string[], mayLoad: () => boolean): void {
  for (const name of names) {
    const method: unknown = Reflect.get(target, name)
    if (typeof method !== 'function') continue
    Reflect.set(target, name, (...args: unknown[]): unknown =>
      mayLoad() ? Reflect.apply(method, target, args) : undefined,
    )
  }
}

/** Electron's element, if a page gets hold of it, has these called whatever has become of the guest. */
export function guardLoads(contents: WebContents, mayLoad: () => boolean): void {
  guard(contents, ofContents, mayLoad)
  guard(contents.navigationHistory, ofHistory, mayLoad)
}

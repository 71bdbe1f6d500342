const { apply, defineProperty } = Reflect

type LooseMethod = (this: unknown, ...args: unknown[]) => unknown

const names = ['requestFullscreen', 'webkitRequestFullscreen', 'webkitRequestFullScreen']

const noGesture =
  "Failed to execute 'requestFullscreen' on 'Element': API can only be initiated by a user gesture."

/** An element fills the screen only after a click or a key, which Electron does not ask for, and with the permission. */
export function restrictFullScreen({ Element, navigator }: typeof globalThis, isPermitted: boolean): void {
  for (const name of names) {
    const original = Reflect.get(Element.prototype, name) as LooseMethod
    const value = {
      [name](this: unknown, ...args: unknown[]) {
        const isActive = navigator.userActivation.isActive
        if (isPermitted && isActive) return apply(original, this, args)
        if (!isActive) console.warn(noGesture)
        return Promise.reject(new TypeError('Permissions check failed'))
      },
    }[name]
    defineProperty(Element.prototype, name, { value })
  }
}

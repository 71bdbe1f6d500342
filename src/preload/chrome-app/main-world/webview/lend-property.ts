const { defineProperty, deleteProperty, getOwnPropertyDescriptor } = Reflect

/** An object has another value at a key for as long as something is done. Before any script of the page runs. */
export function lendProperty(target: object, key: string, value: unknown, act: () => void): void {
  const own = getOwnPropertyDescriptor(target, key)
  defineProperty(target, key, { value, configurable: true, writable: true })
  try {
    act()
  } finally {
    if (own === undefined) deleteProperty(target, key)
    else defineProperty(target, key, own)
  }
}

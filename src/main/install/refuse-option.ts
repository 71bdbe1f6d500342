/** Every complaint about an option begins with the product, and names it. */
export function refuseOption(name: string, complaint: string): TypeError {
  return new TypeError(`electron-chrome-sockets: option "${name}" ${complaint}`)
}

/** What is wrong with an option is said of it. */
export function readOption<T>(name: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    const complaint = error instanceof Error ? error.message : String(error)
    throw new TypeError(`electron-chrome-sockets: option "${name}": ${complaint}`, { cause: error })
  }
}

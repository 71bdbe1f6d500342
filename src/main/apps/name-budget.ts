interface Named {
  readonly name: string
}

/** Characters of the names of all sockets of one app. Chrome has no limit, but its sockets are not in one process. */
const limit = 16 * 1024 * 1024

/** Long names are kept, as in Chrome; a great many of them would fill the memory of the main process. */
export class NameBudget {
  #used = 0

  /** False, and nothing is done, when the socket's new name would be too much. */
  rename(socket: Named, name: string | undefined, update: () => void): boolean {
    const growth = name === undefined ? 0 : name.length - socket.name.length
    if (growth > 0 && this.#used + growth > limit) return false
    const before = socket.name.length
    update()
    this.giveBack(before - socket.name.length)
    return true
  }

  hasRoomFor(name = ''): boolean {
    return this.#used + name.length <= limit
  }

  giveBack(characters: number): void {
    this.#used -= characters
  }
}

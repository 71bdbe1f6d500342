interface FileEntry {
  readonly file: (use: (file: File) => void, fail: (error: Error) => void) => void
}

interface Launches {
  readonly addListener: (listener: (data: { items?: readonly { entry: FileEntry }[] }) => void) => void
}

/** Bytes that are read and sent at once. */
const sliceLength = 4 * 1024 * 1024

/** Sends the file that a Chrome App was launched with to whoever connects, and closes the connection. */
export class FileServer {
  readonly #file: Promise<FileEntry>
  #socketId = 0

  constructor() {
    const launches = Reflect.get(chrome, 'app').runtime.onLaunched as Launches
    this.#file = new Promise((resolve) => {
      launches.addListener(({ items: [item] = [] }) => {
        if (item !== undefined) resolve(item.entry)
      })
    })
    chrome.sockets.tcpServer.onAccept.addListener(({ clientSocketId }) => void this.#send(clientSocketId))
  }

  /** Returns the port. */
  async start(): Promise<number> {
    const { tcpServer } = chrome.sockets
    const { socketId } = await tcpServer.create()
    this.#socketId = socketId
    const code = await new Promise((resolve) => tcpServer.listen(socketId, '127.0.0.1', 0, resolve))
    if (code !== 0) throw new Error(`listen: ${String(code)}`)
    return (await tcpServer.getInfo(socketId)).localPort ?? 0
  }

  stop(): Promise<void> {
    return chrome.sockets.tcpServer.close(this.#socketId)
  }

  async #send(socketId: number): Promise<void> {
    const { tcp } = chrome.sockets
    const entry = await this.#file
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    for (let at = 0; at < file.size; at += sliceLength) {
      const bytes = await file.slice(at, at + sliceLength).arrayBuffer()
      await new Promise((resolve) => tcp.send(socketId, bytes, resolve))
    }
    await tcp.close(socketId)
  }
}

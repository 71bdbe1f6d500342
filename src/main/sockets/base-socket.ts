/** What a page can say of a socket in `create` and `update`; a server has no buffer size. */
export interface SocketProperties {
  persistent?: boolean | undefined
  name?: string | undefined
  bufferSize?: number | undefined
}

const defaultReadSize = 4096

/** What the sockets of all three APIs are. */
export abstract class BaseSocket {
  readonly id: number
  persistent = false
  name = ''
  bufferSize: number | undefined
  /** Its pages have gone, and it has yet to be closed: nobody is to hear of it. */
  retired = false

  constructor(id: number) {
    this.id = id
  }

  update({ persistent, name, bufferSize }: SocketProperties): void {
    this.persistent = persistent ?? this.persistent
    this.name = name ?? this.name
    this.bufferSize = bufferSize ?? this.bufferSize
  }

  /** Bytes of one `onReceive` event, at most: what the page has set, where that is a size at all. */
  get readSize(): number {
    return this.bufferSize !== undefined && this.bufferSize > 0 ? this.bufferSize : defaultReadSize
  }
}

import type { DatagramHost } from './datagrams/datagram-host.ts'

/** What a measured server is told of its connections. */
export interface SocketEvents<Connection, Data> {
  accept: (connection: Connection) => void
  receive: (connection: Connection, data: Data) => void
  /** The peer has gone; the connection must still be closed. */
  end: (connection: Connection) => void
}

/** Sockets as one of the subjects offers them: the servers below are written against this alone. */
export interface SocketHost<Connection, Data extends { readonly byteLength: number }> {
  /**
   * Opens a server on a free port of 127.0.0.1 and returns the port. The size is that of the largest piece in which
   * data may come; hosts that have no such setting choose for themselves.
   */
  listen: (events: SocketEvents<Connection, Data>, bufferSize?: number) => Promise<number>
  /** Connects to a TLS server on 127.0.0.1; the connection is accepted when it is secure. */
  connectSecurely?: (port: number, events: SocketEvents<Connection, Data>) => Promise<void>
  readonly datagrams?: DatagramHost<Data>
  /** `sent` is called with whether it could be sent. */
  send: (connection: Connection, data: Data, sent: (isSent: boolean) => void) => void
  close: (connection: Connection) => void
  /** Closes the server; its connections are closed by whoever was told of them. */
  stop: () => Promise<void>
  toData: (bytes: Uint8Array<ArrayBuffer>) => Data
  toBytes: (data: Data) => Uint8Array
}

/** A UDP socket as one of the subjects offers it; peers are at 127.0.0.1, too. */
export interface DatagramHost<Data> {
  /** Binds to a free port of 127.0.0.1 and returns the port. */
  bind: (receive: (data: Data, port: number) => void) => Promise<number>
  /** `sent` is called with whether it could be sent. */
  send: (data: Data, port: number, sent: (isSent: boolean) => void) => void
  close: () => Promise<void>
}

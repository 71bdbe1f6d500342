import { blockSize } from '../../server/pattern.ts'
import { ByteStream } from '../byte-stream.ts'
import { connect } from '../connect.ts'
import { Pushing } from '../pushing.ts'
import type { Span } from '../span.ts'
import { measureRate } from '../span.ts'
import { until } from '../until.ts'

/** Bytes under way, in all: a subject without flow control would otherwise pile up whatever it is sent. */
const window = 4 * blockSize
const widestWindow = 16 * blockSize
const restLimit = 20_000
/** Connections are at different places of the stream, so that bytes of another one are noticed. */
const offsetStep = 65_537

class EchoFlow {
  received = 0
  failure: string | undefined
  #pushing: Pushing | undefined

  async open(port: number, stream: ByteStream, index: number, ownWindow: number): Promise<void> {
    const offset = index * offsetStep
    const peer = await connect(port, (data) => {
      if (!stream.matches(data, offset + this.received))
        this.failure ??= `wrong bytes after ${this.received} on connection ${index}`
      this.received += data.length
      this.#pushing?.confirm(this.received)
    })
    this.#pushing = new Pushing(peer.socket, stream, offset, ownWindow)
    peer.closed.then(
      () => (this.failure ??= 'the connection was closed'),
      (error: unknown) => (this.failure ??= String(error)),
    )
    this.close = () => void peer.socket.destroy()
  }

  close: () => void = () => {}

  stop(): void {
    this.#pushing?.stop()
  }

  get missing(): number {
    return (this.#pushing?.sent ?? 0) - this.received
  }
}

/** Sends on some connections as much as comes back; returns bytes a second. Every byte that comes back is checked. */
export async function echo(port: number, connections: number, span: Span): Promise<number> {
  const stream = new ByteStream(blockSize)
  const ownWindow = connections === 1 ? window : widestWindow / connections
  const flows = Array.from({ length: connections }, () => new EchoFlow())
  await Promise.all(flows.map((flow, index) => flow.open(port, stream, index, ownWindow)))
  const rate = await measureRate(span, () => flows.reduce((sum, { received }) => sum + received, 0))
  for (const flow of flows) flow.stop()
  const failure = (): string | undefined => flows.find((flow) => flow.failure !== undefined)?.failure
  const missing = (): number => flows.reduce((sum, flow) => sum + flow.missing, 0)
  await until(
    restLimit,
    () => failure() !== undefined || missing() === 0,
    () => `${missing()} bytes have not come back`,
  )
  const found = failure()
  for (const flow of flows) flow.close()
  if (found !== undefined) throw new Error(found)
  return rate
}

import { blockSize } from '../../server/pattern.ts'
import { ByteStream } from '../byte-stream.ts'
import { connect } from '../connect.ts'
import type { Span } from '../span.ts'
import { measureRate } from '../span.ts'

/** Takes on one connection as much as the server sends; returns bytes a second. Every byte is checked. */
export async function pull(port: number, span: Span): Promise<number> {
  const stream = new ByteStream(blockSize)
  let received = 0
  let isRight = true
  const peer = await connect(port, (data) => {
    isRight &&= stream.matches(data, received)
    received += data.length
  })
  peer.socket.write('go')
  const rate = await Promise.race([measureRate(span, () => received), failWhenClosed(peer.closed)])
  peer.socket.destroy()
  if (!isRight) throw new Error('wrong bytes were received')
  return rate
}

async function failWhenClosed(closed: Promise<void>): Promise<never> {
  await closed
  throw new Error('the connection was closed')
}

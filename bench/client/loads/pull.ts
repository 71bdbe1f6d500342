import { blockSize } from '../../server/pattern.ts'
import { ByteStream } from '../byte-stream.ts'
import type { Open } from '../connect.ts'
import { failWhenClosed } from '../connect.ts'
import type { Span } from '../span.ts'
import { measureRate } from '../span.ts'

/** Takes on one connection as much as the server sends; returns bytes a second. Every byte is checked. */
export async function pull(open: Open, span: Span): Promise<number> {
  const stream = new ByteStream(blockSize)
  let received = 0
  let isRight = true
  const { socket, closed } = await open((data) => {
    isRight &&= stream.matches(data, received)
    received += data.length
  })
  socket.write('go')
  const rate = await Promise.race([measureRate(span, () => received), failWhenClosed(closed)])
  socket.destroy()
  if (!isRight) throw new Error('wrong bytes were received')
  return rate
}

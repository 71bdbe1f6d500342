import { httpRequest, httpResponse } from '../../server/texts.ts'
import { connect } from '../connect.ts'
import type { Span } from '../span.ts'
import { measureRate } from '../span.ts'

/** Asks on some connections, on each when the last answer is complete; returns requests a second. */
export async function http(port: number, connections: number, span: Span): Promise<number> {
  let answered = 0
  let failure: Error | undefined
  const expected = Buffer.from(httpResponse)
  const open = async (): Promise<() => void> => {
    let read = 0
    const peer = await connect(port, (data) => {
      if (!expected.subarray(read, read + data.length).equals(data)) failure ??= new Error('a wrong answer')
      read += data.length
      if (read < expected.length) return
      read = 0
      answered += 1
      peer.socket.write(httpRequest)
    })
    peer.closed.then(
      () => (failure ??= new Error('a connection was closed')),
      (error: Error) => (failure ??= error),
    )
    peer.socket.write(httpRequest)
    return () => void peer.socket.destroy()
  }
  const closers = await Promise.all(Array.from({ length: connections }, open))
  const rate = await measureRate(span, () => answered)
  const found = failure
  for (const close of closers) close()
  if (found !== undefined) throw found
  return rate
}

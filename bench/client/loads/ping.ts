import { makePattern } from '../../server/pattern.ts'
import { connect, failWhenClosed } from '../connect.ts'
import type { RoundTrips } from '../round-trips.ts'
import { RoundTripWatch } from '../round-trips.ts'
import type { Span } from '../span.ts'

const size = 64

/** Sends a message when the one before has come back, until the end. */
export async function ping(port: number, span: Span): Promise<RoundTrips> {
  const message = Buffer.from(makePattern(size))
  let received = Buffer.alloc(0)
  let finish = (_error?: Error): void => {}
  const finished = new Promise<void>((resolve, reject) => {
    finish = (error) => (error === undefined ? resolve() : reject(error))
  })
  const { socket, closed } = await connect(port, (data) => {
    received = Buffer.concat([received, data])
    if (received.length < size) return
    const mayGoOn = watch.end()
    if (!received.equals(message)) finish(new Error('wrong bytes have come back'))
    else if (mayGoOn) send()
    else finish()
  })
  const watch = new RoundTripWatch(span)
  const send = (): void => {
    received = received.subarray(0, 0)
    watch.begin()
    socket.write(message)
  }
  send()
  await Promise.race([finished, failWhenClosed(closed)]).finally(() => socket.destroy())
  return watch.summarize()
}

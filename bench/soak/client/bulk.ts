import { ByteStream } from '../../client/byte-stream.ts'
import { connect } from '../../client/connect.ts'
import { Pushing } from '../../client/pushing.ts'
import { TotalReader } from '../../client/totals.ts'
import { until } from '../../client/until.ts'
import { blockSize } from '../../server/pattern.ts'

const window = 8 * blockSize
/** Milliseconds without any progress. */
const patience = 30_000

/** Sends at least so many bytes on one connection; returns how many the server has counted and found right. */
export async function bulk(port: number, bytes: number): Promise<number> {
  const totals = new TotalReader()
  let failure: Error | undefined
  let pushing: Pushing | undefined
  const { closed, socket } = await connect(port, (data) => {
    totals.read(data)
    if (totals.latest >= bytes) pushing?.stop()
    pushing?.confirm(totals.latest)
  })
  closed.then(
    () => (failure ??= new Error(`the connection was closed after ${totals.latest} bytes`)),
    (error: Error) => (failure ??= error),
  )
  const running = new Pushing(socket, new ByteStream(blockSize), 0, window)
  pushing = running
  const isDone = (): boolean =>
    totals.latest >= bytes && totals.latest >= Math.floor(running.sent / blockSize) * blockSize
  const isOver = (): boolean => failure !== undefined || isDone()
  while (!isOver()) {
    const before = totals.latest
    await until(
      patience,
      () => totals.latest > before || isOver(),
      () => `nothing more was taken after ${totals.latest} of ${running.sent} bytes`,
    )
  }
  const found = failure
  socket.destroy()
  if (found !== undefined) throw found
  if (totals.latest > running.sent) throw new Error('more was received than sent')
  return totals.latest
}

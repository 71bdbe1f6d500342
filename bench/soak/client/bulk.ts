import { ByteStream } from '../../client/byte-stream.ts'
import { connect } from '../../client/connect.ts'
import { Pushing } from '../../client/pushing.ts'
import { until } from '../../client/until.ts'
import { blockSize } from '../../server/pattern.ts'

const window = 8 * blockSize
/** Milliseconds without any progress. */
const patience = 30_000
const reportSize = 8

/** Sends at least so many bytes on one connection; returns how many the server has counted and found right. */
export async function bulk(port: number, bytes: number): Promise<number> {
  let unread = Buffer.alloc(0)
  let taken = 0
  let failure: Error | undefined
  let pushing: Pushing | undefined
  const { closed, socket } = await connect(port, (data) => {
    unread = Buffer.concat([unread, data])
    for (; unread.length >= reportSize; unread = unread.subarray(reportSize)) taken = unread.readDoubleLE(0)
    if (taken >= bytes) pushing?.stop()
    pushing?.confirm(taken)
  })
  closed.then(
    () => (failure ??= new Error(`the connection was closed after ${taken} bytes`)),
    (error: Error) => (failure ??= error),
  )
  const running = new Pushing(socket, new ByteStream(blockSize), 0, window)
  pushing = running
  const isDone = (): boolean => taken >= bytes && taken >= Math.floor(running.sent / blockSize) * blockSize
  const isOver = (): boolean => failure !== undefined || isDone()
  while (!isOver()) {
    const before = taken
    await until(
      patience,
      () => taken > before || isOver(),
      () => `nothing more was taken after ${taken} of ${running.sent} bytes`,
    )
  }
  const found = failure
  socket.destroy()
  if (found !== undefined) throw found
  if (taken > running.sent) throw new Error('more was received than sent')
  return taken
}

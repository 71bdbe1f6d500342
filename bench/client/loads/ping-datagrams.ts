import dgram from 'node:dgram'
import { DatagramReader, makeDatagram } from '../../server/datagrams/datagram.ts'
import type { RoundTrips } from '../round-trips.ts'
import { RoundTripWatch } from '../round-trips.ts'
import type { Span } from '../span.ts'

const lostAfter = 2000

/** Sends a datagram when the one before has come back, until the end; none may be lost. */
export async function pingDatagrams(port: number, span: Span): Promise<RoundTrips> {
  const socket = dgram.createSocket('udp4')
  const reader = new DatagramReader()
  const watch = new RoundTripWatch(span)
  let timer: NodeJS.Timeout | undefined
  await new Promise<void>((resolve, reject) => {
    const send = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => reject(new Error(`datagram ${reader.received} is lost`)), lostAfter)
      watch.begin()
      socket.send(makeDatagram(reader.received), port, '127.0.0.1')
    }
    socket.on('message', (data) => {
      const mayGoOn = watch.end()
      reader.read(data)
      if (reader.failure !== undefined) reject(new Error(reader.failure))
      else if (mayGoOn) send()
      else resolve()
    })
    send()
  }).finally(() => {
    clearTimeout(timer)
    socket.close()
  })
  return watch.summarize()
}

import { SequenceReader, SequenceWriter } from '../sequence.ts'
import type { SocketHost } from '../socket-host.ts'
import type { ModeEvents, Sized } from './mode.ts'

/** Checks every message of a sequence and answers it with one of its own; a wrong one ends the connection. */
export function messages<C, D extends Sized>(host: SocketHost<C, D>): ModeEvents<C, D> {
  const talks = new Map<C, { readonly reader: SequenceReader; writer: SequenceWriter | undefined }>()
  const open = (connection: C) => {
    const talk = { reader: new SequenceReader(), writer: undefined }
    talks.set(connection, talk)
    return talk
  }
  return {
    receive: (connection, data) => {
      const talk = talks.get(connection) ?? open(connection)
      const { reader } = talk
      for (let left = reader.read(host.toBytes(data)); left > 0; left -= 1) {
        talk.writer ??= new SequenceWriter(reader.connection ?? 0)
        host.send(connection, host.toData(talk.writer.take()), () => {})
      }
      if (reader.failure !== undefined) host.close(connection)
    },
    end: (connection) => void talks.delete(connection),
  }
}

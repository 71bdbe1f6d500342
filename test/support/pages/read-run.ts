import { Budget } from '../../../src/main/memory/budget.ts'
import type { SendRun } from '../../../src/main/calls/parse-message.ts'

/** The bytes of a run of sends, in the memory of their message. */
export function readRun({ byteLength, payload, start }: SendRun): Buffer {
  const { bytes } = payload.lend(start, byteLength, new Budget(Infinity))
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

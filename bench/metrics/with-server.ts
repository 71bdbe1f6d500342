import type { Mode } from '../server/modes/index.ts'
import type { Bench } from './metric.ts'

/** Runs a load against a server that was opened for it and is closed after it. */
export async function withServer<Result>(
  { subject: { server } }: Bench,
  mode: Mode,
  load: (port: number) => Promise<Result>,
  ...bufferSize: readonly number[]
): Promise<Result> {
  const port = (await server('start', mode, ...bufferSize)) as number
  const result = await load(port)
  await server('stop')
  return result
}

import { shortRequest, shortResponse } from '../../server/texts.ts'
import { connectBriefly } from '../connect.ts'
import type { Span } from '../span.ts'
import { measureRate } from '../span.ts'

async function askOnce(port: number, expected: string): Promise<void> {
  let answer = ''
  const peer = await connectBriefly(port, (data) => {
    answer += data.toString('latin1')
  })
  peer.socket.write(shortRequest)
  await peer.closed
  if (answer !== expected) throw new Error(`the answer was "${answer}"`)
}

/** Connects, asks, and waits until the server has closed, some at once; returns connections a second. */
export async function short(port: number, atOnce: number, span: Span): Promise<number> {
  const expected = new TextDecoder().decode(shortResponse)
  const end = new AbortController()
  let done = 0
  const run = async (): Promise<void> => {
    for (; !end.signal.aborted; done += 1) await askOnce(port, expected)
  }
  const runs = Promise.all(Array.from({ length: atOnce }, run))
  const rate = await Promise.race([measureRate(span, () => done), runs.then(() => 0)])
  end.abort()
  await runs
  return rate
}

/** The same until so many connections have been served; returns how many that are. */
export async function shortTimes(port: number, atOnce: number, count: number): Promise<number> {
  const expected = new TextDecoder().decode(shortResponse)
  let begun = 0
  let done = 0
  const run = async (): Promise<void> => {
    while (begun < count) {
      begun += 1
      await askOnce(port, expected)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, run))
  return done
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { DatagramMode, DatagramReport } from '../server/datagrams/datagram-server.ts'
import type { RunningSubject } from '../subjects/subject.ts'
import type { Bench, Metric, Row, Values } from './metric.ts'

/** Milliseconds without a datagram after which no other one is expected. */
const lostAfter = 300

const rateRow = (id: string, label: string): Row => ({ id, label, unit: 'datagrams/s', better: 'more' })
const lossRow = (id: string): Row => ({ id, label: 'of these are lost', unit: '%', better: 'less' })

const computeLoss = (sent: number, received: number): number => ((sent - received) / sent) * 100

async function open({ server }: RunningSubject, mode: DatagramMode, ...to: number[]): Promise<number> {
  return (await server('openDatagrams', mode, ...to)) as number
}

async function ask(
  { server }: RunningSubject,
  method: 'reportDatagrams' | 'closeDatagrams',
): Promise<DatagramReport> {
  const report = (await server(method)) as DatagramReport
  if (report.failure !== undefined) throw new Error(report.failure)
  return report
}

/** How many have come when nothing comes any more. */
async function countAll(subject: RunningSubject): Promise<number> {
  let { received } = await ask(subject, 'reportDatagrams')
  for (let before = -1; before < received;) {
    before = received
    await sleep(lostAfter)
    received = (await ask(subject, 'reportDatagrams')).received
  }
  return received
}

async function measureIn({ subject, client, size: { span } }: Bench): Promise<Values> {
  await client('floodDatagrams', await open(subject, 'count'))
  await sleep(span.warmUp)
  const first = await ask(subject, 'reportDatagrams')
  await sleep(span.duration)
  const last = await ask(subject, 'reportDatagrams')
  const sent = await client('stopFlood')
  const received = await countAll(subject)
  await ask(subject, 'closeDatagrams')
  const rate = ((last.received - first.received) / (last.at - first.at)) * 1000
  return { 'udp-in': rate, 'udp-in-lost': computeLoss(sent, received) }
}

async function measureOut({ subject, client, size: { span } }: Bench): Promise<Values> {
  await open(subject, 'flood', await client('openDatagrams'))
  const rate = await client('countDatagrams', span)
  const { sent } = await ask(subject, 'closeDatagrams')
  const received = await client('closeDatagrams')
  return { 'udp-out': rate, 'udp-out-lost': computeLoss(sent, received) }
}

async function measureRoundTrip({ subject, client, size: { span } }: Bench): Promise<Values> {
  const { p50, p99 } = await client('pingDatagrams', await open(subject, 'echo'), span)
  await ask(subject, 'closeDatagrams')
  return { 'udp-rtt-p50': p50, 'udp-rtt-p99': p99 }
}

export const udpIn: Metric = {
  name: 'udp-in',
  needs: 'datagrams',
  rows: [rateRow('udp-in', 'UDP, the page receives, as many as it gets'), lossRow('udp-in-lost')],
  measure: measureIn,
}

export const udpOut: Metric = {
  name: 'udp-out',
  needs: 'datagrams',
  rows: [rateRow('udp-out', 'UDP, the page sends, 64 at once'), lossRow('udp-out-lost')],
  measure: measureOut,
}

export const udpRtt: Metric = {
  name: 'udp-rtt',
  needs: 'datagrams',
  rows: [
    { id: 'udp-rtt-p50', label: 'UDP round trip, p50', unit: 'µs', better: 'less' },
    { id: 'udp-rtt-p99', label: 'UDP round trip, p99', unit: 'µs', better: 'less' },
  ],
  measure: measureRoundTrip,
}

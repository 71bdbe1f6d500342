import { expect, it } from 'vitest'
import { runCampaign } from '../../../bench/campaign/campaign.ts'
import { metrics } from '../../../bench/metrics/index.ts'
import type { Subject } from '../../../bench/subjects/subject.ts'

const size = {
  span: { warmUp: 1, duration: 1 },
  idleConnections: 1,
  startUps: 1,
  files: { short: 1, long: 1 },
  settleTime: 0,
}
const trust = { identity: { key: '', cert: '' }, authority: { file: '', serverKeyHash: '' } }
const plan = { size, trust, clientFolder: '', profileFolder: undefined }

function makeSubject(name: string, part: Partial<Subject>): Subject {
  return {
    name,
    about: `about ${name}`,
    abilities: [],
    findMissing: () => undefined,
    build: async () => name,
    launch: () => Promise.reject(new Error('it does not start')),
    ...part,
  }
}

it('goes on when a subject fails, and says why', async () => {
  const build = (): never => expect.unreachable()
  const subjects = [
    makeSubject('broken', {}),
    makeSubject('absent', { findMissing: () => 'install it', build }),
  ]
  const chosen = metrics.filter(({ name }) => ['http', 'rtt'].includes(name))
  const seen: string[] = []
  const campaign = { rounds: 2, metrics: chosen, subjects, plan, buildFolder: '', timeLimit: 10_000 }
  const found = await runCampaign({ ...campaign, onSample: ({ subject }) => void seen.push(subject) })
  const errors = { http: 'it does not start', rtt: 'it does not start' }
  expect(found.samples).toEqual([
    { round: 0, subject: 'broken', values: {}, errors, notes: {} },
    { round: 1, subject: 'broken', values: {}, errors, notes: {} },
  ])
  expect(found.subjects).toContainEqual({
    name: 'absent',
    about: 'about absent',
    versions: {},
    missing: 'install it',
  })
  expect(seen).toEqual(['broken', 'broken'])
})

it('asks nobody for what it does not have', async () => {
  const subjects = [makeSubject('without', {}), makeSubject('with', { abilities: ['tls'] })]
  const chosen = metrics.filter(({ name }) => ['tls-in', 'udp-in'].includes(name))
  const campaign = { rounds: 1, metrics: chosen, subjects, plan, buildFolder: '', timeLimit: 10_000 }
  const { samples } = await runCampaign({ ...campaign, onSample: () => {} })
  expect(samples.map(({ errors }) => errors)).toEqual([{}, { 'tls-in': 'it does not start' }])
})

it('ends when the time is up, and says so', async () => {
  const subjects = [makeSubject('slow', {})]
  const campaign = { rounds: 5, metrics, subjects, plan, buildFolder: '', timeLimit: -1, onSample: () => {} }
  const { samples, endedIn } = await runCampaign(campaign)
  expect({ samples, endedIn }).toEqual({ samples: [], endedIn: 0 })
})

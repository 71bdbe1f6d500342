import type { Results, Sample } from '../../../bench/campaign/results.ts'

/** What one subject has given in one round. */
export function makeSample(round: number, subject: string, part: Partial<Sample>): Sample {
  return { round, subject, values: {}, errors: {}, notes: {}, ...part }
}

/** A run with these samples; Chromium was not there. */
export function makeResults(samples: readonly Sample[], part: Partial<Results> = {}): Results {
  return {
    date: '2026-11-22T20:00:00.000Z',
    machine: { cpu: 'A | B', cores: 2, memory: '8.0 GiB', kernel: 'Linux 6', node: '20.1.0', load: 1.5 },
    rounds: 2,
    quick: false,
    seconds: 61,
    metrics: ['http', 'memory'],
    subjects: [
      { name: 'bridge', about: '', versions: { electron: '33.2.1', chrome: '130.0.1', node: '20.18.1' } },
      { name: 'chrome', about: '', versions: {}, missing: 'Install it.' },
      { name: 'foxglove', about: '', versions: {} },
    ],
    samples,
    ...part,
  }
}

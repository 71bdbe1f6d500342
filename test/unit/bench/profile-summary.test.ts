import { expect, it } from 'vitest'
import { summarizeProfile } from '../../../bench/report/profile-summary.ts'

const frame = (functionName: string, url = '', lineNumber = -1) => ({ functionName, url, lineNumber })

it('adds up the time of each function', () => {
  const nodes = [
    { id: 1, callFrame: frame('(idle)') },
    { id: 2, callFrame: frame('send', 'file:///a/page.js', 4) },
    { id: 3, callFrame: frame('send', 'file:///a/page.js', 4) },
    { id: 4, callFrame: frame('', 'file:///a/page.js', 9) },
  ]
  const profile = { nodes, samples: [1, 2, 3, 4], timeDeltas: [100, 300, 400, 200] }
  expect(summarizeProfile(profile)).toEqual([
    ' 70.0 %  send page.js:5',
    ' 20.0 %  (anonymous) page.js:10',
    ' 10.0 %  (idle)',
  ])
})

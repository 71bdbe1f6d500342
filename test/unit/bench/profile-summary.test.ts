import { expect, it } from 'vitest'
import { summarizeProfile } from '../../../bench/report/profile-summary.ts'

const frame = (functionName: string, url = '', lineNumber = -1) => ({ functionName, url, lineNumber })

it('adds up the time of each function, and of each group while it was busy', () => {
  const frames = [
    frame('(idle)'),
    frame('send', 'file:///a/page.js', 4),
    frame('send', 'file:///a/page.js', 4),
    frame('', 'file:///a/page.js', 9),
    frame('postMessage'),
    frame('#postMessage', 'file:///a/page.js', 20),
    frame('writeBuffer'),
    frame('emit', 'node:events', 9),
    frame('post', 'node:inspector', 1),
  ]
  const profile = {
    nodes: frames.map((callFrame, id) => ({ id, callFrame })),
    samples: frames.map((_, id) => id),
    timeDeltas: [900, 100, 150, 50, 300, 100, 200, 100, 100],
  }
  expect(summarizeProfile(profile)).toEqual([
    ' 45.0 %  (idle)',
    ' 15.0 %  postMessage',
    ' 12.5 %  send page.js:5',
    ' 10.0 %  writeBuffer',
    '  5.0 %  #postMessage page.js:21',
    '  5.0 %  emit node:events:10',
    '  5.0 %  post node:inspector:2',
    '  2.5 %  (anonymous) page.js:10',
    'of the time in which it was busy:',
    ' 40.0 %  postMessage',
    ' 30.0 %  scripts',
    ' 20.0 %  sockets',
    ' 10.0 %  the rest of Electron',
  ])
})

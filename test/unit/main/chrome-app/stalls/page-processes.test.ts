import { beforeEach, expect, it } from 'vitest'
import { PageProcesses } from '../../../../../src/main/chrome-app/stalls/page-processes.ts'

let said: string[]
let processes: PageProcesses<string>

beforeEach(() => {
  said = []
  processes = new PageProcesses({
    add: (pid) => said.push(`add ${pid}`),
    remove: (pid) => said.push(`remove ${pid}`),
  })
})

it('each process is told of once, and goes with the last of its pages', () => {
  processes.add('a', 7)
  processes.add('a', 7)
  processes.add('b', 7)
  processes.add('b', 8)
  expect(said).toEqual(['add 7', 'add 8'])
  processes.forget('a')
  processes.forget('a')
  expect(said.slice(2)).toEqual([])
  processes.forget('b')
  expect(said.slice(2)).toEqual(['remove 7', 'remove 8'])
  processes.add('a', 7)
  expect(said.slice(4)).toEqual(['add 7'])
})

it('this process and its family are nobody’s', () => {
  processes.add('a', 0)
  processes.add('a', process.pid)
  processes.forget('a')
  expect(said).toEqual([])
})

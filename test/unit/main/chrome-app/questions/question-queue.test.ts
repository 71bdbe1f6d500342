import { expect, it } from 'vitest'
import { QuestionQueue } from '../../../../../src/main/chrome-app/questions/question-queue.ts'
import { takeTurns } from '../../../../support/until.ts'

const page = {}

it('a user is asked one thing at a time, and no more than 16 wait for it, again and again', async () => {
  const queue = new QuestionQueue()
  for (let round = 0; round < 3; round += 1) {
    const open: { readonly name: number; readonly say: (word: string) => void }[] = []
    const ask = (name: number): Promise<string> =>
      queue.ask(page, 'no', () => new Promise((resolve) => open.push({ name, say: resolve })))
    const asked = Array.from({ length: 20 }, (_, name) => ask(name))
    expect(await Promise.all(asked.slice(16))).toEqual(['no', 'no', 'no', 'no'])
    for (let name = 0; name < 16; name += 1) {
      await takeTurns(1)
      expect(open.map((each) => each.name)).toEqual([name])
      open.pop()?.say(`yes ${name}`)
    }
    expect(await Promise.all(asked.slice(0, 16))).toEqual(
      Array.from({ length: 16 }, (_, name) => `yes ${name}`),
    )
  }
})

it('a question that fails is asked in vain by itself', async () => {
  const queue = new QuestionQueue()
  const failing = Array.from({ length: 16 }, () =>
    queue.ask(page, 'no', () => Promise.reject(new Error('no dialog'))),
  )
  for (const each of await Promise.allSettled(failing)) expect(each.status).toBe('rejected')
  expect(await queue.ask(page, 'no', () => Promise.resolve('yes'))).toBe('yes')
})

it('a page that goes leaves its places to others, though its question is still open', async () => {
  const queue = new QuestionQueue()
  let asked = 0
  let say = (_word: string): void => {}
  const ask = (): Promise<string> => {
    asked += 1
    return new Promise((resolve) => {
      say = resolve
    })
  }
  const open = queue.ask(page, 'no', ask)
  const waiting = Array.from({ length: 15 }, () => queue.ask(page, 'no', ask))
  queue.forget(page)
  expect(await Promise.all(waiting)).toEqual(Array(15).fill('no'))
  const others = Array.from({ length: 16 }, () => queue.ask({}, 'no', async () => 'yes'))
  expect(await others.at(-1)).toBe('no')
  say('late')
  expect(await Promise.all([open, ...others.slice(0, 15)])).toEqual([
    'late',
    ...Array<string>(15).fill('yes'),
  ])
  expect(asked).toBe(1)
})

import { beforeEach, describe, expect, it } from 'vitest'
import { LookUps, maxLookUps } from '../../../../src/main/sockets/look-ups.ts'
import { expectLimitToComeBack } from '../../../support/limits.ts'
import { settle } from '../../../support/until.ts'

interface Asked {
  readonly name: string
  readonly answer: (addresses: readonly string[] | Error) => void
}

let asked: Asked[]
let lookUps: LookUps
let answers: unknown[]

beforeEach(() => {
  asked = []
  answers = []
  lookUps = new LookUps(
    (name) =>
      new Promise((resolve, reject) => {
        const answer: Asked['answer'] = (value) => (value instanceof Error ? reject(value) : resolve(value))
        asked.push({ name, answer })
      }),
  )
})

function ask(name: string, owner: object = {}): void {
  void lookUps
    .findFor(owner)(name, 'any')
    .then((addresses) => answers.push([name, ...addresses]))
}

async function answerAll(): Promise<void> {
  for (const { answer } of asked.splice(0)) answer([])
  await settle()
}

describe('a look-up', () => {
  it('is answered with what is found, or with nothing', async () => {
    ask('one')
    ask('two')
    asked[1]?.answer(['192.0.2.2', '192.0.2.3'])
    asked[0]?.answer(new Error('unknown'))
    await settle()
    expect(answers).toEqual([['two', '192.0.2.2', '192.0.2.3'], ['one']])
  })

  it('of the same name is one look-up, answered in the order of the calls', async () => {
    const order: number[] = []
    for (let i = 0; i < 5; i += 1)
      void lookUps
        .findFor({})('two.test', 'any')
        .then(() => order.push(i))
    expect(asked).toHaveLength(1)
    asked[0]?.answer(['192.0.2.1'])
    await settle()
    expect(order).toEqual([0, 1, 2, 3, 4])
    ask('two.test')
    expect(asked).toHaveLength(2)
  })

  it('of another kind of address is another look-up', () => {
    for (const query of ['any', 'ipv4', 'ipv6', 'any'] as const) void lookUps.findFor({})('two.test', query)
    expect(asked).toHaveLength(3)
  })
})

describe('the look-ups of an app', () => {
  it('are so many at a time, and again so many when they are answered', async () => {
    let count = 0
    await expectLimitToComeBack({
      limit: maxLookUps,
      take: () => {
        ask(`name-${(count += 1)}`)
        return asked.at(-1)?.name === `name-${count}`
      },
      giveBack: async () => {
        await answerAll()
        await answerAll()
      },
    })
  })

  it('wait for their turn, in order', async () => {
    for (let i = 0; i < maxLookUps + 3; i += 1) ask(`name-${i}`)
    expect(asked).toHaveLength(maxLookUps)
    for (const { answer } of asked.slice(0, 2)) answer([])
    await settle()
    expect(asked.slice(maxLookUps).map(({ name }) => name)).toEqual(['name-256', 'name-257'])
  })
})

describe('who has gone', () => {
  it('is answered at once, but what is under way counts until it is over', async () => {
    const owner = {}
    for (let i = 0; i < maxLookUps; i += 1) ask(`name-${i}`, owner)
    lookUps.abandon(owner)
    await settle()
    expect(answers).toHaveLength(maxLookUps)
    ask('later')
    expect(asked).toHaveLength(maxLookUps)
    asked[0]?.answer([])
    await settle()
    expect(asked.at(-1)?.name).toBe('later')
  })

  it('has nothing asked that was waiting, unless others wait for it', async () => {
    for (let i = 0; i < maxLookUps; i += 1) ask(`name-${i}`)
    const owner = {}
    for (const name of ['alone', 'shared']) ask(name, owner)
    ask('shared')
    lookUps.abandon(owner)
    lookUps.abandon(owner)
    await settle()
    expect(answers).toEqual([['alone'], ['shared']])
    await answerAll()
    expect(asked.map(({ name }) => name)).toEqual(['shared'])
    asked[0]?.answer(['192.0.2.1'])
    await settle()
    expect(answers.at(-1)).toEqual(['shared', '192.0.2.1'])
  })
})

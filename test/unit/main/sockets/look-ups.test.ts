import { beforeEach, describe, expect, it } from 'vitest'
import { LookUpPool } from '../../../../src/main/sockets/look-up-pool.ts'
import type { Resolver } from '../../../../src/main/sockets/look-ups.ts'
import { LookUps, maxLookUps } from '../../../../src/main/sockets/look-ups.ts'
import type { FindAddresses } from '../../../../src/main/sockets/resolve-host.ts'
import { expectLimitToComeBack } from '../../../support/limits.ts'
import { settle } from '../../../support/until.ts'

interface Asked {
  readonly name: string
  readonly answer: (addresses: readonly string[] | Error) => void
}

let asked: Asked[]
let lookUps: LookUps
let pool: LookUpPool
let answers: unknown[]

beforeEach(() => {
  asked = []
  answers = []
  pool = new LookUpPool()
  lookUps = new LookUps(resolver, pool)
})

const find: FindAddresses = (name) =>
  new Promise((resolve, reject) => {
    const answer: Asked['answer'] = (value) => (value instanceof Error ? reject(value) : resolve(value))
    asked.push({ name, answer })
  })

const resolver: Resolver = {
  anywhere: find,
  locally: async (name) => (name === 'known' ? ['127.0.0.1'] : []),
}

function ask(name: string, owner: object = {}, asker = lookUps): void {
  void asker
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

  it('of a name that this machine knows does not wait for others', async () => {
    for (let i = 0; i < maxLookUps; i += 1) ask(`silent${i}`)
    ask('unknown')
    ask('known')
    await settle()
    expect(answers).toEqual([['known', '127.0.0.1']])
    expect(asked).toHaveLength(maxLookUps)
    await answerAll()
    await answerAll()
    expect(answers).toHaveLength(maxLookUps + 2)
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
    expect(asked.slice(maxLookUps).map(({ name }) => name)).toEqual(['name-16', 'name-17'])
  })
})

describe('the look-ups of all apps', () => {
  const names = (): string[] => asked.map(({ name }) => name)
  const askMany = (asker: LookUps, app: string, count: number): void => {
    for (let i = 0; i < count; i += 1) ask(`${app}-${i}`, {}, asker)
  }

  it('are so many at a time; an app with many waiting does not keep another one out', async () => {
    const apps = [1, 2, 3].map(() => new LookUps(resolver, pool))
    for (const [i, app] of apps.entries()) askMany(app, 'abc'.charAt(i), 40)
    expect(names().filter((name) => name.startsWith('a'))).toHaveLength(16)
    expect(names().filter((name) => name.startsWith('b'))).toHaveLength(16)
    expect(names().slice(32)).toEqual(['c-0'])
    ask('late', {}, lookUps)
    ask('later', {}, lookUps)
    expect(names().slice(33)).toEqual(['late'])
    for (const { answer } of asked.slice(0, 6)) answer([])
    await settle()
    expect(names().slice(34)).toEqual(['c-1', 'later', 'a-16', 'c-2'])
  })

  it('come back, all of them', async () => {
    const apps = [1, 2, 3].map(() => new LookUps(resolver, pool))
    for (let round = 0; round < 3; round += 1) {
      for (const app of apps) askMany(app, `${round}`, 40)
      expect(asked).toHaveLength(33)
      while (asked.length > 0) await answerAll()
    }
    expect(answers).toHaveLength(360)
  })

  it('are 16 more for apps that have none under way, and no more than that', async () => {
    const apps = Array.from({ length: 20 }, () => new LookUps(resolver, pool))
    for (const [i, app] of apps.entries()) askMany(app, `${i}`, 16)
    expect(asked).toHaveLength(48)
    expect(names().slice(32)).toEqual(Array.from({ length: 16 }, (_, i) => `${i + 2}-0`))
    asked[40]?.answer([])
    await settle()
    expect(names().slice(48)).toEqual(['10-1'])
  })

  it('that nobody waits for any more take no turn', async () => {
    const [one, two, other] = [1, 2, 3].map(() => new LookUps(resolver, pool)) as [LookUps, LookUps, LookUps]
    const owner = {}
    askMany(other, 'o', 1)
    askMany(lookUps, 'l', 1)
    askMany(one, 'a', 16)
    askMany(two, 'b', 14)
    ask('gone', owner, other)
    ask('next')
    other.abandon(owner)
    asked[2]?.answer([])
    await settle()
    expect(names().slice(32)).toEqual(['next'])
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

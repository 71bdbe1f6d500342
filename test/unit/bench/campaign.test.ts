import { describe, expect, it } from 'vitest'
import { orderOf } from '../../../bench/campaign/order.ts'
import { readCommandLine } from '../../../bench/command-line.ts'

const namesOf = (items: readonly { readonly name: string }[]): string[] => items.map(({ name }) => name)

describe('order', () => {
  it('has everybody in every round, and nobody always at the same place', () => {
    const rounds = [0, 1, 2, 3].map((round) => orderOf(['a', 'b', 'c'], round).join(''))
    expect(rounds).toEqual(['abc', 'cba', 'bca', 'acb'])
  })
})

describe('command line', () => {
  it('measures everything in five rounds', () => {
    const { rounds, subjects, metrics } = readCommandLine([])
    expect(rounds).toBe(5)
    expect(namesOf(subjects)).toEqual(['bridge', 'chrome', 'foxglove', 'ipc', 'raw', 'node'])
    const [tcp, others, costs] = [
      ['http', 'short', 'echo16', 'echo1', 'receive', 'receive-64k', 'receive-1m', 'send', 'rtt'],
      ['tls-in', 'tls-out', 'udp-in', 'udp-out', 'udp-rtt'],
      ['stalls', 'startup', 'first-window', 'storage', 'memory'],
    ]
    expect(namesOf(metrics)).toEqual([...tcp, ...others, ...costs])
  })

  it('chooses', () => {
    const args = ['--subjects', 'raw,bridge', '--metrics=http', '--rounds', '3', '--quick']
    const { rounds, subjects, metrics, quick } = readCommandLine(args)
    expect({ rounds, quick }).toEqual({ rounds: 3, quick: true })
    expect(namesOf(subjects)).toEqual(['bridge', 'raw'])
    expect(namesOf(metrics)).toEqual(['http'])
  })

  it.each([
    [['--subjects', 'fox'], 'there is no subject "fox", but bridge, chrome'],
    [['--metrics', 'http,'], 'there is no metric ""'],
    [['--rounds', '0'], '--rounds needs a number from 1 up, not "0"'],
    [['--round'], "Unknown option '--round'"],
  ])('refuses %j', (args, message) => expect(() => readCommandLine(args)).toThrow(message))
})

import { fork } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ChildRemote } from '../../../bench/processes/child-remote.ts'
import type { Limits } from '../../../src/main/types.ts'
import type { Attack, Field, HostilePage, Place, Tally } from './attack.ts'
import { spawnElectron } from './spawn-electron.ts'

const appFolder = path.join(import.meta.dirname, 'app')
const stdio: ['ignore', 'pipe', 'pipe', 'ipc'] = ['ignore', 'pipe', 'pipe', 'ipc']

const everything = {
  tcpServer: { listen: '*' },
  tcp: { connect: '*' },
  udp: { bind: '*', send: '*', multicastMembership: '' },
}

/** Less than by default, so that it does not take long to be at the limit. */
const smallLimits = { sockets: 150, writeQuota: 1024 * 1024 }

/** Milliseconds. */
const startLimit = 40_000
const callLimit = 10_000

const reduceBy =
  (scale: number): Field['reduce'] =>
  (amount) =>
    Math.max(1, Math.round(amount * scale))

/** Those of the attacker's app. */
export function findLimits({ limits }: Attack, scale: number): typeof smallLimits & Partial<Limits> {
  return { ...smallLimits, ...(typeof limits === 'function' ? limits(reduceBy(scale)) : limits) }
}

/** The app of the attacker. */
function configure(attack: Attack, scale: number): object {
  const { chromeApp, neighbour, sockets = everything } = attack
  const manifest = { permissions: ['system.network'], sockets }
  return {
    manifest,
    limits: findLimits(attack, scale),
    chromeApps: chromeApp === true ? ['hostile', ...(neighbour === true ? ['neighbour'] : [])] : [],
  }
}

export interface Reading {
  readonly longest: number
  readonly busiest: number
  readonly most: number
  readonly memory: number
  readonly log: { readonly lines: number; readonly characters: number; readonly first: readonly string[] }
  readonly refused: Readonly<Record<string, number>>
}

type Downloads = Awaited<ReturnType<Field['listDownloads']>>

export interface Talk {
  readonly worst: number
  readonly count: number
  readonly closed: boolean
}

/** Electron with both apps, and the client of the honest one. */
export class Battle {
  readonly #folder = fs.mkdtempSync(path.join(os.tmpdir(), 'siege-'))
  readonly #descriptors: number | undefined
  readonly #main: ChildRemote
  readonly #client: ChildRemote
  readonly #attackLimit: number
  #honest = 0

  constructor(attack: Attack, attackLimit: number) {
    this.#attackLimit = attackLimit
    this.#descriptors = attack.descriptors
    const program = spawnElectron({
      main: path.join(appFolder, 'main.js'),
      data: path.join(this.#folder, 'data'),
      env: { SIEGE_DNS: attack.silentDns === true ? 'silent' : '' },
      descriptors: attack.descriptors,
    })
    this.#main = new ChildRemote('main', program)
    const client = path.join(appFolder, 'echo-client.mjs')
    this.#client = new ChildRemote('client', fork(client, { stdio, execArgv: [] }))
  }

  /** The process was made for such an attack. */
  suits({ descriptors }: Attack): boolean {
    return descriptors === this.#descriptors
  }

  /** The attacker gets a new app. */
  async arm(attack: Attack, scale: number): Promise<void> {
    await this.main('arm', configure(attack, scale))
  }

  /** Opens the honest page and lets its client talk. */
  async start(): Promise<void> {
    this.#honest = Number(await this.#main.call(startLimit, 'open', 'honest', false))
    await this.client('talk', await this.main('evaluate', this.#honest, 'window.serving'))
    // The first round trips take longer.
    await new Promise((resolve) => {
      setTimeout(resolve, 300)
    })
  }

  get pid(): number {
    return this.#main.pid
  }

  main(method: string, ...args: readonly unknown[]): Promise<unknown> {
    return this.#main.call(callLimit, method, ...args)
  }

  client(method: string, ...args: readonly unknown[]): Promise<unknown> {
    return this.#client.call(this.#attackLimit, method, ...args)
  }

  begin(): Promise<unknown> {
    return this.main('begin')
  }

  async read(): Promise<Reading> {
    return (await this.main('read')) as Reading
  }

  /** What nobody in main has caught. */
  async takeFaults(): Promise<readonly string[]> {
    return (await this.main('takeFaults')) as readonly string[]
  }

  async takeTalk(): Promise<Talk> {
    return (await this.client('take')) as Talk
  }

  /** Whether the honest page can still make a server, listen, and answer a client. */
  async tryHonest(): Promise<boolean> {
    const port = await this.main('evaluate', this.#honest, 'window.serveAnew()')
    const echoes = await this.client('echo', port)
    await this.main('evaluate', this.#honest, 'window.endServing()')
    return echoes === true
  }

  async open({
    chromeApp = false,
    compromised = false,
    neighbour = false,
    stranger = false,
    url,
  }: Place = {}): Promise<HostilePage> {
    const who = stranger ? 'stranger' : 'hostile'
    const call = (method: string, ...args: readonly unknown[]): Promise<unknown> =>
      this.#main.call(this.#attackLimit, method, ...args)
    const id = chromeApp
      ? await call('openChromeApp', neighbour ? 'neighbour' : 'hostile')
      : await call('open', who, compromised, url ?? `app://${who}/`)
    return {
      run: <T, A>(act: (argument: A) => T, argument?: A) => {
        const given = argument === undefined ? '' : JSON.stringify(argument)
        return call('evaluate', id, `(${act.toString()})(${given})`) as Promise<Awaited<T>>
      },
      load: async (target) => void (await call('load', id, target)),
    }
  }

  /** Closes every window of the attacker, and its peers' sockets. */
  async clear(): Promise<void> {
    await this.client('leave')
    await this.main('closeAll', this.#honest)
  }

  async attack(attack: Attack, scale: number): Promise<Tally> {
    const peer =
      (method: string) =>
      (...args: readonly unknown[]): Promise<never> =>
        this.client(method, ...args) as Promise<never>
    const lookUp = async (): Promise<number> => Number(await this.main('lookUp', callLimit))
    const call = async (method: string): Promise<void> =>
      void (await this.#main.call(this.#attackLimit, method, 'hostile'))
    const field: Field = {
      lookUp,
      tryHonest: () => this.tryHonest(),
      launch: () => call('launchChromeApp'),
      untilOver: () => call('untilChromeAppIsOver'),
      neighbour: String(await this.main('nameChromeApp', 'neighbour')),
      open: (place) => this.open(place),
      reduce: reduceBy(scale),
      peers: {
        serveDeafly: peer('serveDeafly'),
        connectMany: peer('connectMany'),
        pour: peer('pour'),
        flood: peer('flood'),
      },
      killOnTheWay: async (delay) => void (await this.main('killOnTheWay', delay)),
      fail: async (fault) => void (await this.main('fail', fault)),
      countQuestions: async () => Number(await this.main('countQuestions')),
      listDownloads: async () => (await this.main('listDownloads')) as Downloads,
      strangeFolder: this.#folder,
    }
    return (await attack.run(field)) ?? {}
  }

  async end(): Promise<void> {
    await Promise.all([this.#main.end(), this.#client.end()])
    await fs.promises
      .rm(this.#folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
      .catch(() => {})
  }
}

import type { Answer, SocketEvent } from './calls.ts'
import { attempt, call, callWithCallback, eventObject, follow } from './calls.ts'
import { peer } from './control-client.ts'
import { ArgumentTrials } from './argument-trials.ts'
import { encode } from './encode.ts'
import { frameOf, tryKinds } from './kinds.ts'
import type { Loose } from './loose.ts'
import { Names } from './names.ts'
import type { Namespace } from './names.ts'
import { noteRegistration } from './registrations.ts'
import { Timeline } from './timeline.ts'
import { Arrivals, longest, sleep } from './waiting.ts'

export interface Server {
  id: number
  port: number
  /** The answer of listen. */
  listen: Answer
  info: Loose
}

/** `t`: all that a scenario has, apart from the page's own `chrome`. */
export class Scenario {
  /** An id no socket ever has. */
  readonly unknownId = 2 ** 30
  readonly peer = peer
  readonly sleep = sleep
  /** Functions that are called when the scenario is over, the last one first. */
  readonly cleanup: (() => unknown)[] = []
  readonly lines: unknown[][] = []
  readonly #names = new Names()

  /**
   * Writes a line of the trace; of a timeline, a line for each entry. Ids and ports under their usual keys get names,
   * the rest is shown as it is.
   */
  log(label: string, ...values: unknown[]): void {
    const [first] = values
    if (first instanceof Timeline) for (const entry of first) this.lines.push([label, ...entry])
    else this.lines.push([label, ...values.map((value) => encode(value, this.#names))])
  }

  /** The name of a socket id in this trace, for an id that does not stand under a key like `socketId`. */
  id(id: number): string {
    return this.#names.id(id)
  }

  /** The name of a port in this trace. */
  port(port: number): string {
    return this.#names.port(port)
  }

  /** The name of any other run-dependent value: equal values have equal names. */
  name(kind: string, value: number | string): string {
    return this.#names.give(kind, value)
  }

  /** Calls with a callback after the arguments: what the callback was given, what was thrown, or that nothing came. */
  cb(namespace: Namespace, method: string, ...args: unknown[]): Promise<Answer> {
    return callWithCallback(namespace, method, args, longest)
  }

  /** The same for calls that are expected not to be answered: waits `ms` only. */
  cbWithin(ms: number, namespace: Namespace, method: string, ...args: unknown[]): Promise<Answer> {
    return callWithCallback(namespace, method, args, ms)
  }

  /** What becomes of the promise a function gives back. */
  promise(act: () => unknown): Promise<Answer> {
    return follow(act, longest)
  }

  /** What becomes of the promise of a call that is made with these very arguments. */
  ask(namespace: Namespace, method: string, ...args: unknown[]): Promise<Answer> {
    return follow(() => call(namespace, method, args), longest)
  }

  /** What a function gives back or throws at once. */
  raw(act: () => unknown): Answer {
    return attempt(act)
  }

  /** What a call with these very arguments gives back or throws at once. */
  invoke(namespace: Namespace, method: string, ...args: unknown[]): Answer {
    return attempt(() => call(namespace, method, args))
  }

  /** Collects the payloads of an event (the object, or its name as in `'tcp.onReceive'`), each a list of arguments. */
  on(event: string | SocketEvent): Arrivals<Loose> {
    const source = typeof event === 'string' ? eventObject(event) : event
    const arrivals = new Arrivals<Loose>()
    const listener = (...payload: unknown[]): void => {
      arrivals.push(payload)
    }
    source.addListener(listener)
    noteRegistration()
    this.cleanup.push(() => source.removeListener(listener))
    return arrivals
  }

  /** Events and the answers of its own calls in one order. */
  record(...events: string[]): Timeline {
    const timeline = new Timeline(this.#names, longest).listen(...events)
    this.cleanup.push(() => timeline.stop())
    return timeline
  }

  /** Creates a socket and gives back its id. */
  async create(namespace: Namespace, properties: object = {}): Promise<number> {
    const { args } = await this.cb(namespace, 'create', properties)
    return args[0].socketId
  }

  async info(namespace: Namespace, id: number): Promise<Loose> {
    const { args } = await this.cb(namespace, 'getInfo', id)
    return args[0]
  }

  /** A server that listens. */
  async server(properties: object = {}, host = '127.0.0.1', port = 0, backlog?: number): Promise<Server> {
    const id = await this.create('tcpServer', properties)
    const rest = backlog === undefined ? [] : [backlog]
    const listen = await this.cb('tcpServer', 'listen', id, host, port, ...rest)
    const info = await this.info('tcpServer', id)
    return { id, port: info.localPort, listen, info }
  }

  /** A server with one accepted client, which is still paused, and the peer at the other end. */
  async accept(properties: object = {}): Promise<{ server: Server; client: number; peer: Loose }> {
    const server = await this.server(properties)
    const accepted = this.on('tcpServer.onAccept')
    const other = await peer.connect({ port: server.port })
    await accepted.wait(1)
    return { server, client: accepted[0][0].clientSocketId, peer: other }
  }

  /**
   * Tries a method with a wrong number of arguments and with values of every kind. `args` are right ones, by the names
   * of their parameters.
   */
  tryArguments(namespace: Namespace, method: string, args: Readonly<Record<string, unknown>>): Promise<void> {
    const tried = {
      ask: (given: readonly unknown[]) => this.ask(namespace, method, ...given),
      answer: (given: readonly unknown[]) => this.cb(namespace, method, ...given),
    }
    const trials = new ArgumentTrials(tried, (label, ...values) => this.log(label, ...values))
    return trials.run(Object.values(args), Object.keys(args))
  }

  /** Makes a call with a value of every kind, and writes down which kinds lead to which outcome. */
  async tryKinds(label: string, act: (value: Loose) => Promise<Answer>): Promise<void> {
    const frame = frameOf(await act({ bogus: 1 }))
    for (const [outcome, kinds] of await tryKinds(act, frame)) this.log(label, outcome, kinds)
  }

  text(text: string): ArrayBuffer {
    return new TextEncoder().encode(text).buffer
  }

  str(data: ArrayBuffer | ArrayBufferView): string {
    return new TextDecoder('latin1').decode(data)
  }
}

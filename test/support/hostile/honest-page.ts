import { isDeepStrictEqual } from 'node:util'
import type { PagePort } from '../../../src/main/page/page.ts'
import type { App } from '../../../src/main/app/app.ts'
import type { Gate } from '../../../src/main/ipc/gate.ts'
import type { Sender } from '../../../src/main/ipc/sender.ts'
import type { PortListener } from '../../../src/main/ipc/transport.ts'
import type { MethodName } from '../../../src/renderer-types/contract/index.ts'
import type { CallRecord, DownMessage, SendItem } from '../../../src/renderer-types/wire.ts'
import type { DataRecord } from '../pages/messages.ts'
import { readDownMessage } from '../pages/messages.ts'
import { PatientSpeaker } from '../pages/patient-speaker.ts'

interface Answer {
  readonly args: readonly unknown[]
  readonly error: string | undefined
}

const succeed = (...args: unknown[]): Answer => ({ args, error: undefined })
const fail = (error: string, ...args: unknown[]): Answer => ({ args, error })
const notFound = 'Socket not found'

/** A page that calls as it should and compares every answer with the one that is right. It echoes what it receives. */
export class HonestPage {
  readonly #listener: PortListener
  readonly #speaker: PatientSpeaker
  readonly #app: App
  readonly #isShared: boolean
  readonly #expected = new Map<number, Answer | ((answer: Answer) => void)>()
  readonly wrong: unknown[] = []
  #lastId = 0
  /** Rounds in which there was room for a socket. */
  served = 0
  answered = 0
  echoed = 0

  constructor(gate: Gate, sender: Sender, app: App, isShared: boolean) {
    const post = (message: DownMessage): void => this.#take(structuredClone(message))
    const port: PagePort = { post, close: () => {} }
    const listener = gate.connect(sender, port)
    if (listener === undefined) throw new Error('refused')
    this.#listener = listener
    this.#speaker = new PatientSpeaker((message) => listener.receive(message))
    this.#app = app
    this.#isShared = isShared
  }

  get unanswered(): number {
    return this.#expected.size
  }

  close(): void {
    this.#listener.close()
  }

  /** Says in one message a few calls whose answers follow from what the app has at this moment. */
  call(): void {
    const send: SendItem = [this.#expect(fail(notFound)), 0, 3]
    this.#speaker.say([
      0,
      new ArrayBuffer(3),
      this.#makeCall(fail(notFound, -2), 'tcp.setNoDelay', 0, true),
      send,
      this.#makeCall(fail(notFound), 'tcp.getInfo', 0),
    ])
    this.#createSocket()
  }

  /** A server on a free port; returns the port. */
  async listen(): Promise<number> {
    const server = this.#app.tcpServer.list().length + 1
    this.#speaker.say([
      0,
      undefined,
      { kind: 'interest', event: 'tcpServer.onAccept', listening: true },
      { kind: 'interest', event: 'tcp.onReceive', listening: true },
      this.#makeCall(succeed({ socketId: server }), 'tcpServer.create', {}),
      this.#makeCall(succeed(0), 'tcpServer.listen', server, '127.0.0.1', 0),
    ])
    while (this.unanswered > 0) await new Promise((resolve) => setImmediate(resolve))
    return this.#app.tcpServer.get(server)?.address?.localPort ?? 0
  }

  #createSocket(): void {
    const name = `honest ${this.#lastId}`
    const id = this.#expect((answer) => {
      const [info] = answer.args as [{ socketId: number } | undefined]
      if (info !== undefined) this.#useSocket(info.socketId, name)
      // Another page of the app may have taken all sockets, and given them back.
      else if (!this.#isShared || answer.error !== 'net::ERR_INSUFFICIENT_RESOURCES') this.wrong.push(answer)
    })
    this.#speaker.say([0, undefined, { kind: 'call', id, method: 'tcp.create', args: [{ name }] }])
  }

  #useSocket(socketId: number, name: string): void {
    this.served += 1
    // The sockets are the app's: another page of it can do what it likes with this one.
    if (this.#isShared) {
      const id = this.#expect(() => {})
      const close: CallRecord = { kind: 'call', id, method: 'tcp.close', args: [socketId] }
      return void setImmediate(() => this.#speaker.say([0, undefined, close]))
    }
    const info = { connected: false, name, paused: true, persistent: false, socketId }
    const calls = [
      this.#makeCall(succeed(), 'tcp.setPaused', socketId, true),
      this.#makeCall(succeed(info), 'tcp.getInfo', socketId),
      this.#makeCall(succeed(), 'tcp.close', socketId),
      this.#makeCall(fail(notFound), 'tcp.getInfo', socketId),
    ]
    setImmediate(() => this.#speaker.say([0, undefined, ...calls]))
  }

  #makeCall(answer: Answer, method: MethodName, ...args: unknown[]): CallRecord {
    return { kind: 'call', id: this.#expect(answer), method, args }
  }

  #expect(answer: Answer | ((answer: Answer) => void)): number {
    this.#lastId += 1
    this.#expected.set(this.#lastId, answer)
    return this.#lastId
  }

  #take(message: DownMessage): void {
    // After this turn, as all that it says.
    setImmediate(() => this.#speaker.hear(message))
    for (const record of readDownMessage(message)) {
      if (record.kind === 'reply') this.#compare(record.id, { args: record.args, error: record.error })
      else if (record.kind === 'data') this.#echo(record)
      else if (record.kind === 'event' && record.event === 'tcpServer.onAccept')
        this.#say(this.#makeCall(succeed(), 'tcp.setPaused', record.payload.clientSocketId, false))
    }
    if (message[0]) this.#say()
  }

  #compare(id: number, answer: Answer): void {
    const expected = this.#expected.get(id)
    this.#expected.delete(id)
    if (typeof expected === 'function') expected(answer)
    else if (!isDeepStrictEqual(answer, expected)) this.wrong.push({ answer, expected })
    this.answered += 1
  }

  #echo({ data, socketId }: DataRecord): void {
    this.echoed += data.byteLength
    const bytesSent = data.byteLength
    const item: SendItem = [this.#expect(succeed({ bytesSent, resultCode: 0 })), socketId, bytesSent]
    setImmediate(() => this.#speaker.say([0, data, item]))
  }

  /** After this turn, as a page does: never from within the main process's own code. */
  #say(...records: CallRecord[]): void {
    const acknowledged = records.length === 0 ? 1 : 0
    setImmediate(() => this.#speaker.say([acknowledged, undefined, ...records]))
  }
}

import './page-builtins.ts'
import { installFacade } from '../../../src/preload/main-world/facade.ts'
import { itemKinds } from '../../../src/renderer-types/wire.ts'
import type {
  AcceptedGrant,
  CallRecord,
  DownItem,
  DownMessage,
  UpMessage,
  UpRecord,
} from '../../../src/renderer-types/wire.ts'
import { fullGrant } from './grants.ts'
import type { TestRecord } from './messages.ts'
import { readUpMessages, toDownItem, toDownMessage } from './messages.ts'
import { until } from '../until.ts'

export type LooseFunction = (...args: unknown[]) => unknown
export type LooseApi = Record<string, LooseFunction>

const looseApi = (namespace: object): LooseApi => namespace as LooseApi

/** A page with the facade, whose main process is the test: it sees what the page sends and answers by hand. */
export class FacadePage {
  readonly messages: UpMessage[] = []
  readonly global: { chrome: Window['chrome'] }
  readonly #port: MessagePort
  /** It tells the page that it has dealt with what the page says. */
  hears = true

  constructor(global: object = {}, grant: AcceptedGrant = fullGrant) {
    const calls = new MessageChannel()
    const answers = new MessageChannel()
    this.#port = answers.port1
    calls.port1.onmessage = ({ data }: MessageEvent<UpMessage>) => {
      this.messages.push(data)
      if (this.hears && data.length > 2) this.tell([itemKinds.heard, 1])
    }
    installFacade(global, grant, { calls: calls.port2, answers: answers.port2 })
    this.global = global as { chrome: Window['chrome'] }
  }

  get chrome(): Window['chrome'] {
    return this.global.chrome
  }

  /** The namespaces without their types, to be called with anything. */
  get tcp(): LooseApi {
    return looseApi(this.chrome.sockets.tcp)
  }

  get tcpServer(): LooseApi {
    return looseApi(this.chrome.sockets.tcpServer)
  }

  get udp(): LooseApi {
    return looseApi(this.chrome.sockets.udp)
  }

  get records(): UpRecord[] {
    return readUpMessages(this.messages)
  }

  get calls(): CallRecord[] {
    return this.records.filter((record) => record.kind === 'call')
  }

  /** Messages that the page has dealt with. */
  get acknowledged(): number {
    return this.messages.reduce((sum, [acknowledged]) => sum + acknowledged, 0)
  }

  /** Waits for the call of that number, counted from 0. */
  async call(index: number): Promise<CallRecord> {
    await until(`call ${index}`, () => this.calls.length > index)
    return this.calls[index] as CallRecord
  }

  post(...records: (DownItem | TestRecord)[]): void {
    this.#port.postMessage(toDownMessage(records))
  }

  /** A message that asks for no acknowledgement. */
  tell(...records: (DownItem | TestRecord)[]): void {
    this.#port.postMessage([false, ...records.map(toDownItem)] satisfies DownMessage)
  }

  answer(id: number, args: unknown[] = [], error?: string): void {
    this.post({ kind: 'reply', id, args, ...(error === undefined ? {} : { error }) })
  }
}

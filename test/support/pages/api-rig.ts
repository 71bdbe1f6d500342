import type { App } from '../../../src/main/app/app.ts'
import type { EventName, MethodName } from '../../../src/renderer-types/contract/index.ts'
import { GatePage, toUpMessages } from './gate-page.ts'
import type { MemoryPort } from './memory-port.ts'
import type { RecordingLogger } from './recording-logger.ts'
import { loggerOf } from './test-app.ts'
import { until } from '../until.ts'

/** An app with one page that listens to those events and keeps up with them, and its calls as the main process answers them. */
export class ApiRig {
  readonly app: App
  readonly page: GatePage
  readonly port: MemoryPort
  readonly logger: RecordingLogger
  lastId = 0

  constructor(app: App, ...events: EventName[]) {
    this.app = app
    this.logger = loggerOf(app)
    this.page = new GatePage(app, ...events)
    this.port = this.page.port
  }

  /** The text of lastError, then the arguments of the callback. */
  async call(method: MethodName, ...args: unknown[]): Promise<unknown[]> {
    this.lastId += 1
    const id = this.lastId
    this.page.tell(...toUpMessages(id, method, args))
    await until(`answer of ${method}`, () => this.port.replies.some((reply) => reply.id === id))
    const reply = this.port.replies.find((candidate) => candidate.id === id)
    return [reply?.error, ...(reply?.args ?? [])]
  }

  /** The id of a new socket. */
  async create(namespace: 'tcp' | 'tcpServer' | 'udp', properties = {}): Promise<number> {
    const [, info] = await this.call(`${namespace}.create`, properties)
    return (info as { socketId: number }).socketId
  }

  async info(namespace: 'tcp' | 'tcpServer' | 'udp', id: number): Promise<object> {
    const [, info] = await this.call(`${namespace}.getInfo`, id)
    return info as object
  }
}

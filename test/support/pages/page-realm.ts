import { setMaxListeners } from 'node:events'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'
import { rolldown } from 'rolldown'
import { handOverEvent } from '../../../src/renderer-types/wire.ts'
import type { DownItem, UpMessage, UpRecord } from '../../../src/renderer-types/wire.ts'
import { PlainErrorEvent } from './browser-globals.ts'
import { fullGrant } from './grants.ts'
import type { TestRecord } from './messages.ts'
import { readUpMessages, toDownMessage } from './messages.ts'

const entry = fileURLToPath(new URL('../../../src/preload/main-world/index.ts', import.meta.url))

let source: string | undefined

/** The facade as the preload runs it: one script. */
async function bundleFacade(): Promise<string> {
  const bundle = await rolldown({ input: entry, platform: 'browser' })
  const { output } = await bundle.generate({ format: 'iife', name: 'facade' })
  await bundle.close()
  return `${output[0].code};facade.startFacade()`
}

/** A page with built-ins of its own, which its scripts may change without changing those of the test. */
export class PageRealm {
  readonly records: UpRecord[] = []
  readonly consoleErrors: string[] = []
  readonly #context: vm.Context
  readonly #channels: MessageChannel[] = []
  readonly #port: MessagePort

  private constructor(facade: string, before: string) {
    const calls = this.#openChannel()
    const answers = this.#openChannel()
    const listeners = new Map<string, (event: object) => void>()
    this.#port = answers.port1
    calls.port1.onmessage = ({ data }: MessageEvent<UpMessage>) =>
      this.records.push(...readUpMessages([data]))
    this.#context = vm.createContext({
      MessagePort,
      EventTarget,
      Event,
      MessageEvent,
      ErrorEvent: PlainErrorEvent,
      MessageChannel: this.#trackedChannel(),
      queueMicrotask,
      reportError: () => {},
      performance,
      structuredClone,
      console: { error: (text: string) => this.consoleErrors.push(text) },
      addEventListener: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
      electronChromeSockets: {
        connect: () => {
          listeners.get(handOverEvent)?.({ ports: [calls.port2, answers.port2] })
          return JSON.stringify(fullGrant)
        },
      },
    })
    this.run(before)
    this.run(facade)
  }

  static async open(before = ''): Promise<PageRealm> {
    source ??= await bundleFacade()
    return new PageRealm(source, before)
  }

  /** Runs a script of the page. */
  run(script: string): unknown {
    return vm.runInContext(script, this.#context)
  }

  post(...records: (DownItem | TestRecord)[]): void {
    this.#port.postMessage(toDownMessage(records))
  }

  close(): void {
    for (const { port1, port2 } of this.#channels) {
      port1.close()
      port2.close()
    }
  }

  #openChannel(): MessageChannel {
    const channel = new MessageChannel()
    this.#channels.push(channel)
    // A task queue has many; Node takes that for a leak.
    setMaxListeners(0, channel.port1, channel.port2)
    return channel
  }

  #trackedChannel(): () => MessageChannel {
    const open = (): MessageChannel => this.#openChannel()
    return function MessageChannel() {
      return open()
    }
  }
}

import type { Session } from 'electron'
import type { ChromeSockets, InstallOptions, Logger } from '../../src/main/types.ts'

declare global {
  /** What test/security/app/main.js puts on the main process's global object. */
  var security: {
    readonly installChromeSockets: (options: InstallOptions) => ChromeSockets
    readonly getPreloadPath: () => string
    /** What each logger was told. */
    readonly logs: Readonly<Record<string, string[]>>
    /** Exceptions and rejections that nobody has caught. */
    readonly faults: readonly string[]
    readonly createLogger: (name: string) => Logger
    readonly openSession: (name: string) => Session
  }

  interface Window {
    popup?: Window | null
    /** A port that another window has sent. */
    receivedPort?: MessagePort | undefined
    /** What test/security/app/port.js adds. */
    countPortsInEvents: () => Promise<number>
    misusePorts: () => Promise<number>
    handPortOn: () => void
    serveByForgedPorts: () => Promise<number>
    receivedAnswers?: MessagePort | undefined
    receivedLife?: MessagePort | undefined
    /** What test/security/app/hostile-preload.cjs gives the page. */
    forge: {
      readonly hello: (message: unknown) => unknown
      readonly connect: () => Promise<'open' | 'closed'>
      readonly connectOnly: () => void
      readonly handOver: () => void
      readonly sendNonsense: (value: unknown) => void
      readonly sendPorts: (count: number) => void
    }
  }
}

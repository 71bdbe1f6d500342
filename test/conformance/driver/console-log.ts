import type { DevTools } from './dev-tools.ts'

interface RemoteObject {
  readonly value?: unknown
  readonly description?: string
}

interface ConsoleCall {
  readonly type: string
  readonly args: readonly RemoteObject[]
}

interface LogEntry {
  readonly entry: { readonly level: string; readonly text: string }
}

interface Thrown {
  readonly exceptionDetails: { readonly text: string; readonly exception?: RemoteObject }
}

const shownLevels: ReadonlySet<string> = new Set(['error', 'warning'])
const firstLine = (text: string): string => text.split('\n', 1)[0] ?? ''
const printObject = ({ value, description }: RemoteObject): string => String(description ?? value)

/**
 * Errors and warnings of a page's console. Chrome writes its own messages to the log, a bridge can only call
 * `console.error`: both count as the same.
 */
export class ConsoleLog {
  #messages: string[] = []

  constructor(tools: DevTools) {
    tools.on('Runtime.consoleAPICalled', (params) => {
      const { type, args } = params as ConsoleCall
      this.#add(type, args.map(printObject).join(' '))
    })
    tools.on('Log.entryAdded', (params) => {
      const { level, text } = (params as LogEntry).entry
      this.#add(level, text)
    })
    tools.on('Runtime.exceptionThrown', (params) => {
      const { text, exception } = (params as Thrown).exceptionDetails
      this.#add('error', exception === undefined ? text : `${text} ${printObject(exception)}`)
    })
  }

  /** What has come since the last time. */
  take(): string[] {
    const messages = this.#messages
    this.#messages = []
    return messages
  }

  #add(level: string, text: string): void {
    if (shownLevels.has(level)) this.#messages.push(`${level}: ${firstLine(text)}`)
  }
}

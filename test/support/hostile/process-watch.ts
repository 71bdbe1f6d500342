import v8 from 'node:v8'
import vm from 'node:vm'

v8.setFlagsFromString('--expose-gc')
const collectGarbage: unknown = vm.runInNewContext('gc')

/** Bytes that are in use after everything unused has been freed. */
export function measureMemory(): number {
  if (typeof collectGarbage !== 'function') throw new Error('no garbage collection by hand')
  Reflect.apply(collectGarbage, undefined, [])
  const { external, heapUsed } = process.memoryUsage()
  return heapUsed + external
}

/** Sockets, look-ups and the like that this process has open, by kind. */
export function countResources(): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const kind of process.getActiveResourcesInfo())
    if (/TCP|UDP|TLS|Connect|AddrInfo|Shutdown|WriteWrap|SendWrap/.test(kind))
      counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** Every rejection that nobody handles and every exception that nobody catches, from now until {@link stop}. */
export class FaultWatch {
  readonly faults: unknown[] = []
  readonly #note = (fault: unknown): void => void this.faults.push(fault)

  constructor() {
    process.on('unhandledRejection', this.#note)
    process.on('uncaughtException', this.#note)
  }

  stop(): void {
    process.off('unhandledRejection', this.#note)
    process.off('uncaughtException', this.#note)
  }
}

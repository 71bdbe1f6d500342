import * as z from 'zod/mini'
import type { KeptFolder } from '../kept-folder.ts'

const alarmSchema = z.object({
  name: z.string(),
  periodInMinutes: z.optional(z.number()),
  persistAcrossSessions: z.boolean(),
  /** Milliseconds since 1970. */
  scheduledTime: z.number(),
})

/** An alarm as its app knows it. */
export type Alarm = Readonly<z.output<typeof alarmSchema>>

const fileName = 'chrome-app-alarms.json'
/** Milliseconds after the first change. */
const delay = 1000

/** Keeps the alarms of an app from start to start. */
export class AlarmFile {
  readonly #folder: KeptFolder
  #timer: NodeJS.Timeout | undefined
  #list: () => readonly Alarm[] = () => []

  constructor(folder: KeptFolder) {
    this.#folder = folder
  }

  read(): readonly Alarm[] {
    return this.#folder.read(fileName, z.array(alarmSchema)) ?? []
  }

  /** What there is in a moment is written then. */
  queue(list: () => readonly Alarm[]): void {
    this.#list = list
    this.#timer ??= setTimeout(() => this.write(), delay)
  }

  /** What has changed is kept from now on. */
  write(): void {
    if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#folder.replace(fileName, this.#list())
  }
}

/** What the run may call where the Chrome App is. */
export interface AppSoakApi {
  /** Returns the port. */
  readonly start: () => Promise<number>
  readonly stop: () => Promise<void>
  /** Those that the app has, listening ones included. */
  readonly countSockets: () => Promise<number>
  readonly countWindows: () => number
  /** Opens so many windows one after the other, and closes each. */
  readonly openWindows: (count: number) => Promise<void>
  /** Stores so many values of 1000 characters, one after the other. */
  readonly write: (count: number) => Promise<void>
}

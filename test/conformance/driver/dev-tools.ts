/** The devtools protocol's session of one page, in whichever browser. */
export interface DevTools {
  readonly send: (method: string, params?: object) => Promise<unknown>
  readonly on: (event: string, listener: (params: unknown) => void) => void
}

// Generated from the contract by `npm run generate`; to change it, change src/renderer-types.
/// <reference path="./globals-sockets.d.ts" />

declare namespace chrome.runtime {
  interface LastError {
    /** What went wrong, as documented at each method. */
    message?: string
  }

  /** There while the callback of a failed call runs; undefined otherwise. */
  const lastError: LastError | undefined

  /** The app's id: 32 letters, made from the manifest's `key` as Chrome makes it. */
  const id: string

  /** The app's manifest, a new copy at each call. */
  function getManifest(): Record<string, unknown>
}

import type { AcceptedGrant } from '../../renderer-types/wire.ts'
import { createFunction } from './create-function.ts'
import { primordials } from './primordials.ts'

const { TypeError, parseJson } = primordials

/** The little of `chrome.runtime` that socket apps use: libraries take its `id` as the sign of a Chrome App. */
export function createRuntime({ manifest, runtimeId }: AcceptedGrant): Record<string, unknown> {
  return {
    id: runtimeId,
    getManifest: createFunction('getManifest', (args) => {
      if (args.length === 0) return parseJson(manifest)
      throw new TypeError('Error in invocation of runtime.getManifest(): No matching signature.')
    }),
  }
}

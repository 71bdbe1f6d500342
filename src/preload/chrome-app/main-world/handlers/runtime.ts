import { primordials } from '../../../main-world/primordials.ts'
import type { PageHandlers } from '../context.ts'
import { messages } from './messages.ts'
import { updates } from './updates.ts'

const { parseJson } = primordials

export const runtime: PageHandlers<'runtime'> = {
  ...messages,
  ...updates,
  getBackgroundPage: ({ hub }, reply) => reply.succeed(hub.background),
  getManifest: ({ grant }) => parseJson(grant.manifest) as Record<string, unknown>,
  getPackageDirectoryEntry: ({ hub }, reply) =>
    void hub.files.openPackage().then(reply.succeed, ({ message }: Error) => reply.fail(message)),
  getURL: ({ page }, path) => {
    const prefix = `${page.location.protocol}//${page.location.host}`
    return new URL(path.startsWith('/') ? prefix + path : `${prefix}/${path}`).href
  },
  getVersion: ({ grant }) => (parseJson(grant.manifest) as { version: string }).version,
  openOptionsPage: (_context, reply) => reply.fail('Could not create an options page.'),
  reload: ({ facade, hub }) => hub.whenStored(() => facade.calls.post('life.reload', [], () => {})),
}

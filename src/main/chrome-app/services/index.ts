import type { NamespacesAt } from '../../../renderer-types/contract/apps/index.ts'
import { currentWindow } from './current-window.ts'
import { fileGifts } from './file-gifts.ts'
import { fileSystem } from './file-system.ts'
import { files } from './files.ts'
import { life } from './life.ts'
import { grants, permissions } from './permissions.ts'
import { runtime } from './runtime.ts'
import type { Service } from './service.ts'

/** What is done in the main process, by namespace. */
export const services: { readonly [N in NamespacesAt<'main'>]: Service<N> } = {
  currentWindow,
  fileGifts,
  fileSystem,
  files,
  grants,
  life,
  permissions,
  runtime,
}

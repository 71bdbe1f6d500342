import type { NamespacesAt } from '../../../../renderer-types/contract/apps/index.ts'
import type { PageDeeds } from '../context.ts'
import { appWindow } from './app-window.ts'
import { runtime } from './runtime.ts'
import { storageLocal } from './storage.ts'

/** What is done in the page itself, by namespace. */
export const deeds: { readonly [N in NamespacesAt<'page'>]: PageDeeds<N> } = {
  appWindow,
  runtime,
  storageLocal,
}

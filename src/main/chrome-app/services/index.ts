import type { NamespacesAt } from '../../../renderer-types/contract/apps/index.ts'
import { currentWindow } from './current-window.ts'
import { life } from './life.ts'
import { runtime } from './runtime.ts'
import type { Service } from './service.ts'

/** What is done in the main process, by namespace. */
export const services: { readonly [N in NamespacesAt<'main'>]: Service<N> } = { currentWindow, life, runtime }

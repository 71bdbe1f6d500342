import type { AppArguments } from '../../../renderer-types/contract/apps/index.ts'

export type CreateOptions = NonNullable<AppArguments<'currentWindow', 'open'>[1]>

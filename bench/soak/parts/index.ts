import { app } from './app.ts'
import { bulk } from './bulk.ts'
import { clients } from './clients.ts'
import { messages } from './messages.ts'
import type { Part } from './part.ts'
import { short } from './short.ts'

/** In the order of the table. */
export const parts: readonly Part[] = [clients, messages, bulk, short, app]

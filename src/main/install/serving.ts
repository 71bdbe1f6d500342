import type { Surroundings } from '../app/delivery.ts'
import { Delivery } from '../app/delivery.ts'
import { createConverse } from '../calls/conversation.ts'
import { DescriptorPool, Descriptors } from '../sockets/descriptors.ts'

/** Those of the process: all apps share them. Chromium has raised the limit by now. */
const pool = DescriptorPool.ofProcess()

export const converse = createConverse()

/** `countApps`: those of the process. */
export function createDelivery(parts: Surroundings, countApps: () => number): Delivery {
  return new Delivery(parts, new Descriptors(pool, countApps))
}

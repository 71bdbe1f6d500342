import type { Surroundings } from '../app/delivery.ts'
import { Delivery } from '../app/delivery.ts'
import { createConverse } from '../calls/conversation.ts'
import { Descriptors } from '../sockets/descriptors.ts'

/** Those of the process: all apps share them. Chromium has raised the limit by now. */
const descriptors = Descriptors.ofProcess()

export const converse = createConverse()

export function createDelivery(parts: Surroundings): Delivery {
  return new Delivery(parts, descriptors)
}

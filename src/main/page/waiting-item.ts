import type { SignalRecord } from '../../renderer-types/app-wire.ts'
import { flowControl, itemKinds } from '../../renderer-types/wire.ts'
import type {
  AcceptItem,
  DatagramRecord,
  DownItem,
  EndRecord,
  EventRecord,
  SentItem,
} from '../../renderer-types/wire.ts'
import { Answer } from './answer.ts'
import type { Receipt } from './credit.ts'
import { keyOf, nobodys } from './credit.ts'
import { PendingData } from './pending-data.ts'

/** Answers of `tcp.send` that may become more. */
type OpenSent = [...SentItem]

/** What a page is yet to be told. */
export type WaitingItem =
  DatagramRecord | EndRecord | EventRecord | SignalRecord | OpenSent | AcceptItem | Answer | PendingData

/** Room that a datagram takes besides its bytes: a flood of empty ones is one, too. */
const datagramCost = 256

/** Room that the answer of a `tcp.send` takes. */
export const sentCost = 16

/** An event counts as a message that the page must deal with, and has no bytes of a socket. */
const eventReceipt: Receipt = { key: nobodys, bytes: 0 }

/** Texts of an event of an app can be long. */
function weighSignal({ args }: SignalRecord): Receipt {
  const bytes = args.reduce<number>((sum, arg) => sum + (typeof arg === 'string' ? arg.length : 0), 0)
  return bytes < flowControl.heavyAnswer ? eventReceipt : { key: nobodys, bytes }
}

export function isOpenSent(item: WaitingItem | undefined): item is OpenSent {
  return item !== undefined && 0 in item && item[0] === itemKinds.sent
}

/** What an item counts until the page has dealt with it. */
export function toReceipt(item: WaitingItem): Receipt | undefined {
  if (item instanceof PendingData) return { key: keyOf('tcp', item.socketId), bytes: item.byteLength }
  if (item instanceof Answer) return item.receipt
  if (0 in item) return item[0] === itemKinds.accept ? eventReceipt : undefined
  if (item.kind === 'end') return undefined
  if (item.kind === 'event') return eventReceipt
  if (item.kind === 'signal') return weighSignal(item)
  return { key: keyOf('udp', item.socketId), bytes: item.data.byteLength + datagramCost }
}

/** How many answers an item is, and their bytes. */
export function countAnswers(item: WaitingItem): { answers: number; bytes: number } {
  if (item instanceof Answer) return { answers: 1, bytes: item.bytes }
  const answers = isOpenSent(item) ? item.length - 2 : 0
  return { answers, bytes: answers * sentCost }
}

export function toItem(item: WaitingItem): DownItem {
  if (item instanceof PendingData) return item.toItem()
  return item instanceof Answer ? item.item : item
}

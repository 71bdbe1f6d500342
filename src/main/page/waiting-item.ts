import { itemKinds } from '../../renderer-types/wire.ts'
import type { AcceptItem, DoneItem, DownItem, DownRecord, SentItem } from '../../renderer-types/wire.ts'
import type { Receipt } from './credit.ts'
import { keyOf } from './credit.ts'
import { PendingData } from './pending-data.ts'

/** Answers of `tcp.send` that may become more. */
type OpenSent = [...SentItem]

/** What a page is yet to be told. */
export type WaitingItem = DownRecord | OpenSent | DoneItem | AcceptItem | PendingData

/** Room that a datagram takes besides its bytes: a flood of empty ones is one, too. */
const datagramCost = 256

/** An event counts as a message that the page must deal with, and has no bytes of a socket. */
const eventReceipt: Receipt = { key: 0, bytes: 0 }

export function isOpenSent(item: WaitingItem | undefined): item is OpenSent {
  return item !== undefined && 0 in item && item[0] === itemKinds.sent
}

/** What an item counts until the page has dealt with it; answers are waited for anyway and count nothing. */
export function toReceipt(item: WaitingItem): Receipt | undefined {
  if (item instanceof PendingData) return { key: keyOf('tcp', item.socketId), bytes: item.byteLength }
  if (0 in item) return item[0] === itemKinds.accept ? eventReceipt : undefined
  if (item.kind === 'failure' || item.kind === 'end') return undefined
  if (item.kind === 'event') return eventReceipt
  return { key: keyOf('udp', item.socketId), bytes: item.data.byteLength + datagramCost }
}

export function toItem(item: WaitingItem): DownItem {
  return item instanceof PendingData ? item.toItem() : item
}

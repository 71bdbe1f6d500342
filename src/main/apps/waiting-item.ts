import type { DownItem, DownRecord, SentItem } from '../../renderer-types/wire.ts'
import type { Receipt } from './credit.ts'
import { keyOf } from './credit.ts'
import { PendingData } from './pending-data.ts'

/** Answers of `tcp.send` that may become more. */
export type OpenSent = [...SentItem]

/** What a page is yet to be told. */
export type WaitingItem = DownRecord | OpenSent | PendingData

/** Room that a datagram takes besides its bytes: a flood of empty ones is one, too. */
const datagramCost = 256

/** What an item counts until the page has dealt with it; answers are waited for anyway and count nothing. */
export function toReceipt(item: WaitingItem): Receipt | undefined {
  if (item instanceof PendingData) return { key: keyOf('tcp', item.socketId), bytes: item.byteLength }
  if (!('kind' in item) || item.kind === 'reply' || item.kind === 'end') return undefined
  if (item.kind === 'event') return { key: 0, bytes: 0 }
  return { key: keyOf('udp', item.socketId), bytes: item.data.byteLength + datagramCost }
}

export function toItem(item: WaitingItem): DownItem {
  return item instanceof PendingData ? item.toItem() : item
}

import type { Flood } from '../flood.ts'

/** What pages begin and keep: the main process keeps it as well, until they go. */
export const keptChannels: Flood = {
  name: 'kept-channels',
  what: '`new BroadcastChannel(…)` of different names, all kept',
  act: (turn, { kept }) => kept.push(new BroadcastChannel(`a${turn}`)),
}

export const heldLocks: Flood = {
  name: 'held-locks',
  what: '`navigator.locks.request` of different names, all held',
  act: (turn) => navigator.locks.request(`a${turn}`, () => new Promise(() => {})),
}

export const keptBlobs: Flood = {
  name: 'kept-blobs',
  what: '`new Blob(…)`, all kept',
  act: (turn, { kept }) => kept.push(new Blob([`a${turn}`])),
}

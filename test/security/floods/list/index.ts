import type { Flood } from '../flood.ts'
import * as asked from './asked.ts'
import { heldLocks, keptBlobs, keptChannels } from './kept.ts'
import { crowdedChannel, folderEntries, frameSites, lockQueries, registrations } from './large-answers.ts'
import * as said from './said.ts'
import { indexedDb, rules, serviceWorker, storageFolder } from './stored.ts'
import { frameWorker, sharedWorker, worker, workerCookies } from './workers.ts'

const takeAway = (flood: Flood): Flood => ({
  ...flood,
  name: `${flood.name}-leave`,
  what: 'the same, and the page is taken away',
  leaves: true,
})

/** As the table has them. */
export const floods: readonly Flood[] = [
  worker,
  takeAway(worker),
  frameWorker,
  sharedWorker,
  asked.locks,
  heldLocks,
  takeAway(heldLocks),
  lockQueries,
  said.channel,
  crowdedChannel,
  keptChannels,
  takeAway(keptChannels),
  keptBlobs,
  asked.usb,
  asked.hid,
  asked.serial,
  serviceWorker,
  registrations,
  workerCookies,
  said.windowName,
  rules,
  indexedDb,
  storageFolder,
  folderEntries,
  asked.speech,
  asked.peerConnection,
  asked.xr,
  asked.blobFetch,
  asked.refusedFetch,
  asked.webSocket,
  asked.pointerLock,
  said.copy,
  asked.filePicker,
  said.clipboard,
  said.consoleLines,
  said.title,
  said.icon,
  said.reload,
  frameSites,
  said.messages,
]

import type { Attack } from '../attack.ts'
import { acceptStorm } from './accept-storm.ts'
import { appAddresses } from './app-addresses.ts'
import { appAsks } from './app-asks.ts'
import { appCalls } from './app-calls.ts'
import { appClipboard } from './app-clipboard.ts'
import { appContentScripts } from './app-content-scripts.ts'
import { appDialogs } from './app-dialogs.ts'
import { appDownloads } from './app-downloads.ts'
import { appDroppedFiles } from './app-dropped-files.ts'
import { appEnds } from './app-ends.ts'
import { appFiles } from './app-files.ts'
import { appFills } from './app-fills.ts'
import { appFloods } from './app-floods.ts'
import { appGivenFiles } from './app-given-files.ts'
import { appGuestConsole } from './app-guest-console.ts'
import { appGuestFrames } from './app-guest-frames.ts'
import { appGuestLoads } from './app-guest-loads.ts'
import { appGuestMenus } from './app-guest-menus.ts'
import { appGuestRequests } from './app-guest-requests.ts'
import { appGuestsDie } from './app-guests-die.ts'
import { appGuestsLeave } from './app-guests-leave.ts'
import { appGuestStarts } from './app-guest-starts.ts'
import { appGuestTurns } from './app-guest-turns.ts'
import { appGuestWorkers } from './app-guest-workers.ts'
import { appGuests } from './app-guests.ts'
import { appHellos } from './app-hellos.ts'
import { appLongSources } from './app-long-sources.ts'
import { appLongWords } from './app-long-words.ts'
import { appManyLocks } from './app-many-locks.ts'
import { appMoves } from './app-moves.ts'
import { appNeighbours } from './app-neighbours.ts'
import { appOldSockets } from './app-old-sockets.ts'
import { appPermissions } from './app-permissions.ts'
import { appPictures } from './app-pictures.ts'
import { appPorts } from './app-ports.ts'
import { appReloads } from './app-reloads.ts'
import { appRequests } from './app-requests.ts'
import { appResults } from './app-results.ts'
import { appServiceWorkers } from './app-service-workers.ts'
import { appStorage } from './app-storage.ts'
import { appTextsAndPictures } from './app-texts-and-pictures.ts'
import { appWindows } from './app-windows.ts'
import { appWorkers } from './app-workers.ts'
import { callFlood } from './call-flood.ts'
import { connectToSelf } from './connect-to-self.ts'
import { crowd } from './crowd.ts'
import { deafPage } from './deaf-page.ts'
import { deepArguments } from './deep-arguments.ts'
import { deniedHosts } from './denied-hosts.ts'
import { descriptorHog } from './descriptor-hog.ts'
import { drown } from './drown.ts'
import { failingConnects } from './failing-connects.ts'
import { failingListens } from './failing-listens.ts'
import { gettersAndProxies } from './getters-and-proxies.ts'
import { groupFlood } from './group-flood.ts'
import { heldClients } from './held-clients.ts'
import { hugeSend } from './huge-send.ts'
import { interestFlood } from './interest-flood.ts'
import { interfaceFlood } from './interface-flood.ts'
import { keptPort } from './kept-port.ts'
import { largeSends } from './large-sends.ts'
import { lingeringSends } from './lingering-sends.ts'
import { listenAgain } from './listen-again.ts'
import { listenerStorm } from './listener-storm.ts'
import { longAddresses } from './long-addresses.ts'
import { longNameInfo } from './long-name-info.ts'
import { longNames } from './long-names.ts'
import { longQueries } from './long-queries.ts'
import { manyPorts } from './many-ports.ts'
import { messageFlood } from './message-flood.ts'
import { oddHost } from './odd-host.ts'
import { oddTexts } from './odd-texts.ts'
import { optionFlood } from './option-flood.ts'
import { manyPersistentSockets, persistentSockets } from './persistent-sockets.ts'
import { pollutedPrototypes } from './polluted-prototypes.ts'
import { portAndJunk } from './port-and-junk.ts'
import { portInEvent } from './port-in-event.ts'
import { preparedWindows } from './prepared-windows.ts'
import { reloadLoop } from './reload-loop.ts'
import { secureStorm } from './secure-storm.ts'
import { sharedArguments } from './shared-arguments.ts'
import { sharedBytes } from './shared-bytes.ts'
import { sharedObject } from './shared-object.ts'
import { silentApps } from './silent-apps.ts'
import { silentDns } from './silent-dns.ts'
import { smallReads } from './small-reads.ts'
import { tornSends } from './torn-sends.ts'
import { trueHellos } from './true-hellos.ts'
import { udpEchoStorm } from './udp-echo-storm.ts'
import { udpFlood } from './udp-flood.ts'
import { updateFlood } from './update-flood.ts'
import { windowStorm } from './window-storm.ts'
import { wordsForPort } from './words-for-port.ts'
import { wrongHello } from './wrong-hello.ts'

export const attacks: readonly Attack[] = [
  acceptStorm,
  appAddresses,
  appAsks,
  appCalls,
  appClipboard,
  appContentScripts,
  appDialogs,
  appDownloads,
  appDroppedFiles,
  appEnds,
  appFiles,
  appFills,
  appFloods,
  appGivenFiles,
  appGuestConsole,
  appGuestFrames,
  appGuestLoads,
  appGuestMenus,
  appGuestRequests,
  appGuestStarts,
  appGuestTurns,
  appGuestWorkers,
  appGuests,
  appGuestsDie,
  appGuestsLeave,
  appHellos,
  appLongSources,
  appLongWords,
  appManyLocks,
  appMoves,
  appNeighbours,
  appOldSockets,
  appPermissions,
  appPictures,
  appPorts,
  appReloads,
  appRequests,
  appResults,
  appServiceWorkers,
  appStorage,
  appTextsAndPictures,
  appWindows,
  appWorkers,
  callFlood,
  connectToSelf,
  crowd,
  deafPage,
  deepArguments,
  deniedHosts,
  descriptorHog,
  drown,
  failingConnects,
  failingListens,
  gettersAndProxies,
  groupFlood,
  heldClients,
  hugeSend,
  interestFlood,
  interfaceFlood,
  keptPort,
  largeSends,
  lingeringSends,
  listenAgain,
  listenerStorm,
  longAddresses,
  longNameInfo,
  longNames,
  longQueries,
  manyPorts,
  messageFlood,
  oddHost,
  oddTexts,
  optionFlood,
  persistentSockets,
  manyPersistentSockets,
  pollutedPrototypes,
  portAndJunk,
  portInEvent,
  preparedWindows,
  reloadLoop,
  secureStorm,
  sharedArguments,
  sharedBytes,
  sharedObject,
  silentApps,
  silentDns,
  smallReads,
  tornSends,
  trueHellos,
  udpEchoStorm,
  udpFlood,
  updateFlood,
  windowStorm,
  wordsForPort,
  wrongHello,
]

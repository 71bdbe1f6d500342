import { bridge } from './bridge.ts'
import { chrome } from './chrome.ts'
import { foxglove } from './foxglove.ts'
import { ipc } from './ipc.ts'
import { node } from './node.ts'
import { raw } from './raw.ts'
import type { Subject } from './subject.ts'

/** In the order of the table's columns. */
export const subjects: readonly Subject[] = [bridge, chrome, foxglove, ipc, raw, node]

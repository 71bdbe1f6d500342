import { shortTimes } from '../../client/loads/short.ts'
import { answerParent } from '../../processes/answer.ts'
import { bulk } from './bulk.ts'
import { download } from './download.ts'
import type { Talker } from './talker.ts'
import { openTalkers } from './talker.ts'

let talkers: Talker[] = []

const methods = {
  bulk,
  download,
  shortTimes,
  open: async (port: number, count: number) => {
    talkers = await openTalkers(port, count)
  },
  /** The first ones of those that are open say so many messages each; returns the number of answers. */
  talk: async (count: number, messages: number, ahead: number) => {
    const chosen = talkers.slice(0, count)
    const before = chosen.reduce((sum, { answered }) => sum + answered, 0)
    await Promise.all(chosen.map((talker) => talker.talk(messages, ahead)))
    return chosen.reduce((sum, { answered }) => sum + answered, 0) - before
  },
  /** Returns how many had failed. */
  close: () => {
    const failed = talkers.filter(({ failure }) => failure !== undefined)
    for (const talker of talkers) talker.close()
    talkers = []
    return failed.length
  },
}

/** What the run may ask of its client process. */
export type ClientApi = typeof methods

answerParent(methods)

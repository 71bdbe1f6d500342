import { answerParent } from '../../processes/answer.ts'
import { makeServerApi } from '../../server/server-api.ts'
import { makeNetHost } from './net-host.ts'

/** The measured server without any page, in whichever process. */
export function runNetServer(ready: Promise<unknown>): void {
  answerParent({
    ...makeServerApi(makeNetHost()),
    open: async () => {
      await ready
      return process.versions
    },
  })
}

import { netErrors } from '../../renderer-types/net-errors.ts'
import { describeSend } from '../api/describe-send.ts'
import type { Page } from '../page/page.ts'
import type { App } from '../app/app.ts'
import type { Outcome } from '../outcome.ts'
import { fail, socketNotFound } from '../outcome.ts'
import type { Demand } from './admission.ts'
import { admit, exceeded, release } from './admission.ts'
import type { SendRun, SentCall } from './parse-message.ts'

function answerAll(page: Page, calls: readonly SentCall[], outcome: Outcome): void {
  for (const { id } of calls) page.reply(id, outcome)
}

/** Each call by itself: the first ones may be within a limit that all together exceed. */
function splitRun(run: SendRun): SendRun[] {
  let { start } = run
  return run.calls.map((call) => {
    run.payload.addUser()
    const single = { ...run, calls: [call], start, byteLength: call.byteLength }
    start += call.byteLength
    return single
  })
}

function write(
  app: App,
  page: Page,
  { byteLength, calls, payload, socketId, start }: SendRun,
  demand: Demand,
): void {
  const socket = app.tcp.get(socketId)
  if (socket === undefined) {
    release(app, page, demand)
    payload.dismiss()
    return answerAll(page, calls, fail(socketNotFound))
  }
  const { bytes, end } = payload.lend(start, byteLength, app.heldMessages)
  const finish = (code: number): void => {
    release(app, page, demand)
    end(code === 0)
    if (code !== 0) return answerAll(page, calls, describeSend(code, 0))
    for (const call of calls) page.postSent(call.id, call.byteLength)
  }
  try {
    socket.send(bytes, finish)
  } catch (error) {
    app.logger.error('electron-chrome-sockets: tcp.send failed unexpectedly', error)
    finish(netErrors.ERR_UNEXPECTED)
  }
}

/**
 * The handler of `tcp.send`. Its arguments need no further check: the parser has read them as what they are. The order
 * is that of every call: limits, ownership, then what is asked for.
 */
export function sendAll(app: App, page: Page, run: SendRun): void {
  const demand = { calls: run.calls.length, bytes: run.byteLength }
  const refusal = run.payload.isDropped ? exceeded : admit(app, page, demand)
  if (refusal === undefined) return write(app, page, run, demand)
  if (run.calls.length === 1) answerAll(page, run.calls, refusal)
  else for (const single of splitRun(run)) sendAll(app, page, single)
  run.payload.dismiss()
}

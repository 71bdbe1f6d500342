import { netErrors } from '../../renderer-types/net-errors.ts'
import type { Page } from '../page/page.ts'
import type { App } from '../app/app.ts'
import type { TcpSocket } from '../sockets/tcp-socket.ts'
import type { Outcome } from '../outcome.ts'
import { fail, socketNotFound } from '../outcome.ts'
import type { Demand } from './admission.ts'
import { admit, release } from './admission.ts'
import type { SendRun, SentCall } from './parse-message.ts'
import type { Payload } from './payload.ts'

export interface Piece {
  readonly payload: Payload
  readonly start: number
  readonly byteLength: number
}

/** Bytes that go out one behind the other, and the calls that want it. */
interface Sending {
  readonly socketId: number
  readonly calls: readonly SentCall[]
  readonly pieces: readonly Piece[]
}

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

function writePiece(app: App, socket: TcpSocket, piece: Piece, finish: (code: number) => void): void {
  const { bytes, end } = piece.payload.lend(piece.start, piece.byteLength, app.heldMessages)
  const finishPiece = (code: number): void => {
    end(code === 0)
    finish(code)
  }
  try {
    socket.send(bytes, finishPiece)
  } catch (error) {
    app.logger.error('electron-chrome-sockets: tcp.send failed unexpectedly', error)
    finishPiece(netErrors.ERR_UNEXPECTED)
  }
}

/** What was admitted is sent, and answered when the kernel has taken all of it. */
export function write(app: App, page: Page, { calls, pieces, socketId }: Sending, demand: Demand): void {
  const socket = app.tcp.get(socketId)
  if (socket === undefined) {
    release(app, page, demand)
    for (const { payload } of pieces) payload.dismiss()
    return answerAll(page, calls, fail(socketNotFound))
  }
  let left = pieces.length
  let failure = 0
  const finish = (code: number): void => {
    left -= 1
    if (code !== 0) failure = code
    if (left > 0) return
    release(app, page, demand)
    if (failure !== 0) {
      for (const { id } of calls) page.replyUnsent(id, socketId, failure)
      return
    }
    for (const call of calls) page.postSent(call.id, call.byteLength)
  }
  for (const piece of pieces) writePiece(app, socket, piece, finish)
}

/**
 * The handler of `tcp.send`. Its arguments need no further check: the parser has read them as what they are. The order
 * is that of every call: limits, ownership, then what is asked for.
 */
export function sendAll(app: App, page: Page, run: SendRun): void {
  const demand = { calls: run.calls.length, bytes: run.byteLength }
  const refusal = admit(app, page, demand)
  if (refusal === undefined)
    return write(app, page, { socketId: run.socketId, calls: run.calls, pieces: [run] }, demand)
  if (run.calls.length === 1) answerAll(page, run.calls, refusal)
  else for (const single of splitRun(run)) sendAll(app, page, single)
  run.payload.dismiss()
}

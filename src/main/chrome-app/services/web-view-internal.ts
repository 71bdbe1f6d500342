import { screen } from 'electron'
import type { AppArguments, AppResult } from '../../../renderer-types/contract/apps/index.ts'
import { maxTextCharacters } from '../../../renderer-types/wire.ts'
import { toArrayBuffer } from '../../memory/to-array-buffer.ts'
import type { Outcome } from '../../outcome.ts'
import { fail, succeed } from '../../outcome.ts'
import type { ContentScripts } from '../guests/content-scripts.ts'
import type { Guest } from '../guests/guest.ts'
import { clearGuestData } from '../guests/clear-guest-data.ts'
import { readAddress } from '../read-address.ts'
import { findFile } from '../serve/find-file.ts'
import type { Service, ServiceCall } from './service.ts'

type Details = AppArguments<'webViewInternal', 'executeScript'>[2]
type Picture = AppResult<'webViewInternal', 'captureVisibleRegion'>

const gone = 'The guest has gone.'
const both = 'Code and file should not be specified at the same time in the second argument.'
const neither = 'No source code or file specified.'
const tooLong = 'The code is too long.'
const notCaptured = 'Failed to capture webview'
/** Points of a picture, of four bytes each. Chrome has no limit but that of the screen. */
const maxPoints = 4096 * 4096
const noSize = { height: 0, width: 0 }

/** Whether the page has cut it, or would have. */
const isLong = (text: string): boolean => text.length >= maxTextCharacters

/** Does something to a guest of the page that asks. */
function act({ host, page }: ServiceCall, id: number, handler: (guest: Guest) => void): Outcome<undefined> {
  const guest = host.guests.find(page, id)
  if (guest === undefined) return fail(gone)
  handler(guest)
  return succeed()
}

/** The same, where something may be wrong with what the page wants. */
function complain(
  { host, page }: ServiceCall,
  id: number,
  handler: (guest: Guest) => string | undefined,
): Outcome<undefined> {
  const guest = host.guests.find(page, id)
  const complaint = guest === undefined ? gone : handler(guest)
  return complaint === undefined ? succeed() : fail(complaint)
}

async function ask<T>(
  { host, page }: ServiceCall,
  id: number,
  read: (guest: Guest) => T | Promise<T>,
): Promise<Outcome<T>> {
  const guest = host.guests.find(page, id)
  return guest === undefined ? fail(gone) : succeed(await read(guest))
}

type Run<T> = (guest: Guest, code: string) => Promise<T>

/** Has a file of the app run in a guest, if there is one. */
async function injectFile<T>(call: ServiceCall, id: number, name: string, run: Run<T>): Promise<Outcome<T>> {
  const { app, guests, origin } = call.host
  const isThere = (): boolean => guests.find(call.page, id) !== undefined
  const find = async (): Promise<string | undefined> => {
    const address = isThere() ? readAddress(name, `${origin}/`) : undefined
    return address && findFile(app.directory, address.pathname)
  }
  const outcome = await guests.code.use(find, (code) => ask(call, id, (guest) => run(guest, code)))
  return outcome ?? fail(isThere() ? `Failed to load file: "${name.slice(0, 256)}". ` : gone)
}

async function inject<T>(
  call: ServiceCall,
  id: number,
  { code, file }: Details,
  run: Run<T>,
): Promise<Outcome<T>> {
  if (code !== undefined && file !== undefined) return fail(both)
  if (file !== undefined) return injectFile(call, id, file, run)
  if (code === undefined) return fail(neither)
  return isLong(code) ? fail(tooLong) : ask(call, id, (guest) => run(guest, code))
}

const run: Run<string> = (guest, code) => guest.execute(code)
const style: Run<undefined> = (guest, code) => guest.style(code)

const getScripts = (call: ServiceCall, id: number, guest: Guest): ContentScripts =>
  guest.getScripts(
    (kind, source) => void (kind === 'js' ? inject(call, id, source, run) : inject(call, id, source, style)),
  )

/** Whether the window of the page, which clips what a guest shows, has few enough points. */
function isSmall({ host, page }: ServiceCall): boolean {
  const window = host.findWindow(page)?.window
  if (window === undefined) return true
  const { height, width } = window.getBounds()
  const { scaleFactor } = screen.getDisplayMatching(window.getBounds())
  return height * width * scaleFactor * scaleFactor <= maxPoints
}

async function capture(call: ServiceCall, id: number): Promise<Outcome<Picture>> {
  const guest = call.host.guests.find(call.page, id)
  if (guest === undefined) return fail(gone)
  const image = isSmall(call) ? await guest.capture() : undefined
  const { height, width } = image?.getSize() ?? noSize
  const points = height * width
  // There is nothing of what nobody can see.
  if (image === undefined || points === 0 || points > maxPoints) return fail(notCaptured)
  return succeed({ bytes: toArrayBuffer(image.toBitmap()), width })
}

/** What is wrong with an address that a text is to have; undefined for nothing. */
function explainData(dataUrl: string, baseUrl: string): string | undefined {
  if (isLong(dataUrl) || !/^data:/i.test(dataUrl)) return `Invalid data URL "${dataUrl.slice(0, 256)}".`
  const isWeb = /^https?:$/.test(readAddress(baseUrl)?.protocol ?? '')
  return isWeb ? undefined : `Invalid base URL "${baseUrl.slice(0, 256)}".`
}

export const webViewInternal: Service<'webViewInternal'> = {
  attach: ({ host, page }, id, params) => (host.guests.attach(page, id, params) ? succeed() : fail(gone)),
  start: (call, id) => act(call, id, (guest) => void guest.start()),
  addContentScripts: (call, id, list) =>
    act(call, id, (guest) => {
      for (const details of list) getScripts(call, id, guest).add(details)
    }),
  removeContentScripts: (call, id, names) =>
    act(call, id, (guest) => getScripts(call, id, guest).remove(names)),
  addRequestListener: (call, id, listener) =>
    complain(call, id, (guest) => call.host.guests.addRequestListener(guest, listener)),
  removeRequestListener: (call, id, listenerId) =>
    act(call, id, ({ requests }) => requests.remove(listenerId)),
  answerRequest: (call, id, questionId, response) =>
    complain(call, id, ({ requests }) => requests.answer(questionId, response)),
  executeScript: (call, id, _src, details) => inject(call, id, details, run),
  insertCSS: (call, id, _src, details) =>
    inject(call, id, details, (guest, code) => guest.style(code, details.cssOrigin)),
  captureVisibleRegion: (call, id) => call.host.guests.pictures.take(call.page, () => capture(call, id)),
  clearData: (call, id, _options, types) =>
    ask(call, id, ({ contents: { session } }) =>
      call.host.guests.clearings.do(call.page, () => clearGuestData(session, types)),
    ),
  find: (call, id, text, options) => ask(call, id, ({ search }) => search.find(text, options)),
  followSize: (call, id, isFollowed) => act(call, id, ({ size }) => size.follow(isFollowed)),
  getAudioState: (call, id) => ask(call, id, ({ contents }) => contents.isCurrentlyAudible()),
  getZoom: (call, id) => ask(call, id, ({ zoom }) => zoom.factor),
  getZoomMode: (call, id) => ask(call, id, ({ zoom }) => zoom.mode),
  go: (call, id, relativeIndex) => ask(call, id, (guest) => guest.go(relativeIndex)),
  isAudioMuted: (call, id) => ask(call, id, ({ contents }) => contents.isAudioMuted()),
  loadDataWithBaseUrl(call, id, dataUrl, baseUrl) {
    const complaint = explainData(dataUrl, baseUrl)
    if (complaint !== undefined) return fail(complaint)
    return act(call, id, (guest) => guest.showData(dataUrl, baseUrl))
  },
  overrideUserAgent: (call, id, userAgent) => act(call, id, (guest) => guest.setUserAgent(userAgent)),
  reload: (call, id) => act(call, id, (guest) => guest.reload()),
  setAudioMuted: (call, id, mute) => act(call, id, ({ contents }) => contents.setAudioMuted(mute)),
  setName: (call, id, name) => act(call, id, (guest) => void guest.name.set(name)),
  setPermission: (call, id, requestId, action, userInput) =>
    ask(call, id, ({ questions }) => {
      questions.decide(requestId, action === 'allow', userInput)
      return action === 'allow'
    }),
  setZoom: (call, id, factor) => act(call, id, ({ zoom }) => zoom.setFactor(factor)),
  setZoomMode: (call, id, mode) => act(call, id, ({ zoom }) => zoom.setMode(mode)),
  stop: (call, id) => act(call, id, (guest) => guest.stop()),
  stopFinding: (call, id, action) => act(call, id, ({ search }) => search.stop(action)),
  terminate: (call, id) => act(call, id, (guest) => guest.terminate()),
}

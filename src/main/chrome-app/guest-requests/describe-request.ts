import type { UploadData } from 'electron'
import type { RequestEventName } from '../../../renderer-types/contract/apps/web-view-request.ts'
import { countHeaders, createSight, listHeaders } from './headers.ts'
import type { RequestOrigin } from './request-origin.ts'
import { readForm } from './read-form.ts'
import type { RequestDetails } from './request-details.ts'
import { typeOf } from './request-details.ts'

type Fields = Readonly<Record<string, unknown>>

/** Bytes of a body that a listener is shown. */
const maxBody = 64 * 1024

const describeResponse = ({ statusCode, statusLine }: RequestDetails): Fields => ({ statusCode, statusLine })
const describeEnd = ({ fromCache, ip }: RequestDetails): Fields => ({ fromCache, ip })

/** What an event tells besides. */
const more: Readonly<Partial<Record<RequestEventName, (details: RequestDetails) => Fields>>> = {
  onHeadersReceived: describeResponse,
  onAuthRequired: describeResponse,
  onBeforeRedirect: (details) => ({
    ...describeResponse(details),
    ...describeEnd(details),
    redirectUrl: details.redirectURL,
  }),
  onResponseStarted: (details) => ({ ...describeResponse(details), ...describeEnd(details) }),
  onCompleted: (details) => ({ ...describeResponse(details), ...describeEnd(details) }),
  onErrorOccurred: (details) => ({ ...describeEnd(details), error: details.error }),
}

/** Electron says that there are always bytes, and of files and blobs there are none. */
type BodyPart = Readonly<Partial<UploadData>>

const unknownBody = { error: 'Unknown error.' }

/** Bytes come in Base64, and only of a small body, which is a form, or has no blobs. */
function describeBody(parts: readonly BodyPart[]): Fields {
  const size = parts.reduce((sum, { bytes }) => sum + (bytes?.byteLength ?? 0), 0)
  if (size > maxBody) return unknownBody
  const formData = readForm(Buffer.concat(parts.flatMap(({ bytes }) => bytes ?? [])))
  if (formData !== undefined) return { formData }
  const raw: object[] = []
  for (const { bytes, file } of parts) {
    if (bytes !== undefined) raw.push({ bytes: bytes.toString('base64') })
    else if (file === undefined) return unknownBody
    else raw.push({ file })
  }
  return { raw }
}

function describeExtra(details: RequestDetails, extraInfo: ReadonlySet<string>): Fields {
  const { requestHeaders = {}, responseHeaders = {}, uploadData = [] } = details
  const sees = createSight(extraInfo)
  return {
    ...(extraInfo.has('requestBody') && uploadData.length > 0 && { requestBody: describeBody(uploadData) }),
    ...(extraInfo.has('requestHeaders') && { requestHeaders: listHeaders(requestHeaders, sees) }),
    ...(extraInfo.has('responseHeaders') && { responseHeaders: listHeaders(responseHeaders, sees) }),
  }
}

/** What an event tells those listeners that see the same of it. */
class Told {
  readonly fields: Fields
  #length: number | undefined

  constructor(fields: Fields) {
    this.fields = fields
  }

  /** As JSON. */
  get length(): number {
    return (this.#length ??= JSON.stringify(this.fields).length)
  }
}

const kinds = ['extraHeaders', 'requestBody', 'requestHeaders', 'responseHeaders']

/** A request as Chrome describes it to the listeners of an event, described once for all that see the same of it. */
export class RequestDescription {
  readonly #event: RequestEventName
  readonly #details: RequestDetails
  readonly #origin: RequestOrigin
  readonly #besides: object
  readonly #told = new Map<string, Told>()
  #headers: number | undefined

  constructor(event: RequestEventName, details: RequestDetails, origin: RequestOrigin, besides: object = {}) {
    this.#event = event
    this.#details = details
    this.#origin = origin
    this.#besides = besides
  }

  get headers(): number {
    return (this.#headers ??= countHeaders(this.#details))
  }

  tell(extraInfo: ReadonlySet<string>): Told {
    const key = kinds.filter((kind) => extraInfo.has(kind)).join()
    const told = this.#told.get(key) ?? new Told(this.#describe(extraInfo))
    this.#told.set(key, told)
    return told
  }

  #describe(extraInfo: ReadonlySet<string>): Fields {
    const details = this.#details
    const { id, method, timestamp, url } = details
    return {
      documentLifecycle: 'active',
      ...this.#origin,
      method,
      requestId: String(id),
      tabId: -1,
      timeStamp: timestamp,
      type: typeOf(details),
      url,
      ...more[this.#event]?.(details),
      ...describeExtra(details, extraInfo),
      ...this.#besides,
    }
  }
}

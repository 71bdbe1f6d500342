import { Readable } from 'node:stream'
import type { ProtocolRequest } from 'electron'
import { netErrors } from '../../../renderer-types/net-errors.ts'

/** What a page asks for. */
export type Asked = Pick<ProtocolRequest, 'headers' | 'method' | 'url'>

export interface Found {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly data: Readable
}

/** What it gets, or Chromium's number of what its connection fails with. */
export type Answer = Found | { readonly error: number }

export type Handle = (asked: Asked) => Promise<Answer>

/** Chromium's ERR_FILE_NOT_FOUND: Chrome's for a file that the folder does not have. */
export const notFound: Answer = { error: -6 }

export const failed: Answer = { error: netErrors.ERR_FAILED }

export const answer = (
  headers: Readonly<Record<string, string>>,
  body: Readable | Uint8Array | string | undefined,
  statusCode = 200,
): Found => ({
  statusCode,
  headers: { ...headers },
  data: body instanceof Readable ? body : Readable.from(body === undefined ? [] : [Buffer.from(body)]),
})

import { readAddress } from '../read-address.ts'
import type { BlockingResponse, Header } from './headers.ts'
import { readHeader } from './headers.ts'

/** More than any server takes or sends. Chrome has no limit. */
const maxHeaders = 256

const headerName = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
const headerValue = /^[^\0\r\n]*$/

function explainHeader(header: Header): string | undefined {
  const pair = readHeader(header)
  if (pair === undefined) return `Invalid header specification '${JSON.stringify(header).slice(0, 256)}'.`
  const [name, value] = pair
  if (!headerName.test(name)) return 'Invalid header name.'
  return headerValue.test(value) ? undefined : `Header '${name.slice(0, 256)}' has an invalid value.`
}

/** Chrome's word for what is wrong with an answer; undefined for nothing (Chromium: web_request_api.cc). */
export function explainResponse(response: BlockingResponse): string | undefined {
  const { cancel, redirectUrl, requestHeaders, responseHeaders } = response
  const given = Object.values(response).filter((value) => value !== undefined)
  if (cancel !== undefined && given.length > 1) return 'cancel cannot be true in the presence of other keys.'
  if (redirectUrl !== undefined && readAddress(redirectUrl) === undefined)
    return `redirectUrl '${redirectUrl.slice(0, 256)}' is not a valid URL.`
  if (requestHeaders !== undefined && responseHeaders !== undefined)
    return 'requestHeaders and responseHeaders cannot both be specified.'
  const headers = requestHeaders ?? responseHeaders ?? []
  if (headers.length > maxHeaders) return 'There are too many headers.'
  for (const header of headers) {
    const complaint = explainHeader(header)
    if (complaint !== undefined) return complaint
  }
  return undefined
}

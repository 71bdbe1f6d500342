import { describe, expect, it } from 'vitest'
import { describeNetError, netErrors } from '../../../src/renderer-types/net-errors.ts'

describe('net errors', () => {
  it.each([
    [-2, 'net::ERR_FAILED'],
    [-3, 'net::ERR_ABORTED'],
    [-4, 'net::ERR_INVALID_ARGUMENT'],
    [-7, 'net::ERR_TIMED_OUT'],
    [-9, 'net::ERR_UNEXPECTED'],
    [-10, 'net::ERR_ACCESS_DENIED'],
    [-12, 'net::ERR_INSUFFICIENT_RESOURCES'],
    [-15, 'net::ERR_SOCKET_NOT_CONNECTED'],
    [-23, 'net::ERR_SOCKET_IS_CONNECTED'],
    [-100, 'net::ERR_CONNECTION_CLOSED'],
    [-101, 'net::ERR_CONNECTION_RESET'],
    [-102, 'net::ERR_CONNECTION_REFUSED'],
    [-104, 'net::ERR_CONNECTION_FAILED'],
    [-105, 'net::ERR_NAME_NOT_RESOLVED'],
    [-106, 'net::ERR_INTERNET_DISCONNECTED'],
    [-108, 'net::ERR_ADDRESS_INVALID'],
    [-109, 'net::ERR_ADDRESS_UNREACHABLE'],
    [-118, 'net::ERR_CONNECTION_TIMED_OUT'],
    [-138, 'net::ERR_NETWORK_ACCESS_DENIED'],
    [-147, 'net::ERR_ADDRESS_IN_USE'],
    [-176, 'net::ERR_NO_BUFFER_SPACE'],
  ])('%i is %s', (code, text) => {
    expect(describeNetError(code)).toBe(text)
  })

  it.each([0, 1, -1, -99_999])('a code outside the list, %i, has the text Chrome gives it', (code) => {
    expect(describeNetError(code)).toBe('net::ERR_<unknown>')
  })

  it('gives no code two names', () => {
    const codes = Object.values(netErrors)
    expect(new Set(codes).size).toBe(codes.length)
  })
})

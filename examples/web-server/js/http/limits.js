/**
 * What a request may be: bytes, except `headerCount`.
 * @typedef {{ line: number, headers: number, headerCount: number, body: number }} Limits
 */

/** @type {Limits} */
export const defaultLimits = {
  line: 8 * 1024,
  headers: 16 * 1024,
  headerCount: 100,
  body: 16 * 1024 * 1024,
}

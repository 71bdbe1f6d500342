/** @typedef {{ start: number, end: number }} ByteRange `end` is exclusive */

/**
 * Several ranges, other units and malformed headers are ignored, as HTTP allows: the whole is served then.
 * @param {string | undefined} header
 * @param {number} size
 * @returns {ByteRange | 'whole' | 'unsatisfiable'}
 */
export function parseRange(header, size) {
  const match = /^bytes=(\d*)-(\d*)$/i.exec(header?.replace(/[ \t]/g, '') ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return 'whole'
  if (match[1] === '') return clip(Math.max(0, size - Number(match[2])), size, size)
  const start = Number(match[1])
  const last = match[2] === '' ? size - 1 : Number(match[2])
  return match[2] !== '' && last < start ? 'whole' : clip(start, last + 1, size)
}

/**
 * @param {number} start
 * @param {number} end
 * @param {number} size
 * @returns {ByteRange | 'unsatisfiable'}
 */
function clip(start, end, size) {
  return start >= size ? 'unsatisfiable' : { start, end: Math.min(end, size) }
}

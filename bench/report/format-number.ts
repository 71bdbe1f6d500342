const digits = 3

/** Three digits, as many as mean something here; larger numbers whole and grouped. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  const rounded = Number(value.toPrecision(digits))
  return rounded.toLocaleString('en-US', { maximumSignificantDigits: digits })
}

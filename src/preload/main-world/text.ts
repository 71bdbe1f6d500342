import { primordials } from './primordials.ts'

const { replaceText } = primordials

const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Half a pair becomes three replacement characters, one for each byte that Chrome makes of it. */
export function toScalarText(text: string): string {
  return replaceText(text, loneSurrogates, '\ufffd\ufffd\ufffd')
}

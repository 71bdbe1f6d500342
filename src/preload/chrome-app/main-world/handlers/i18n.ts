import { detectorReads } from '../../../../renderer-types/contract/apps/i18n.ts'
import { isList } from '../../../main-world/is-list.ts'
import { primordials } from '../../../main-world/primordials.ts'
import type { PageHandlers } from '../context.ts'

const { String } = primordials

const maxSubstitutions = 9

/** What cannot be made a text does not count; of numbers, truth values and objects only those in a list do. */
function writeSubstitution(element: unknown): string[] {
  try {
    return typeof element === 'symbol' ? [] : [String(element)]
  } catch {
    // It throws when it is to become a text.
    return []
  }
}

/** Undefined where an element of the list cannot be had: there is no message then. */
function listSubstitutions(given: unknown): string[] | undefined {
  if (typeof given === 'string') return [given]
  if (!isList(given)) return []
  const { length } = given
  const texts: string[] = []
  try {
    for (let i = 0; i < length; i += 1) texts.push(...writeSubstitution(given[i]))
  } catch {
    return undefined
  }
  return texts
}

/**
 * `$1` to `$9`; of several `$` one goes, and a `$` takes along any other sign that follows
 * (Chromium: base/strings/string_util.cc).
 */
function fillSubstitutions(message: string, substitutions: readonly string[]): string {
  return message.replaceAll(/\$(\$+|.|$)/gsu, (_whole, next: string) => {
    if (next.startsWith('$')) return next
    return /^[1-9]$/.test(next) ? (substitutions[Number(next) - 1] ?? '') : ''
  })
}

export const i18n: PageHandlers<'i18n'> = {
  detectLanguage({ facade: { calls } }, reply, text) {
    calls.post('languages.detect', [text.slice(0, detectorReads)], ([result], error) => {
      if (error === undefined) reply.succeedWith(result)
      else reply.fail(error)
    })
  },
  getAcceptLanguages: ({ hub }, reply) => reply.succeed([...hub.shared.acceptLanguages]),
  getMessage({ hub }, name, given, options) {
    if (isList(given) && given.length > maxSubstitutions) return undefined
    const substitutions = listSubstitutions(given)
    if (substitutions === undefined) return undefined
    const { messages } = hub.shared
    const key = name.toLowerCase()
    const message = Object.hasOwn(messages, key) ? (messages[key] ?? '') : ''
    const text = options?.escapeLt === true ? message.replaceAll('<', '&lt;') : message
    return fillSubstitutions(text, substitutions)
  },
  getUILanguage: ({ hub }) => hub.shared.language,
}

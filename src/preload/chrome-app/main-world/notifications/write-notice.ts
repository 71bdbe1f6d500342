import type { AppArguments } from '../../../../renderer-types/contract/apps/index.ts'
import type { Options } from './check-options.ts'

type Notice = AppArguments<'notices', 'show'>[1]

/** Characters of each text, and lines of a list: more than any system shows. */
const maxText = 2048
const maxItems = 8

const cut = (text: string): string => text.slice(0, maxText)

function writeBody({ contextMessage, items = [], message = '', progress }: Options): string {
  const lines = items.slice(0, maxItems).map((item) => `${cut(item.title)}: ${cut(item.message)}`)
  return [
    cut(message),
    ...lines,
    ...(progress === undefined ? [] : [`${progress} %`]),
    ...(contextMessage === undefined ? [] : [cut(contextMessage)]),
  ].join('\n')
}

/** What a system shows of it, which knows no lists and no bars. */
export function writeNotice(options: Options): Notice {
  const { buttons = [], priority = 0, requireInteraction = false, silent = false, title = '' } = options
  const [first, second] = buttons.map((button) => cut(button.title))
  return {
    title: cut(title),
    body: writeBody(options),
    ...(first !== undefined && { firstButton: first }),
    ...(second !== undefined && { secondButton: second }),
    isSilent: silent,
    stays: requireInteraction,
    isUrgent: priority === 2,
  }
}

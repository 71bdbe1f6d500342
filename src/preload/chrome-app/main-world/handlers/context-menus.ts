import type { AppArguments } from '../../../../renderer-types/contract/apps/index.ts'
import { cutText } from '../../../main-world/text.ts'
import type { Context, PageHandlers, Reply } from '../context.ts'

type Properties = AppArguments<'contextMenus', 'update'>[1]

const needsId =
  'Extensions using event pages or Service Workers must pass an id parameter to chrome.contextMenus.create'
const noOnclick =
  'Extensions using event pages or Service Workers cannot pass an onclick parameter to chrome.contextMenus.create. ' +
  'Instead, use the chrome.contextMenus.onClicked event.'

const join = (texts: readonly string[]): string => cutText(texts.join('\n'))

/** Lists become texts. */
export function writeItem<P extends Properties>({
  contexts,
  documentUrlPatterns,
  targetUrlPatterns,
  ...rest
}: P) {
  return {
    ...rest,
    ...(contexts && { contexts: join([...new Set(contexts)]) }),
    ...(documentUrlPatterns && { documentUrlPatterns: join(documentUrlPatterns) }),
    ...(targetUrlPatterns && { targetUrlPatterns: join(targetUrlPatterns) }),
  }
}

type Method = 'contextMenuItems.create' | 'contextMenuItems.update'

function ask({ facade: { calls } }: Context, reply: Reply<undefined>, method: Method, args: unknown[]): void {
  calls.post(method, args, (_results, error) => {
    if (error === undefined) reply.succeed(undefined)
    else reply.fail(error)
  })
}

/** Ids of items that have none, which come to nothing. */
let counter = 0

export const contextMenus: PageHandlers<'contextMenus'> = {
  create(context, reply, { onclick, ...item }) {
    const { id } = item
    if (id === undefined) reply.fail(needsId)
    else if (onclick !== undefined) reply.fail(noOnclick)
    else ask(context, reply, 'contextMenuItems.create', [writeItem(item)])
    if (id !== undefined) return id
    counter += 1
    return counter
  },
  update(context, reply, id, { onclick: _onclick, ...changes }) {
    ask(context, reply, 'contextMenuItems.update', [id, writeItem(changes)])
  },
}

import { reportUnchecked } from '../../../main-world/last-error.ts'
import type { Context, PageHandlers, Reply } from '../context.ts'
import type { Options } from '../notifications/check-options.ts'
import { explainCreate, explainUpdate } from '../notifications/check-options.ts'
import type { Picture } from '../notifications/load-picture.ts'
import { loadPicture } from '../notifications/load-picture.ts'

const noImages = 'Unable to download all specified images.'
const noImage = 'Unable to successfully use the provided image.'

/**
 * All of them must be there, but for those whose address is empty; the one that is shown is the largest. With none to load,
 * no later call overtakes.
 */
function load(
  { page }: Context,
  reply: Reply<never>,
  options: Options,
  use: (picture: Picture | undefined) => void,
): void {
  const { appIconMaskUrl, buttons = [], iconUrl, imageUrl } = options
  const named = [imageUrl, iconUrl, appIconMaskUrl, ...buttons.slice(0, 2).map((button) => button.iconUrl)]
  const urls = named.filter((url): url is string => url !== undefined && url !== '')
  if (urls.length === 0) return use(undefined)
  void Promise.all(urls.map((url) => loadPicture(page, url))).then((loaded) =>
    loaded.includes(undefined) ? reply.fail(noImages) : use(loaded[0]),
  )
}

/** A promise is resolved in any case, as in Chrome. */
function finish<Result>(reply: Reply<Result>, result: Result, error: string | undefined): void {
  if (error === undefined) return reply.succeed(result)
  if (!reply.isPromise) return reply.fail(error, result)
  reportUnchecked(error)
  reply.succeed(result)
}

function create(
  { hub: { notifications: shown } }: Context,
  reply: Reply<string>,
  id: string,
  options: Options,
  picture: Picture | undefined,
): void {
  const complaint = explainCreate(id, options)
  if (complaint !== undefined) return shown.answers.whenEmpty(() => finish(reply, id, complaint))
  if (picture === undefined || options.iconUrl === '')
    return shown.answers.whenEmpty(() => finish(reply, id, noImage))
  shown.show(id, options, picture, (error) => finish(reply, id, error))
}

function update(
  { hub: { notifications: shown } }: Context,
  reply: Reply<boolean>,
  id: string,
  change: Options,
  picture: Picture | undefined,
): void {
  const known = shown.find(id)
  const complaint = known && explainUpdate(known.options, change)
  if (known === undefined || complaint !== undefined)
    return shown.answers.whenEmpty(() => finish(reply, false, complaint))
  const options = { ...known.options, ...change }
  shown.show(id, options, picture ?? known.picture, (error) => finish(reply, error === undefined, error))
}

export const notifications: PageHandlers<'notifications'> = {
  create(context, reply, givenId, options) {
    const id = givenId === undefined || givenId === '' ? crypto.randomUUID() : givenId
    load(context, reply, options, (picture) => create(context, reply, id, options, picture))
  },
  update: (context, reply, id, change) =>
    load(context, reply, change, (picture) => update(context, reply, id, change, picture)),
  clear({ hub }, reply, id) {
    const isCleared = hub.notifications.close(id)
    hub.notifications.answers.whenEmpty(() => {
      if (isCleared) hub.broadcast('notifications.onClosed', JSON.stringify([id, false]))
      reply.succeed(isCleared)
    })
  },
  getAll({ hub }, reply) {
    const all = Object.fromEntries(hub.notifications.ids.toSorted().map((id) => [id, true]))
    hub.notifications.answers.whenEmpty(() => reply.succeed(all))
  },
  getPermissionLevel: (_context, reply) => reply.succeed('granted'),
}

import { reportUnchecked } from '../../../main-world/last-error.ts'
import type { Context, PageHandlers, Reply } from '../context.ts'
import type { Options } from '../notifications/check-options.ts'
import { explainCreate, explainUpdate } from '../notifications/check-options.ts'
import { loadPicture } from '../notifications/load-picture.ts'

const noImages = 'Unable to download all specified images.'

/** All of them must be there; the one that is shown is the largest. */
async function loadAll({ page }: Context, options: Options) {
  const { appIconMaskUrl, buttons = [], iconUrl, imageUrl } = options
  const urls = [imageUrl, iconUrl, appIconMaskUrl, ...buttons.slice(0, 2).map((button) => button.iconUrl)]
  const loaded = await Promise.all(
    urls.filter((url) => url !== undefined).map((url) => loadPicture(page, url)),
  )
  return { areThere: !loaded.includes(undefined), picture: loaded[0] }
}

/** A promise is resolved in any case, as in Chrome. */
function finish<Result>(reply: Reply<Result>, result: Result, error: string | undefined): void {
  if (error === undefined) return reply.succeed(result)
  if (!reply.isPromise) return reply.fail(error, result)
  reportUnchecked(error)
  reply.succeed(result)
}

async function create(context: Context, reply: Reply<string>, id: string, options: Options): Promise<void> {
  const { areThere, picture } = await loadAll(context, options)
  if (!areThere) return reply.fail(noImages)
  const complaint = explainCreate(id, options)
  if (complaint !== undefined) return finish(reply, id, complaint)
  if (picture === undefined) return reply.fail(noImages)
  context.hub.notifications.show(id, options, picture, (error) => finish(reply, id, error))
}

async function update(context: Context, reply: Reply<boolean>, id: string, change: Options): Promise<void> {
  const { areThere, picture } = await loadAll(context, change)
  if (!areThere) return reply.fail(noImages)
  const known = context.hub.notifications.find(id)
  if (known === undefined) return reply.succeed(false)
  const complaint = explainUpdate(known.options, change)
  if (complaint !== undefined) return finish(reply, false, complaint)
  const options = { ...known.options, ...change }
  const shown = picture ?? known.picture
  context.hub.notifications.show(id, options, shown, (error) => finish(reply, error === undefined, error))
}

export const notifications: PageHandlers<'notifications'> = {
  create: (context, reply, id, options) =>
    void create(context, reply, id === undefined || id === '' ? crypto.randomUUID() : id, options),
  update: (context, reply, id, options) => void update(context, reply, id, options),
  clear({ hub }, reply, id) {
    const isCleared = hub.notifications.close(id)
    if (isCleared) hub.broadcast('notifications.onClosed', JSON.stringify([id, false]))
    reply.succeed(isCleared)
  },
  getAll({ hub }, reply) {
    reply.succeed(Object.fromEntries(hub.notifications.ids.toSorted().map((id) => [id, true])))
  },
  getPermissionLevel: (_context, reply) => reply.succeed('granted'),
}

import type { AppArguments, AppMethodName } from '../../../../renderer-types/contract/apps/index.ts'
import { reportUnchecked } from '../../../main-world/last-error.ts'
import type { Context, PageHandlers, Reply } from '../context.ts'
import type { EntryState } from '../files/entries.ts'
import type { Gift } from '../files/file-store.ts'
import type { Hub } from '../hub.ts'

const invalid = 'Invalid parameters'
const notRetained = 'Could not retain file entry.'

type Gifts = 'fileGifts.getDisplayPath' | 'fileGifts.getWritable' | 'fileGifts.isWritable'

/** What was dropped, the main process may have yet to give. */
function whenFound({ files }: Hub, entry: object, use: (state: EntryState | undefined) => void): void {
  const state = files.find(entry)
  const dropped = state === undefined ? files.dropped.find(entry) : undefined
  if (dropped === undefined) use(state)
  else void dropped.then(use)
}

/** Asks the main process about an entry that it has given. */
function askAbout<Result>(
  { facade: { calls }, hub }: Context,
  method: Gifts & AppMethodName,
  entry: object,
  reply: Reply<Result>,
  use: (answer: unknown) => Result,
): void {
  whenFound(hub, entry, (state) => {
    if (state === undefined) return reply.fail(invalid)
    calls.post(method, [state.fileSystem.id, state.path], ([answer], error) => {
      if (error === undefined) reply.succeedNow(use(answer))
      else reply.fail(error)
    })
  })
}

/** Types, and extensions of each: more than any dialog has use for. */
const maxTypes = 256

type Options = NonNullable<AppArguments<'fileSystem', 'chooseEntry'>[0]>

/** Whatever an app accepts, not more of it is said than the main process reads. */
function cutLists(options: Options): Options {
  if (options.accepts === undefined) return options
  const accepts = options.accepts.slice(0, maxTypes).map(({ extensions, mimeTypes, ...rest }) => ({
    ...rest,
    ...(extensions && { extensions: extensions.slice(0, maxTypes) }),
    ...(mimeTypes && { mimeTypes: mimeTypes.slice(0, maxTypes) }),
  }))
  return { ...options, accepts }
}

export const fileSystem: PageHandlers<'fileSystem'> = {
  chooseEntry({ facade: { calls }, hub }, reply, options) {
    calls.post('fileGifts.choose', [options && cutLists(options)], ([gifts], error) => {
      if (error !== undefined) return reply.fail(error)
      const entries = (gifts as Gift[]).map((gift) => hub.files.open(gift))
      reply.succeedNow(options?.acceptsMultiple === true ? entries : entries[0])
    })
  },
  getDisplayPath: (context, reply, entry) =>
    askAbout(context, 'fileGifts.getDisplayPath', entry, reply, (path) => path as string),
  getWritableEntry: (context, reply, entry) =>
    askAbout(context, 'fileGifts.getWritable', entry, reply, (gift) => context.hub.files.open(gift as Gift)),
  isRestorable({ facade: { calls }, hub }, reply, id) {
    // At once, in Chrome, too.
    if (hub.files.findRetained(id) !== undefined) return reply.succeedNow(true)
    calls.post('fileGifts.isRestorable', [id], ([isRestorable], error) => {
      if (error === undefined) reply.succeedNow(isRestorable === true)
      else reply.fail(error)
    })
  },
  isWritableEntry: (context, reply, entry) =>
    askAbout(context, 'fileGifts.isWritable', entry, reply, (isWritable) => isWritable === true),
  restoreEntry({ facade: { calls }, hub }, reply, id) {
    const known = hub.files.findRetained(id)
    if (known !== undefined) reply.succeedNow(known)
    calls.post('fileGifts.restore', [id], ([gift], error) => {
      if (known !== undefined) return
      if (error === undefined) reply.succeedNow(hub.files.openRetained(id, gift as Gift))
      else reply.fail(error)
    })
  },
  retainEntry({ hub }, entry) {
    const place = hub.files.findPlace(entry)
    if (place === undefined) return ''
    const id = hub.files.retain(entry, place)
    whenFound(hub, entry, (state) => {
      if (state === undefined) reportUnchecked(notRetained)
      else hub.files.keep(state, id, reportUnchecked)
    })
    return id
  },
}

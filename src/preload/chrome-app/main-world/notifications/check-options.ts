import type { AppArguments } from '../../../../renderer-types/contract/apps/index.ts'

export type Options = AppArguments<'notifications', 'create'>[1]

const missing = 'Some of the required properties are missing: type, iconUrl, title and message.'
const lowPriority = 'Low-priority notifications are deprecated on this platform.'
const wrongImage = 'Image resource provided for notification type != image'
const wrongItems = 'List items provided for notification type != list'
const wrongProgress = 'The progress value should not be specified for non-progress notification'
const badProgress = 'The progress value should range from 0 to 100'
const longId = "The notification's ID should be 500 characters or less"
const maxId = 500

function explainProgress({ progress, type }: Options): string | undefined {
  if (progress === undefined) return undefined
  if (type !== 'progress') return wrongProgress
  return progress < 0 || progress > 100 ? badProgress : undefined
}

/** An address that is empty names no picture. */
const namesPicture = ({ imageUrl = '' }: Options): boolean => imageUrl !== ''

/** What Chrome has against a new notification; undefined for nothing. */
export function explainCreate(id: string, options: Options): string | undefined {
  const { iconUrl, items = [], message, priority = 0, title, type } = options
  if ([iconUrl, message, title, type].includes(undefined)) return missing
  if (priority < 0) return lowPriority
  if (namesPicture(options) !== (type === 'image')) return wrongImage
  if (items.length > 0 !== (type === 'list')) return wrongItems
  return explainProgress(options) ?? (id.length > maxId ? longId : undefined)
}

/** The same of a change to one that is there. */
export function explainUpdate({ type: oldType }: Options, change: Options): string | undefined {
  const { items = [], priority = 0, type = oldType } = change
  if (priority < 0) return lowPriority
  if (namesPicture(change) && type !== 'image') return wrongImage
  return (
    explainProgress({ ...change, type }) ?? (items.length > 0 && type !== 'list' ? wrongItems : undefined)
  )
}

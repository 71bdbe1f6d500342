import type { ClearStorageDataOptions, Session } from 'electron'
import type { AppArguments } from '../../../renderer-types/contract/apps/index.ts'

type Types = AppArguments<'webViewInternal', 'clearData'>[2]
type Storage = NonNullable<ClearStorageDataOptions['storages']>[number]

/** What Electron calls it. */
const storages: Readonly<Partial<Record<keyof Types, Storage>>> = {
  cookies: 'cookies',
  fileSystems: 'filesystem',
  indexedDB: 'indexdb',
  localStorage: 'localstorage',
  persistentCookies: 'cookies',
  sessionCookies: 'cookies',
}

/** Electron knows no time since which something has been stored. */
export async function clearGuestData(own: Session, types: Types): Promise<undefined> {
  const wanted = Object.entries(storages).flatMap(([type, storage]) =>
    types[type as keyof Types] === true ? [storage] : [],
  )
  if (types.cache === true) await own.clearCache()
  if (wanted.length > 0) await own.clearStorageData({ storages: [...new Set(wanted)] })
  return undefined
}

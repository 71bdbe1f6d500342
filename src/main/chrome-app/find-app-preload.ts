import { findInstalledPreload, hashText, unpackPreload } from '../install/preload-path.ts'
import { appPreloadDigest } from './app-preload-digest.ts'

/**
 * The preload script of this very version, as a file. Its text, which is as long as all the rest, is read only where a
 * bundler has left the file behind.
 */
export async function findAppPreload(): Promise<string> {
  const name = 'app-preload'
  const installed = findInstalledPreload(name, (text) => hashText(text) === appPreloadDigest)
  if (installed !== undefined) return installed
  const { appPreloadText } = await import('./app-preload-text.ts')
  return unpackPreload({ name, text: appPreloadText })
}

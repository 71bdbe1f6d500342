import { readAddress } from '../read-address.ts'
import { appScheme } from '../scheme.ts'

/** What a guest may show. What Chrome has besides, or Electron, is the program's own or the system's. */
const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'about:', 'blob:', 'data:'])

/** Whether a guest may go there. What of the app's own pages it may show is up to its session. */
export function isGuestAddress(url: string): boolean {
  const protocol = readAddress(url)?.protocol ?? ''
  return schemes.has(protocol) || protocol === `${appScheme.scheme}:`
}

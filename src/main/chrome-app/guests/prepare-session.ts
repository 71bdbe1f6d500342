import type { Session } from 'electron'
import type { ChromeApp } from '../manifest/read-app.ts'
import { scheme } from '../scheme.ts'

/** Nothing of the app is there unless its manifest says so, and nobody but the app may allow a guest anything. */
export function prepareSession(own: Session, _name: string, _app: ChromeApp): void {
  own.protocol.handle(scheme, () => Response.error())
  own.setPermissionCheckHandler(() => false)
  own.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  own.setDevicePermissionHandler(() => false)
  own.on('will-download', (event) => event.preventDefault())
}

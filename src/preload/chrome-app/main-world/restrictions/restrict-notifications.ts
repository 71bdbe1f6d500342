import { replaceMethod } from './replace-method.ts'

type Permission = NotificationPermission

/** An app that may not show notifications is told so as in Chrome; a page without origin is refused. */
const soften = (permission: Permission): Permission =>
  permission === 'denied' && globalThis.origin !== 'null' ? 'default' : permission

export function restrictNotifications({ Notification }: typeof globalThis): void {
  const get: (() => Permission) | undefined = Reflect.getOwnPropertyDescriptor(
    Notification,
    'permission',
  )?.get
  if (get === undefined) return
  Reflect.defineProperty(Notification, 'permission', {
    get: () => soften(Reflect.apply(get, Notification, [])),
  })
  replaceMethod(
    Notification,
    'requestPermission',
    (original) =>
      async function requestPermission(this: unknown, callback?: unknown) {
        const permission = soften((await Reflect.apply(original, this, [])) as Permission)
        if (typeof callback === 'function') Reflect.apply(callback, undefined, [permission])
        return permission
      },
  )
}

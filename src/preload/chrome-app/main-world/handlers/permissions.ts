import { primordials } from '../../../main-world/primordials.ts'
import type { PageHandlers } from '../context.ts'

const { Error } = primordials

/**
 * Before anything is looked at Chrome writes into the page's own list, as `name|rules`, what is given there as an object
 * (Chromium: extensions/renderer/resources/permissions_custom_bindings.js).
 */
export function writeRules(args: readonly unknown[]): readonly unknown[] {
  if (args.length === 0) return args
  const list = (args[0] as { permissions?: unknown[] }).permissions
  if (!list) return args
  for (let i = 0; i < list.length; i += 1) {
    const entry = list[i]
    if (typeof entry !== 'object') continue
    const [name, ...others] = Object.keys(entry as object)
    if (name === undefined || others.length > 0) throw new Error('Too many keys in object-style permission.')
    list[i] = `${name}|${JSON.stringify(Reflect.get(entry as object, name))}`
  }
  return args
}

export const permissions: PageHandlers<'permissions'> = {
  request({ facade: { calls }, page }, reply, given) {
    if (!page.navigator.userActivation.isActive)
      return reply.fail('This function must be called during a user gesture')
    calls.post('grants.request', [given], ([isGranted], error) => {
      if (error === undefined) reply.succeedNow(isGranted === true)
      else reply.fail(error)
    })
  },
}

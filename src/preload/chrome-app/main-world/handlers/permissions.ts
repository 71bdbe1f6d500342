import type { PageHandlers } from '../context.ts'

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

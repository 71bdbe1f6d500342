import { expect, it, vi } from 'vitest'
import { readSocketsKey } from '../../../../src/main/permissions/sockets-key.ts'
import { isPermitted } from '../../../../src/main/permissions/permissions.ts'

const permissions = readSocketsKey({
  tcp: { connect: ['example.com', '*.example.com', 'a.test', 'b.test'] },
  udp: { send: '*' },
})

it('a host that is longer than any is not looked at letter by letter, nor folded', () => {
  const replace = vi.spyOn(String.prototype, 'replaceAll')
  const long = `${'A'.repeat(131_072)}.test`
  expect(isPermitted(permissions, 'tcp.connect', long, 80)).toBe(false)
  expect(isPermitted(permissions, 'udp.send', long, 80)).toBe(true)
  expect(replace).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})

it('a host is folded once, however many patterns there are', () => {
  const replace = vi.spyOn(String.prototype, 'replaceAll')
  expect(isPermitted(permissions, 'tcp.connect', 'C.TEST', 80)).toBe(false)
  expect(isPermitted(permissions, 'tcp.connect', 'B.TEST', 80)).toBe(true)
  expect(replace).toHaveBeenCalledTimes(2)
  vi.restoreAllMocks()
})

import { expect, it } from 'vitest'
import { fail, finishWith, succeed } from '../../../src/main/outcome.ts'

it('succeeds with one result or with none', () => {
  expect(succeed()).toEqual({ ok: true, args: [] })
  expect(succeed(undefined)).toEqual({ ok: true, args: [undefined] })
  expect(succeed({ socketId: 1 })).toEqual({ ok: true, args: [{ socketId: 1 }] })
})

it('fails with a text, and arguments that go with it', () => {
  expect(fail('Socket not found')).toEqual({ ok: false, message: 'Socket not found', args: [] })
  expect(fail('x', { resultCode: -2 })).toEqual({ ok: false, message: 'x', args: [{ resultCode: -2 }] })
})

it('gives the callback the code either way', () => {
  expect(finishWith(0)).toEqual({ ok: true, args: [0] })
  expect(finishWith(-147)).toEqual({ ok: false, message: 'net::ERR_ADDRESS_IN_USE', args: [-147] })
})

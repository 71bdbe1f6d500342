import { expect, it, vi } from 'vitest'
import { notices } from '../../../../../src/main/chrome-app/services/notices.ts'
import type { ServiceCall } from '../../../../../src/main/chrome-app/services/service.ts'

const show = vi.fn((_id: string, _notice: object, _picture: object | undefined) => true)
const call = { host: { system: { notices: { show } } } } as unknown as ServiceCall

const notice = { title: '', isSilent: false, stays: false, isUrgent: false }
const tooMany = { ok: false, message: 'There are too many notifications.' }

it('what says more than any system shows is not shown', () => {
  const body = 'x'.repeat(65_000)
  const nothing = new ArrayBuffer(0)
  expect(notices.show(call, 'x'.repeat(536), { ...notice, body }, nothing, 0)).toMatchObject({ ok: true })
  expect(notices.show(call, 'x'.repeat(537), { ...notice, body }, nothing, 0)).toMatchObject(tooMany)
  const [title, firstButton, secondButton] = [body, body, body]
  for (const long of [{ title }, { firstButton }, { secondButton }])
    expect(notices.show(call, '', { ...notice, body, ...long }, nothing, 0)).toMatchObject(tooMany)
  expect(show).toHaveBeenCalledOnce()
})

it('a picture that is none, or larger than one is shown, is not kept', () => {
  show.mockClear()
  const shown = (bytes: number, width: number): boolean => {
    void notices.show(call, 'id', { ...notice, body: '' }, new ArrayBuffer(bytes), width)
    return show.mock.lastCall?.[2] !== undefined
  }
  expect([shown(128 * 128 * 4, 128), shown(4, 1)]).toEqual([true, true])
  expect([shown(128 * 129 * 4, 128), shown(7, 1), shown(0, 1), shown(4, 0)]).toEqual(Array(4).fill(false))
})

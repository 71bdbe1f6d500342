import { describe, expect, it } from 'vitest'
import { getMethod } from '../../../../src/main/calls/methods.ts'
import { succeed } from '../../../../src/main/outcome.ts'
import type { MethodName } from '../../../../src/renderer-types/contract/index.ts'
import { listRecordMethods } from '../../../support/pages/samples.ts'
import { createApp } from '../../../support/pages/test-app.ts'

describe('a method', () => {
  it.each(listRecordMethods())('%s has its row, its namespace and its handler', (name, row) => {
    const method = getMethod(name)
    expect([method.name, method.row, method.namespace]).toEqual([name, row, name.split('.')[0]])
    expect(method.takesSocket).toBe(row.parameters[0]?.name === 'socketId')
  })

  it('is found only once', () => {
    expect(getMethod('tcp.close')).toBe(getMethod('tcp.close'))
  })

  it('hands its arguments to the handler, and its answer back', () => {
    const app = createApp()
    expect(getMethod('tcp.create').handle([app, { name: 'x' }])).toEqual(succeed({ socketId: 1 }))
    const info = { connected: false, name: 'x', paused: false, persistent: false, socketId: 1 }
    expect(getMethod('tcp.getInfo').handle([app, app.tcp.get(1)])).toEqual(succeed(info))
    app.dispose()
  })

  it.each(['tcp.send', 'tcp.destroy', 'tcp.constructor', 'tcp', '__proto__.send', 'tcp.toString'])(
    'cannot be %s: the name is checked before',
    (name) => {
      expect(() => getMethod(name as MethodName)).toThrow()
    },
  )
})

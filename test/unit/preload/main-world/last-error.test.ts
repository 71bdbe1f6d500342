import { consoleErrors } from '../../../support/pages/page-builtins.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { LastError } from '../../../../src/preload/main-world/last-error.ts'

let runtime: { lastError?: unknown }
let lastError: LastError

beforeEach(() => {
  consoleErrors.length = 0
  runtime = {}
  lastError = new LastError(runtime)
})

describe('lastError', () => {
  it('is an object with a message for as long as it is set', () => {
    lastError.set('Socket not found')
    expect(runtime.lastError).toEqual({ message: 'Socket not found' })
    expect(runtime.lastError).toBe(runtime.lastError)
    expect(Object.keys(runtime)).toEqual(['lastError'])
    lastError.clear()
    expect('lastError' in runtime).toBe(false)
  })

  it('is reported when nobody has read it', () => {
    lastError.set('Socket not found')
    expect('lastError' in runtime).toBe(true)
    lastError.clear()
    expect(consoleErrors).toEqual([['Unchecked runtime.lastError: Socket not found']])
  })

  it('is not reported once it was read, message or not', () => {
    lastError.set('Socket not found')
    void runtime.lastError
    lastError.clear()
    expect(consoleErrors).toEqual([])
  })

  it('is reported each time anew', () => {
    lastError.set('first')
    void runtime.lastError
    lastError.clear()
    lastError.set('second')
    lastError.clear()
    expect(consoleErrors).toEqual([['Unchecked runtime.lastError: second']])
  })

  it('may be assigned to, and goes all the same', () => {
    lastError.set('Socket not found')
    runtime.lastError = 5
    expect(runtime.lastError).toBe(5)
    lastError.clear()
    expect('lastError' in runtime).toBe(false)
  })

  it('leaves a value alone that the page had put there before', () => {
    runtime.lastError = 'mine'
    lastError.set('Socket not found')
    expect(runtime.lastError).toBe('mine')
    lastError.clear()
    expect(runtime.lastError).toBe('mine')
    expect(consoleErrors).toEqual([])
  })

  it('clears nothing twice', () => {
    lastError.set('Socket not found')
    lastError.clear()
    runtime.lastError = 'mine'
    lastError.clear()
    expect(runtime.lastError).toBe('mine')
    expect(consoleErrors).toHaveLength(1)
  })
})

import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { expect, it, vi } from 'vitest'
import { GuestName } from '../../../../../src/main/chrome-app/guests/guest-name.ts'

it('what a guest is called is told when it has changed, and a guest whose frame has gone is called nothing else', async () => {
  let readName = (): string => 'first'
  const mainFrame = {
    get name(): string {
      return readName()
    },
  }
  const contents = Object.assign(new EventEmitter(), { mainFrame })
  const raise = vi.fn()
  const name = new GuestName(contents as unknown as WebContents, raise)
  await name.begin('', () => Promise.resolve())
  contents.emit('did-navigate')
  readName = () => {
    throw new Error('Render frame was disposed before WebFrameMain could be accessed')
  }
  contents.emit('did-stop-loading')
  readName = () => 'second'
  contents.emit('did-stop-loading')
  contents.emit('dom-ready')
  expect(raise.mock.calls).toEqual([
    ['framenamechanged', { name: 'first' }],
    ['framenamechanged', { name: 'second' }],
  ])
})

it('a guest that goes while it gets its name is no failure', async () => {
  /** As Electron's once its guest has gone. */
  class Destroyed extends EventEmitter {
    get mainFrame(): never {
      throw new TypeError('Object has been destroyed')
    }
  }
  const name = new GuestName(new Destroyed() as unknown as WebContents, () => {})
  const begun = name.begin('name', () => Promise.reject(new Error('gone')))
  await expect(begun).resolves.toBeUndefined()
  await expect(name.set('other')).resolves.toBeUndefined()
})

import type { Session } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseOrigin } from '../../../../src/main/ipc/origins.ts'
import { Page } from '../../../../src/main/page/page.ts'
import { maxFrames, Registry } from '../../../../src/main/ipc/registry.ts'
import type { Installation } from '../../../../src/main/ipc/registry.ts'
import type { Sender } from '../../../../src/main/ipc/sender.ts'
import { defaultLimits } from '../../../../src/main/install/limits.ts'
import { MemoryPort } from '../../../support/pages/memory-port.ts'
import { createApp } from '../../../support/pages/test-app.ts'

const [main, other] = [{} as Session, {} as Session]

let registry: Registry
const installations: Installation[] = []

function install(session: Session, ...origins: string[]): Installation {
  const includes = (candidate: Session): boolean => candidate === session
  const sessions = [session]
  const installation = { app: createApp(), includes, sessions, origins: origins.map(parseOrigin) }
  installations.push(installation)
  registry.add(installation)
  return installation
}

const from = (url: string, session = main): Sender => ({ session, windowId: 1, url: new URL(url) })

const find = (session: Session, url: string): unknown => registry.findApp(from(url, session))

function openedIn(windowId: number, frameId?: number): Page {
  const place = { url: 'app://one/', windowId, ...(frameId !== undefined && { frameId }) }
  return new Page(new MemoryPort(), defaultLimits, place)
}

beforeEach(() => {
  registry = new Registry()
})

afterEach(() => {
  for (const { app } of installations.splice(0)) app.dispose()
})

describe('a page', () => {
  it('belongs to the installation that has its session and its origin', () => {
    const first = install(main, 'app://one', 'app://two')
    const second = install(other, 'app://one')
    expect(find(main, 'app://one/x')).toBe(first.app)
    expect(find(main, 'app://two/x')).toBe(first.app)
    expect(find(other, 'app://one/x')).toBe(second.app)
    expect(find(other, 'app://two/x')).toBeUndefined()
    expect(find({} as Session, 'app://one/x')).toBeUndefined()
  })

  it("in a session that is nobody's concerns who would have it elsewhere", () => {
    const first = install(main, 'app://one')
    install(other, 'app://two')
    const list = (session: Session, url: string): Installation[] =>
      registry.findByAddress(session, new URL(url))
    expect(list(main, 'app://one/x')).toEqual([first])
    expect(list({} as Session, 'app://one/x')).toEqual([first])
    expect(list({} as Session, 'app://three/')).toEqual([])
    expect(list(other, 'app://one/x')).toEqual([])
  })

  it('in a frame belongs to an installation that has frames, if all that it is in does', () => {
    const plain = install(main, 'app://one')
    const withFrames = { ...plain, sessions: [other], includes: () => true, frames: true }
    registry.remove(plain)
    const findFrame = (url: string, ...above: string[]): unknown =>
      registry.findApp({ ...from(url), frameId: 1, above: above.map((each) => new URL(each)) })
    registry.add(plain)
    expect(findFrame('app://one/frame', 'app://one/')).toBeUndefined()
    registry.remove(plain)
    registry.add(withFrames)
    expect(findFrame('app://one/frame', 'app://one/')).toBe(plain.app)
    expect(findFrame('app://one/frame', 'app://one/inner', 'app://one/')).toBe(plain.app)
    expect(findFrame('app://two/frame', 'app://one/')).toBeUndefined()
    expect(findFrame('app://one/frame', 'app://two/')).toBeUndefined()
    expect(findFrame('app://one/frame', 'app://one/', 'app://two/')).toBeUndefined()
    expect(findFrame('app://one/frame', 'app://two/', 'app://one/')).toBeUndefined()
  })

  it('belongs to nobody when its installation has gone', () => {
    const first = install(main, 'app://one')
    registry.remove(first)
    expect(find(main, 'app://one/')).toBeUndefined()
    expect(registry.isEmpty).toBe(true)
  })
})

describe('an installation', () => {
  it.each<[string, string]>([
    ['app://one', 'app://one/'],
    ['file:///app/', 'file:///app'],
    ['file:///app/', 'file:///app/inner/'],
    ['file:///app/inner/', 'file:///app/'],
    ['http://localhost:80', 'http://localhost'],
  ])('of %s leaves no room for one of %s in the same session', (first, second) => {
    const installed = install(main, 'app://zero', first)
    expect(() => install(main, 'app://last', second)).toThrow(
      /^electron-chrome-sockets: pages of .+ belong to/,
    )
    expect(find(main, 'app://last/')).toBeUndefined()
    expect(() => install(other, second)).not.toThrow()
    registry.remove(installed)
    expect(() => install(main, second)).not.toThrow()
  })

  it.each<[string, string]>([
    ['app://one', 'app://on'],
    ['app://one', 'app://one.two'],
    ['app://one', 'app://one:1'],
    ['http://localhost', 'https://localhost'],
    ['file:///app/', 'file:///app-two/'],
    ['file:///app/a/', 'file:///app/b/'],
  ])('of %s leaves room for one of %s in the same session', (first, second) => {
    install(main, first)
    expect(() => install(main, second)).not.toThrow()
  })

  it('for the default session is seen to be in the way of one that names it', () => {
    const origins = [parseOrigin('app://one')]
    const app = createApp()
    const includes = (session: Session): boolean => session === main
    const byDefault = { app, includes, sessions: undefined, origins }
    registry.add(byDefault)
    expect(() => registry.add({ ...byDefault })).toThrow(/belong to another installation/)
    expect(() => install(main, 'app://one')).toThrow(/belong to another installation/)
    expect(() => install(other, 'app://one')).not.toThrow()
    registry.remove(byDefault)
    install(main, 'app://one')
    expect(() => registry.add(byDefault)).toThrow(/belong to another installation/)
    app.dispose()
  })
})

describe('a window', () => {
  it('shows one document: the next takes its place, and only the last can be closed', () => {
    const { app } = install(main, 'app://one')
    const next = install(other, 'app://one').app
    const pages = [openedIn(7), openedIn(8), openedIn(7)] as const
    const events: unknown[] = []
    for (const [name, target] of [
      ['a', app],
      ['b', next],
    ] as const) {
      vi.spyOn(target, 'addPage').mockImplementation((page) => events.push(`${name}+${pages.indexOf(page)}`))
      vi.spyOn(target, 'removePage').mockImplementation((page) =>
        events.push(`${name}-${pages.indexOf(page)}`),
      )
    }
    registry.openPage(app, pages[0])
    registry.openPage(app, pages[1])
    registry.openPage(next, pages[2])
    registry.closePage(pages[0])
    registry.closePage(pages[2])
    registry.closePage(pages[2])
    registry.closePage(pages[1])
    expect(events).toEqual(['a+0', 'a+1', 'a-0', 'b+2', 'b-2', 'a-1'])
  })

  it('shows one document in each frame, and none when its own has gone', () => {
    const { app } = install(main, 'app://one')
    const [own, frame, next, second, elsewhere] = [
      openedIn(7),
      openedIn(7, 1),
      openedIn(7, 1),
      openedIn(7, 2),
      openedIn(8, 3),
    ] as const
    const all = [own, frame, next, second, elsewhere]
    const listThere = (): number[] => all.flatMap((page, index) => (app.hasPage(page) ? [index] : []))
    for (const page of [own, frame, second, elsewhere]) registry.openPage(app, page)
    registry.openPage(app, next)
    expect(listThere()).toEqual([0, 2, 3, 4])
    registry.closePage(frame)
    registry.closePage(second)
    expect(listThere()).toEqual([0, 2, 4])
    registry.leave(7)
    expect(listThere()).toEqual([4])
    registry.leave(8, 9)
    registry.leave(8, 3)
    expect(listThere()).toEqual([])
  })

  it('has so many frames, and no more', () => {
    const { app } = install(main, 'app://one')
    const hasRoom = (frameId?: number): boolean =>
      registry.hasRoom({ ...from('app://one/'), ...(frameId !== undefined && { frameId }) })
    registry.openPage(app, openedIn(1))
    for (let frameId = 1; frameId <= maxFrames; frameId += 1) {
      expect(hasRoom(frameId)).toBe(true)
      registry.openPage(app, openedIn(1, frameId))
    }
    expect([hasRoom(maxFrames + 1), hasRoom()]).toEqual([false, true])
    registry.leave(1, 5)
    expect(hasRoom(maxFrames + 1)).toBe(true)
  })
})

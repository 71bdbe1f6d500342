import type { Session, WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import { DroppedPaths } from '../../../../../src/main/chrome-app/files/dropped-paths.ts'
import {
  allowsAppPermission,
  allowsPermission,
  guardPermissions,
  hearFile,
  isMediaState,
} from '../../../../../src/main/chrome-app/pages/browser-permissions.ts'

const holds = (...names: string[]): ReadonlySet<string> => new Set(names)
const everything = holds(
  'audioCapture',
  'videoCapture',
  'desktopCapture',
  'hid',
  'usb',
  'serial',
  'storage',
  '',
)

describe('a permission of the browser', () => {
  it.each([
    ['geolocation', 'geolocation'],
    ['notifications', 'notifications'],
    ['clipboard-read', 'clipboardRead'],
    ['deprecated-sync-clipboard-read', 'clipboardRead'],
    ['fullscreen', 'app.window.fullscreen'],
    ['pointerLock', 'pointerLock'],
  ])('%s is had by an app with "%s" only', (permission, name) => {
    expect(allowsPermission(holds(name), permission, {})).toBe(true)
    expect(allowsPermission(everything, permission, {})).toBe(false)
  })

  it.each(['clipboard-sanitized-write', 'persistent-storage', 'screen-wake-lock'])(
    '%s is had by all',
    (name) => {
      expect(allowsPermission(holds(), name, {})).toBe(true)
    },
  )

  it.each(['background-sync', 'keyboardLock', 'payment-handler', 'sensors'])(
    '%s is had by pages of all apps, and by no guest',
    (name) => {
      expect(allowsAppPermission(holds(), name, {})).toBe(true)
      expect(allowsPermission(everything, name, {})).toBe(false)
    },
  )

  it.each([
    'display-capture',
    'hid',
    'serial',
    'usb',
    'midi',
    'midiSysex',
    'fileSystem',
    'openExternal',
    'idle-detection',
    'local-fonts',
    'window-management',
    'unknown',
    'constructor',
    '',
  ])('"%s" is had by none', (name) => {
    expect(allowsPermission(everything, name, {})).toBe(false)
  })
})

describe('a file that a page asks the browser for', () => {
  it('is known as dropped where it may be read without asking, and only then', () => {
    const paths = new DroppedPaths()
    hearFile({ fileAccessType: 'writable', filePath: '/a/dropped', isDirectory: true }, paths)
    hearFile({ fileAccessType: 'readable', filePath: '/a/kept' }, paths)
    hearFile({ fileAccessType: 'writable', filePath: '/a/kept' }, paths)
    hearFile({ fileAccessType: 'writable' }, paths)
    expect(paths.take('dropped', true)).toBe('/a/dropped')
    expect(paths.take('kept', false)).toBeUndefined()
  })
})

describe('camera and microphone', () => {
  const allows = (held: ReadonlySet<string>, mediaTypes: string[]): boolean =>
    allowsPermission(held, 'media', { mediaTypes })

  it('are had one by one', () => {
    expect(allows(holds('audioCapture'), ['audio'])).toBe(true)
    expect(allows(holds('videoCapture'), ['video'])).toBe(true)
    expect(allows(holds('videoCapture'), ['audio'])).toBe(false)
    expect(allows(holds('videoCapture'), ['audio', 'video'])).toBe(false)
    expect(allows(holds('audioCapture', 'videoCapture'), ['audio', 'video'])).toBe(true)
    expect(allowsPermission(holds('audioCapture'), 'media', { mediaType: 'audio' })).toBe(true)
    expect(allowsPermission(holds('audioCapture'), 'media', { mediaType: 'video' })).toBe(false)
  })

  it('are not the screen, which comes without a type', () => {
    expect(allows(everything, [])).toBe(false)
    expect(allowsPermission(everything, 'media', {})).toBe(false)
    expect(allowsPermission(everything, 'media', { mediaType: 'unknown' })).toBe(false)
  })

  it('have a state, which names an origin; a list of devices does not', () => {
    const mediaType = 'audio'
    expect(isMediaState('media', { mediaType, embeddingOrigin: 'chrome-app://id/' })).toBe(true)
    expect(isMediaState('media', { mediaType, requestingUrl: 'chrome-app://id/' })).toBe(false)
    expect(isMediaState('geolocation', { embeddingOrigin: 'chrome-app://id/' })).toBe(false)
  })
})

it('who asks, and who asks whether it may, is noted, but for frames of other sites', () => {
  const handlers: ((...words: unknown[]) => unknown)[] = []
  const add = (handler: (...words: unknown[]) => unknown): void => void handlers.push(handler)
  const session = {
    setDevicePermissionHandler: () => {},
    setPermissionCheckHandler: add,
    setPermissionRequestHandler: add,
  }
  const noted: WebContents[] = []
  const origin = 'chrome-app://id'
  guardPermissions(session as unknown as Session, origin, holds('geolocation'), new DroppedPaths(), (who) =>
    noted.push(who),
  )
  const [check, ask] = handlers
  expect(check?.('page', 'geolocation', `${origin}/`, {})).toBe(true)
  expect(check?.(null, 'geolocation', 'http://a.test/', {})).toBe(false)
  const answers: unknown[] = []
  ask?.('page', 'usb', (answer: unknown) => answers.push(answer), { requestingUrl: `${origin}/` })
  expect(answers).toEqual([false])
  expect(noted).toEqual(['page', 'page'])
})

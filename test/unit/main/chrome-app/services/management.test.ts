import { afterEach, describe, expect, it, vi } from 'vitest'
import { management } from '../../../../../src/main/chrome-app/services/management.ts'
import type { ServiceCall } from '../../../../../src/main/chrome-app/services/service.ts'
import { readManifestPermissions } from '../../../../../src/main/chrome-app/rights/read-permission-set.ts'

const program = vi.hoisted(() => ({ isPackaged: false }))
vi.mock('electron', () => ({ app: program }))

function getSelf(manifest: Readonly<Record<string, unknown>>, permissions: readonly string[] = []): unknown {
  const held = readManifestPermissions(permissions)
  const json = JSON.stringify({ name: 'Notes', version: '1.0', ...manifest })
  const host = {
    app: { manifest: { id: 'abc', json } },
    origin: 'chrome-app://abc',
    rights: { held, names: held.names },
  }
  // Of a call it knows nothing but the host, and of that no more.
  const outcome = management.getSelf({ host } as unknown as ServiceCall)
  return 'args' in outcome ? outcome.args[0] : undefined
}

afterEach(() => {
  program.isPackaged = false
})

describe('what an app is told of itself', () => {
  it('has icons that its pages can show', () => {
    expect(getSelf({ icons: { 128: 'big.png', 16: '/small icon.png' } })).toMatchObject({
      icons: [
        { size: 16, url: 'chrome-app://abc/small%20icon.png' },
        { size: 128, url: 'chrome-app://abc/big.png' },
      ],
    })
    expect(getSelf({})).not.toHaveProperty('icons')
  })

  it('says that it is installed when its program is packed', () => {
    expect(getSelf({})).toMatchObject({ installType: 'development' })
    program.isPackaged = true
    expect(getSelf({})).toMatchObject({ installType: 'normal' })
  })

  it('says that it goes without a network, unless it has pages of the web or says otherwise', () => {
    expect(getSelf({})).toMatchObject({ offlineEnabled: true })
    expect(getSelf({}, ['webview'])).toMatchObject({ offlineEnabled: false })
    expect(getSelf({ offline_enabled: true }, ['webview'])).toMatchObject({ offlineEnabled: true })
  })

  it('has names as the manifest has them', () => {
    expect(getSelf({})).toMatchObject({ shortName: 'Notes', versionName: '', description: '' })
    const named = { short_name: 'N', version_name: 'one', description: 'Writes' }
    expect(getSelf(named)).toMatchObject({ shortName: 'N', versionName: 'one', description: 'Writes' })
  })

  it('says where it comes from, if that is the store', () => {
    expect(getSelf({ homepage_url: 'https://a.test' })).toMatchObject({ homepageUrl: '' })
    expect(getSelf({})).not.toHaveProperty('updateUrl')
    const updateUrl = 'https://clients2.google.com/service/update2/crx'
    expect(getSelf({ update_url: updateUrl })).toMatchObject({
      homepageUrl: 'https://chromewebstore.google.com/detail/abc',
      updateUrl,
    })
    expect(getSelf({ update_url: 'https://a.test/' })).toMatchObject({ homepageUrl: '' })
  })

  it('has what the user has granted besides', () => {
    expect(getSelf({}, ['storage', 'https://*.example.org/*', 'power'])).toMatchObject({
      hostPermissions: ['https://*.example.org/*'],
      permissions: ['power', 'storage'],
    })
  })
})

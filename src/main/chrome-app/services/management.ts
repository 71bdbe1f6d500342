import { app as program } from 'electron'
import * as z from 'zod/mini'
import { succeed } from '../../outcome.ts'
import type { ChromeApp } from '../manifest/read-app.ts'
import { describePermissions } from '../rights/read-permission-set.ts'
import type { Service } from './service.ts'

/** What of a manifest is told, in the user's language. */
const manifestSchema = z.object({
  description: z._default(z.string(), ''),
  icons: z.optional(z.record(z.string(), z.string())),
  name: z.string(),
  offline_enabled: z.optional(z.boolean()),
  short_name: z.optional(z.string()),
  update_url: z.optional(z.string()),
  version: z.string(),
  version_name: z._default(z.string(), ''),
})

type Manifest = z.output<typeof manifestSchema>

/** Reading one anew at each call would cost more than the call. */
const manifests = new WeakMap<ChromeApp, Manifest>()

function readManifest(app: ChromeApp): Manifest {
  const known = manifests.get(app)
  if (known !== undefined) return known
  const manifest = manifestSchema.parse(JSON.parse(app.manifest.json))
  manifests.set(app, manifest)
  return manifest
}

const store = 'https://clients2.google.com/service/update2/crx'

/** Where an app of the store comes from; its own `homepage_url` Chrome does not tell. */
const describeSource = (id: string, updateUrl: string | undefined) => ({
  homepageUrl: updateUrl === store ? `https://chromewebstore.google.com/detail/${id}` : '',
  ...(updateUrl !== undefined && { updateUrl }),
})

/** The smallest first, as Chrome has them; there the addresses are of its own. */
function listIcons(icons: Readonly<Record<string, string>>, origin: string) {
  return Object.entries(icons).map(([size, file]) => ({
    size: Number(size),
    url: new URL(file, origin).href,
  }))
}

export const management: Service<'management'> = {
  getSelf({ host: { app, origin, rights } }) {
    const manifest = readManifest(app)
    const { origins, permissions } = describePermissions(rights.held)
    const { description, icons, name, offline_enabled: offline, short_name: shortName, version } = manifest
    return succeed({
      appLaunchUrl: '',
      availableLaunchTypes: ['OPEN_AS_WINDOW'],
      description,
      enabled: true,
      ...describeSource(app.manifest.id, manifest.update_url),
      hostPermissions: origins,
      ...(icons && { icons: listIcons(icons, origin) }),
      id: app.manifest.id,
      // Apps tell by it that they are being worked on.
      installType: program.isPackaged ? 'normal' : 'development',
      isApp: true,
      launchType: 'OPEN_AS_WINDOW',
      mayDisable: true,
      name,
      offlineEnabled: offline ?? !rights.names.has('webview'),
      optionsUrl: '',
      permissions,
      shortName: shortName ?? name,
      type: 'packaged_app',
      version,
      versionName: manifest.version_name,
    })
  },
}

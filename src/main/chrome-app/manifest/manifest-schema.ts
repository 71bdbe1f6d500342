import * as z from 'zod/mini'
import { badKey, isKey } from '../../manifest/app-id.ts'
import { fileHandlersSchema } from './file-handlers.ts'
import { isSandboxPolicy } from './sandbox-policy.ts'

const version =
  "Required value 'version' is missing or invalid. It must be between 1-4 dot-separated integers each between 0 and 65536."
const manifestVersion =
  "Invalid value for 'manifest_version'. Must be an integer either 2 or 3. See developer.chrome.com/apps/manifestVersion for details."
export const noBackground = 'Packaged apps must have a background page or background scripts.'
/** Chrome takes the first for an extension and the second for an app of an older kind, neither of which is run here. */
const noApp = "It is no Chrome App: its manifest has no 'app'."
const oldApp = "It is a hosted or packaged app of the old kind ('app.launch'), which has no background page."

/** What Chrome says of a value by the place where it stands; of others it says that they are invalid. */
const complaints: Readonly<Record<string, string>> = {
  manifest_version: manifestVersion,
  name: "Required value 'name' is missing or invalid.",
  version,
  key: badKey,
  app: "Either 'app.launch.local_path' or 'app.launch.web_url' is required.",
  'app.background': noBackground,
  'app.background.page': "Invalid value for 'background_page'.",
  'storage.managed_schema': 'storage.managed_schema must be a string',
}

/** Chrome's own numbers have 32 bits, whatever it says; the first has no zeros in front. */
function isVersion(text: string): boolean {
  const isWellFormed = /^(?:0|[1-9]\d*)(?:\.\d+){0,3}$/.test(text)
  return isWellFormed && text.split('.').every((part) => Number(part) < 2 ** 32)
}

/** A file of the folder, not an address. */
function isResourcePath(path: string): boolean {
  return path !== '' && !/^[a-z][\w+.-]*:/i.test(path) && !path.split(/[\\/]/).includes('..')
}

const text = z.string()
const filledText = z.string().check(z.minLength(1))
const versionText = z.string().check(z.refine(isVersion))
const scriptPath = z.string().check(z.refine((path) => isResourcePath(path) && !path.includes('?')))
const pagePath = z.string().check(z.refine(isResourcePath))
const permission = z.union([
  z.string(),
  z.record(z.string(), z.unknown()).check(z.refine((entry) => Object.keys(entry).length === 1)),
])

const isDictionary = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Chrome passes over what is no dictionary here. */
function lenient<Shape extends Readonly<Record<string, z.ZodMiniType>>>(shape: Shape) {
  return z.pipe(
    z.transform((value: unknown) => (isDictionary(value) ? value : {})),
    z.looseObject(shape),
  )
}

const partition = z.object({
  name: text,
  accessible_resources: z.array(filledText).check(z.minLength(1)),
})

/** In the order in which Chrome looks. */
const schema = z.looseObject({
  manifest_version: z.optional(z.int().check(z.minimum(2))),
  name: filledText,
  version: versionText,
  version_name: z.optional(text),
  description: z.optional(text),
  short_name: z.optional(filledText),
  key: z.optional(text.check(z.refine(isKey))),
  minimum_chrome_version: z.optional(versionText),
  permissions: z.optional(z.array(permission)),
  optional_permissions: z.optional(z.array(permission)),
  app: z.looseObject({
    background: z.object({
      scripts: z.optional(z.array(scriptPath)),
      page: z.optional(pagePath),
    }),
  }),
  file_handlers: z.optional(fileHandlersSchema),
  icons: z.optional(z.record(z.string(), pagePath)),
  offline_enabled: z.optional(z.boolean()),
  kiosk_enabled: z.optional(z.boolean()),
  sandbox: z.optional(
    lenient({
      pages: z.optional(z.array(text)),
      content_security_policy: z.optional(text.check(z.refine(isSandboxPolicy))),
    }),
  ),
  storage: z.optional(lenient({ managed_schema: z.optional(text) })),
  webview: z.optional(z.object({ partitions: z.array(partition).check(z.minLength(1)) })),
})

export type Manifest = z.output<typeof schema>

/** `permissions[3]`, as Chrome names a place; that of a background script lacks its beginning. */
function printPlace([first = '', ...rest]: readonly PropertyKey[]): string {
  if (first === 'icons') return rest.length === 0 ? 'icons' : `icons["${String(rest[0])}"]`
  const parts = first === 'app' ? rest : [first === 'optional_permissions' ? 'permissions' : first, ...rest]
  return parts
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('')
}

/** What no folder of a Chrome App is; undefined for what may be one. */
function explainOther(app: unknown): string | undefined {
  if (app === undefined) return noApp
  return isDictionary(app) && app.launch !== undefined && app.background === undefined ? oldApp : undefined
}

function explain(app: unknown, place: readonly PropertyKey[]): string {
  const named = place.join('.')
  const isWithoutBackground = named === 'app.background' && isDictionary(app) && !('background' in app)
  return complaints[isWithoutBackground ? 'app' : named] ?? `Invalid value for '${printPlace(place)}'.`
}

/** Throws a TypeError in Chrome's words. */
export function parseManifest(loaded: unknown): Manifest {
  if (!isDictionary(loaded)) throw new TypeError('Manifest file is invalid')
  const other = explainOther(loaded.app)
  if (other !== undefined) throw new TypeError(other)
  const { data, error, success } = schema.safeParse(loaded)
  if (success) return data
  throw new TypeError(explain(loaded.app, error.issues[0]?.path ?? []))
}

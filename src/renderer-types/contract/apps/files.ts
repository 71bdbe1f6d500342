import { dictionary } from '../common.ts'
import type { ListWord } from '../words.ts'
import { chooseEntryOptions } from './file-system.ts'
import type { AppMethodRow, AppNamespaceRow } from './words.ts'

/** Something that the user gave the app, as its pages may know it: its place is the main process's own business. */
const gift = dictionary('files.Gift', {
  /** Names the file system that has this and nothing else. */
  fileSystem: { type: 'string' },
  name: { type: 'string' },
  isDirectory: { type: 'boolean' },
})

const gifts = { kind: 'list', of: gift } as const satisfies ListWord

const metadata = dictionary('files.Metadata', {
  isDirectory: { type: 'boolean' },
  size: { type: 'number' },
  /** Milliseconds since 1970. */
  modified: { type: 'number' },
})

/** Names, one behind the other with `/` between them: no name has that, and thousands of them cross as two texts. */
const listing = dictionary('files.Listing', { directories: { type: 'string' }, files: { type: 'string' } })

/** How the page comes by a File: by its number among those that the main process sends, or as one of the app's own. */
const source = dictionary('files.Source', {
  sent: { type: 'integer', optional: true },
  address: { type: 'string', optional: true },
  modified: { type: 'number' },
})

/** What the app is launched with: files that one of the manifest's handlers is for. */
const launchedFile = dictionary('files.LaunchedFile', {
  gift: { type: gift },
  /** Its MIME type; a directory has none. */
  type: { type: 'string', optional: true },
})

const launchedFiles = dictionary('files.LaunchedFiles', {
  id: { type: 'string' },
  items: { type: { kind: 'list', of: launchedFile } as const satisfies ListWord },
})

const fileSystem = { name: 'fileSystem', type: 'string' } as const
/** Of an entry in its file system: `/name/...` */
const path = { name: 'path', type: 'string' } as const
const entry = [fileSystem, path] as const

const act = { home: 'main', promise: true } as const satisfies Partial<AppMethodRow>

/** What may be given to the app, asked of the main process. */
export const fileGifts = {
  path: undefined,
  printed: 'fileGifts',
  permission: 'fileSystem',
  enums: {},
  events: {},
  methods: {
    choose: {
      ...act,
      parameters: [{ name: 'options', type: chooseEntryOptions, optional: true }],
      result: { name: 'gifts', type: gifts },
    },
    getDisplayPath: { ...act, parameters: entry, result: { name: 'displayPath', type: 'string' } },
    getWritable: { ...act, parameters: entry, result: { name: 'gift', type: gift } },
    isRestorable: {
      ...act,
      parameters: [{ name: 'id', type: 'string' }],
      result: { name: 'isRestorable', type: 'boolean' },
    },
    isWritable: { ...act, parameters: entry, result: { name: 'isWritable', type: 'boolean' } },
    retain: { ...act, parameters: [...entry, { name: 'id', type: 'string' }] },
    /** What the user has dropped, once the browser has named it to the main process. */
    takeDropped: {
      ...act,
      parameters: [
        { name: 'name', type: 'string' },
        { name: 'isDirectory', type: 'boolean' },
      ],
      result: { name: 'gift', type: gift },
    },
    restore: { ...act, parameters: [{ name: 'id', type: 'string' }], result: { name: 'gift', type: gift } },
  },
} as const satisfies AppNamespaceRow

/** What entries do, done in the main process. What fails, fails with the name of a DOMException. */
export const files = {
  path: undefined,
  printed: 'files',
  enums: {},
  /** Told to the background page, which tells all. */
  events: { onLaunched: { parameters: [{ name: 'launchedFiles', type: launchedFiles }] } },
  methods: {
    givePackage: { ...act, parameters: [], result: { name: 'gift', type: gift } },
    /** The page has no entry of that file system any more. */
    release: { ...act, parameters: [fileSystem] },
    getMetadata: { ...act, parameters: entry, result: { name: 'metadata', type: metadata } },
    list: { ...act, parameters: entry, result: { name: 'listing', type: listing } },
    open: { ...act, parameters: entry, result: { name: 'source', type: source } },
    create: {
      ...act,
      parameters: [
        ...entry,
        { name: 'isDirectory', type: 'boolean' },
        { name: 'isExclusive', type: 'boolean' },
      ],
    },
    write: {
      ...act,
      parameters: [...entry, { name: 'position', type: 'number' }, { name: 'bytes', type: 'binary' }],
    },
    truncate: { ...act, parameters: [...entry, { name: 'size', type: 'number' }] },
    remove: { ...act, parameters: [...entry, { name: 'isRecursive', type: 'boolean' }] },
    /** Copies or moves to an entry that may be of another file system. */
    transfer: {
      ...act,
      parameters: [
        ...entry,
        { name: 'newFileSystem', type: 'string' },
        { name: 'newPath', type: 'string' },
        { name: 'isMove', type: 'boolean' },
      ],
    },
  },
} as const satisfies AppNamespaceRow

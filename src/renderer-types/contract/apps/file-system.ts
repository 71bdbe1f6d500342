import { dictionary } from '../common.ts'
import type { EnumWord, InstanceWord, ListWord } from '../words.ts'
import type { AppNamespaceRow } from './words.ts'

const printed = 'fileSystem'

const ChooseEntryType = {
  OPEN_DIRECTORY: 'openDirectory',
  OPEN_FILE: 'openFile',
  OPEN_WRITABLE_FILE: 'openWritableFile',
  SAVE_FILE: 'saveFile',
} as const

const chooseEntryType = {
  kind: 'enum',
  name: `${printed}.ChooseEntryType`,
  values: [
    ChooseEntryType.OPEN_DIRECTORY,
    ChooseEntryType.OPEN_FILE,
    ChooseEntryType.OPEN_WRITABLE_FILE,
    ChooseEntryType.SAVE_FILE,
  ],
} as const satisfies EnumWord

const texts = { kind: 'list', of: 'string' } as const satisfies ListWord

const acceptOption = dictionary(`${printed}.AcceptOption`, {
  description: { type: 'string', optional: true },
  mimeTypes: { type: texts, optional: true },
  extensions: { type: texts, optional: true },
})

const acceptOptions = { kind: 'list', of: acceptOption } as const satisfies ListWord

export const chooseEntryOptions = dictionary(`${printed}.ChooseEntryOptions`, {
  type: { type: chooseEntryType, optional: true },
  suggestedName: { type: 'string', optional: true },
  accepts: { type: acceptOptions, optional: true },
  acceptsAllTypes: { type: 'boolean', optional: true },
  acceptsMultiple: { type: 'boolean', optional: true },
})

const requestFileSystemOptions = dictionary(`${printed}.RequestFileSystemOptions`, {
  volumeId: { type: 'string' },
  writable: { type: 'boolean', optional: true },
})

const instance = { kind: 'instance', name: 'Entry' } as const satisfies InstanceWord
const entry = { name: 'entry', type: instance } as const
const id = { name: 'id', type: 'string' } as const

/** `chrome.fileSystem` */
export const fileSystem = {
  path: printed,
  printed,
  permission: 'fileSystem',
  enums: { ChooseEntryType },
  events: { onVolumeListChanged: { parameters: [{ name: 'event', type: 'object' }] } },
  methods: {
    chooseEntry: {
      home: 'page',
      parameters: [{ name: 'options', type: chooseEntryOptions, optional: true }],
      promise: false,
      result: { name: 'entry', type: 'any' },
    },
    getDisplayPath: {
      home: 'page',
      parameters: [entry],
      promise: true,
      result: { name: 'displayPath', type: 'string' },
    },
    /** Of ChromeOS: everywhere else Chrome has it and answers that it cannot be had. */
    getVolumeList: { home: 'main', parameters: [], promise: true },
    getWritableEntry: {
      home: 'page',
      parameters: [entry],
      promise: false,
      result: { name: 'entry', type: 'any' },
    },
    isRestorable: {
      home: 'page',
      parameters: [id],
      promise: true,
      result: { name: 'isRestorable', type: 'boolean' },
    },
    isWritableEntry: {
      home: 'page',
      parameters: [entry],
      promise: true,
      result: { name: 'isWritable', type: 'boolean' },
    },
    requestFileSystem: {
      home: 'main',
      parameters: [{ name: 'options', type: requestFileSystemOptions }],
      promise: true,
    },
    restoreEntry: {
      home: 'page',
      parameters: [id],
      promise: false,
      result: { name: 'entry', type: 'any' },
    },
    retainEntry: { home: 'page', parameters: [entry], promise: false, noCallback: true, returns: 'string' },
  },
  deprecated: {
    getWritableFileEntry: 'getWritableEntry',
    isWritableFileEntry: 'isWritableEntry',
    chooseFile: 'chooseEntry',
  },
} as const satisfies AppNamespaceRow

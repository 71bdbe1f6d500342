import { dictionary } from '../common.ts'
import type { ChoiceWord, EnumWord } from '../words.ts'
import type { AppNamespaceRow } from './words.ts'

const printed = 'app.window'

const State = {
  FULLSCREEN: 'fullscreen',
  MAXIMIZED: 'maximized',
  MINIMIZED: 'minimized',
  NORMAL: 'normal',
} as const
const WindowType = { PANEL: 'panel', SHELL: 'shell' } as const

const state = {
  kind: 'enum',
  name: `${printed}.State`,
  values: [State.FULLSCREEN, State.MAXIMIZED, State.MINIMIZED, State.NORMAL],
} as const satisfies EnumWord

const windowType = {
  kind: 'enum',
  name: `${printed}.WindowType`,
  values: [WindowType.PANEL, WindowType.SHELL],
} as const satisfies EnumWord

const contentBounds = dictionary(`${printed}.ContentBounds`, {
  left: { type: 'integer', optional: true },
  top: { type: 'integer', optional: true },
  width: { type: 'integer', optional: true },
  height: { type: 'integer', optional: true },
})

const boundsSpecification = dictionary(`${printed}.BoundsSpecification`, {
  left: { type: 'integer', optional: true },
  top: { type: 'integer', optional: true },
  width: { type: 'integer', optional: true },
  height: { type: 'integer', optional: true },
  minWidth: { type: 'integer', optional: true },
  minHeight: { type: 'integer', optional: true },
  maxWidth: { type: 'integer', optional: true },
  maxHeight: { type: 'integer', optional: true },
})

const frameOptions = dictionary(`${printed}.FrameOptions`, {
  type: { type: 'string', optional: true },
  color: { type: 'string', optional: true },
  activeColor: { type: 'string', optional: true },
  inactiveColor: { type: 'string', optional: true },
})

const frame = { kind: 'choice', of: ['string', frameOptions] } as const satisfies ChoiceWord

export const createWindowOptions = dictionary(`${printed}.CreateWindowOptions`, {
  id: { type: 'string', optional: true },
  innerBounds: { type: boundsSpecification, optional: true },
  outerBounds: { type: boundsSpecification, optional: true },
  defaultWidth: { type: 'integer', optional: true },
  defaultHeight: { type: 'integer', optional: true },
  defaultLeft: { type: 'integer', optional: true },
  defaultTop: { type: 'integer', optional: true },
  width: { type: 'integer', optional: true },
  height: { type: 'integer', optional: true },
  left: { type: 'integer', optional: true },
  top: { type: 'integer', optional: true },
  minWidth: { type: 'integer', optional: true },
  minHeight: { type: 'integer', optional: true },
  maxWidth: { type: 'integer', optional: true },
  maxHeight: { type: 'integer', optional: true },
  type: { type: windowType, optional: true },
  ime: { type: 'boolean', optional: true },
  showInShelf: { type: 'boolean', optional: true },
  icon: { type: 'string', optional: true },
  frame: { type: frame, optional: true },
  bounds: { type: contentBounds, optional: true },
  alphaEnabled: { type: 'boolean', optional: true },
  state: { type: state, optional: true },
  hidden: { type: 'boolean', optional: true },
  resizable: { type: 'boolean', optional: true },
  singleton: { type: 'boolean', optional: true },
  alwaysOnTop: { type: 'boolean', optional: true },
  focused: { type: 'boolean', optional: true },
  visibleOnAllWorkspaces: { type: 'boolean', optional: true },
})

/** `chrome.app.window` */
export const appWindow = {
  path: printed,
  printed,
  enums: { State, WindowType },
  events: {
    onAlphaEnabledChanged: { parameters: [] },
    onRestored: { parameters: [] },
    onMinimized: { parameters: [] },
    onMaximized: { parameters: [] },
    onFullscreened: { parameters: [] },
    onClosed: { parameters: [] },
    onBoundsChanged: { parameters: [] },
  },
  methods: {
    canSetVisibleOnAllWorkspaces: {
      home: 'page',
      parameters: [],
      promise: false,
      noCallback: true,
      returns: 'boolean',
    },
    create: {
      home: 'page',
      parameters: [
        { name: 'url', type: 'string' },
        { name: 'options', type: createWindowOptions, optional: true },
      ],
      promise: true,
      result: { name: 'createdWindow', type: 'any' },
    },
    current: { home: 'page', parameters: [], promise: false, noCallback: true, returns: 'any' },
    get: {
      home: 'page',
      parameters: [{ name: 'id', type: 'string' }],
      promise: false,
      noCallback: true,
      returns: 'any',
    },
    getAll: {
      home: 'page',
      parameters: [],
      promise: false,
      noCallback: true,
      returns: { kind: 'list', of: 'any' },
    },
  },
} as const satisfies AppNamespaceRow

import { dictionary } from '../common.ts'
import { createWindowOptions } from './app-window.ts'
import type { AppMethodRow, AppNamespaceRow } from './words.ts'

const printed = 'app.currentWindowInternal'

const rectangle = {
  left: { type: 'integer', optional: true },
  top: { type: 'integer', optional: true },
  width: { type: 'integer', optional: true },
  height: { type: 'integer', optional: true },
} as const

const constraints = {
  minWidth: { type: 'integer', optional: true },
  minHeight: { type: 'integer', optional: true },
  maxWidth: { type: 'integer', optional: true },
  maxHeight: { type: 'integer', optional: true },
} as const

const bounds = dictionary(`${printed}.Bounds`, rectangle)
const sizeConstraints = dictionary(`${printed}.SizeConstraints`, constraints)

/** Bounds that are known: those of a window that is there. */
const knownBounds = dictionary(`${printed}.KnownBounds`, {
  left: { type: 'integer' },
  top: { type: 'integer' },
  width: { type: 'integer' },
  height: { type: 'integer' },
  ...constraints,
})

/** What a window is like at the moment. */
const windowState = dictionary(`${printed}.State`, {
  innerBounds: { type: knownBounds },
  outerBounds: { type: knownBounds },
  fullscreen: { type: 'boolean' },
  maximized: { type: 'boolean' },
  minimized: { type: 'boolean' },
  alwaysOnTop: { type: 'boolean' },
})

/** What the facade does with a window that it asked for: it opens the address, or takes the window that is there. */
const placement = dictionary(`${printed}.Placement`, {
  token: { type: 'string' },
  url: { type: 'string', optional: true },
})

const shape = dictionary(`${printed}.Region`, {
  rects: {
    type: {
      kind: 'list',
      of: dictionary(`${printed}.ShapeRect`, {
        height: { type: 'integer' },
        left: { type: 'integer' },
        top: { type: 'integer' },
        width: { type: 'integer' },
      }),
    },
    optional: true,
  },
})

const act = { home: 'main', promise: false, noCallback: true } as const
const simple = { ...act, parameters: [] } as const satisfies AppMethodRow
const boundsType = { name: 'boundsType', type: 'string' } as const

/** The handlers behind an AppWindow, done to the window that the call comes from. Its TypeErrors show this name, in Chrome, too. */
export const currentWindow = {
  path: undefined,
  printed,
  enums: {},
  events: {
    /** Told to the background page: the page of a window is there or could not be loaded, or the window has gone. */
    onLoaded: { parameters: [{ name: 'token', type: 'string' }] },
    onGone: { parameters: [{ name: 'token', type: 'string' }] },
    /** Told to the page of the window. It has its last moment, and says when that is over. */
    onClosing: { parameters: [] },
    onStateChanged: { parameters: [{ name: 'state', type: windowState }] },
    /** Told to the page of the window: it was about to show another one. */
    onStayed: { parameters: [{ name: 'url', type: 'string' }] },
  },
  methods: {
    open: {
      home: 'main',
      parameters: [
        { name: 'url', type: 'string' },
        { name: 'options', type: createWindowOptions, optional: true },
      ],
      promise: true,
      result: { name: 'placement', type: placement },
    },
    abandon: { ...act, parameters: [{ name: 'token', type: 'string' }] },
    confirmClosing: simple,
    clearAttention: simple,
    drawAttention: simple,
    focus: simple,
    fullscreen: simple,
    hide: simple,
    maximize: simple,
    minimize: simple,
    restore: simple,
    setActivateOnPointer: { ...act, parameters: [{ name: 'activate_on_pointer', type: 'boolean' }] },
    setAlwaysOnTop: { ...act, parameters: [{ name: 'always_on_top', type: 'boolean' }] },
    setBounds: { ...act, parameters: [boundsType, { name: 'bounds', type: bounds }] },
    setIcon: { ...act, parameters: [{ name: 'icon_url', type: 'string' }] },
    setShape: { ...act, parameters: [{ name: 'region', type: shape }] },
    setSizeConstraints: { ...act, parameters: [boundsType, { name: 'constraints', type: sizeConstraints }] },
    setVisibleOnAllWorkspaces: { ...act, parameters: [{ name: 'always_visible', type: 'boolean' }] },
    show: { ...act, parameters: [{ name: 'focused', type: 'boolean', optional: true }] },
  },
} as const satisfies AppNamespaceRow

import * as z from 'zod/mini'
import type { KeptFolder } from '../kept-folder.ts'

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() })

const geometrySchema = z.object({
  /** The outer rectangle of the window when it is neither maximized nor minimized. */
  bounds: rectangle,
  /** The part of the screen that windows could use then. */
  workArea: rectangle,
  isMaximized: z.boolean(),
  /** Absent in files of earlier versions. */
  isFullScreen: z.optional(z.boolean()),
})

export type Geometry = z.output<typeof geometrySchema>

const fileSchema = z.array(z.tuple([z.string(), geometrySchema]))

const fileName = 'chrome-app-windows.json'
/** Windows of one app (Chromium: extensions/browser/app_window/app_window_geometry_cache.h). */
const maxWindows = 100
/** Milliseconds after the last change. */
const delay = 1000

/** Where the windows of an app were, by their ids; the one that was noted last stands last. */
export class GeometryStore {
  readonly #folder: KeptFolder
  readonly #geometries: Map<string, Geometry>
  #timer: NodeJS.Timeout | undefined

  constructor(folder: KeptFolder) {
    this.#folder = folder
    this.#geometries = new Map(folder.read(fileName, fileSchema))
  }

  get(id: string): Geometry | undefined {
    return this.#geometries.get(id)
  }

  note(id: string, geometry: Geometry): void {
    this.#geometries.delete(id)
    this.#geometries.set(id, geometry)
    const [oldest] = this.#geometries.keys()
    if (oldest !== undefined && this.#geometries.size > maxWindows) this.#geometries.delete(oldest)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.write(), delay)
  }

  /** What has been noted is kept from now on. */
  write(): void {
    if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#folder.replace(fileName, [...this.#geometries])
  }
}

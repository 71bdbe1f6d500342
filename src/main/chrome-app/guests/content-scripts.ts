import type { WebContents } from 'electron'
import type { AppArguments } from '../../../renderer-types/contract/apps/index.ts'
import type { UrlPattern } from '../guest-requests/url-pattern.ts'
import { matchesUrl, maxUrl, parseUrlPattern } from '../guest-requests/url-pattern.ts'
import { isGlob, matchesPath } from '../match-path.ts'
import { parseUrl } from '../../parse-url.ts'

/** Of one guest. Chrome has no limits. */
const maxScripts = 64
const maxPatterns = 256
const maxFiles = 256
const maxCharacters = 1024 * 1024

type Details = AppArguments<'webViewInternal', 'addContentScripts'>[1][number]
type Items = NonNullable<Details['js']>

interface Size {
  readonly patterns: number
  readonly files: number
  readonly characters: number
}

interface Script extends Size {
  readonly matches: readonly UrlPattern[]
  readonly excludes: readonly UrlPattern[]
  /** None: every address that a pattern is for. */
  readonly globs: readonly string[]
  readonly excludedGlobs: readonly string[]
  readonly atStart: boolean
  readonly js: Items
  readonly css: Items
}

/** Has a text, or a file of the app, run in the guest or be among its style sheets. */
export type Inject = (
  kind: 'js' | 'css',
  source: { readonly code: string } | { readonly file: string },
) => void

const readPatterns = (texts: readonly string[]): UrlPattern[] =>
  texts.map(parseUrlPattern).filter((pattern) => pattern !== undefined)

function measure(details: Details): Size {
  const { css = {}, exclude_globs: excludedGlobs = [], exclude_matches: excludes = [], js = {} } = details
  const { include_globs: globs = [], matches, name } = details
  const files = [js, css].flatMap((items) => items.files ?? [])
  const patterns = [...matches, ...excludes, ...globs, ...excludedGlobs]
  const texts = [name, ...files, ...[js, css].map(({ code = '' }) => code), ...patterns]
  return {
    patterns: patterns.length,
    files: files.length,
    characters: texts.reduce((sum, text) => sum + text.length, 0),
  }
}

const readScript = (details: Details): Script => ({
  ...measure(details),
  matches: readPatterns(details.matches),
  excludes: readPatterns(details.exclude_matches ?? []),
  globs: details.include_globs ?? [],
  excludedGlobs: details.exclude_globs ?? [],
  atStart: details.run_at === 'document_start',
  js: details.js ?? {},
  css: details.css ?? {},
})

/** Scripts that a guest's pages get when they are loaded, by their names. */
export class ContentScripts {
  readonly #inject: Inject
  readonly #scripts = new Map<string, Script>()
  /** A document may be opened anew, and be parsed any number of times; that of an error has not been navigated to. */
  #isNew = false

  constructor(contents: WebContents, inject: Inject) {
    this.#inject = inject
    contents.on('did-navigate', () => {
      this.#isNew = true
      const scripts = this.#find(contents.getURL())
      for (const { css } of scripts) this.#injectAll('css', css)
      for (const { atStart, js } of scripts) if (atStart) this.#injectAll('js', js)
    })
    contents.on('dom-ready', () => {
      if (!this.#isNew) return
      this.#isNew = false
      for (const { atStart, js } of this.#find(contents.getURL())) if (!atStart) this.#injectAll('js', js)
    })
  }

  /** What is too much is not taken. */
  add(details: Details): void {
    if (this.#hasRoomFor(measure(details))) this.#scripts.set(details.name, readScript(details))
  }

  remove(names: readonly string[] = [...this.#scripts.keys()]): void {
    for (const name of names) this.#scripts.delete(name)
  }

  #hasRoomFor(script: Size): boolean {
    const all = [...this.#scripts.values(), script]
    const sum = (key: keyof Size): number => all.reduce((total, each) => total + each[key], 0)
    return (
      all.length <= maxScripts &&
      sum('patterns') <= maxPatterns &&
      sum('files') <= maxFiles &&
      sum('characters') <= maxCharacters
    )
  }

  #find(address: string): readonly Script[] {
    const url = address.length > maxUrl ? undefined : parseUrl(address)
    if (url === undefined) return []
    const isMeant = (patterns: readonly UrlPattern[]): boolean =>
      patterns.some((pattern) => matchesUrl(pattern, url))
    const fits = (globs: readonly string[]): boolean =>
      globs.some((glob) => isGlob(glob) && matchesPath(glob, address))
    return [...this.#scripts.values()].filter(
      ({ excludedGlobs, excludes, globs, matches }) =>
        isMeant(matches) && !isMeant(excludes) && (globs.length === 0 || fits(globs)) && !fits(excludedGlobs),
    )
  }

  #injectAll(kind: 'js' | 'css', { code, files = [] }: Items): void {
    if (code !== undefined) this.#inject(kind, { code })
    for (const file of files) this.#inject(kind, { file })
  }
}

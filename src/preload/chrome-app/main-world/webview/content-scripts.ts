import type { Facade } from '../../../main-world/facade.ts'

export interface NamedScript {
  readonly name: string
}

/** What each guest of one `<webview>` is told, the next one, too. */
export class ContentScripts {
  readonly #calls: Facade['calls']
  readonly #findGuest: () => number | undefined
  readonly #scripts = new Map<string, NamedScript>()

  constructor({ calls }: Facade, findGuest: () => number | undefined) {
    this.#calls = calls
    this.#findGuest = findGuest
  }

  add(scripts: readonly NamedScript[]): void {
    for (const script of scripts) this.#scripts.set(script.name, script)
    this.#say('addContentScripts', scripts)
  }

  remove(names: readonly string[] = [...this.#scripts.keys()]): void {
    for (const name of names) this.#scripts.delete(name)
    this.#say('removeContentScripts', names)
  }

  /** There is another guest. */
  repeat(): void {
    if (this.#scripts.size > 0) this.#say('addContentScripts', [...this.#scripts.values()])
  }

  #say(key: 'addContentScripts' | 'removeContentScripts', list: readonly unknown[]): void {
    const id = this.#findGuest()
    if (id !== undefined) this.#calls.say(`webViewInternal.${key}`, { args: [id, list], callback: undefined })
  }
}

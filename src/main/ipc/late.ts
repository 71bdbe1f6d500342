/** What is loaded when it is needed for the first time: a program that starts does not wait for it. */
export class Late<T> {
  readonly #load: () => Promise<T>
  #loading: Promise<void> | undefined
  #loaded: { readonly value: T } | undefined

  constructor(load: () => Promise<T>) {
    this.#load = load
  }

  /** What is there already. */
  static of<T>(value: T): Late<T> {
    const late = new Late<T>(async () => value)
    late.#loaded = { value }
    return late
  }

  /** To be called where it must have been loaded. */
  get value(): T {
    if (this.#loaded === undefined) throw new Error('electron-chrome-sockets: it has not been loaded')
    return this.#loaded.value
  }

  /** Begins to load it; after a failure, of a program that has no descriptor left, anew. */
  load(): Promise<void> {
    return (this.#loading ??= this.#load().then(
      (value) => void (this.#loaded = { value }),
      (error: unknown) => {
        this.#loading = undefined
        throw error
      },
    ))
  }

  /** At once if it is there, else when it is; resolves then, or rejects if it cannot be loaded. */
  use(act: (value: T) => void): Promise<void> | undefined {
    if (this.#loaded === undefined) return this.load().then(() => act(this.value))
    act(this.#loaded.value)
    return undefined
  }
}

import { TurnQueue } from '../turn-queue.ts'

/** Milliseconds after which a picture that has not been taken yet holds up no other one. */
const patience = 1000

/** Ends when it is settled, or when that takes too long. */
function wait(picture: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patience)
    const end = (): void => {
      clearTimeout(timer)
      resolve()
    }
    picture.then(end, end)
  })
}

/** Pictures of an app's guests are taken one after the other: the main process holds and copies all points of each. */
export class Pictures {
  readonly #queue = new TurnQueue()

  take<T>(page: object, take: () => Promise<T>): Promise<T> {
    return this.#queue.do(page, take, wait)
  }

  /** The page has gone: what it waits for is not done any more. */
  forget(page: object): void {
    this.#queue.forget(page)
  }
}

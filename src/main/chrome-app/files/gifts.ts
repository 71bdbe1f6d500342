import crypto from 'node:crypto'
import path from 'node:path'
import type { AppResult } from '../../../renderer-types/contract/apps/index.ts'
import { Budget } from '../../memory/budget.ts'

/** A file or a directory that the user has given the app, with all that is in it. Nothing else can be reached. */
export interface Gift {
  /** Names it to the pages: 32 digits that cannot be guessed. */
  readonly id: string
  /** Absolute, without links on the way when it was given. */
  readonly root: string
  readonly name: string
  readonly isDirectory: boolean
  readonly isWritable: boolean
  /** The app's own folder, which may be in an archive. */
  readonly isPackage: boolean
}

/** What the pages are told of it. */
export function describeGift({ id, isDirectory, name }: Gift): AppResult<'files', 'givePackage'> {
  return { fileSystem: id, name, isDirectory }
}

/** Characters of the paths of one app's gifts, and those that each of them counts besides. */
const maxCharacters = 16 * 1024 * 1024
const perGift = 512

const weigh = (root: string): number => root.length + perGift

/** Everything that one app has been given since it was started. */
export class Gifts {
  readonly #gifts = new Map<string, Gift>()
  readonly #characters = new Budget(maxCharacters)

  /** Undefined where the app has been given too much that it still has. */
  give(root: string, kind: Pick<Gift, 'isDirectory' | 'isWritable'>, name?: string): Gift | undefined {
    if (!this.#characters.take(weigh(root))) return undefined
    const id = crypto.randomBytes(16).toString('hex').toUpperCase()
    const gift: Gift = {
      id,
      root,
      name: name ?? path.basename(root),
      isPackage: name !== undefined,
      ...kind,
    }
    this.#gifts.set(id, gift)
    return gift
  }

  get(id: string): Gift | undefined {
    return this.#gifts.get(id)
  }

  release(id: string): void {
    const gift = this.#gifts.get(id)
    if (gift === undefined) return
    this.#gifts.delete(id)
    this.#characters.giveBack(weigh(gift.root))
  }

  /** The pages have gone: no other one knows of any. */
  releaseAll(): void {
    for (const id of this.#gifts.keys()) this.release(id)
  }
}

import crypto from 'node:crypto'
import type { WebContents } from 'electron'
import type { Outcome } from '../../outcome.ts'
import { fail, succeed } from '../../outcome.ts'
import type { KeptFolder } from '../kept-folder.ts'
import { QuestionQueue } from '../questions/question-queue.ts'
import { TurnQueue } from '../turn-queue.ts'
import { QuestionLimit } from '../questions/question-limit.ts'
import { nameFailure } from './file-failure.ts'
import { DroppedPaths } from './dropped-paths.ts'
import { FileSender } from './file-sender.ts'
import type { Gift } from './gifts.ts'
import { Gifts } from './gifts.ts'
import { RetainedEntries } from './retained-entries.ts'
import { WorkQueue } from './work-queue.ts'

/** What Chrome calls an app's folder. */
const packageName = 'crxfs'

/** The files of one app: what it has been given, and what it does with them. */
export class AppFiles {
  readonly gifts = new Gifts()
  readonly dropped = new DroppedPaths()
  readonly retained: RetainedEntries
  readonly work = new WorkQueue()
  /** Directories that are read, one after the other: each may be long. */
  readonly #listings = new TurnQueue()
  readonly dialogs = new QuestionQueue()
  /** How often the user is asked for files: whoever looks for one gives up now and then. */
  readonly choices = new QuestionLimit(10)
  readonly #directory: string
  readonly #permissions: ReadonlySet<string>
  /** The name of the event by which the background page gets Files: its scripts cannot know it. */
  readonly sentEvent = crypto.randomUUID()
  #sender: FileSender | undefined

  /** `folder` is where is kept what is retained. */
  constructor(directory: string, folder: KeptFolder, permissions: ReadonlySet<string>) {
    this.#directory = directory
    this.#permissions = permissions
    this.retained = new RetainedEntries(folder, permissions.has('fileSystem.retainEntries'))
  }

  get canWrite(): boolean {
    return this.#permissions.has('fileSystem.write')
  }

  /** Whatever the user gives an app that may write can be written. */
  give(root: string, isDirectory: boolean): Gift | undefined {
    return this.gifts.give(root, { isDirectory, isWritable: this.canWrite })
  }

  /** What the user has dropped can be read, until the app asks for more. */
  giveDropped(root: string, isDirectory: boolean): Gift | undefined {
    return this.gifts.give(root, { isDirectory, isWritable: false })
  }

  givePackage(): Gift | undefined {
    return this.gifts.give(this.#directory, { isDirectory: true, isWritable: false }, packageName)
  }

  /** There is a new background page. */
  openBackground(contents: WebContents): void {
    this.#sender = new FileSender(contents, this.sentEvent)
  }

  /** Sends a File to the background page, where it has that number; `end` says that nobody waits for it any more. */
  sendFile(file: string, end: AbortSignal): Promise<number> {
    return this.#sender?.send(file, end) ?? Promise.reject(new Error('no background page'))
  }

  /** Begins in its turn, as all work, and holds nobody up but who reads a directory, too. */
  list<T>(page: object, read: () => Promise<T>): Promise<T> {
    return this.work.begin(page, () => this.#listings.do(page, read))
  }

  /** All pages go. */
  stop(): void {
    this.retained.write()
    this.gifts.releaseAll()
  }

  /** The page has gone: what it has asked for and has not begun does not begin. */
  forget(page: object): void {
    this.work.forget(page)
    this.#listings.forget(page)
    this.dialogs.forget(page)
  }
}

/** What has failed as files do fails with the name of Chrome's error. */
export function finish(work: Promise<void>): Promise<Outcome<undefined>>
export function finish<T>(work: Promise<T>): Promise<Outcome<T>>
export async function finish(work: Promise<unknown>): Promise<Outcome> {
  try {
    const result = await work
    return result === undefined ? succeed() : succeed(result)
  } catch (error) {
    const failure = nameFailure(error)
    if (failure === undefined) throw error
    return fail(failure)
  }
}

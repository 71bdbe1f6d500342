export interface Bucket {
  readonly indexedDB: IDBFactory
  readonly getDirectory: () => Promise<FileSystemDirectoryHandle>
}

interface Buckets {
  open: (
    name: string,
    options: { readonly persisted: boolean; readonly durability: 'relaxed' },
  ) => Promise<Bucket>
}

/** One for all: the databases of a bucket fall silent when it is collected as garbage. */
let bucket: Promise<Bucket> | undefined

async function openBucket(): Promise<Bucket> {
  const { storageBuckets } = navigator as Navigator & { storageBuckets: Buckets }
  try {
    return await storageBuckets.open('chrome-storage', { persisted: true, durability: 'relaxed' })
  } catch (error) {
    bucket = undefined
    throw error
  }
}

/**
 * A place that the app's own `indexedDB` does not show. What has been called back is there after the processes are
 * killed; a power failure may take the last moment, as in Chrome.
 */
export function findBucket(): Promise<Bucket> {
  bucket ??= openBucket()
  return bucket
}

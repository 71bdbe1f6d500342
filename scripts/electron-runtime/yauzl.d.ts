// yauzl brings no types of its own: what extract-zip.mjs uses.
declare module 'yauzl' {
  export interface Entry {
    readonly fileName: string
    readonly externalFileAttributes: number
  }
  export interface ZipFile {
    eachEntry(): AsyncIterable<Entry>
    openReadStreamPromise(entry: Entry): Promise<NodeJS.ReadableStream>
  }
  export function openPromise(path: string): Promise<ZipFile>
}

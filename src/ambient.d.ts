/** The module bundled into one expression, whose value is the object of its exports. */
declare module '*?source' {
  const source: string
  export default source
}

/** The file as a text. */
declare module '*?raw' {
  const text: string
  export default text
}

/** Chrome's detector of languages as WebAssembly, which this script has inside. */
declare module 'cld3-asm/dist/cjs/lib/node/cld3.js' {
  /** Addresses in its memory are numbers. */
  export interface Cld3 {
    _Cld_create: (minBytes: number, maxBytes: number) => number
    _Cld_findTopNMostFreqLangs: (identifier: number, text: number, count: number, results: number) => number
    _get_SizeLanguageResult: () => number
    _malloc: (size: number) => number
    _free: (address: number) => void
    allocateUTF8: (text: string) => number
    UTF8ToString: (address: number) => string
    getValue: (address: number, type: '*' | 'float' | 'i32') => number
    setValue: (address: number, value: number, type: '*') => void
    /** Calls back with this object, which a promise must not be resolved with. */
    then: (ready: () => void) => void
  }
  const createModule: () => Cld3
  export default createModule
}

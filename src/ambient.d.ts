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

declare const PACKAGE_VERSION: string

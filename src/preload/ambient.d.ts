/** The module bundled into one expression, whose value is the object of its exports. */
declare module '*?source' {
  const source: string
  export default source
}

declare const PACKAGE_VERSION: string

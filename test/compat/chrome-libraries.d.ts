/** The libraries have Node's interface. */
declare module 'chrome-net' {
  export * from 'node:net'
  export { default } from 'node:net'
}

declare module 'chrome-dgram' {
  export * from 'node:dgram'
  export { default } from 'node:dgram'
}

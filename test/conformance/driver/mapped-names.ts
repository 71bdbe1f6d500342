/** A name that Chromium, and Chromium within Electron, has to look up, and finds on this machine. */
export const mappedNames = '--host-resolver-rules=MAP two.test 127.0.0.1'

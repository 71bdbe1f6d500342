/**
 * What becomes of something that a socket has for its app: it goes at once; it waits for room, and the socket's `pump`
 * will be called; or it waits for a listener.
 */
export type Readiness = 'ready' | 'busy' | 'unheard'

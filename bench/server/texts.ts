const toBytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

export const httpRequest = toBytes(
  'GET /hello HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: bench\r\nAccept: */*\r\n\r\n',
)
export const httpResponse = toBytes(
  'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello',
)
/** The question and the answer of a connection that is closed after one of each. */
export const shortRequest = toBytes('what is the time?\n')
export const shortResponse = toBytes('it is late\n')

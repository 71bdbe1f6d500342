/** A server of the background page that says what it hears, with or without a window. */
globalThis.persistent = new Server({
  received: (client, data) => send(client, encode(`heard ${decode(data)}`)),
})

/** @typedef {import('./listener.js').Endpoint} Endpoint */

/** @type {Record<number, (endpoint: Endpoint) => string>} */
const explanations = {
  [-147]: ({ port }) =>
    `Port ${port} is already in use by another program. Choose another port, or stop that program.`,
  [-10]: ({ port }) => `This computer does not let you use port ${port}. Choose a port above 1023.`,
  [-108]: ({ address }) => `This computer does not have the address ${address}.`,
  [-109]: ({ address }) => `The address ${address} cannot be reached from this computer.`,
  [-4]: ({ address, port }) => `${address}:${port} is not an address and port to listen on.`,
  [-12]: () => 'This computer has no connections left to give. Close some programs and try again.',
}

/**
 * @param {import('./listener.js').ListenError} error
 * @param {Endpoint} asked
 * @returns {string} what went wrong and what to do, in words for a person
 */
export function explainError({ code, message }, asked) {
  const explain = explanations[code]
  if (explain) return explain(asked)
  if (message === 'Does not have permission')
    return `The manifest of this app does not allow port ${asked.port}.`
  return `Listening on ${asked.address}:${asked.port} failed: ${message}`
}

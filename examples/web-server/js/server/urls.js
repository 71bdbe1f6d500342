/** @typedef {import('./listener.js').Endpoint} Endpoint */

/**
 * Chrome Apps have it where the manifest asks for system.network.
 * @typedef {{ address: string }} NetworkInterface
 * @typedef {{ network: { getNetworkInterfaces: (callback: (all: NetworkInterface[]) => void) => void } }} System
 */

/**
 * @param {Endpoint} bound
 * @param {(urls: string[]) => void} callback gets the addresses to type into a browser, the best one first
 */
export function findUrls({ address, port }, callback) {
  if (address !== '0.0.0.0' && address !== '::') return callback([formatUrl({ address, port })])
  listLanAddresses((addresses) => {
    callback(['127.0.0.1', ...addresses].map((each) => formatUrl({ address: each, port })))
  })
}

/** @param {Endpoint} endpoint */
function formatUrl({ address, port }) {
  const host = address.includes(':') ? `[${address}]` : address
  return port === 80 ? `http://${host}/` : `http://${host}:${port}/`
}

/** @param {(addresses: string[]) => void} callback IPv4 only: others are not for typing */
function listLanAddresses(callback) {
  const { system } = /** @type {typeof chrome & { system?: System }} */ (chrome)
  if (!system) return callback([])
  system.network.getNetworkInterfaces((interfaces) => {
    if (chrome.runtime.lastError) return callback([])
    const addresses = interfaces.map((each) => each.address)
    callback(addresses.filter((each) => /^\d+\.\d+\.\d+\.\d+$/.test(each) && !each.startsWith('127.')))
  })
}

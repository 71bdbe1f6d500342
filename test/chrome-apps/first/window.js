t.log('script', document.readyState, globalThis.given)

document.addEventListener('DOMContentLoaded', () => t.log('DOMContentLoaded'))

part('reads', async (page, key) => page.log('read', await page.cb('storage.local.get', key)))

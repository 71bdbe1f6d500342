self.onmessage = async ({ data, ports }) => {
  const found = {
    data,
    ports: ports.length,
    chrome: typeof chrome,
    origin: self.origin,
    path: self.location.pathname,
  }
  found.fetched = await fetch('data.json').then((response) => response.json())
  self.postMessage(found)
}

/** Chromium's own list (net/base/mime_util.cc), the types that an app's folder may have. */
const types: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  bmp: 'image/bmp',
  css: 'text/css',
  csv: 'text/csv',
  flac: 'audio/flac',
  gif: 'image/gif',
  htm: 'text/html',
  html: 'text/html',
  ico: 'image/vnd.microsoft.icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  m4a: 'audio/x-m4a',
  md: 'text/markdown',
  mjs: 'text/javascript',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  oga: 'audio/ogg',
  ogg: 'audio/ogg',
  ogv: 'video/ogg',
  opus: 'audio/ogg',
  otf: 'font/otf',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  ttf: 'font/ttf',
  txt: 'text/plain',
  wasm: 'application/wasm',
  wav: 'audio/wav',
  webm: 'video/webm',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
  xht: 'application/xhtml+xml',
  xhtml: 'application/xhtml+xml',
  xml: 'text/xml',
  zip: 'application/zip',
}

/** Undefined for what Chrome has no type for: it looks at the bytes. */
export function findContentType(file: string): string | undefined {
  const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase()
  return Object.hasOwn(types, extension) ? types[extension] : undefined
}

/** Of one type, or of `image/*`. */
export function listExtensions(type: string): string[] {
  const wanted = type.toLowerCase()
  const isAny = wanted.endsWith('/*')
  return Object.entries(types)
    .filter(([, known]) => (isAny ? known.startsWith(wanted.slice(0, -1)) : known === wanted))
    .map(([extension]) => extension)
}

/** A path as seen from a directory, made plain; there is nothing above `/`. */
export function resolvePath(directory: string, path: string): string {
  const names: string[] = []
  for (const name of (path.startsWith('/') ? path : `${directory}/${path}`).split('/')) {
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  }
  return `/${names.join('/')}`
}

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/'

/** Whether a directory could have an entry of that name (Chromium: blink's dom_file_path.cc). */
export function isName(name: string): boolean {
  return name !== '.' && name !== '..' && !/[/\\\0]/.test(name)
}

const fonts: Readonly<Record<string, string>> = {
  darwin: 'system-ui, sans-serif',
  win32: '"Segoe UI", Tahoma, sans-serif',
}
const otherFonts = '"DejaVu Sans", Arial, sans-serif'

/** How every page of an app looks where it says nothing else (Chromium: extensions/renderer/resources/platform_app.css). */
export function writePlatformStyle(platform: string): string {
  return `
@namespace "http://www.w3.org/1999/xhtml";
html, body { overflow: hidden }
body { user-select: none; cursor: default; font-family: ${fonts[platform] ?? otherFonts}; font-size: 75% }
img, a { -webkit-user-drag: none }
[contenteditable], input, select { user-select: auto }
webview { display: inline-block; width: 300px; height: 300px }
`
}

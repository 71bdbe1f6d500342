/** Chrome gives every app the same, whatever its manifest says (Chromium: extensions/common/manifest_handlers/csp_info.cc). */
export const appPolicy =
  "default-src 'self' blob: filesystem:; connect-src * data: blob: filesystem:; " +
  "style-src 'self' blob: filesystem: data: 'unsafe-inline'; img-src 'self' blob: filesystem: data:; " +
  "frame-src 'self' blob: filesystem: data:; font-src 'self' blob: filesystem: data:; " +
  "media-src * data: blob: filesystem:; script-src 'self' blob: filesystem: 'wasm-unsafe-eval';"

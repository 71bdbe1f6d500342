/** Names that Chrome knows for apps, in the order in which it tells them; of others it says that it does not know them. */
const names =
  'alarms app.window.alpha app.window.alwaysOnTop audio audioCapture background browser clipboardRead clipboardWrite ' +
  'contextMenus desktopCapture dns fileSystem fileSystem.directory fileSystem.requestFileSystem fileSystem.retainEntries ' +
  'fileSystem.write app.window.fullscreen gcm geolocation hid identity identity.email idle mediaGalleries nativeMessaging ' +
  'notifications app.window.fullscreen.overrideEsc pointerLock power printerProvider serial socket storage syncFileSystem ' +
  'system.display system.storage tts unlimitedStorage usb usbDevices videoCapture virtualKeyboard vpnProvider wallpaper ' +
  'webview app.window.shape system.cpu system.memory system.network'

/** What a page may name, too. */
const aliases = ['alwaysOnTopWindows', 'fullscreen', 'overrideEscFullscreen']

const ordered = names.split(' ')
const known: ReadonlySet<string> = new Set([...ordered, ...aliases])

/** As Chrome tells them. */
export function orderPermissions(held: ReadonlySet<string>): string[] {
  return ordered.filter((name) => held.has(name))
}

export function isKnownPermission(name: string): boolean {
  return known.has(name)
}

/** What Chrome tells the user that an app could do. Of permissions that are not here it asks nobody. */
export const permissionWarnings: Readonly<Record<string, string>> = {
  audioCapture: 'Use your microphone',
  clipboardRead: 'Read data you copy and paste',
  clipboardWrite: 'Modify data you copy and paste',
  'fileSystem.directory': 'Read and change all the folders that you open in the application',
  geolocation: 'Detect your physical location',
  notifications: 'Display notifications',
  socket: 'Exchange data with any device on the local network or internet',
  'system.storage': 'Identify and eject storage devices',
  videoCapture: 'Use your camera',
}

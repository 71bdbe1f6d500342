/** Names that Chrome knows for apps; of others it says so. */
const names =
  'alarms alwaysOnTopWindows app.window.alpha app.window.alwaysOnTop app.window.fullscreen app.window.fullscreen.overrideEsc ' +
  'app.window.shape audio audioCapture background browser clipboardRead clipboardWrite contextMenus desktopCapture dns ' +
  'fileSystem fileSystem.directory fileSystem.requestFileSystem fileSystem.retainEntries fileSystem.write fullscreen gcm ' +
  'geolocation hid identity identity.email idle mediaGalleries nativeMessaging notifications overrideEscFullscreen ' +
  'pointerLock power printerProvider serial socket storage syncFileSystem system.cpu system.display system.memory ' +
  'system.network system.storage tts unlimitedStorage usb usbDevices videoCapture virtualKeyboard vpnProvider wallpaper webview'

const known: ReadonlySet<string> = new Set(names.split(' '))

export function isKnownPermission(name: string): boolean {
  return known.has(name)
}

/** What Chrome tells the user that an app could do. Of permissions that are not here it asks nobody. */
export const permissionWarnings: Readonly<Record<string, string>> = {
  audioCapture: 'Use your microphone',
  clipboardRead: 'Read data you copy and paste',
  'fileSystem.directory': 'Read and change all the folders that you open in the application',
  geolocation: 'Detect your physical location',
  notifications: 'Display notifications',
  'system.storage': 'Identify and eject storage devices',
  videoCapture: 'Use your camera',
}

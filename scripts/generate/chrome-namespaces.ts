/** What a namespace of Chrome has for apps, and in what ours is not the same. */
interface ChromeNamespace {
  /** Methods and events; none where it is missing here as a whole. */
  readonly members: string
  readonly differs?: string
}

const area = 'get getKeys set remove clear getBytesInUse setAccessLevel onChanged'

/** Chrome's for apps, those that newer versions have no more among them, in the alphabet's order. */
export const chromeNamespaces: Readonly<Record<string, ChromeNamespace>> = {
  accessibilityFeatures: { members: '' },
  alarms: {
    members: 'clear clearAll create get getAll onAlarm',
    differs: 'see [Alarms, notifications, menus](#alarms-notifications-menus)',
  },
  'app.runtime': {
    members: 'onEmbedRequested onLaunched onRestarted',
    differs: '`onRestarted` comes after a crash; `onEmbedRequested` never does',
  },
  'app.window': {
    members:
      'canSetVisibleOnAllWorkspaces create current get getAll onAlphaEnabledChanged onBoundsChanged onClosed onFullscreened onMaximized onMinimized onRestored',
    differs: 'see [Windows](#windows)',
  },
  audio: { members: '' },
  bluetooth: { members: '' },
  browser: { members: 'openTab', differs: '`http:`, `https:` and `mailto:`, in the user’s own programs' },
  clipboard: { members: '' },
  commands: { members: '' },
  contextMenus: {
    members: 'create remove removeAll update onClicked',
    differs: 'in the windows of the app; see [Alarms, notifications, menus](#alarms-notifications-menus)',
  },
  desktopCapture: { members: '' },
  displaySource: { members: '' },
  dom: { members: 'openOrClosedShadowRoot' },
  fileSystem: {
    members:
      'chooseEntry getDisplayPath getVolumeList getWritableEntry isRestorable isWritableEntry requestFileSystem restoreEntry retainEntry onVolumeListChanged',
    differs: 'see [Files](#files)',
  },
  gcm: { members: '' },
  hid: { members: '' },
  i18n: { members: 'detectLanguage getAcceptLanguages getMessage getUILanguage' },
  identity: { members: '' },
  idle: { members: 'queryState setDetectionInterval onStateChanged' },
  instanceID: { members: '' },
  management: {
    members: 'getPermissionWarningsByManifest getSelf uninstallSelf',
    differs: '`installType` is `normal` in a packed program; icons are files of the app',
  },
  mdns: { members: '' },
  mediaGalleries: { members: '' },
  notifications: {
    members:
      'clear create getAll getPermissionLevel update onButtonClicked onClicked onClosed onPermissionLevelChanged onShowSettings',
    differs: 'as far as the system shows it; see [Alarms, notifications, menus](#alarms-notifications-menus)',
  },
  permissions: { members: 'contains getAll remove request onAdded onRemoved' },
  power: { members: 'releaseKeepAwake reportActivity requestKeepAwake' },
  printerProvider: { members: '' },
  runtime: {
    members:
      'connect connectNative getBackgroundPage getManifest getPackageDirectoryEntry getPlatformInfo getURL getVersion openOptionsPage reload requestUpdateCheck restart restartAfterDelay sendMessage sendNativeMessage setUninstallURL onBrowserUpdateAvailable onConnect onConnectExternal onConnectNative onEnabled onInstalled onMessage onMessageExternal onRestartRequired onStartup onSuspend onSuspendCanceled onUpdateAvailable',
    differs: 'nobody is there to send external messages, and no store to update the app from',
  },
  serial: { members: '' },
  socket: {
    members:
      'accept bind connect create destroy disconnect getInfo getJoinedGroups getNetworkList joinGroup leaveGroup listen read recvFrom secure sendTo setKeepAlive setMulticastLoopbackMode setMulticastTimeToLive setNoDelay write',
    differs: 'see [The old sockets](#the-old-sockets)',
  },
  'sockets.tcp': {
    members:
      'close connect create disconnect getInfo getSockets secure send setKeepAlive setNoDelay setPaused update onReceive onReceiveError',
    differs: 'see [differences](differences.md)',
  },
  'sockets.tcpServer': {
    members: 'close create disconnect getInfo getSockets listen setPaused update onAccept onAcceptError',
    differs: 'see [differences](differences.md)',
  },
  'sockets.udp': {
    members:
      'bind close create getInfo getJoinedGroups getSockets joinGroup leaveGroup send setBroadcast setMulticastLoopbackMode setMulticastTimeToLive setPaused update onReceive onReceiveError',
    differs: 'see [differences](differences.md)',
  },
  storage: { members: 'onChanged' },
  'storage.local': { members: area, differs: '`unlimitedStorage` lifts the quota to 100 MiB' },
  'storage.managed': { members: area, differs: 'has what the option `managedStorage` names' },
  'storage.session': { members: area, differs: 'where the manifest’s version is 3, as in Chrome' },
  'storage.sync': { members: area, differs: 'stays on this machine' },
  syncFileSystem: { members: '' },
  'system.cpu': { members: 'getInfo' },
  'system.display': {
    members: 'getInfo onDisplayChanged',
    differs: 'nothing of what only ChromeOS does (layouts, calibration, mirrors)',
  },
  'system.memory': { members: 'getInfo' },
  'system.network': { members: 'getNetworkInterfaces' },
  'system.storage': {
    members: 'ejectDevice getAvailableCapacity getInfo onAttached onDetached',
    differs:
      'nothing is ejected, its events never come, and on Linux `capacity` is that of the file system, not of the device',
  },
  tts: { members: '' },
  usb: { members: '' },
  virtualKeyboard: { members: '' },
  vpnProvider: { members: '' },
  wallpaper: { members: '' },
}

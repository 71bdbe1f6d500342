/** Those of `chrome.runtime`. */
export const runtimeEnums = {
  ContextType: {
    BACKGROUND: 'BACKGROUND',
    DEVELOPER_TOOLS: 'DEVELOPER_TOOLS',
    OFFSCREEN_DOCUMENT: 'OFFSCREEN_DOCUMENT',
    POPUP: 'POPUP',
    SIDE_PANEL: 'SIDE_PANEL',
    TAB: 'TAB',
  },
  OnInstalledReason: {
    CHROME_UPDATE: 'chrome_update',
    INSTALL: 'install',
    SHARED_MODULE_UPDATE: 'shared_module_update',
    UPDATE: 'update',
  },
  OnRestartRequiredReason: { APP_UPDATE: 'app_update', OS_UPDATE: 'os_update', PERIODIC: 'periodic' },
  PlatformArch: {
    ARM: 'arm',
    ARM64: 'arm64',
    MIPS: 'mips',
    MIPS64: 'mips64',
    PPC64: 'ppc64',
    RISCV64: 'riscv64',
    X86_32: 'x86-32',
    X86_64: 'x86-64',
  },
  PlatformNaclArch: {
    ARM: 'arm',
    MIPS: 'mips',
    MIPS64: 'mips64',
    PPC64: 'ppc64',
    X86_32: 'x86-32',
    X86_64: 'x86-64',
  },
  PlatformOs: {
    ANDROID: 'android',
    CROS: 'cros',
    LINUX: 'linux',
    MAC: 'mac',
    OPENBSD: 'openbsd',
    WIN: 'win',
  },
  RequestUpdateCheckStatus: {
    NO_UPDATE: 'no_update',
    THROTTLED: 'throttled',
    UPDATE_AVAILABLE: 'update_available',
  },
} as const

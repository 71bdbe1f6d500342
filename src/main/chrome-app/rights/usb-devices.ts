import type { PermissionEntry } from '../manifest/permission-names.ts'

export interface UsbDevice {
  readonly interfaceClass: number
  readonly interfaceId: number
  readonly productId: number
  readonly vendorId: number
}

/** -1 for what it does not say. */
function readDevice(given: unknown): UsbDevice {
  const read = (key: keyof UsbDevice): number => {
    const value: unknown = typeof given === 'object' && given !== null ? Reflect.get(given, key) : undefined
    return typeof value === 'number' && Number.isInteger(value) ? value : -1
  }
  return {
    interfaceClass: read('interfaceClass'),
    interfaceId: read('interfaceId'),
    productId: read('productId'),
    vendorId: read('vendorId'),
  }
}

const compareDevices = (a: UsbDevice, b: UsbDevice): number =>
  a.vendorId - b.vendorId ||
  a.productId - b.productId ||
  a.interfaceId - b.interfaceId ||
  a.interfaceClass - b.interfaceClass

/** Those of the permission `usbDevices`, each once and in Chrome's order (Chromium: usb_device_permission_data.cc). */
export function listUsbDevices(entries: readonly PermissionEntry[]): UsbDevice[] {
  const given = entries.flatMap((entry): unknown =>
    typeof entry === 'string' ? [] : (entry['usbDevices'] ?? []),
  )
  const devices = given.map(readDevice).toSorted(compareDevices)
  return devices.filter((device, i) => {
    const before = devices[i - 1]
    return before === undefined || compareDevices(before, device) !== 0
  })
}

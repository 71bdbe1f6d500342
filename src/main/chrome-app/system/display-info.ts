import type { Display, Rectangle } from 'electron'
import type { AppResult } from '../../../renderer-types/contract/apps/index.ts'

type DisplayInfo = AppResult<'systemDisplay', 'getInfo'>[number]

const toBounds = ({ height, width, x, y }: Rectangle): DisplayInfo['bounds'] => ({
  height,
  left: x,
  top: y,
  width,
})

/** One display as `chrome.system.display` has it; what it tells on ChromeOS alone is as it is elsewhere. */
export function describeDisplay(display: Display, primary: Display): DisplayInfo {
  const { bounds, id, internal, label, rotation, touchSupport, workArea } = display
  return {
    activeState: 'active',
    availableDisplayZoomFactors: [],
    bounds: toBounds(bounds),
    displayZoomFactor: 0,
    dpiX: 0,
    dpiY: 0,
    hasAccelerometerSupport: false,
    hasTouchSupport: touchSupport === 'available',
    id: String(id),
    isEnabled: true,
    isInternal: internal,
    isPrimary: id === primary.id,
    isUnified: false,
    mirroringDestinationIds: [],
    mirroringSourceId: '',
    modes: [],
    name: label,
    overscan: { bottom: 0, left: 0, right: 0, top: 0 },
    rotation,
    workArea: toBounds(workArea),
  }
}

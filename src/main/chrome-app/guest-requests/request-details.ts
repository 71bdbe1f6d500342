import type { UploadData, WebFrameMain } from 'electron'
import type { ResourceType } from '../../../renderer-types/contract/apps/web-view-request.ts'

type Headers = Readonly<Record<string, string | string[]>>

/** What Electron tells of a request, in one event or another. */
export interface RequestDetails {
  readonly id: number
  readonly url: string
  readonly method: string
  readonly resourceType: string
  readonly timestamp: number
  readonly webContentsId?: number
  readonly frame?: WebFrameMain | null
  /** Not in Electron 33. */
  readonly initiatorOrigin?: string
  readonly requestHeaders?: Headers
  readonly uploadData?: readonly UploadData[]
  readonly responseHeaders?: Headers
  readonly statusCode?: number
  readonly statusLine?: string
  readonly redirectURL?: string
  readonly fromCache?: boolean
  readonly ip?: string
  readonly error?: string
}

const resourceTypes: Readonly<Record<string, ResourceType>> = {
  cspReport: 'csp_report',
  font: 'font',
  image: 'image',
  mainFrame: 'main_frame',
  media: 'media',
  object: 'object',
  ping: 'ping',
  script: 'script',
  stylesheet: 'stylesheet',
  subFrame: 'sub_frame',
  webSocket: 'websocket',
  xhr: 'xmlhttprequest',
}

export const typeOf = ({ resourceType }: RequestDetails): ResourceType =>
  resourceTypes[resourceType] ?? 'other'

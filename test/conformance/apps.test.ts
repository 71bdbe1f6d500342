import { compareApps } from './compare-apps.ts'

compareApps(0)

import { fileURLToPath } from 'node:url'

/** The preload script of an app's pages lies next to the built module. */
export const appPreloadPath: string = fileURLToPath(new URL('./app-preload.cjs', import.meta.url))

// An app's own preload, to be bundled, that brings ours along.
import 'electron-chrome-sockets/preload'
import { contextBridge } from 'electron'

contextBridge.exposeInMainWorld('ownPreload', true)

import { PreloaderSockets } from '@foxglove/electron-socket/preloader'

void PreloaderSockets.Create()

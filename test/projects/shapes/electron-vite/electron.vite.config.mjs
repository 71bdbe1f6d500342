export default {
  main: {},
  preload: { build: { externalizeDeps: { exclude: ['electron-chrome-sockets'] } } },
  renderer: {},
}

import { builtinModules } from 'node:module'

// As Electron Forge's Vite plugin has it for the main process.
export default {
  build: {
    copyPublicDir: false,
    emptyOutDir: false,
    lib: { entry: 'src/main.js', fileName: () => '[name].js', formats: ['cjs'] },
    outDir: '.vite/build',
    rollupOptions: {
      external: ['electron', ...builtinModules.flatMap((name) => [name, `node:${name}`])],
    },
  },
  clearScreen: false,
  resolve: { conditions: ['node'], mainFields: ['module', 'jsnext:main', 'jsnext'] },
}

// Builds the page of the local Feishu into dist/simulator/page, where the simulator's server serves it.
// Everything is bundled (font and charts too): the page works on a laptop without any network.

import { defineConfig } from 'vite'

// biome-ignore lint/style/noDefaultExport: this is what vite reads
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // VChart draws with roughjs, whose `browser` file has no exports.
  resolve: { mainFields: ['module', 'main'] },
  build: {
    outDir: '../../dist/simulator/page',
    emptyOutDir: true,
    target: 'es2022',
    // Only the chart library is above this, and it is fetched when the first chart comes into view.
    chunkSizeWarningLimit: 3000,
  },
})

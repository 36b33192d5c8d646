/** Builds the pages into dist/web. Nothing is inlined, so that they keep to a policy without inline scripts and styles. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env['MENSHEN_SERVER'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/api': server } },
})

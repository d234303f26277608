import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const pad = (deel) => fileURLToPath(new URL(deel, import.meta.url));
const BANIER = '/*! Voordeur, EUPL-1.2. Bevat Lit, BSD-3-Clause: zie LICENTIES.txt. */';

/** The licence text of what is built in, beside the built files. */
function licenties() {
  return {
    name: 'licenties',
    apply: 'build',
    generateBundle() {
      const lit = readFileSync(pad('./node_modules/lit/LICENSE'), 'utf8');
      const source = `Deze bestanden zijn gebouwd uit api/widget/ van Voordeur (EUPL-1.2) en bevatten Lit:\n\n${lit}`;
      this.emitFile({ type: 'asset', fileName: 'LICENTIES.txt', source });
    },
  };
}

export default defineConfig({
  base: './',
  publicDir: false,
  // A test reads the cards of the server, to see that each has a face here.
  server: { fs: { allow: [pad('.'), pad('../../actions')] } },
  plugins: [licenties()],
  build: {
    outDir: pad('../static/widget'),
    emptyOutDir: true,
    target: ['es2021', 'safari15', 'firefox100', 'chrome100'],
    modulePreload: false,
    sourcemap: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { voordeur: pad('./src/voordeur.ts'), stijl: pad('./src/stijl/voordeur.css') },
      output: {
        postBanner: BANIER,
        // No hashes: the same source gives the same files, and CI compares them.
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        assetFileNames: (bestand) => (bestand.names.some((naam) => naam.endsWith('.css')) ? 'voordeur.css' : '[name][extname]'),
      },
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['tests/**/*.test.ts'],
    // Only what a test reads: layout is looked at in a real browser.
    css: { include: [/tokens\.css/, /themas/] },
    restoreMocks: true,
    unstubGlobals: true,
  },
});

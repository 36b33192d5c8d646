/** Before all tests: a place for a database, which the first test that wants one starts; after all: it is stopped and gone. */
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export default function setup(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'menshen-test-'))
  // The server runs as another user, who has to pass here.
  chmodSync(folder, 0o711)
  process.env['MENSHEN_TEST_DATABASE'] = folder
  return async () => {
    if (existsSync(join(folder, 'postgres'))) {
      const { stopEmbedded } = await import('../src/store/postgres/embedded.ts')
      await stopEmbedded(folder)
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

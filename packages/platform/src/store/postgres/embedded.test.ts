import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBinaries } from './binaries.ts'
import { defaultFolder, startEmbedded, stopEmbedded } from './embedded.ts'

const top = mkdtempSync(join(tmpdir(), 'menshen-embedded-'))
const folder = join(top, 'data')
beforeAll(() => chmodSync(top, 0o711))
afterAll(async () => {
  if (existsSync(folder)) await stopEmbedded(folder)
  rmSync(top, { recursive: true, force: true })
})

const ask = async (url: string, text: string) => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end().catch(() => {})
  }
}
const alive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}

describe('a PostgreSQL of our own', () => {
  test('should be made, listen on a private socket only, run without privileges, and stop', async () => {
    const server = await startEmbedded({ folder })
    expect([server.adopted, server.owned]).toEqual([false, true])
    expect(await ask(server.url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
    expect(await ask(server.url, "select current_user u, current_database() d, current_setting('server_encoding') e")).toEqual([
      { u: 'menshen', d: 'menshen', e: 'UTF8' },
    ])
    if (process.getuid?.() === 0) expect(statSync(`/proc/${server.pid}`).uid).not.toBe(0)
    expect(statSync(join(folder, 'postgres', 'socket')).mode & 0o077).toBe(0)
    expect(statSync(join(folder, 'postgres', 'password')).mode & 0o077).toBe(0)
    // Whoever comes to the socket still needs the word.
    await expect(ask(server.url.replace(/:[^:@/]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({ code: '28P01' })
    await ask(server.url, 'create table kept (n int); insert into kept values (1)')
    await server.stop()
    expect(alive(server.pid)).toBe(false)
  })
  test('should be adopted when whoever started it was killed, with all that was committed', async () => {
    // Another process starts it, commits, and is killed without a word.
    const script = `
      import { startEmbedded } from ${JSON.stringify(fileURLToPath(new URL('./embedded.ts', import.meta.url)))}
      import pg from 'pg'
      const server = await startEmbedded({ folder: ${JSON.stringify(folder)} })
      const client = new pg.Client({ connectionString: server.url })
      await client.connect()
      await client.query('insert into kept values (2)')
      console.log(server.pid)
      setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const pid = await new Promise<number>((done) => child.stdout.on('data', (text) => done(Number(String(text).trim()))))
    // While it lives, the server is its own: others may use it and not stop it.
    const guest = await startEmbedded({ folder })
    expect([guest.pid, guest.adopted, guest.owned]).toEqual([pid, true, false])
    await guest.stop()
    expect(alive(pid)).toBe(true)
    child.kill('SIGKILL')
    await new Promise((done) => child.once('exit', done))
    expect(alive(pid)).toBe(true)
    const server = await startEmbedded({ folder })
    expect([server.pid, server.adopted, server.owned]).toEqual([pid, true, true])
    expect(await ask(server.url, 'select n from kept order by n')).toEqual([{ n: 1 }, { n: 2 }])
  })
  test('should come up again after it was itself killed, with all that was committed', async () => {
    const before = await startEmbedded({ folder })
    await ask(before.url, 'insert into kept values (3)')
    process.kill(before.pid, 'SIGKILL')
    const after = await startEmbedded({ folder })
    expect(after.pid).not.toBe(before.pid)
    expect(await ask(after.url, 'select n from kept order by n')).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
    await after.stop()
  })
})

describe('what it says when it cannot', () => {
  test('should name the folder in which no programs lie, in both languages', () => {
    expect(() => findBinaries({ MENSHEN_POSTGRES_BIN: top })).toThrow(
      expect.objectContaining({ code: 'database-missing', text: { zh: expect.stringContaining(top), en: expect.stringContaining(top) } }),
    )
  })
  test.runIf(process.getuid?.() === 0)('should say that an unprivileged server cannot come to a closed folder', async () => {
    const closed = join(top, 'closed')
    const { mkdirSync } = await import('node:fs')
    mkdirSync(closed, { mode: 0o700 })
    await expect(startEmbedded({ folder: join(closed, 'data') })).rejects.toMatchObject({
      code: 'database-failed',
      text: { en: expect.stringContaining('/var/lib/menshen') },
    })
  })
  test('should take the folder that was named', () => {
    expect(defaultFolder({ MENSHEN_DATA: '/srv/x' })).toBe('/srv/x')
    expect(defaultFolder({ MENSHEN_DATA: '' })).toBe(defaultFolder({}))
  })
})

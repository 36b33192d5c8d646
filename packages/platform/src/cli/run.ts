/** Runs until it is told to stop: once in order, twice at once. */
import { type Lang, Told } from './words.ts'

/** Waits for Ctrl-C or a supervisor's word, then stops what was started, the last first; each has its turn whatever the others do. */
export const untilStopped = async (lang: Lang, stops: readonly (() => Promise<void>)[]): Promise<number> => {
  let hurry = false
  await new Promise<void>((stop) => {
    const asked = (): void => {
      if (hurry) process.exit(130)
      hurry = true
      process.stderr.write(lang === 'zh' ? '正在停下，再按一次立即退出……\n' : 'stopping; once more to leave at once …\n')
      stop()
    }
    process.on('SIGINT', asked)
    process.on('SIGTERM', asked)
  })
  let code = 0
  for (const stop of [...stops].reverse())
    try {
      await stop()
    } catch (error) {
      code = 2
      process.stderr.write(`${error instanceof Told ? error.text[lang] : String(error)}\n`)
    }
  return code
}

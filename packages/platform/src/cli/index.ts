/** The commands of the platform. `menshen` loads this when one of them is asked for. */
import { Problem } from '../store/problem.ts'
import { HELP } from './help.ts'
import { type Lang, Told } from './words.ts'

type Command = (argv: readonly string[], lang: Lang) => Promise<number>
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serveCommand,
  worker: async () => (await import('./worker.ts')).workerCommand,
  submit: async () => (await import('./submit.ts')).submitCommand,
  audit: async () => (await import('./audit.ts')).auditCommand,
  backup: async () => (await import('./backup.ts')).backupCommand,
  restore: async () => (await import('./backup.ts')).restoreCommand,
  platform: async () => (await import('./platform.ts')).platformCommand,
}

/** Runs a command and gives its exit code; never throws. */
export const runPlatform = async (name: string, argv: readonly string[], lang: Lang): Promise<number> => {
  const load = COMMANDS[name]
  const help = HELP[name]
  if (!load || !help) {
    process.stderr.write(`menshen: ${lang === 'zh' ? `没有 ${name} 这个命令` : `there is no command ${name}`}\n`)
    return 2
  }
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(`${help[lang]}\n`)
    return 0
  }
  try {
    return await (await load())(argv, lang)
  } catch (error) {
    const text =
      error instanceof Told || error instanceof Problem
        ? error.text[lang]
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error)
    process.stderr.write(`menshen ${name}: ${text}\n`)
    return error instanceof Told ? error.code : 2
  }
}

/** The entry. What does not need the engine answers without loading it. */
import { chooseLang } from './lang.ts'
import { VERSION } from './version.ts'

const argv = process.argv.slice(2)
const [first] = argv

// A reader that goes away (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

if (argv.length === 1 && (first === '--version' || first === '-V' || first === 'version')) process.stdout.write(`menshen ${VERSION}\n`)
else {
  const { runCli } = await import('./commands.ts')
  process.exitCode = await runCli(argv, chooseLang(argv, process.env))
}

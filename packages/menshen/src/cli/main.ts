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

/** Ends as soon as everything is said. To wait for the end would be to wait until Node has taken its memory apart, page by page. */
const leave = (code: number): void => {
  process.exitCode = code
  // A pipe or a slow terminal may still be taking what was written.
  process.stdout.write('', () => process.stderr.write('', () => process.exit()))
}

if (argv.length === 1 && (first === '--version' || first === '-V' || first === 'version')) process.stdout.write(`menshen ${VERSION}\n`)
else void import('./commands.ts').then(({ runCli }) => runCli(argv, chooseLang(argv, process.env))).then(leave)

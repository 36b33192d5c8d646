/** The command line: what can be asked, and how it is explained. The work behind each command is loaded when it is asked for. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { Lang, Text } from '../check/types.ts'
import { factsSize } from '../io/facts-place.ts'
import { collectEarly } from '../io/heap.ts'
import type { CheckFlags } from './check.ts'
import { EXIT, Failure } from './failure.ts'
import { HELP, usageError, words } from './help.ts'
import { FORMATS, Outputs } from './outputs.ts'
import { PLATFORM_COMMANDS, platformCommand } from './platform.ts'
import { VERSION } from './version.ts'

const PLATFORMS = ['wechat', 'douyin']
/** A program of which more is known than this will take tens of megabytes to check. */
const LARGE = 1_000_000

interface HasText {
  readonly text: Text
}
const hasText = (error: unknown): error is HasText =>
  error instanceof Error && 'text' in error && typeof error.text === 'object' && error.text !== null

const say = (lang: Lang, text: Text) => process.stderr.write(`menshen: ${text[lang]}\n`)

const withChoices = (description: string, choices: readonly string[] | undefined, lang: Lang): string => {
  if (!choices || choices.every((choice) => description.includes(choice))) return description
  return lang === 'zh' ? `${description}（${choices.join('、')}）` : `${description} (${choices.join(', ')})`
}

const styled = (command: Command, lang: Lang): Command => {
  const titles = words(lang).titles
  return command
    .helpOption('-h, --help', words(lang).help)
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      styleUsage: (usage) => (lang === 'zh' ? usage.replace('[options]', '[选项]').replace('[command]', '[命令]') : usage),
      subcommandTerm: (sub) => sub.name(),
      optionDescription: (option) => withChoices(option.description, option.argChoices, lang),
      argumentDescription: (argument) => argument.description,
      helpWidth: Math.min(process.stdout.columns ?? 100, 110),
    })
    .configureOutput({ writeErr: () => {} })
    .exitOverride()
}

/** Reads the command line, runs the command, and gives the exit code. Never throws. */
export const runCli = async (argv: readonly string[], lang: Lang): Promise<number> => {
  let code: number = EXIT.clear
  const help = HELP[lang]
  const option = (flags: string, description: string, choices?: readonly string[]) => {
    const one = new Option(flags, description)
    return choices ? one.choices(choices) : one
  }
  const language = () => option('--lang <lang>', help.lang, ['zh', 'en'])
  const color = () => option('--no-color', help.noColor)

  const program = styled(new Command('menshen'), lang)
    .description(help.menshen)
    .version(`menshen ${VERSION}`, '-V, --version', help.version)
    .helpCommand(false)
    // The command's own --lang must not be taken for the program's.
    .enablePositionalOptions()
    .addOption(language())
  program.addHelpText('after', `\n${help.menshenAfter}`)
  program.action(() => {
    process.stdout.write(program.helpInformation())
    process.stdout.write(`\n${help.menshenAfter}\n`)
  })

  const outputs = new Outputs()
  const collected = (value: string, before: readonly string[] | undefined) => [...(before ?? []), value]
  const add = (name: string, description: string) => {
    const command = styled(new Command(name), lang).description(description).addOption(language())
    program.addCommand(command)
    return command
  }

  add('check', help.check)
    .argument('[path]', help.path, '.')
    .addOption(option('-f, --format <format>', help.format(FORMATS.join('|'))).argParser((value: string) => outputs.format(value)))
    .addOption(option('-o, --output <file>', help.output).argParser((value: string) => outputs.file(value)))
    .addOption(option('--fail-on <level>', help.failOn, ['violation', 'review', 'never']))
    .addOption(option('--exit-zero', help.exitZero))
    .addOption(option('--static', help.static))
    .addOption(option('--responses <file>', help.responses).argParser(collected))
    .addOption(option('--live', help.live))
    .addOption(option('--seed <number>', help.seed))
    .addOption(option('--run-time <seconds>', help.runTime))
    .addOption(option('--save-evidence <folder>', help.saveEvidence))
    .addOption(option('--from-evidence <folder>', help.fromEvidence))
    .addOption(option('--listing <file>', help.listing))
    .addOption(option('--platform <platform>', help.platform, PLATFORMS))
    .addOption(option('--root <folder>', help.root))
    .addOption(option('--config <file>', help.config))
    .addOption(option('--baseline <file>', help.baseline))
    .addOption(option('--write-baseline', help.writeBaseline))
    .addOption(option('--grow-baseline', help.growBaseline))
    .addOption(option('--min-confidence <level>', help.minConfidence, ['high', 'medium', 'low']))
    .addOption(option('--seed-only', help.seedOnly))
    .addOption(option('--only <rule>', help.only).argParser(collected))
    .addOption(option('--fix', help.fix))
    .addOption(option('--dry-run', help.dryRun))
    .addOption(option('--watch', help.watch))
    .addOption(option('--no-cache', help.noCache))
    .addOption(option('--pictures <which>', help.pictures))
    .addOption(option('--aide', help.aide))
    .addOption(option('--aide-pictures', help.aidePictures))
    .addOption(option('--aide-requests <number>', help.aideRequests))
    .addOption(option('--aide-tokens <number>', help.aideTokens))
    .addOption(option('--aide-cost <amount>', help.aideCost))
    .addOption(option('--timings', help.timings))
    .addOption(option('-q, --quiet', help.quiet))
    .addOption(color())
    .addHelpText('after', `\n${help.checkAfter}`)
    .action(async (path: string, flags: Omit<CheckFlags, 'outputs'>) => {
      const known = flags.cache === false ? 0 : factsSize(path, process.env)
      // Much will have to be parsed: the parser is made ready while there is little in memory.
      if (known === 0) (await import('../program/script/parser.ts')).readyParser()
      else if (known > LARGE) collectEarly()
      const { checkCommand } = await import('./check.ts')
      code = await checkCommand(path, { ...program.opts(), ...flags, outputs: outputs.list() }, lang)
    })

  add('rules', help.rules)
    .addOption(option('--json', help.json))
    .addOption(option('--platform <platform>', help.onlyPlatform, PLATFORMS))
    .addOption(color())
    .action(async (flags) => {
      code = (await import('./explain.ts')).rulesCommand(flags, lang)
    })
  add('explain', help.explain)
    .argument('<name>', help.explainName)
    .addOption(color())
    .addHelpText('after', `\n${help.explainAfter}`)
    .action(async (name: string, flags) => {
      code = (await import('./explain.ts')).explainCommand(name, flags, lang)
    })
  add('clauses', help.clauses)
    .argument('[words]', help.clauseWords)
    .addOption(option('--platform <platform>', help.onlyPlatform, PLATFORMS))
    .addOption(option('--document <document>', help.document))
    .addOption(option('--seed-only', help.seedOnly))
    .addOption(option('--json', help.json))
    .action(async (asked: string | undefined, flags) => {
      code = (await import('./clauses.ts')).clausesCommand(asked, flags, lang)
    })
  add('init', help.init)
    .argument('[path]', help.initPath, '.')
    .addHelpText('after', `\n${help.initAfter}`)
    .action(async (path: string) => {
      code = await (await import('./init.ts')).initCommand(path, lang)
    })
  add('replay', help.replay)
    .argument('<finding>', help.replayFinding)
    .argument('[path]', help.path, '.')
    .addOption(option('--from <folder>', help.replayFrom).makeOptionMandatory())
    .addOption(option('--root <folder>', help.root))
    .addHelpText('after', `\n${help.replayAfter}`)
    .action(async (finding: string, path: string, flags) => {
      code = await (await import('./replay.ts')).replayCommand(finding, path, { ...program.opts(), ...flags }, lang)
    })
  add('compare', help.compare)
    .argument('<a>', help.compareA)
    .argument('<b>', help.compareB)
    .addOption(option('-f, --format <format>', help.compareFormat, ['text', 'json']))
    .addOption(option('--all', help.compareAll))
    .addOption(option('--fail-over <percent>', help.failOver))
    .addOption(color())
    .addHelpText('after', `\n${help.compareAfter}`)
    .action(async (a: string, b: string, flags) => {
      code = await (await import('./compare.ts')).compareCommand(a, b, { ...program.opts(), ...flags }, lang)
    })
  add('doctor', help.doctor)
    .argument('[path]', help.doctorPath, '.')
    .addOption(color())
    .action(async (path: string, flags) => {
      code = await (await import('./doctor.ts')).doctorCommand(path, flags, lang)
    })

  try {
    const [first] = argv
    const known = [...program.commands.map((command) => command.name()), ...PLATFORM_COMMANDS]
    if (first !== undefined && PLATFORM_COMMANDS.includes(first)) return await platformCommand(first, argv.slice(1), lang)
    if (first === 'help') {
      const [, asked] = argv
      if (asked !== undefined && PLATFORM_COMMANDS.includes(asked)) return await platformCommand(asked, ['--help'], lang)
      const target = program.commands.find((command) => command.name() === asked) ?? program
      target.outputHelp()
      return EXIT.clear
    }
    if (first !== undefined && !first.startsWith('-') && !known.includes(first)) throw usageError.unknownCommand(first, known)
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError || error instanceof InvalidArgumentError) {
      if (error.exitCode === 0) return EXIT.clear
      say(lang, usageError.fromCommander(error))
      return EXIT.unfinished
    }
    if (hasText(error)) {
      say(lang, error.text)
      return error instanceof Failure ? error.code : EXIT.unfinished
    }
    const shownError = error instanceof Error ? (error.stack ?? error.message) : String(error)
    say(lang, { zh: `内部错误，请报告：\n${shownError}`, en: `an error of our own; please report it:\n${shownError}` })
    return EXIT.unfinished
  }
}
